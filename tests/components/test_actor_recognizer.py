"""What is marked as an actor: each table gives the words that stand for one, with its id."""

from collections.abc import Callable

import pytest
from sentence_tables import missed
from spacy.language import Language

NamesIn = Callable[[str], str]

LEXICON_NAMES = [
    ("Norway left.", "Norway=norway"),
    ("The United States left.", "United States=united_states"),
    ("The US left.", "US=united_states"),
    ("The U.S. left.", "U.S.=united_states"),
    ("Dana Holt left us.", "Dana Holt=dana_holt"),
    ("They told us who was there.", ""),
    ("The United Nations and NATO left.", "United Nations=united_nations; NATO=nato"),
    ("Norway's choice was Chile's loss.", "Norway=norway; Chile=chile"),
    ("She can turkey-trot in china shops.", ""),
    ("An apple a day is what Kenya eats.", "Kenya=kenya"),
]

PLACE_OR_ACTOR = [
    ("Dana Holt lives in Nairobi.", "Dana Holt=dana_holt"),
    ("Nairobi accused Dana Holt.", "Nairobi=kenya; Dana Holt=dana_holt"),
    ("Oslo and Lisbon signed a deal.", "Oslo=norway; Lisbon=portugal"),
    ("Dana Holt lives in Norway.", "Dana Holt=dana_holt"),
    ("Dana Holt flew to Oslo from Lisbon.", "Dana Holt=dana_holt"),
    ("Dana Holt was seen near Santiago.", "Dana Holt=dana_holt"),
    ("The Lisbon office of Orvex Holdings closed.", "Orvex Holdings=orvex_holdings"),
    ("Dana Holt walked across Portugal.", "Dana Holt=dana_holt"),
    ("Dana Holt, born in Kenya, met Norway's envoy.", "Dana Holt=dana_holt; Norway=norway"),
]

NATIONALITIES = [
    ("Norwegian officials met Dana Holt.", "Norwegian officials=norway; Dana Holt=dana_holt"),
    ("Kenyan troops left.", "Kenyan troops=kenya"),
    ("The Chilean government left.", "Chilean government=chile"),
    ("Dana Holt read a Norwegian novel.", "Dana Holt=dana_holt"),
    ("Dana Holt likes Portuguese food.", "Dana Holt=dana_holt"),
    ("Dana Holt, a Chilean businesswoman, left.", "Dana Holt=dana_holt"),
    ("Dana Holt speaks Norwegian.", "Dana Holt=dana_holt"),
    ("Norwegian intelligence followed Dana Holt.", "Norwegian intelligence=norway; Dana Holt=dana_holt"),
]

PREFIXES = [
    ("The Kenya-backed Kestrel Front left.", "Kenya=kenya; Kestrel Front=kestrel_front"),
    ("The anti-Kenya Kestrel Front left.", "Kenya=kenya; Kestrel Front=kestrel_front"),
    pytest.param(
        "The pro-Norway Harbor Trust left.",
        "Norway=norway; Harbor Trust=harbor_trust",
        marks=missed('NER takes "Norway Harbor Trust" for one name'),
    ),
    ("The Kestrel Front-linked Harbor Trust left.", "Kestrel Front=kestrel_front; Harbor Trust=harbor_trust"),
    pytest.param(
        "The US-backed Kestrel Front left.",
        "US=united_states; Kestrel Front=kestrel_front",
    ),
]

TEXT_NAMES = [
    ("The Kestrel Front's men left.", "Kestrel Front=kestrel_front"),
    (
        "The Upland Defence League (UDL) left.",
        "Upland Defence League=upland_defence_league; UDL=upland_defence_league",
    ),
    ("General Paul Reyes left.", "Paul Reyes=paul_reyes"),
    ("Mr. Paul Reyes and Dr. Dana Holt left.", "Paul Reyes=paul_reyes; Dana Holt=dana_holt"),
    ("Prime Minister Dana Holt left.", "Dana Holt=dana_holt"),
    ("Orvex Holdings Ltd. paid Dana Holt.", "Orvex Holdings Ltd.=orvex_holdings_ltd; Dana Holt=dana_holt"),
    (
        "Dana Holt met Paul Reyes. Later, Dana Holt paid Paul Reyes.",
        "Dana Holt=dana_holt; Paul Reyes=paul_reyes; Dana Holt=dana_holt; Paul Reyes=paul_reyes",
    ),
    ("On Monday, in May 2014, nine dollars were paid.", ""),
    ("The front moved south, and the holdings grew.", ""),
    ("The hackers of Pale Spider left.", "Pale Spider=pale_spider"),
    ("The Ministry of Fisheries left.", "Ministry of Fisheries=ministry_of_fisheries"),
    pytest.param(
        "THE KESTREL FRONT LEFT. The Kestrel Front is small.",
        "KESTREL FRONT=kestrel_front; Kestrel Front=kestrel_front",
        marks=missed("names in capitals are cut up"),
    ),
    ("The men of Unit 51734 left.", "Unit 51734=unit_51734"),
    ("The 5th Brigade attacked Battalion 316.", "5th Brigade=5th_brigade; Battalion 316=battalion_316"),
    ("The Tenth Division attacked Unit 51734.", "Tenth Division=tenth_division; Unit 51734=unit_51734"),
    ("The Kestrel Front left 316 men.", "Kestrel Front=kestrel_front"),
    ("With Unit 51734 gone, the Kestrel Front left.", "Unit 51734=unit_51734; Kestrel Front=kestrel_front"),
    ("Against Unit 51734 the Kestrel Front failed.", "Unit 51734=unit_51734; Kestrel Front=kestrel_front"),
    ("Halvor Group 2024 results were poor.", "Halvor Group=halvor_group"),
    ("The Halvor Group 12 March report was poor.", "Halvor Group=halvor_group"),
    ("Paul O'Hara and Jean-Luc Roy left.", "Paul O'Hara=paul_ohara; Jean-Luc Roy=jean_luc_roy"),
    pytest.param(
        "Íñigo Ñandú paid Łukasz Żak.",
        "Íñigo Ñandú=inigo_nandu; Łukasz Żak=lukasz_zak",
        marks=missed('the slug keeps "ł"'),
    ),
]

TYPES = [
    ("The Kestrel Front left.", "armed_group"),
    ("The Customs Directorate left.", "agency"),
    pytest.param(
        "Orvex Holdings left.",
        "organization",
    ),
    ("The Coastal Gazette reported it.", "media"),
    ("Dana Holt left.", "person"),
    ("Norway left.", "government"),
    ("The Harbor Workers Union left.", "organization"),
]


@pytest.fixture(scope="session")
def names_in(nlp: Language) -> NamesIn:
    """The named mentions of a text as the tables write them."""

    def names(text: str) -> str:
        doc = nlp(text)  # a span group does not keep its document alive
        return "; ".join(f"{span.text}={span.id_}" for span in doc.spans["actors"])

    return names


@pytest.mark.parametrize(("text", "names"), LEXICON_NAMES)
def test_lexicon_names_match_in_their_case(names_in: NamesIn, text: str, names: str) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(("text", "names"), PLACE_OR_ACTOR)
def test_a_place_is_an_actor_only_where_it_acts(names_in: NamesIn, text: str, names: str) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(("text", "names"), NATIONALITIES)
def test_nationalities_count_with_a_state_body(names_in: NamesIn, text: str, names: str) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(("text", "names"), PREFIXES)
def test_names_before_and_behind_hyphens(names_in: NamesIn, text: str, names: str) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(("text", "names"), TEXT_NAMES)
def test_names_that_only_the_text_knows(names_in: NamesIn, text: str, names: str) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_a_telling_word_gives_the_type(nlp: Language, text: str, kind: str) -> None:
    doc = nlp(text)
    assert [span.label_ for span in doc.spans["actors"]] == [kind]
