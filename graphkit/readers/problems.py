"""What a reader says when a file or row cannot become a document, or only with a loss.

Refusal            raised inside a reader, which does not know the document's path; becomes UnreadableDocument
Remark             the same of a row that is kept; becomes DocumentWarning
DocumentWarning    the document was kept, but something of it (a date, a sidecar) was not understood
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass

from graphkit.errors import UnreadableDocument

Report = Callable[[UnreadableDocument], None]
"""Where problems go: called with an UnreadableDocument, or with a DocumentWarning when nothing was lost."""


class DocumentWarning(UnreadableDocument):
    """Not a loss: every document was kept, but `where` holds something that was not understood.

    It shares the callback with UnreadableDocument; tell the two apart with ``isinstance``.
    """


class Refusal(Exception):
    """A reader's reason not to make a document of a file, or of its row number `row`."""

    def __init__(self, problem: str, remedy: str, row: int | None = None) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem, self.remedy, self.row = problem, remedy, row


@dataclass(frozen=True, slots=True)
class Remark:
    """A reader's doubt about its row number `row`, which is kept."""

    problem: str
    remedy: str
    row: int


def raise_problem(problem: UnreadableDocument) -> None:
    """Raise what lost a document, warn of what did not: the callback of those who gave none."""
    if not isinstance(problem, DocumentWarning):
        raise problem
    warnings.warn(str(problem), stacklevel=2)
