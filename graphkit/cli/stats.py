"""``graphkit stats``: the figures of a store."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.asking import asked_store, narrowing
from graphkit.cli.options import filter_options, json_option, store_argument
from graphkit.cli.tables import write_json_lines, write_rows

if TYPE_CHECKING:
    from graphkit.store import ClaimFilter, Summary

COUNTS = {
    "documents": "documents",
    "actors": "actors",
    "claims": "claims",
    "sources": "sources",
    "denied": "claims denied",
    "hedged": "claims hedged",
    "contested_pairs": "pairs of actors contested",
    "unsourced": "claims without publisher or date",
}
"""Field of Summary -> what its line says."""

TABLES = {"by_relation": "relation", "by_source": "source", "by_speaker": "speaker"}


@click.command()
@store_argument
@click.option(
    "--top",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="How many relations, sources and speakers to list at most.",
)
@json_option
@filter_options
def stats(store_path: Path, top: int, as_json: bool, filters: "ClaimFilter") -> None:
    """Count what a store holds.

    Then claims by relation, by source and by speaker, the most frequent first. With --json all in one.

    \b
    Example:
        graphkit stats out
        graphkit stats out --contested --json
    """
    from graphkit.store import summarize

    with asked_store(store_path, filters) as store:
        summary = summarize(store, narrowing(filters))
    if as_json:
        write_json_lines([{**asdict(summary), "unsourced_share": round(summary.unsourced_share, 3)}])
    else:
        write_rows(_rows(summary, top), ("what", "name", "count"), as_json=False)


def _rows(summary: "Summary", top: int) -> Iterator[dict[str, Any]]:
    for name, label in COUNTS.items():
        yield {"what": label, "count": getattr(summary, name)}
    for name, label in TABLES.items():
        for value, count in list(getattr(summary, name).items())[:top]:
            yield {"what": f"claims by {label}", "name": value, "count": count}
