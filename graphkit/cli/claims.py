"""``graphkit claims``: who says what about whom."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.asking import asked_store
from graphkit.cli.claim_text import COLUMNS, claim_lines, flat_claim
from graphkit.cli.options import filter_options, json_option, store_argument
from graphkit.cli.tables import write_json_lines, write_tab_separated
from graphkit.cli.terminal import plural, talk
from graphkit.records import CAUTION

if TYPE_CHECKING:
    from graphkit.store import ClaimFilter

Row = Mapping[str, Any]


@click.command()
@store_argument
@click.option("--limit", type=click.IntRange(min=1), help="Show so many claims at most.")
@json_option
@filter_options
def claims(store_path: Path, limit: int | None, as_json: bool, filters: "ClaimFilter") -> None:
    """List claims: who says what about whom, in which words.

    On a terminal as text, in a pipe as tab-separated lines, with --json as in claims.jsonl. By document, then
    place in the text.

    \b
    Example:
        graphkit claims out --actor "Haqqani Network" --polarity denied
        graphkit claims out --contested --since 2021-08 --json
    """
    with asked_store(store_path, filters) as store:
        rows = islice(store.rows(filters), limit)
        if as_json:
            write_json_lines(rows)
            return
        contested = {found.pair for found in store.contested()}
        if sys.stdout.isatty():
            _write_text(rows, contested)
        else:
            write_tab_separated(_flat(rows, contested), (*COLUMNS, "contested"))


def _write_text(rows: Iterable[Row], contested: set[tuple[str, str]]) -> None:
    from graphkit.store import assertion_of

    count = 0
    for row in rows:
        count += 1
        click.echo("\n".join([*claim_lines(row, is_contested=assertion_of(row).pair in contested), ""]))
    talk(f"{plural(count, 'claim')}. {CAUTION}" if count else "No claim passes these filters.")


def _flat(rows: Iterable[Row], contested: set[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    from graphkit.store import assertion_of

    for row in rows:
        yield {**flat_claim(row), "contested": assertion_of(row).pair in contested}
