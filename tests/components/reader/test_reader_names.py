"""Which of the network's and the lexicon's names stand for actors."""

from types import SimpleNamespace

import numpy as np
import pytest
from spacy.language import Language

from graphkit.components.candidates import Candidate
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.names import names
from graphkit.components.text_encoder import Tagged

KABUL = Candidate(4, 5, "afghanistan", "government", "capital")
FRONT = Candidate(1, 2, "kestrel", "armed_group", "name")


def found(
    nlp: Language, text: str, tagged: list[Tagged], known: list[Candidate], share: float
) -> list[tuple[str, str]]:
    """(words, actor id) of the names; every token has this share of being in a name."""
    doc = nlp(text)
    tree = DependencyTree.of(doc)
    reading = SimpleNamespace(tagged=tagged, names=np.full(len(doc), share))
    return [(doc[item.start : item.end].text, item.actor) for item in names(reading, known, tree)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "share", "expected"),
    [
        ("They have many offices in Kabul .", 0.6, []),
        ("They have many offices in Kabul .", 0.9, []),
        ("They blocked all the Kabul airport roads .", 0.9, []),
        ("They have many offices in Kabul .", 0.4, []),
        ("They say that again Kabul denied it .", 0.6, [("Kabul", "afghanistan")]),
        ("They say that again Kabul denied it .", 0.4, [("Kabul", "afghanistan")]),
        ("They say that again Kabul denied it .", 0.1, []),
    ],
)
def test_a_capital_may_be_a_place(
    nlp: Language, text: str, share: float, expected: list[tuple[str, str]]
) -> None:
    at = text.split().index("Kabul")
    known = KABUL._replace(start=at, end=at + 1)
    tagged = [Tagged(at, at + 1, "name", "government")] if share > 0.5 else []
    assert list(dict.fromkeys(found(nlp, text, tagged, [known], share))) == expected


@pytest.mark.parametrize(
    ("text", "share", "expected"),
    [
        ("They sent all the Norwegian group arms .", 0.6, []),
        ("They sent all the Norwegian group arms .", 0.9, [("Norwegian", "norway")]),
        ("They sent all the Norwegian army arms .", 0.6, [("Norwegian", "norway")]),
        ("They sent all the Norwegian police arms .", 0.6, [("Norwegian", "norway")]),
    ],
)
def test_a_group_of_a_nation_is_hardly_its_state(
    nlp: Language, text: str, share: float, expected: list[tuple[str, str]]
) -> None:
    adjective = Candidate(4, 5, "norway", "government", "adjective")
    tagged = [Tagged(4, 5, "name", "government")]
    assert list(dict.fromkeys(found(nlp, text, tagged, [adjective], share))) == expected


@pytest.mark.parametrize(
    ("person", "adjective"),
    [
        ("Norwegian Dana Holt", "Norwegian"),
        ("South Korean Dana Holt", "South Korean"),
        ("Norwegian General Dana Holt", "Norwegian"),
    ],
)
def test_a_nationality_is_no_part_of_a_persons_name(nlp: Language, person: str, adjective: str) -> None:
    text = f"It was the {person} who left ."
    tagged = [Tagged(3, 3 + len(person.split()), "name", "person")]
    known = Candidate(3, 3 + len(adjective.split()), "norway", "government", "adjective")
    assert ("Dana Holt", "") in found(nlp, text, tagged, [known], 0.1)


def test_a_country_may_act_where_grammar_says_place(nlp: Language) -> None:
    country = KABUL._replace(start=5, end=6, kind="name")
    tagged = [Tagged(5, 6, "name", "government")]
    text = "They have many friends in Norway ."
    assert set(found(nlp, text, tagged, [country], 0.9)) == {("Norway", "afghanistan")}
    assert found(nlp, text, tagged, [country], 0.6) == []


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("Kestrel Front fighters left .", 3, "Kestrel Front"),
        ("Kestrel Front ministry clerks left .", 3, "Kestrel Front ministry"),
        ("Norwegian army lorries left .", 2, "Norwegian"),
        ("Norwegian Interior Minister Holt left .", 2, "Norwegian"),
        ("Norwegian Interior opened .", 2, "Norwegian Interior"),
    ],
)
def test_members_and_halves_of_titles_are_no_part_of_a_name(
    nlp: Language, text: str, end: int, expected: str
) -> None:
    assert found(nlp, text, [Tagged(0, end, "name", "armed_group")], [], 0.9) == [(expected, "")]


def test_the_lexicon_knows_names_that_the_network_left_out(nlp: Language) -> None:
    assert found(nlp, "The Kestrels left .", [], [FRONT], 0.0) == [("Kestrels", "kestrel")]


def test_a_longer_name_of_the_lexicon_is_offered_beside_a_shorter_one(nlp: Language) -> None:
    longer = Candidate(1, 4, "kestrel_south", "armed_group", "name")
    tagged = [Tagged(1, 2, "name", "armed_group")]
    names_found = found(nlp, "The Kestrels of Southmere left .", tagged, [longer], 0.9)
    assert ("Kestrels of Southmere", "kestrel_south") in names_found


def test_words_behind_a_known_name_are_no_part_of_it(nlp: Language) -> None:
    tagged = [Tagged(1, 3, "name", "armed_group")]
    assert found(nlp, "The Kestrels affiliate left .", tagged, [FRONT], 0.9) == [("Kestrels", "kestrel")]
