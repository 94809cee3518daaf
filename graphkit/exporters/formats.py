"""The table of export formats: a new one is a module and a row here."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from graphkit.errors import FormatError


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One export format. `writer` is ``module:function`` below graphkit.exporters, loaded when it is used.

    A file whose suffix is among `suffixes` is of this format without being told. `options` are the keywords
    beyond `filters` that its function takes.
    """

    name: str
    suffixes: tuple[str, ...]
    writer: str
    tells: str
    options: tuple[str, ...] = ()

    def write(self, content: Any, path: Path, **options: Any) -> None:
        """Write a store or graph; `options` are `filters` and those that the format has."""
        module, _, function = self.writer.partition(":")
        getattr(import_module(f"graphkit.exporters.{module}"), function)(content, path, **options)


ROWS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("graphml", (".graphml",), "graphml:write_graphml", "graph for Gephi, Cytoscape, yEd, igraph, networkx"),
    ("gexf", (".gexf",), "gexf:write_gexf", "graph with dates for Gephi and Gephi Lite"),
    ("nodes-edges", (), "nodes_edges:write_nodes_edges", "NAME-nodes.csv and NAME-edges.csv for Gephi"),
    ("claims", (".jsonl",), "claims:write_claims", "one claim a line, with all offsets"),
    ("claims-csv", (".csv",), "claims_csv:write_claims_csv", "table of claims for spreadsheets and R"),
    ("node-link", (".json",), "node_link:write_node_link", "JSON graph for networkx and D3"),
    ("cytoscape", (".cyjs",), "cytoscape:write_cytoscape", "JSON graph for Cytoscape and cytoscape.js"),
    ("ftm", (".ftm",), "ftm:write_ftm", "FollowTheMoney entities for OpenAleph and Aleph"),
    ("stix", (".stix",), "stix:write_stix", "STIX 2.1 bundle for OpenCTI and MISP"),
    ("trig", (".trig",), "trig:write_trig", "RDF, a nanopublication per claim, for triple stores"),
    ("cypher", (".cypher",), "cypher:write_cypher", "script that loads Neo4j or Memgraph"),
    ("csl", (), "csl:write_csl", "the documents as CSL-JSON, for Zotero and pandoc"),
    ("bibtex", (".bib",), "bibtex:write_bibtex", "the documents for biblatex"),
    ("parquet", (".parquet",), "parquet:write_parquet", "typed table of claims for pandas and DuckDB"),
)
"""Name, suffixes, writer, what it is for; in the order in which help and README list them."""

OPTIONS: dict[str, tuple[str, ...]] = {"graphml": ("flavour",), "cypher": ("dialect",)}

WRITERS: dict[str, Format] = {
    name: Format(name=name, suffixes=suffixes, writer=writer, tells=tells, options=OPTIONS.get(name, ()))
    for name, suffixes, writer, tells in ROWS
}


def format_for(path: Path, name: str | None = None) -> Format:
    """The format called `name`, else the one that the suffix tells; raises FormatError if there is none."""
    if name == "claims" and path.suffix.lower() == ".csv":
        name = "claims-csv"
    if name is not None:
        found = WRITERS.get(name)
    else:
        found = next((item for item in WRITERS.values() if path.suffix.lower() in item.suffixes), None)
    if found is None:
        wanted = f"no format {name!r}" if name else f"the suffix {path.suffix!r} tells no format"
        known = ", ".join(f"{item.name} {' '.join(item.suffixes)}".strip() for item in WRITERS.values())
        raise FormatError(f"{path}: {wanted}; choose one with --format; known: {known}")
    return found
