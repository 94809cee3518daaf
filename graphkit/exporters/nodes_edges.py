"""Two CSV files, nodes and edges, with the column names that Gephi and Cytoscape import as they are.

Gephi: https://docs.gephi.org/desktop/User_Manual/Import/Import_CSV_Data/; Cytoscape takes Source, Target and
Kind as source, target and interaction, and Id of the nodes as their key.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.exporters.csv_cells import note, write_rows
from graphkit.exporters.view import ClaimEdge, GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

NODE_HEAD = ("Id", "Label")
EDGE_HEAD = ("Source", "Target", "Type", "Id", "Label", "Kind")
"""Kind is the relation: Gephi keeps parallel edges of several kinds apart."""


def write_nodes_edges(
    content: "ClaimStore | nx.MultiDiGraph[str]",
    path: Path | str,
    *,
    filters: ClaimFilter | None = None,
) -> None:
    """Write NAME-nodes.csv and NAME-edges.csv for a path NAME.csv: both whole, or neither.

    An edge per claim; Type is Undirected where the relation is symmetric. An attribute that is called as one
    of the programs' own columns, in whatever case, gets "_" behind its name. The last column of both says
    which version read it, with which caution, under which filters, from which store. Cells are made safe as
    `csv_cells.cell` says.
    """
    view = view_of(content, filters)
    nodes, edges = nodes_edges_paths(path)
    with whole_file(nodes) as node_stream, whole_file(edges) as edge_stream:
        names = _names(node.attributes for node in view.actors())
        write_rows(node_stream, _head(NODE_HEAD, names), _nodes(view, names))
        names = _names(claim.attributes for claim in view.claims())
        write_rows(edge_stream, _head(EDGE_HEAD, names), _edges(view, names))


def nodes_edges_paths(path: Path | str) -> tuple[Path, Path]:
    """The two files that are written for a path.

    >>> [file.name for file in nodes_edges_paths("out/links.csv")]
    ['links-nodes.csv', 'links-edges.csv']
    """
    path = Path(path)
    name = path.stem if path.suffix.lower() == ".csv" else path.name
    return path.with_name(f"{name}-nodes.csv"), path.with_name(f"{name}-edges.csv")


def _names(items: Iterable[Mapping[str, Any]]) -> list[str]:
    """The names of all attributes, sorted; the label has a column of its own."""
    return sorted({name for item in items for name in item} - {"label"})


def _head(own: tuple[str, ...], names: list[str]) -> list[str]:
    taken = {name.lower() for name in own}
    return [*own, *(f"{name}_" if name.lower() in taken else name for name in names), "note"]


def _nodes(view: GraphView, names: list[str]) -> Iterator[list[Any]]:
    last = note(view.about)
    for actor, attributes in view.actors():
        yield [actor, attributes.get("label", actor), *map(attributes.get, names), last]


def _edges(view: GraphView, names: list[str]) -> Iterator[list[Any]]:
    last, symmetric = note(view.about), view.symmetric
    for claim in view.claims():
        yield [*_edge(claim, symmetric), *map(claim.attributes.get, names), last]


def _edge(claim: ClaimEdge, symmetric: frozenset[str]) -> tuple[str, ...]:
    relation = str(claim.attributes.get("relation") or "")
    direction = "Undirected" if relation in symmetric else "Directed"
    label = str(claim.attributes.get("label") or relation.replace("_", " "))
    return claim.subject, claim.object, direction, claim.id, label, relation
