"""Progress on stderr, where it is a terminal; elsewhere nothing."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

Advance = Callable[[], None]
Item = TypeVar("Item")


@contextmanager
def progress_bar(what: str, total: int | None) -> Iterator[Advance]:
    """A bar of `total` documents, or a count where the total is not known; call the result once for each."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=_console(), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


@contextmanager
def spinner(what: str) -> Iterator[None]:
    """A sign of life while something loads."""
    if not sys.stderr.isatty():
        yield
        return
    with _console().status(what):
        yield


def counted(items: Iterable[Item], advance: Advance) -> Iterator[Item]:
    """The items; `advance` is called when the next one is asked for, when this one is done with."""
    for item in items:
        yield item
        advance()


def _console() -> "Console":
    from rich.console import Console

    return Console(stderr=True)
