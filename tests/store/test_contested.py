import random

import pytest
from claim_making import RELATIONS

from graphkit.store import Assertion, contested_pairs

DAWN, POST = ("Dawn", "author"), ("Post", "author")


def assertion(text: str) -> Assertion:
    """ "A supports B yes Dawn author"."""
    subject, relation, object_, answer, source, speaker = text.split()
    polarity = {"yes": "affirmed", "no": "denied"}[answer]
    return Assertion(subject, relation, object_, polarity, (source, speaker))


@pytest.mark.parametrize(
    ("said", "pairs"),
    [
        (["A supports B yes Dawn author", "A supports B no Post author"], [("A", "B")]),
        (["A supports B yes Dawn author", "A supports B no Dawn minister"], [("A", "B")]),
        (["A supports B yes Dawn minister", "A supports B no Post minister"], [("A", "B")]),
        # one voice contradicts itself
        (["A supports B yes Dawn author", "A supports B no Dawn author"], []),
        # … and another joins either side: two voices over both sides
        (
            [
                "A supports B yes Dawn author",
                "A supports B no Dawn author",
                "A supports B yes Post author",
            ],
            [("A", "B")],
        ),
        # the same relation, but in the other direction
        (["A supports B yes Dawn author", "B supports A no Post author"], []),
        # … which for a symmetric one is the same
        (["A allied_with B yes Dawn author", "B allied_with A no Post author"], [("A", "B")]),
        # opposing relations, both affirmed, in the same and in the other direction
        (["A supports B yes Dawn author", "A attacks B yes Post author"], [("A", "B")]),
        (["A supports B yes Dawn author", "B attacks A yes Post author"], [("A", "B")]),
        (["A member_of B yes Dawn author", "B sanctions A yes Post author"], [("A", "B")]),
        (["B opposes A yes Dawn author", "A pledged_allegiance_to B yes Post author"], [("A", "B")]),
        # one of the opposing relations is denied: they agree
        (["A supports B yes Dawn author", "A attacks B no Post author"], []),
        (["A supports B no Dawn author", "A attacks B no Post author"], []),
        # opposing, but from one voice only
        (["A supports B yes Dawn author", "A attacks B yes Dawn author"], []),
        # relations that do not oppose each other
        (["A supports B yes Dawn author", "A controls B yes Post author"], []),
        (["A negotiates_with B yes Dawn author", "A attacks B yes Post author"], []),
        # other relation denied
        (["A supports B yes Dawn author", "A leads B no Post author"], []),
        # other pair
        (["A supports B yes Dawn author", "A supports C no Post author"], []),
        # a relation that is not in the table has a denial, but no opposite
        (["A teaches B yes Dawn author", "A teaches B no Post author"], [("A", "B")]),
        (["A teaches B yes Dawn author", "A attacks B yes Post author"], []),
        ([], []),
    ],
)
def test_contested_pairs_by_the_design(said: list[str], pairs: list[tuple[str, str]]) -> None:
    found = contested_pairs(map(assertion, said), RELATIONS)
    assert [contested.pair for contested in found] == pairs


def test_contested_pairs_name_both_sides() -> None:
    said = ["B attacks A yes Post author", "A supports B yes Dawn author", "A supports B yes Dawn minister"]
    (found,) = contested_pairs(map(assertion, said), RELATIONS)
    (dispute,) = found.disputes
    assert (dispute.first.subject, dispute.first.relation, dispute.first.object) == ("A", "supports", "B")
    assert (dispute.second.subject, dispute.second.relation, dispute.second.object) == ("B", "attacks", "A")
    assert dispute.first.voices == (DAWN, ("Dawn", "minister"))
    assert dispute.second.voices == (POST,)
    assert dispute.strength == (1, 3)


def test_contested_pairs_strongest_first_in_any_order() -> None:
    said = [
        *(f"A supports B {answer} {source} author" for answer, source in [("yes", "Dawn"), ("no", "Post")]),
        *(f"C leads D {answer} S{number} author" for number, answer in enumerate(["yes", "no"] * 2)),
        *(f"E leads F {answer} S{number} author" for number, answer in enumerate(["yes", "yes", "no"])),
    ]
    expected = [("C", "D"), ("E", "F"), ("A", "B")]
    for seed in range(5):
        random.Random(seed).shuffle(said)
        found = contested_pairs(map(assertion, said), RELATIONS)
        assert [contested.pair for contested in found] == expected
