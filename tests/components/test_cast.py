"""Who is who among the names of a document, given where the names stand."""

import pytest
from spacy.language import Language

from graphkit.components.cast import Cast, Named
from graphkit.components.dependency_tree import DependencyTree

PERSON, STATE = "person", "government"
CASES = [
    ("Mr Teodor Vass and Ms Irena Vass left . Ms Vass paid .", ["teodor_vass", "irena_vass", "irena_vass"]),
    ("Mr Teodor Vass and Ms Irena Vass left . Mr Vass paid .", ["teodor_vass", "irena_vass", "teodor_vass"]),
    ("Teodor Vass and Irena Vass left . Vass paid .", ["teodor_vass", "irena_vass", "vass_x"]),
    ("Teodor Vass left . Irena Vass came . Vass paid .", ["teodor_vass", "irena_vass", "irena_vass"]),
    ("Teodor Vass left . Vass paid .", ["teodor_vass", "teodor_vass"]),
    (
        "Irena Vass left . Teodor Vass came . Mr Teodor Vass paid . Ms Vass sang .",
        ["irena_vass", "teodor_vass", "teodor_vass", "irena_vass"],
    ),
    (
        "Teodor Vass and Irena Vass left . Ms Irena Vass sang . Teodor Vass came . Ms Vass paid .",
        ["teodor_vass", "irena_vass", "irena_vass", "teodor_vass", "irena_vass"],
    ),
]


def actors(nlp: Language, text: str, *names: tuple[str, str]) -> list[str]:
    """The actor of each name, in text order; `names` are texts and types, each meant wherever it stands."""
    tree = DependencyTree.of(nlp(text))
    found = []
    for name, kind in names:
        words = name.split()
        starts = [at for at in range(len(tree)) if tree.words[at : at + len(words)] == words]
        found += [Named(at, at + len(words), "", kind) for at in starts]
    taken: set[int] = set()
    mentions = []
    for item in sorted(found, key=lambda item: item.start - item.end):
        if taken.isdisjoint(range(item.start, item.end)):
            taken.update(range(item.start, item.end))
            mentions.append(item)
    return [item.actor for item in Cast(tree, "x").assign(sorted(mentions))]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_namesakes(nlp: Language, text: str, expected: list[str]) -> None:
    people = [(name, PERSON) for name in ("Teodor Vass", "Irena Vass", "Vass")]
    assert actors(nlp, text, *people) == expected


def test_what_is_no_person_is_no_namesake(nlp: Language) -> None:
    text = "Teodor Vass left . Irena Vass came . Vass paid ."
    names = [("Teodor Vass", PERSON), ("Irena Vass", PERSON), ("Vass", STATE)]
    assert actors(nlp, text, *names) == ["teodor_vass", "irena_vass", "vass_x"]


def test_a_surname_far_from_its_bearers_is_nobody_s(nlp: Language) -> None:
    text = "Teodor Vass and Irena Vass left . It rained . It snowed . It froze . It thawed . Vass paid ."
    people = [(name, PERSON) for name in ("Teodor Vass", "Irena Vass", "Vass")]
    assert actors(nlp, text, *people)[-1] == "vass_x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karvelian troops left Karvelia .", ["karvelia", "karvelia"]),
        ("Karvelia left . Karvelians left .", ["karvelia", "karvelia"]),
        ("Karvelia and Karvel left . Karvelian troops stayed .", ["karvelia", "karvel", "karvelian"]),
        ("Karvelia left . Karvelian troops came . Karvelians left .", ["karvelia"] * 3),
        ("Tamsuria left . Karvelian troops stayed .", ["tamsuria", "karvelian"]),
    ],
)
def test_adjectives_of_states_that_no_lexicon_knows(nlp: Language, text: str, expected: list[str]) -> None:
    names = [(name, STATE) for name in ("Karvelian", "Karvelians", "Karvelia", "Karvel", "Tamsuria")]
    assert actors(nlp, text, *names) == expected


def test_a_noun_behind_a_name_that_stands_alone_elsewhere_is_no_part_of_it(nlp: Language) -> None:
    names = [
        ("Grey Jackal gang", "armed_group"),
        ("Grey Jackal", "armed_group"),
        ("Ninth Quay gang", "armed_group"),
    ]
    text = "Grey Jackal gang men left . Grey Jackal came . Ninth Quay gang men sang ."
    assert actors(nlp, text, *names) == ["grey_jackal", "grey_jackal", "ninth_quay_gang"]
