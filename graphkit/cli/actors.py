"""``graphkit actors``: who is named."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.asking import asked_store, narrowing
from graphkit.cli.options import filter_options, json_option, store_argument
from graphkit.cli.tables import write_rows

if TYPE_CHECKING:
    from graphkit.store import ClaimFilter

COLUMNS = ("id", "name", "type", "claims", "as_subject", "as_object", "sources", "aliases")
ON_TERMINAL = ("name", "type", "claims", "as_subject", "as_object", "sources", "id")


@click.command()
@store_argument
@json_option
@filter_options
def actors(store_path: Path, as_json: bool, filters: "ClaimFilter") -> None:
    """List actors and how many claims name each.

    Those with most claims come first. With filters, actors of the claims that pass; without, all.

    \b
    Example:
        graphkit actors out
        graphkit actors out --source Dawn --actor-type armed_group
    """
    from graphkit.store import actor_table

    with asked_store(store_path, filters) as store:
        rows = (
            {
                **line.actor.to_dict(),
                "claims": line.claims,
                "as_subject": line.as_subject,
                "as_object": line.as_object,
                "sources": sorted(line.sources) if as_json else len(line.sources),
            }
            for line in actor_table(store, narrowing(filters))
        )
        write_rows(rows, COLUMNS, as_json=as_json, narrow=ON_TERMINAL)
