"""Cut a document into windows: sentences that are read, with sentences before them as context."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphkit.components.reader.pieces import CLOSING, OPENING, Pieces

TARGET_PIECES = 250
CONTEXT_PIECES = 100
LONGEST_WINDOW = 400
"""Pieces. A sentence that is longer than a window is cut off; the network has 512 places."""


class Window(NamedTuple):
    """Token ranges: [start, end) is encoded, [target, end) is what is read in this window."""

    start: int
    target: int
    end: int


def windows(
    sentences: Sequence[tuple[int, int]],
    pieces: Pieces,
    target: int = TARGET_PIECES,
    context: int = CONTEXT_PIECES,
) -> Iterator[Window]:
    """Every sentence is the target of one window; before it come as many whole ones as the context holds."""
    first = 0
    while first < len(sentences):
        last = first + 1
        while last < len(sentences) and pieces.count(sentences[first][0], sentences[last][1]) <= target:
            last += 1
        begin = first
        while begin > 0 and pieces.count(sentences[begin - 1][0], sentences[first][0]) <= context:
            begin -= 1
        start, end = sentences[begin][0], sentences[last - 1][1]
        while pieces.count(start, end) > LONGEST_WINDOW - 2 and start < sentences[first][0]:
            begin += 1
            start = sentences[begin][0]
        while pieces.count(start, end) > LONGEST_WINDOW - 2:
            end -= 1
        yield Window(start, sentences[first][0], end)
        first = last


def inputs(window: Window, pieces: Pieces) -> tuple[list[int], list[int]]:
    """Piece ids and cases of the window between the opening and the closing piece."""
    here = slice(pieces.starts[window.start], pieces.starts[window.end])
    return [OPENING, *pieces.ids[here], CLOSING], [0, *pieces.cases[here], 0]


def place(token: int, window: Window, pieces: Pieces) -> int:
    """Where the token's first piece stands in the window; one without pieces is where the one before ends."""
    offset = pieces.starts[token] - pieces.starts[window.start] + 1
    return offset if pieces.count(token, token + 1) else max(1, offset - 1)


def piece_span(span: tuple[int, int], window: Window, pieces: Pieces) -> tuple[int, int]:
    """Places [start, end) of a token range, at least one."""
    start = place(span[0], window, pieces)
    return start, max(start + 1, pieces.starts[min(span[1], window.end)] - pieces.starts[window.start] + 1)
