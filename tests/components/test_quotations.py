"""Where direct speech starts and ends."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.quotations import Quotation, quotations


def quotes(*words: str) -> list[Quotation]:
    doc = Doc(Vocab(), words=list(words), sent_starts=[index == 0 for index in range(len(words))])
    return quotations(DependencyTree.of(doc))


PAIRED = [
    (["“", "a", "b", "”", "he", "said"], [(0, 4)]),
    (['"', "a", '"', "he", "said", '"', "b", '"'], [(0, 3), (5, 8)]),
    (["„", "a", "”"], [(0, 3)]),
    (["«", "a", "»", "c"], [(0, 3)]),
    (["“", "a", ".", "b", ".", "”"], [(0, 6)]),
    (["a", "b"], []),
    ([], []),
]

LOST = [
    (["“", "a", "\n\n", "b"], [(0, 2)]),
    (["“", "a", "\n", "b", "”"], [(0, 5)]),
    (["“", "a", "\n\n", "“", "b", "”"], [(0, 2), (3, 6)]),
    (["a", "”", "b"], []),
    (["a", '"', "b"], [(1, 3)]),
    (["“", "a", "“", "b", "”"], [(0, 5)]),
]


@pytest.mark.parametrize(("words", "spans"), PAIRED)
def test_paired_marks(words: list[str], spans: list[tuple[int, int]]) -> None:
    assert quotes(*words) == spans


@pytest.mark.parametrize(("words", "spans"), LOST)
def test_lost_marks_end_with_their_paragraph(words: list[str], spans: list[tuple[int, int]]) -> None:
    assert quotes(*words) == spans


@given(st.lists(st.sampled_from(["a", "“", "”", '"', "«", "»", "„", "\n\n", "'", "’"]), max_size=30))
def test_quotations_lie_in_the_text_and_do_not_overlap(words: list[str]) -> None:
    found = quotes(*words)
    assert all(0 <= quote.start < quote.end <= len(words) for quote in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
