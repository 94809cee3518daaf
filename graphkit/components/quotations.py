"""Where direct speech stands: paired quotation marks, also over several sentences."""

from typing import NamedTuple

from graphkit.components.dependency_tree import DependencyTree

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
STRAIGHT = '"'


class Quotation(NamedTuple):
    """A half-open token range from the opening to behind the closing mark."""

    start: int
    end: int


def quotations(tree: DependencyTree) -> list[Quotation]:
    """All quotations, left to right.

    A mark that never closes ends with its paragraph: one lost mark must not turn the rest inside out. A new
    paragraph that opens again continues the speech.
    """
    found: list[Quotation] = []
    start: int | None = None
    for index, word in enumerate(tree.words):
        mark = word[0] if word and word[0] in (*OPENING, *CLOSING, STRAIGHT) and len(word) <= 2 else ""
        if start is not None and (mark in CLOSING or mark == STRAIGHT):
            found.append(Quotation(start, index + 1))
            start = None
        elif mark in OPENING or mark == STRAIGHT:
            start = index if start is None else start
        elif start is not None and word.count("\n") > 1:
            found.append(Quotation(start, index))
            start = None
    return found if start is None else [*found, Quotation(start, len(tree))]
