"""Spans that may be names, before anybody decides."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.components.candidates import Candidate, is_acronym, longest


@pytest.mark.parametrize("word", ["UDL", "NATO", "ISIL-K", "PdCL"])
def test_is_acronym(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["Front", "I", "2021", "udl", "ABCDEFGHIJ"])
def test_is_no_acronym(word: str) -> None:
    assert not is_acronym(word)


def candidate(start: int, end: int, actor: str = "") -> Candidate:
    return Candidate(start, end, actor, "organization", "name")


def test_longest_prefers_length_over_a_known_id() -> None:
    assert longest([candidate(0, 1, "known"), candidate(0, 3)]) == [candidate(0, 3)]


def test_longest_prefers_a_known_id_of_the_same_length() -> None:
    assert longest([candidate(0, 2), candidate(1, 3, "known")]) == [candidate(1, 3, "known")]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5))))
def test_longest_leaves_no_overlap_and_does_not_depend_on_order(ranges: list[tuple[int, int]]) -> None:
    candidates = [candidate(start, start + length) for start, length in ranges]
    kept = longest(candidates)
    assert all(first.end <= second.start for first, second in itertools.pairwise(kept))
    assert kept == longest(reversed(candidates))
