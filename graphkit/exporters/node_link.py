"""JSON node-link: one object per actor and per claim, read back as the same graph.

Format: https://networkx.org/documentation/stable/reference/readwrite/json_graph.html (`node_link_data`), read
by ``networkx.node_link_graph(data, edges="edges")`` and by D3 with ``forceLink(data.edges).id(d => d.id)``.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.errors import FormatError
from graphkit.exporters.json_text import flat, json_text, own_name
from graphkit.exporters.view import GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

OF_NODE = frozenset({"id"})
OF_EDGE = frozenset({"source", "target", "key"})
NOTHING: frozenset[str] = frozenset()


def write_node_link(
    content: "ClaimStore | nx.MultiDiGraph[str]", path: Path | str, *, filters: ClaimFilter | None = None
) -> None:
    """Write a store or graph, whole or not at all; the same content gives the same bytes.

    An edge's `key` is its claim's id; `graph` says who made the file. Lone surrogates become U+FFFD; floats
    that JSON lacks become the texts NaN, INF, -INF; None is left out; an attribute that has a name of the
    format (id; source, target, key) gets one more "_", which `read_node_link` takes off. Raises FormatError
    for an attribute that is neither text, number nor truth value.
    """
    view = view_of(content, filters)
    with whole_file(path) as stream:
        stream.writelines(_lines(view))


def read_node_link(path: Path | str) -> "nx.MultiDiGraph[str]":
    """The graph that `write_node_link` wrote: the same nodes, edges, keys and attributes, in the same order.

    Raises FormatError if the file is not a directed multigraph in this form.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        if not (data["directed"] is True and data["multigraph"] is True):
            raise ValueError("it is not directed with parallel edges")
        graph.graph.update(data["graph"])
        graph.add_nodes_from(_node(node) for node in data["nodes"])
        _add_edges(graph, data["edges"])
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, nx.NetworkXError) as error:
        raise FormatError(f"{path}: not JSON node-link as graphkit writes it ({error})") from error
    return graph


def _lines(view: GraphView) -> Iterator[str]:
    yield f'{{"directed": true, "multigraph": true, "graph": {json_text(flat(view.about, NOTHING))},\n'
    yield '"nodes": ['
    yield from separated(
        json_text({"id": actor, **flat(attributes, OF_NODE)}) for actor, attributes in view.actors()
    )
    yield '],\n"edges": ['
    for_edges = (
        {"source": claim.subject, "target": claim.object, "key": claim.id, **flat(claim.attributes, OF_EDGE)}
        for claim in view.claims()
    )
    yield from separated(map(json_text, for_edges))
    yield "]}\n"


def separated(items: Iterable[str]) -> Iterator[str]:
    """The items of a JSON array, one a line."""
    between = "\n"
    for item in items:
        yield f"{between}{item}"
        between = ",\n"


def _node(node: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    return node["id"], _attributes(node, OF_NODE)


def _add_edges(graph: "nx.MultiDiGraph[str]", edges: Iterable[Mapping[str, Any]]) -> None:
    for edge in edges:
        ends = (edge["source"], edge["target"])
        if not all(end in graph for end in ends):
            raise ValueError(f"edge {edge['key']!r} ends at a node that is not there")
        graph.add_edges_from([(*ends, edge["key"], _attributes(edge, OF_EDGE))])


def _attributes(item: Mapping[str, Any], reserved: frozenset[str]) -> dict[str, Any]:
    return {own_name(name, reserved): value for name, value in item.items() if name not in reserved}
