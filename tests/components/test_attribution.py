"""Who says it, innermost; chains and their order have a table of their own."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, expected, missed

from graphkit.records import Extraction

SAYS = [
    ("Kenya arms the Kestrel Front.", "kenya supports kestrel_front"),
    ("Dana Holt says that Kenya arms the Kestrel Front.", "kenya supports kestrel_front says dana_holt"),
    ("Dana Holt said Kenya arms the Kestrel Front.", "kenya supports kestrel_front says dana_holt"),
    ("Kenya arms the Kestrel Front, Dana Holt said.", "kenya supports kestrel_front says dana_holt"),
    ("Kenya arms the Kestrel Front, said Dana Holt.", "kenya supports kestrel_front says dana_holt"),
    ("Kenya, Dana Holt said, arms the Kestrel Front.", "kenya supports kestrel_front says dana_holt"),
    ("Norway said that Kenya arms the Kestrel Front.", "kenya supports kestrel_front says norway"),
    (
        "Two officials said that Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front says Two officials",
    ),
    (
        "The officials told Dana Holt that Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front says officials",
    ),
    (
        "In a report, Norway concluded that Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front says norway",
    ),
    (
        "Norway described the Harbor Trust as a front for Orvex Holdings.",
        "harbor_trust identified_with orvex_holdings says norway",
    ),
    pytest.param(
        "The Harbor Trust was described by Norway as a front for Orvex Holdings.",
        "harbor_trust identified_with orvex_holdings says norway",
    ),
    (
        "Dana Holt told reporters: Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front says dana_holt",
    ),
    ("It is said that Dana Holt sings. Kenya arms the Kestrel Front.", "kenya supports kestrel_front"),
    ("Dana Holt said that she was tired, and Kenya armed the Kestrel Front.", "kenya supports kestrel_front"),
    ("Dana Holt said nothing about Orvex Holdings.", ""),
]

ACCORDING_TO = [
    ("According to Dana Holt, Kenya arms the Kestrel Front.", "kenya supports kestrel_front says dana_holt"),
    ("Kenya arms the Kestrel Front, according to Dana Holt.", "kenya supports kestrel_front says dana_holt"),
    ("Kenya, according to Dana Holt, arms the Kestrel Front.", "kenya supports kestrel_front says dana_holt"),
    pytest.param(
        "According to a report by Norway, Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front says norway",
    ),
    (
        "According to two officials, Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front says two officials",
    ),
    ("Everything went according to plan, and Kenya armed the Kestrel Front.", "kenya supports kestrel_front"),
    pytest.param(
        "In the view of Dana Holt, Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front hedged, says dana_holt",
        marks=missed('"in the view of" is not read'),
    ),
]

QUOTES = [
    ('"Kenya arms the Kestrel Front," Dana Holt said.', "kenya supports kestrel_front says dana_holt"),
    ("“Kenya arms the Kestrel Front,” said Dana Holt.", "kenya supports kestrel_front says dana_holt"),
    ("Dana Holt said: “Kenya arms the Kestrel Front.”", "kenya supports kestrel_front says dana_holt"),
    (
        "“The war is long,” Dana Holt said. “Kenya arms the Kestrel Front.”",
        "kenya supports kestrel_front says dana_holt",
    ),
    (
        "“The war is long. Kenya arms the Kestrel Front. Nobody stops it,” Dana Holt said.",
        "kenya supports kestrel_front says dana_holt",
    ),
    pytest.param(
        "Dana Holt was blunt when she said it. “Kenya arms the Kestrel Front.”",
        "kenya supports kestrel_front says dana_holt",
        marks=missed("a quotation behind the sentence that says so"),
    ),
    (
        "Dana Holt said the war was long. Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front",
    ),
    (
        "Dana Holt said: “The war is long.\n\n“Kenya arms the Kestrel Front.” Orvex Holdings owns Norway.",
        "kenya supports kestrel_front says dana_holt; orvex_holdings controls norway",
    ),
    (
        "The so-called “tea party” ended. Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front",
    ),
    (
        "Dana Holt praised “Winter,” a film. Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front",
    ),
]

ACCUSED = [
    ("Norway accused Kenya of arming the Kestrel Front.", "kenya supports kestrel_front says norway"),
    ("Norway accuses Kenya of supporting the Kestrel Front.", "kenya supports kestrel_front says norway"),
    ("Kenya was accused by Norway of arming the Kestrel Front.", "kenya supports kestrel_front says norway"),
    (
        "Norway blamed the Kestrel Front for attacking Orvex Holdings.",
        "kestrel_front attacks orvex_holdings says norway",
    ),
    (
        "Norway blamed the Kestrel Front for the attack on Orvex Holdings.",
        "kestrel_front attacks orvex_holdings says norway",
    ),
    (
        "Norway's accusation that Kenya arms the Kestrel Front is old.",
        "kenya supports kestrel_front says norway",
    ),
    (
        "Norway repeated its claim that Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front says norway",
    ),
    (
        "Norway and Chile accused Kenya of arming the Kestrel Front.",
        "kenya supports kestrel_front says norway; kenya supports kestrel_front says chile",
    ),
    (
        "Norway accused Kenya of arming the Kestrel Front and the Ridge Army.",
        "kenya supports kestrel_front says norway; kenya supports ridge_army says norway",
    ),
    (
        "Norway suspects Kenya of arming the Kestrel Front.",
        "kenya supports kestrel_front hedged, says norway",
    ),
    ("Norway accused Kenya of greed. The Kestrel Front is small.", ""),
    ("Norway does not accuse Kenya of arming the Kestrel Front.", ""),
]

DENIALS = [
    ("Kenya denies arming the Kestrel Front.", "kenya supports kestrel_front denied, says kenya"),
    ("Kenya denied that it arms the Kestrel Front.", "kenya supports kestrel_front denied, says kenya"),
    (
        "Orvex Holdings denies any links with the Kestrel Front.",
        "orvex_holdings linked_to kestrel_front denied, says orvex_holdings",
    ),
    (
        "Dana Holt rejected the claim that Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front denied, says dana_holt",
    ),
    (
        "Dana Holt denied that Kenya arms the Kestrel Front.",
        "kenya supports kestrel_front denied, says dana_holt",
    ),
    (
        "Kenya has repeatedly denied supporting the Kestrel Front.",
        "kenya supports kestrel_front denied, says kenya",
    ),
    (
        "Kenya's denial that it arms the Kestrel Front is old.",
        "kenya supports kestrel_front denied, says kenya",
    ),
    (
        "Dana Holt, a spokeswoman for Orvex Holdings, denied that Orvex Holdings owns the Harbor Trust.",
        "dana_holt member_of orvex_holdings; orvex_holdings controls harbor_trust denied, says dana_holt",
    ),
    ("Kenya denied Dana Holt a visa for the Kestrel Front hearing.", ""),
]

CHAINS = [
    (
        "Dana Holt said that Norway believes that Kenya arms the Kestrel Front.",
        [("Dana Holt", "Norway")],
    ),
    (
        "Norway reported that one official said that Kenya arms the Kestrel Front.",
        [("Norway", "one official")],
    ),
    (
        "According to Dana Holt, Norway said that Kenya arms the Kestrel Front.",
        [("Dana Holt", "Norway")],
    ),
    (
        "“Norway says that Kenya arms the Kestrel Front,” Dana Holt said.",
        [("Dana Holt", "Norway")],
    ),
    (
        "Dana Holt and Victor Lenz said that Kenya arms the Kestrel Front.",
        [("Dana Holt",), ("Victor Lenz",)],
    ),
    ("Dana Holt said that Kenya, she added, arms the Kestrel Front.", [("Dana Holt",)]),
    ("Kenya arms the Kestrel Front.", [("author",)]),
]

UNBALANCED = [
    '"Kenya arms the Kestrel Front, Dana Holt said.',
    'Kenya arms the Kestrel Front," Dana Holt said.',
    'Kenya arms the Kestrel Front. " " "',
    "Kenya arms the Kestrel Front.”",
    "“ “ « Kenya arms the Kestrel Front.",
    'The screen is 12" wide. Kenya arms the Kestrel Front.',
]


def check(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    assert as_lines(claims_in(text)) == expected(claims)


@pytest.mark.parametrize(("text", "claims"), SAYS)
def test_reporting_verbs(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), ACCORDING_TO)
def test_according_to(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), QUOTES)
def test_quotes(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), ACCUSED)
def test_accusations(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), DENIALS)
def test_denials(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "chains"), CHAINS)
def test_chains_run_from_the_outermost_speaker(
    read: Callable[[str], Extraction], text: str, chains: list[tuple[str, ...]]
) -> None:
    found = [claim for claim in read(text).claims if claim.relation == "supports"]
    assert sorted(claim.speakers for claim in found) == sorted(chains)


@pytest.mark.parametrize("text", UNBALANCED)
def test_a_lost_quotation_mark_does_not_lose_the_document(
    read: Callable[[str], Extraction], text: str
) -> None:
    found = [(claim.subject.actor, claim.relation, claim.object.actor) for claim in read(text).claims]
    assert found == [("kenya", "supports", "kestrel_front")]
