"""``graphkit export``: a store as a file for other programs."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.asking import asked_store
from graphkit.cli.options import TEXT, filter_options, store_argument
from graphkit.cli.terminal import STDOUT, talk
from graphkit.errors import FormatError

if TYPE_CHECKING:
    from graphkit.exporters import Format
    from graphkit.store import ClaimFilter


@click.command()
@store_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    required=True,
    help="The file to write; its suffix chooses the format. - is stdout and needs --format.",
)
@click.option(
    "--format",
    "format_name",
    type=TEXT,
    metavar="NAME",
    help="The format, where the suffix does not tell it.",
)
@filter_options
def export(store_path: Path, output: Path, format_name: str | None, filters: "ClaimFilter") -> None:
    """Write the graph or its claims to a file for other programs.

    Formats: graphml (.graphml), which Gephi, Cytoscape, yEd, igraph and networkx open, and claims (.jsonl),
    one claim a line.

    \b
    Example:
        graphkit export out -o contested.graphml --contested
        graphkit export out -o dawn.jsonl --source Dawn
    """
    from graphkit.graph import build_graph

    kind = _format(output, format_name)
    with asked_store(store_path, filters) as store:
        rows = store.rows(filters)
        content = build_graph(rows, store.actors()) if kind.takes == "graph" else rows
        if output == STDOUT:
            _write_to_stdout(kind, content)
            return
        kind.write(content, output)
    talk(f"{output}: written as {kind.name}.")


def _write_to_stdout(kind: "Format", content: Any) -> None:
    """By way of a file, as some formats must be written whole."""
    with TemporaryDirectory(prefix="graphkit-") as folder:
        draft = Path(folder, f"export{kind.suffixes[0]}")
        kind.write(content, draft)
        with draft.open("rb") as stream:
            shutil.copyfileobj(stream, sys.stdout.buffer)


def _format(output: Path, name: str | None) -> "Format":
    from graphkit.exporters import format_for

    try:
        return format_for(output, name)
    except FormatError as error:
        raise click.UsageError(str(error)) from None
