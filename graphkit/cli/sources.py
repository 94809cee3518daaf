"""``graphkit sources``: which publications there are, and what is not known of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.asking import asked_store, narrowing
from graphkit.cli.options import filter_options, json_option, store_argument
from graphkit.cli.tables import write_rows
from graphkit.cli.terminal import plural, talk

if TYPE_CHECKING:
    from graphkit.store import ClaimFilter, ClaimStore, SourceLine

COLUMNS = ("source", "documents", "copies", "claims", "first", "last", "missing")


@click.command()
@store_argument
@click.option("--check", is_flag=True, help="List the documents that lack metadata, and which.")
@json_option
@filter_options
def sources(store_path: Path, check: bool, as_json: bool, filters: "ClaimFilter") -> None:
    """List sources and what each says.

    A source is called by its publisher, else by its web host or file name. Filters choose its claims. Copies
    are documents whose text is listed under another source too; their claims count for each.

    \b
    Example:
        graphkit sources out
        graphkit sources out --check
    """
    with asked_store(store_path, filters) as store:
        if check:
            _check(store, filters, as_json)
        else:
            rows = list(_rows(store, filters, as_json))
            has_copies = any(row["copies"] for row in rows)
            shown = [name for name in COLUMNS if has_copies or name != "copies"]
            write_rows(rows, COLUMNS, as_json=as_json, narrow=shown)


def _rows(store: "ClaimStore", filters: "ClaimFilter", as_json: bool) -> Iterator[dict[str, Any]]:
    from graphkit.store import source_table

    for line in source_table(store, narrowing(filters)):
        yield {
            "source": line.label,
            "publisher": line.publisher,
            "documents": line.documents,
            "copies": line.copies,
            "claims": line.claims,
            "first": line.first,
            "last": line.last,
            "missing": line.missing if as_json else _missing(line),
        }


def _missing(line: "SourceLine") -> list[str]:
    """What is lacking, and in how many documents where not in all."""
    return [name if count == line.documents else f"{name} in {count}" for name, count in line.missing.items()]


def _check(store: "ClaimStore", filters: "ClaimFilter", as_json: bool) -> None:
    from graphkit.store import unsourced_documents

    lacking = unsourced_documents(store, narrowing(filters))
    rows = ({"document": line.path, "source": line.label, "missing": line.missing} for line in lacking)
    write_rows(rows, ("document", "source", "missing"), as_json=as_json)
    if lacking:
        talk(
            f"{plural(len(lacking), 'document')} without full metadata. Add a sources.csv (path,"
            "publisher,title,author,date,url) beside them, or name one with --metadata, and build again."
        )
    else:
        talk("No document lacks publisher, title, author, date or url.")
