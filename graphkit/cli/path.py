"""``graphkit path``: how two actors hang together."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.asking import asked_store
from graphkit.cli.claim_text import COLUMNS as CLAIM_COLUMNS
from graphkit.cli.claim_text import claim_lines, flat_claim
from graphkit.cli.options import TEXT, filter_options, json_option, store_argument
from graphkit.cli.tables import write_json_lines, write_tab_separated
from graphkit.cli.terminal import plain, talk

if TYPE_CHECKING:
    from graphkit.graph import Hop
    from graphkit.records import Actor
    from graphkit.store import ClaimFilter, ClaimStore

Rows = Mapping[str, Mapping[str, Any]]
"""Rows of claims.jsonl by claim id."""

Found = Sequence[Sequence["Hop"]]


@click.command()
@store_argument
@click.argument("first", type=TEXT, metavar="ACTOR")
@click.argument("second", type=TEXT, metavar="ACTOR")
@click.option(
    "--limit", type=click.IntRange(min=1), default=3, show_default=True, help="Show so many paths at most."
)
@click.option(
    "--quotes",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="Show so many claims of each step at most, where the output is text.",
)
@json_option
@filter_options
def path(
    store_path: Path,
    first: str,
    second: str,
    limit: int,
    quotes: int,
    as_json: bool,
    filters: "ClaimFilter",
) -> None:
    """Show how two actors are linked, claim by claim.

    The shortest chains of actors between the two, whichever way the claims point. An ACTOR is an id, name or
    alias. Denied claims link too; --polarity affirmed leaves them out.

    \b
    Example:
        graphkit path out "Haqqani Network" isis_k
        graphkit path out ISI Taliban --polarity affirmed --limit 1
    """
    with asked_store(store_path, filters) as store:
        start, end = _actor(store, first), _actor(store, second)
        if start == end:
            raise click.UsageError(plain(f"Both are {start.name} ({start.id}); name two actors."))
        found = _paths(store, filters, start.id, end.id, limit)
        rows = _rows_of(store, filters, found)
        names = {actor.id: actor.name for actor in store.actors().values()}
    if as_json:
        write_json_lines(_as_json(found, rows))
    elif sys.stdout.isatty():
        _write_text(found, rows, names, quotes)
    else:
        write_tab_separated(_flat(found, rows), ("path", "step", *CLAIM_COLUMNS))
    if not found:
        talk(f"No chain of claims links {start.name} and {end.name}.")


def _actor(store: "ClaimStore", text: str) -> "Actor":
    from graphkit.errors import StoreError
    from graphkit.store import find_actor

    try:
        return find_actor(store, text)
    except StoreError as error:
        raise click.UsageError(plain(f"{error}.")) from None


def _paths(store: "ClaimStore", filters: "ClaimFilter", start: str, end: str, limit: int) -> Found:
    from graphkit.graph import build_graph, shortest_paths

    return shortest_paths(build_graph(store.rows(filters)), start, end, limit=limit)


def _rows_of(store: "ClaimStore", filters: "ClaimFilter", found: Found) -> Rows:
    wanted = {claim["id"] for hops in found for hop in hops for claim in hop.claims}
    return {row["id"]: row for row in store.rows(filters) if row["id"] in wanted}


def _claims_of(hop: "Hop", rows: Rows) -> list[Mapping[str, Any]]:
    """In the order of the store: by document, then place."""
    ids = {claim["id"] for claim in hop.claims}
    return [row for row in rows.values() if row["id"] in ids]


def _as_json(found: Found, rows: Rows) -> Iterator[dict[str, Any]]:
    for hops in found:
        steps = [{"first": hop.first, "second": hop.second, "claims": _claims_of(hop, rows)} for hop in hops]
        yield {"actors": _actors_of(hops), "steps": steps}


def _flat(found: Found, rows: Rows) -> Iterator[dict[str, Any]]:
    for number, hops in enumerate(found, 1):
        for step, hop in enumerate(hops, 1):
            for row in _claims_of(hop, rows):
                yield {"path": number, "step": step, **flat_claim(row)}


def _write_text(found: Found, rows: Rows, names: Mapping[str, str], quotes: int) -> None:
    for number, hops in enumerate(found, 1):
        chain = " - ".join(names[actor] for actor in _actors_of(hops))
        click.secho(f"Path {number}: {plain(chain)}", bold=True, underline=True)
        for hop in hops:
            claims = _claims_of(hop, rows)
            for row in claims[:quotes]:
                click.echo("\n".join(claim_lines(row)))
            if len(claims) > quotes:
                click.echo(f"  … and {len(claims) - quotes:,} more")
        click.echo()


def _actors_of(hops: "Sequence[Hop]") -> list[str]:
    return [*(hop.first for hop in hops), *(hop.second for hop in hops[-1:])]
