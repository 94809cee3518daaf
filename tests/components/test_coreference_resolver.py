"""Which mentions stand for the same actor, and where graphkit rather says nothing."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, expected, missed
from spacy.language import Language

from graphkit.records import content_hash

SHORT_NAMES = [
    (
        "The Upland Defence League (UDL) is small. The UDL attacked Norway.",
        "upland_defence_league attacks norway",
    ),
    ("The Upland Defence League is small. The UDL attacked Norway.", "upland_defence_league attacks norway"),
    ("Dana Holt is a doctor. Holt founded the Harbor Trust.", "dana_holt founded harbor_trust"),
    ("Dana Holt is a doctor. Ms. Holt founded the Harbor Trust.", "dana_holt founded harbor_trust"),
    ("Orvex Holdings is small. Orvex owns the Harbor Trust.", "orvex_holdings controls harbor_trust"),
    ("Holt founded the Harbor Trust. Dana Holt is a doctor.", "dana_holt founded harbor_trust"),
    (
        "Dana Holt met Paul Holt. Orvex Holdings paid Dana Holt.",
        "orvex_holdings supports dana_holt",
    ),
    (
        "Bakhtiar Mohammed left. Orvex Holdings paid Bakhtiar Muhammad.",
        "orvex_holdings supports bakhtiar_mohammed",
    ),
    ("Maria Holt left. Orvex Holdings paid Marta Holt.", "orvex_holdings supports marta_holt"),
    ("Julio Brandt left. Orvex Holdings paid Julia Brandt.", "orvex_holdings supports julia_brandt"),
    ("Norway is cold. Oslo sanctioned Orvex Holdings.", "norway sanctions orvex_holdings"),
]

PRONOUNS = [
    ("The Kestrel Front is small. It attacked Norway.", "kestrel_front attacks norway"),
    ("Dana Holt is a doctor. She founded the Harbor Trust.", "dana_holt founded harbor_trust"),
    ("Dana Holt left. Orvex Holdings paid her.", "orvex_holdings supports dana_holt"),
    ("The Kestrel Front is small, but Kenya arms it.", "kenya supports kestrel_front"),
    (
        "Orvex Holdings is rich. Its support for the Kestrel Front is old.",
        "orvex_holdings supports kestrel_front",
    ),
    ("The Kestrel Front left. They attacked Norway.", "kestrel_front attacks norway"),
    ("Kenya says that it arms the Kestrel Front.", "kenya supports kestrel_front says kenya"),
    ("It rained. Norway sanctioned Orvex Holdings.", "norway sanctions orvex_holdings"),
    ("It is raining, and the Kestrel Front attacked Norway.", "kestrel_front attacks norway"),
]

NOMINALS = [
    ("The Kestrel Front is small. The group attacked Norway.", "kestrel_front attacks norway"),
    ("The Kestrel Front is small. Kenya arms the group.", "kenya supports kestrel_front"),
    pytest.param(
        "Orvex Holdings is small. The company owns the Harbor Trust.",
        "orvex_holdings controls harbor_trust",
    ),
    pytest.param(
        "The Kestrel Front fought the Ridge Army. Kenya arms both groups.",
        "kestrel_front attacks ridge_army; kenya supports kestrel_front; kenya supports ridge_army",
        marks=missed('the tagger calls "arms" a noun'),
    ),
    ("Dana Holt, a banker, left. The banker founded the Harbor Trust.", "dana_holt founded harbor_trust"),
    pytest.param(
        "Dana Holt, a banker, left. The doctor founded the Harbor Trust.",
        "",
    ),
    ("Norway is cold. The company owns the Harbor Trust.", ""),
    ("The Kestrel Front is small. A group attacked Norway.", ""),
    ("The Kestrel Front is small. Another group attacked Norway.", ""),
]

UNCLEAR = [
    pytest.param(
        "Dana Holt and Rita Vance left. She founded the Harbor Trust.",
    ),
    "He founded the Harbor Trust.",
    pytest.param(
        "The Kestrel Front and the Ridge Army left. The group attacked Norway.",
    ),
    "The group attacked Norway.",
    "Dana Holt is a doctor. It attacked Norway.",
]


def check(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    assert as_lines(claims_in(text)) == expected(claims)


@pytest.mark.parametrize(("text", "claims"), SHORT_NAMES)
def test_short_names(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), PRONOUNS)
def test_pronouns(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), NOMINALS)
def test_definite_nominals(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize("text", UNCLEAR)
def test_two_equal_answers_are_none(claims_in: Callable[[str], list[ClaimTuple]], text: str) -> None:
    assert claims_in(text) == []


def actor_ids(nlp: Language, text: str) -> set[str]:
    doc = nlp(text)  # a span group does not keep its document alive
    return {span.id_ for span in doc.spans["actors"]}


def test_a_full_name_is_the_same_actor_in_every_document(nlp: Language) -> None:
    one, other = "Dana Holt left.", "Nobody saw Dana Holt again."
    assert actor_ids(nlp, one) == actor_ids(nlp, other) == {"dana_holt"}


def test_a_person_of_one_word_is_one_of_its_document_only(nlp: Language) -> None:
    one, other = "Ramirez met Mr. Ramirez.", "Mr. Ramirez left with Ramirez."
    assert actor_ids(nlp, one) == {f"ramirez_{content_hash(one)[:6]}"}
    assert actor_ids(nlp, other) == {f"ramirez_{content_hash(other)[:6]}"}


def test_two_bearers_of_a_surname_keep_it_apart(nlp: Language) -> None:
    text = "Dana Holt met Paul Holt. Holt left."
    assert actor_ids(nlp, text) == {"dana_holt", "paul_holt", f"holt_{content_hash(text)[:6]}"}


def test_actor_rows_carry_every_form_of_the_name(nlp: Language) -> None:
    [row] = nlp("The Upland Defence League (UDL) left. The UDL is small.")._.actors
    assert row["name"] == "Upland Defence League"
    assert row["aliases"] == ["UDL", "Upland Defence League"]


def test_the_antecedent_is_kept_for_the_context(nlp: Language) -> None:
    doc = nlp("The Kestrel Front is small. It attacked Norway.")
    [(token, (start, end))] = doc._.antecedents.items()
    assert doc[int(token)].text == "It"
    assert doc[start:end].text == "Kestrel Front"
