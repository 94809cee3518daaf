"""Opening a store for a question, and what is said of filters that cannot match."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.terminal import plain

if TYPE_CHECKING:
    from graphkit.store import ClaimFilter, ClaimStore


@contextmanager
def asked_store(path: Path, filters: "ClaimFilter") -> "Iterator[ClaimStore]":
    """The store at `path`; a filter value that it does not know is wrong usage, told with the nearest."""
    from graphkit.store import open_store, unknown_values

    with open_store(path) as store:
        unknown = unknown_values(store, filters)
        if unknown:
            raise click.UsageError(plain("; ".join(f"{value}" for value in unknown) + "."))
        yield store


def narrowing(filters: "ClaimFilter") -> "ClaimFilter | None":
    """The filter, or None where no option was given: then what has no claims is counted too."""
    from graphkit.store import ClaimFilter

    return None if filters == ClaimFilter() else filters
