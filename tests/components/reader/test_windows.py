"""Windows cover every sentence once and carry whole sentences as context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.components.reader.pieces import CLOSING, OPENING, Pieces
from graphkit.components.reader.windows import (
    LONGEST_WINDOW,
    Window,
    inputs,
    piece_span,
    place,
    windows,
)


def pieces_of(lengths: list[int]) -> Pieces:
    """A document whose tokens have these numbers of pieces."""
    starts = [0]
    for length in lengths:
        starts.append(starts[-1] + length)
    return Pieces(list(range(1000, 1000 + starts[-1])), [1] * starts[-1], starts)


def in_sentences(sizes: list[int]) -> list[tuple[int, int]]:
    found, start = [], 0
    for size in sizes:
        found.append((start, start + size))
        start += size
    return found


@given(st.lists(st.integers(1, 120), min_size=1, max_size=30), st.integers(1, 4))
def test_every_sentence_is_read_in_one_window(sizes: list[int], per_token: int) -> None:
    sentences, pieces = in_sentences(sizes), pieces_of([per_token] * sum(sizes))
    found = list(windows(sentences, pieces))
    targets = [
        number
        for window in found
        for number, item in enumerate(sentences)
        if window.target <= item[0] < window.end
    ]
    assert targets == list(range(len(sentences)))
    for window in found:
        assert window.start <= window.target < window.end
        assert window.start in [start for start, _ in sentences]
        assert pieces.count(window.start, window.end) <= LONGEST_WINDOW - 2


def test_context_is_whole_sentences_within_its_size() -> None:
    pieces = pieces_of([1] * 40)
    found = list(windows(in_sentences([10, 10, 10, 10]), pieces, target=10, context=15))
    assert found == [Window(0, 0, 10), Window(0, 10, 20), Window(10, 20, 30), Window(20, 30, 40)]


def test_a_sentence_longer_than_a_window_is_cut_off() -> None:
    [window] = windows([(0, 900)], pieces_of([1] * 900))
    assert window == Window(0, 0, LONGEST_WINDOW - 2)


def test_places_count_from_the_opening_piece() -> None:
    pieces, window = pieces_of([2, 0, 3, 1]), Window(0, 0, 4)
    ids, cases = inputs(window, pieces)
    assert ids == [OPENING, 1000, 1001, 1002, 1003, 1004, 1005, CLOSING]
    assert len(cases) == len(ids)
    assert [place(token, window, pieces) for token in range(4)] == [1, 2, 3, 6]


@pytest.mark.parametrize(
    ("span", "expected"), [((0, 1), (1, 3)), ((1, 2), (2, 3)), ((2, 4), (3, 7)), ((2, 9), (3, 7))]
)
def test_spans_of_pieces_are_never_empty(span: tuple[int, int], expected: tuple[int, int]) -> None:
    assert piece_span(span, Window(0, 0, 4), pieces_of([2, 0, 3, 1])) == expected
