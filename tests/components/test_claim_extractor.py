"""One table a relation: the ways to say it, then what comes close and says nothing."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, expected, missed

ClaimsIn = Callable[[str], list[ClaimTuple]]

IDENTIFIED_WITH = [
    ("The Harbor Trust is a front for Orvex Holdings.", "harbor_trust identified_with orvex_holdings"),
    (
        "The Harbor Trust, a front for Orvex Holdings, bought two ships.",
        "harbor_trust identified_with orvex_holdings",
    ),
    pytest.param(
        "The Kestrel Front and the Ridge Army are one and the same.",
        "kestrel_front identified_with ridge_army",
    ),
    ("The Kestrel Front is the alter ego of the Ridge Army.", "kestrel_front identified_with ridge_army"),
    pytest.param(
        "The Kestrel Front rebranded itself as the Ridge Army.",
        "kestrel_front identified_with ridge_army",
        marks=missed('"rebrand as" is not read with a reflexive object'),
    ),
    pytest.param(
        "The Kestrel Front, also known as the Ridge Army, is small.",
        "kestrel_front identified_with ridge_army",
        marks=missed('"known as" is no trigger of identity'),
    ),
    ("The Harbor Trust stands in front of the Orvex Holdings building.", ""),
    ("The Kestrel Front changed its name. The Ridge Army did not.", ""),
]

MEMBER_OF = [
    ("Dana Holt is a member of the Kestrel Front.", "dana_holt member_of kestrel_front"),
    ("Dana Holt, a spokeswoman for Orvex Holdings, arrived on Monday.", "dana_holt member_of orvex_holdings"),
    ("Orvex Holdings spokeswoman Dana Holt arrived on Monday.", "dana_holt member_of orvex_holdings"),
    (
        "The Ridge Battalion is the armed wing of the Upland League.",
        "ridge_battalion member_of upland_league",
    ),
    ("Victor Lenz joined the Kestrel Front in 2011.", "victor_lenz member_of kestrel_front"),
    ("Dana Holt, who belongs to the Kestrel Front, lives abroad.", "dana_holt member_of kestrel_front"),
    ("The Kestrel Front includes the Ridge Battalion.", "ridge_battalion member_of kestrel_front"),
    (
        "The Harbor Trust, a subsidiary of Orvex Holdings, closed in May.",
        "harbor_trust member_of orvex_holdings",
    ),
    ("Victor Lenz sits on the board of Orvex Holdings.", "victor_lenz member_of orvex_holdings"),
    ("Victor Lenz is the deputy leader of the Kestrel Front.", "victor_lenz member_of kestrel_front"),
    ("The Ridge Army split from the Kestrel Front in 2003.", "ridge_army member_of kestrel_front"),
    ("Chile's Customs Directorate is large.", "customs_directorate member_of chile"),
    ("Former Orvex Holdings analyst Victor Lenz wrote two books.", "victor_lenz member_of orvex_holdings"),
    ("Dana Holt photographed a member of the Kestrel Front.", ""),
    ("Dana Holt wrote a book about membership in the Kestrel Front.", ""),
    ("Dana Holt joined a choir. The Kestrel Front grew.", ""),
]

LEADS = [
    ("Victor Lenz leads the Kestrel Front.", "victor_lenz leads kestrel_front"),
    ("The Kestrel Front is led by Victor Lenz.", "victor_lenz leads kestrel_front"),
    ("Victor Lenz, chairman of Orvex Holdings, resigned.", "victor_lenz leads orvex_holdings"),
    ("Orvex Holdings chief executive Dana Holt resigned.", "dana_holt leads orvex_holdings"),
    pytest.param(
        "The leader of the Kestrel Front, Victor Lenz, is ill.",
        "victor_lenz leads kestrel_front",
    ),
    ("Victor Lenz became the leader of the Kestrel Front.", "victor_lenz leads kestrel_front"),
    ("Victor Lenz, who commands the Ridge Army, is ill.", "victor_lenz leads ridge_army"),
    ("The Ridge Army, commanded by Victor Lenz, is small.", "victor_lenz leads ridge_army"),
    ("Dana Holt is the president of Chile.", "dana_holt leads chile"),
    ("Kestrel Front leader Victor Lenz is ill.", "victor_lenz leads kestrel_front"),
    ("Victor Lenz took command of the Ridge Army.", "victor_lenz leads ridge_army"),
    ("Dana Holt was appointed chairwoman of Orvex Holdings.", "dana_holt leads orvex_holdings"),
    ("Dana Holt, Chile's prime minister, resigned.", "dana_holt leads chile"),
    ("Dana Holt met the leader of the Kestrel Front.", ""),
    ("Victor Lenz led a walk. The Kestrel Front followed.", ""),
    ("The Kestrel Front led Victor Lenz to the door.", ""),
]

FOUNDED = [
    ("Victor Lenz founded the Kestrel Front in 2009.", "victor_lenz founded kestrel_front"),
    ("The Kestrel Front was founded by Victor Lenz.", "victor_lenz founded kestrel_front"),
    ("Victor Lenz, the founder of the Kestrel Front, is ill.", "victor_lenz founded kestrel_front"),
    ("Kestrel Front founder Victor Lenz is ill.", "victor_lenz founded kestrel_front"),
    ("Orvex Holdings set up the Harbor Trust in 1998.", "orvex_holdings founded harbor_trust"),
    ("The Harbor Trust, created by Orvex Holdings, is small.", "orvex_holdings founded harbor_trust"),
    (
        "Dana Holt and Victor Lenz founded the Harbor Trust.",
        "dana_holt founded harbor_trust; victor_lenz founded harbor_trust",
    ),
    ("Orvex Holdings was founded in Norway.", ""),
    ("Dana Holt found the Harbor Trust helpful.", ""),
]

CONTROLS = [
    ("Orvex Holdings owns the Harbor Trust.", "orvex_holdings controls harbor_trust"),
    ("The Harbor Trust is owned by Orvex Holdings.", "orvex_holdings controls harbor_trust"),
    ("Orvex Holdings, the owner of the Harbor Trust, is small.", "orvex_holdings controls harbor_trust"),
    ("The Kestrel Front is a tool of Kenya.", "kenya controls kestrel_front"),
    ("Kenya uses the Kestrel Front as a proxy.", "kenya controls kestrel_front"),
    ("Orvex Holdings took over the Harbor Trust last year.", "orvex_holdings controls harbor_trust"),
    ("The Nightowl Group takes orders from Kenya.", "kenya controls nightowl_group"),
    ("The Nightowl Group answers to Kenya.", "kenya controls nightowl_group"),
    ("The Kestrel Front acts on behalf of Orvex Holdings.", "orvex_holdings controls kestrel_front"),
    ("The Harbor Trust, which Orvex Holdings controls, is small.", "orvex_holdings controls harbor_trust"),
    ("Orvex Holdings bought the Harbor Trust in 2004.", "orvex_holdings controls harbor_trust"),
    ("Orvex Holdings' control over the Harbor Trust is complete.", "orvex_holdings controls harbor_trust"),
    ("The Kestrel Front is based in Kenya.", ""),
    pytest.param(
        "Orvex Holdings controls its costs and the Harbor Trust does not.",
        "",
        marks=missed('parsed as one object: "its costs and the Harbor Trust"'),
    ),
]

SUPPORTS = [
    ("Kenya arms the Kestrel Front.", "kenya supports kestrel_front"),
    ("The Kestrel Front is armed by Kenya.", "kenya supports kestrel_front"),
    (
        "The Kestrel Front has been funded by Orvex Holdings since 2002.",
        "orvex_holdings supports kestrel_front",
    ),
    ("Kenya's support for the Kestrel Front has grown.", "kenya supports kestrel_front"),
    ("Kenya provides weapons to the Kestrel Front.", "kenya supports kestrel_front"),
    pytest.param(
        "Kenya provides the Kestrel Front with weapons.",
        "kenya supports kestrel_front",
    ),
    ("The Kestrel Front received money from Orvex Holdings.", "orvex_holdings supports kestrel_front"),
    ("The Kenya-backed Kestrel Front is small.", "kenya supports kestrel_front"),
    ("Orvex Holdings, which funds the Kestrel Front, is small.", "orvex_holdings supports kestrel_front"),
    pytest.param(
        "The Kestrel Front, which Orvex Holdings funds, is small.",
        "orvex_holdings supports kestrel_front",
        marks=missed('the tagger calls "funds" a noun'),
    ),
    ("The Kestrel Front, trained and armed by Kenya, is small.", "kenya supports kestrel_front"),
    ("Kenya armed and trained the Kestrel Front.", "kenya supports kestrel_front"),
    ("Orvex Holdings is the main backer of the Kestrel Front.", "orvex_holdings supports kestrel_front"),
    (
        "Orvex Holdings, the main backer of the Kestrel Front, is small.",
        "orvex_holdings supports kestrel_front",
    ),
    ("Orvex Holdings paid the Kestrel Front two million dollars.", "orvex_holdings supports kestrel_front"),
    pytest.param(
        "Orvex Holdings lent the Harbor Trust nine million dollars.",
        "orvex_holdings supports harbor_trust",
    ),
    ("Dana Holt sheltered Victor Lenz in her house.", "dana_holt supports victor_lenz"),
    ("Fighters of the Kestrel Front were trained by Kenya.", "kenya supports kestrel_front"),
    ("Kestrel Front fighters were trained by Kenyan officers.", "kenya supports kestrel_front"),
    (
        "Kenya funds the Kestrel Front and the Ridge Army.",
        "kenya supports kestrel_front; kenya supports ridge_army",
    ),
    pytest.param(
        "Kenya and Portugal fund the Kestrel Front.",
        "kenya supports kestrel_front; portugal supports kestrel_front",
        marks=missed('the tagger calls "fund" a noun'),
    ),
    pytest.param(
        "Kenya continued to fund the Kestrel Front.",
        "kenya supports kestrel_front",
    ),
    ("Kenya ordered Orvex Holdings to fund the Kestrel Front.", "orvex_holdings supports kestrel_front"),
    ("Orvex Holdings grew rich by arming the Kestrel Front.", "orvex_holdings supports kestrel_front"),
    ("Kenya and the Kestrel Front were named in the report.", ""),
    ("Support for the Kestrel Front is high in Kenya.", ""),
    ("Kenya needs weapons. The Kestrel Front is small.", ""),
    ("Kenya trains its own soldiers, and the Kestrel Front is small.", ""),
    ("The train to the Kestrel Front museum leaves Kenya at noon.", ""),
]

ALLIED_WITH = [
    ("The Kestrel Front is allied with the Ridge Army.", "kestrel_front allied_with ridge_army"),
    ("The Kestrel Front and the Ridge Army are allies.", "kestrel_front allied_with ridge_army"),
    ("The Kestrel Front is an ally of the Ridge Army.", "kestrel_front allied_with ridge_army"),
    ("The Kestrel Front, an ally of the Ridge Army, is small.", "kestrel_front allied_with ridge_army"),
    (
        "The alliance between the Kestrel Front and the Ridge Army is old.",
        "kestrel_front allied_with ridge_army",
    ),
    ("The Kestrel Front cooperates with the Ridge Army.", "kestrel_front allied_with ridge_army"),
    ("The Kestrel Front's alliance with the Ridge Army is old.", "kestrel_front allied_with ridge_army"),
    (
        "The Kestrel Front, the Ridge Army and the Nightowl Group are deeply intertwined.",
        """kestrel_front allied_with ridge_army
        kestrel_front allied_with nightowl_group
        nightowl_group allied_with ridge_army""",
    ),
    ("The Kestrel Front works hand in glove with the Ridge Army.", "kestrel_front allied_with ridge_army"),
    ("The Kestrel Front has close ties with the Ridge Army.", "kestrel_front allied_with ridge_army"),
    pytest.param(
        "The Kestrel Front joined forces with the Ridge Army.",
        "kestrel_front allied_with ridge_army",
    ),
    ("The Kestrel Front's ally, the Ridge Army, is small.", "kestrel_front allied_with ridge_army"),
    ("Dana Holt met with Victor Lenz in Lisbon.", ""),
    ("Dana Holt was photographed with Victor Lenz.", ""),
    ("The Kestrel Front and the Ridge Army seek allies.", ""),
    ("The Kestrel Front has an ally. The Ridge Army is small.", ""),
]

PLEDGED = [
    (
        "The Ridge Army swore allegiance to the Kestrel Front.",
        "ridge_army pledged_allegiance_to kestrel_front",
    ),
    ("Victor Lenz pledged loyalty to the Kestrel Front.", "victor_lenz pledged_allegiance_to kestrel_front"),
    (
        "The Ridge Army, which swore loyalty to Victor Lenz, is small.",
        "ridge_army pledged_allegiance_to victor_lenz",
    ),
    pytest.param(
        "The Ridge Army's oath of allegiance to Victor Lenz is old.",
        "ridge_army pledged_allegiance_to victor_lenz",
        marks=missed('"oath of allegiance to": the owner stands with "oath", the object with "allegiance"'),
    ),
    ("The Ridge Army is loyal to Victor Lenz.", "ridge_army pledged_allegiance_to victor_lenz"),
    ("Allegiance to the flag is taught in Chile, and Dana Holt likes it.", ""),
    ("Victor Lenz was sworn in before the Kestrel Front left.", ""),
]

OPPOSES = [
    ("Norway condemned the Kestrel Front.", "norway opposes kestrel_front"),
    ("The Kestrel Front was denounced by Norway.", "norway opposes kestrel_front"),
    ("The Kestrel Front is an enemy of the Ridge Army.", "kestrel_front opposes ridge_army"),
    ("The Kestrel Front and the Ridge Army are bitter rivals.", "kestrel_front opposes ridge_army"),
    ("The rivalry between the Kestrel Front and the Ridge Army is old.", "kestrel_front opposes ridge_army"),
    ("Orvex Holdings sued the Harbor Trust in May.", "orvex_holdings opposes harbor_trust"),
    ("The Kestrel Front, a rival of the Ridge Army, is small.", "kestrel_front opposes ridge_army"),
    ("Norway is hostile to the Kestrel Front.", "norway opposes kestrel_front"),
    ("Norway's opposition to the Kestrel Front is old.", "norway opposes kestrel_front"),
    pytest.param(
        "The anti-Orvex Harbor Trust is small. Orvex paid nobody.",
        "harbor_trust opposes orvex",
        marks=missed('a name behind "anti-" that is tagged as an adjective'),
    ),
    pytest.param(
        "Norway and the Kestrel Front oppose the tax.",
        "",
    ),
    ("The Harbor Trust followed suit, and Orvex Holdings left.", ""),
]

ATTACKS = [
    ("The Kestrel Front attacked the Ridge Army.", "kestrel_front attacks ridge_army"),
    ("The Ridge Army was attacked by the Kestrel Front.", "kestrel_front attacks ridge_army"),
    ("The Kestrel Front's attack on the Ridge Army failed.", "kestrel_front attacks ridge_army"),
    ("The Nightowl Group hacked Orvex Holdings.", "nightowl_group attacks orvex_holdings"),
    (
        "The Nightowl Group hacked into the servers of Orvex Holdings.",
        "nightowl_group attacks orvex_holdings",
    ),
    pytest.param(
        "The Kestrel Front and the Ridge Army clashed on Friday.",
        "kestrel_front attacks ridge_army",
    ),
    ("Kestrel Front fighters ambushed Ridge Army soldiers.", "kestrel_front attacks ridge_army"),
    ("The Kestrel Front launched an attack on the Ridge Army.", "kestrel_front attacks ridge_army"),
    ("Paul Reyes, killed by the Kestrel Front in 2014, was a doctor.", "kestrel_front attacks paul_reyes"),
    ("The Kestrel Front shot and killed Paul Reyes.", "kestrel_front attacks paul_reyes"),
    ("The Kestrel Front is at war with the Ridge Army.", "kestrel_front attacks ridge_army"),
    pytest.param(
        "The Kestrel Front and the Ridge Army fought each other for years.",
        "kestrel_front attacks ridge_army",
    ),
    ("The Kestrel Front carried out an attack in Kenya.", ""),
    ("The Kestrel Front attacked a train in Norway.", ""),
    ("Dana Holt had a heart attack near the Orvex Holdings office.", ""),
    ("The Kestrel Front was attacked. The Ridge Army left.", ""),
]

NEGOTIATES_WITH = [
    ("Kenya is negotiating with the Kestrel Front.", "kenya negotiates_with kestrel_front"),
    ("Talks between Kenya and the Kestrel Front began in May.", "kenya negotiates_with kestrel_front"),
    ("Kenya signed a deal with the Kestrel Front.", "kenya negotiates_with kestrel_front"),
    ("Kenya and the Kestrel Front reached a ceasefire.", "kenya negotiates_with kestrel_front"),
    ("Kenya's ceasefire with the Kestrel Front held.", "kenya negotiates_with kestrel_front"),
    ("Orvex Holdings won a contract with Kenya.", "orvex_holdings negotiates_with kenya"),
    ("A ceasefire between Kenya and the Kestrel Front was signed.", "kenya negotiates_with kestrel_front"),
    ("Norway hosted talks between Kenya and the Kestrel Front.", "kenya negotiates_with kestrel_front"),
    ("Kenya talks about the Kestrel Front a lot.", ""),
    ("Kenya and the Kestrel Front talked to reporters.", ""),
]

SANCTIONS = [
    ("Norway sanctioned Orvex Holdings.", "norway sanctions orvex_holdings"),
    ("Orvex Holdings was sanctioned by Norway.", "norway sanctions orvex_holdings"),
    ("Norway designated the Kestrel Front as a terrorist group.", "norway sanctions kestrel_front"),
    ("Norway imposed sanctions on Orvex Holdings.", "norway sanctions orvex_holdings"),
    ("Norway's ban on the Kestrel Front is old.", "norway sanctions kestrel_front"),
    ("Norway put a bounty on Victor Lenz.", "norway sanctions victor_lenz"),
    pytest.param(
        "Norway fined Orvex Holdings nine million dollars.",
        "norway sanctions orvex_holdings",
    ),
    ("The Kestrel Front, banned by Norway in 2010, is small.", "norway sanctions kestrel_front"),
    ("The Norway-sanctioned Kestrel Front is small.", "norway sanctions kestrel_front"),
    ("Norway gave its sanction to a plan, and Orvex Holdings left.", ""),
    ("Orvex Holdings had a fine day in Norway.", ""),
]

FAMILY_OF = [
    ("Dana Holt is the sister of Victor Lenz.", "dana_holt family_of victor_lenz"),
    ("Victor Lenz's brother, Paul Reyes, is a doctor.", "victor_lenz family_of paul_reyes"),
    ("Dana Holt married Victor Lenz in 1999.", "dana_holt family_of victor_lenz"),
    ("Dana Holt, a cousin of Victor Lenz, is a doctor.", "dana_holt family_of victor_lenz"),
    ("Dana Holt and Victor Lenz are cousins.", "dana_holt family_of victor_lenz"),
    pytest.param(
        "Dana Holt is married to Victor Lenz.",
        "dana_holt family_of victor_lenz",
    ),
    pytest.param(
        "Dana Holt and her husband, Victor Lenz, are doctors.",
        "dana_holt family_of victor_lenz",
    ),
    ("Dana Holt's marriage to Victor Lenz was short.", "dana_holt family_of victor_lenz"),
    ("Dana Holt and Victor Lenz each have a brother.", ""),
    ("Dana Holt saw a brother of hers and Victor Lenz.", ""),
]

LINKED_TO = [
    ("Orvex Holdings has links with the Kestrel Front.", "orvex_holdings linked_to kestrel_front"),
    ("Orvex Holdings is linked to the Kestrel Front.", "orvex_holdings linked_to kestrel_front"),
    ("Ties between Orvex Holdings and the Kestrel Front are old.", "orvex_holdings linked_to kestrel_front"),
    ("Orvex Holdings' connections to the Kestrel Front are old.", "orvex_holdings linked_to kestrel_front"),
    pytest.param(
        "Documents link Orvex Holdings to the Kestrel Front.",
        "orvex_holdings linked_to kestrel_front",
        marks=missed('the tagger takes "link" for part of the name'),
    ),
    (
        "Orvex Holdings, which is tied to the Kestrel Front, is small.",
        "orvex_holdings linked_to kestrel_front",
    ),
    pytest.param(
        "The Kestrel Front-linked Harbor Trust is small.",
        "harbor_trust linked_to kestrel_front",
    ),
    ("Orvex Holdings and the Kestrel Front are both small.", ""),
    ("Orvex Holdings posted a link, and the Kestrel Front read it.", ""),
    ("Orvex Holdings is in Norway, next to the Harbor Trust.", ""),
]


def check(claims_in: ClaimsIn, text: str, claims: str) -> None:
    assert as_lines(claims_in(text)) == expected(claims)


@pytest.mark.parametrize(("text", "claims"), IDENTIFIED_WITH)
def test_identified_with(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), MEMBER_OF)
def test_member_of(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), LEADS)
def test_leads(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), FOUNDED)
def test_founded(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), CONTROLS)
def test_controls(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), SUPPORTS)
def test_supports(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), ALLIED_WITH)
def test_allied_with(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), PLEDGED)
def test_pledged_allegiance_to(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), OPPOSES)
def test_opposes(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), ATTACKS)
def test_attacks(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), NEGOTIATES_WITH)
def test_negotiates_with(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), SANCTIONS)
def test_sanctions(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), FAMILY_OF)
def test_family_of(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), LINKED_TO)
def test_linked_to(claims_in: ClaimsIn, text: str, claims: str) -> None:
    check(claims_in, text, claims)
