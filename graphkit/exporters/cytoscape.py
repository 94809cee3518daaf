"""Cytoscape.js JSON (.cyjs): opened by Cytoscape desktop (File > Import > Network) and by cytoscape.js.

Format: https://js.cytoscape.org/#notation/elements-json; what Cytoscape desktop reads besides:
https://manual.cytoscape.org/en/stable/Supported_Network_File_Formats.html#cytoscape-js-json.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.errors import FormatError
from graphkit.exporters.json_text import flat, json_text
from graphkit.exporters.node_link import NOTHING, separated
from graphkit.exporters.view import GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

# "parent" would draw a ministry inside the box of its government, which is no node with links any more.
RESERVED = frozenset({"id", "source", "target", "parent"})


def write_cytoscape(
    content: "ClaimStore | nx.MultiDiGraph[str]", path: Path | str, *, filters: ClaimFilter | None = None
) -> None:
    """Write a store or graph, whole or not at all; the same content gives the same bytes.

    An element's `data` holds all attributes; those with a name that Cytoscape uses otherwise (id, source,
    target, parent) get one more "_". `name` (of nodes) and `interaction` (of edges) are what Cytoscape
    desktop labels by. Ids are unique over nodes and edges: an edge whose id is taken gets "claim:" before it.
    `data` of the network says who made the file. Lone surrogates become U+FFFD; floats that JSON lacks become
    the texts NaN, INF, -INF. Raises FormatError for a node without id and for an attribute that is neither
    text, number nor truth value.
    """
    view = view_of(content, filters)
    # A store's claims have ids of their own; the keys of a graph need not differ from pair to pair.
    differing = isinstance(content, ClaimStore)
    with whole_file(path) as stream:
        stream.writelines(_lines(view, differing))


def _lines(view: GraphView, differing: bool) -> Iterator[str]:
    about = flat(view.about, NOTHING)
    network = {"name": about.get("store", "graphkit"), **about}
    maker = json_text(f"graphkit {about.get('graphkit', '')}".strip())
    yield f'{{"format_version": "1.0", "generated_by": {maker}, "target_cytoscapejs_version": "~3",\n'
    yield f'"data": {json_text(network)},\n'
    yield '"elements": {"nodes": ['
    yield from separated(json_text({"data": node}) for node in _nodes(view))
    yield '],\n"edges": ['
    yield from separated(json_text({"data": edge}) for edge in _edges(view, differing))
    yield "]}}\n"


def _nodes(view: GraphView) -> Iterator[dict[str, Any]]:
    for actor, attributes in view.actors():
        if not actor:
            raise FormatError("a node has the id '', which Cytoscape refuses; give it a name")
        yield {"id": actor, "name": attributes.get("label", actor), **flat(attributes, RESERVED)}


def _edges(view: GraphView, differing: bool) -> Iterator[dict[str, Any]]:
    taken = {actor for actor, _ in view.actors()} | {""}
    for subject, object_, key, attributes in view.claims():
        made = str(key)
        while made in taken:
            made = f"claim:{made}"
        if not differing:
            taken.add(made)
        yield {
            "id": made,
            "source": subject,
            "target": object_,
            "interaction": attributes.get("relation", "claim"),
            **flat(attributes, RESERVED),
        }
