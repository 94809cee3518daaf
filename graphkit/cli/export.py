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
from graphkit.records import CAUTION

if TYPE_CHECKING:
    from graphkit.exporters import Format
    from graphkit.store import ClaimFilter, ClaimStore


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
@click.option(
    "--flavour",
    type=click.Choice(["claims", "aggregated", "reified"]),
    help="GraphML: an edge per claim (default), an edge per pair and relation, or claims as nodes.",
)
@click.option(
    "--dialect",
    type=click.Choice(["neo4j", "memgraph"]),
    help="Cypher: for which of the two (default: neo4j).",
)
@filter_options
def export(
    store_path: Path,
    output: Path,
    format_name: str | None,
    flavour: str | None,
    dialect: str | None,
    filters: "ClaimFilter",
) -> None:
    """Write the graph or its claims to a file for other programs.

    \b
    Formats:
      graphml (.graphml)     graph for Gephi, Cytoscape, yEd, igraph, networkx
      gexf (.gexf)           graph with dates for Gephi and Gephi Lite
      nodes-edges            NAME-nodes.csv and NAME-edges.csv for Gephi
      claims (.jsonl)        one claim a line, with all offsets
      claims-csv (.csv)      table of claims for spreadsheets and R
      node-link (.json)      JSON graph for networkx and D3
      cytoscape (.cyjs)      JSON graph for Cytoscape and cytoscape.js
      ftm (.ftm)             FollowTheMoney entities for OpenAleph and Aleph
      stix (.stix)           STIX 2.1 bundle for OpenCTI and MISP
      trig (.trig)           RDF, a nanopublication per claim, for triple stores
      cypher (.cypher)       script that loads Neo4j or Memgraph
      csl                    the documents as CSL-JSON, for Zotero and pandoc
      bibtex (.bib)          the documents for biblatex
      parquet (.parquet)     typed table of claims for pandas and DuckDB

    \b
    Example:
        graphkit export out -o contested.graphml --contested
        graphkit export out -o dawn.jsonl --source Dawn
    """
    kind = _format(output, format_name)
    options = _options(kind, flavour=flavour, dialect=dialect)
    if output == STDOUT and kind.name == "nodes-edges":
        raise click.UsageError("nodes-edges are two files; name one with -o, such as links.csv.")
    with asked_store(store_path, filters) as store:
        if output == STDOUT:
            _write_to_stdout(kind, store, {"filters": filters, **options})
            return
        kind.write(store, output, filters=filters, **options)
    talk(f"{_written(output, kind)}: written as {kind.name}. {CAUTION}")


def _written(output: Path, kind: "Format") -> str:
    if kind.name != "nodes-edges":
        return str(output)
    from graphkit.exporters.nodes_edges import nodes_edges_paths

    return " and ".join(map(str, nodes_edges_paths(output)))


def _options(kind: "Format", **asked: str | None) -> dict[str, Any]:
    """What the format takes beyond filters; raises UsageError where it does not take what was asked."""
    from graphkit.exporters.formats import OPTIONS

    options = {name: value for name, value in asked.items() if value is not None}
    for name in options:
        if name not in kind.options:
            takes = " and ".join(known for known, names in OPTIONS.items() if name in names)
            raise click.UsageError(f"--{name} is for {takes}; {kind.name} takes none.")
    return options


def _write_to_stdout(kind: "Format", store: "ClaimStore", options: dict[str, Any]) -> None:
    """By way of a file, as some formats must be written whole."""
    with TemporaryDirectory(prefix="graphkit-") as folder:
        draft = Path(folder, "export")
        kind.write(store, draft, **options)
        with draft.open("rb") as stream:
            shutil.copyfileobj(stream, sys.stdout.buffer)


def _format(output: Path, name: str | None) -> "Format":
    from graphkit.exporters import format_for

    try:
        return format_for(output, name)
    except FormatError as error:
        raise click.UsageError(str(error)) from None
