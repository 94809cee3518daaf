"""GraphML: one node per actor, one edge per claim, read back as the same graph.

Format: http://graphml.graphdrawing.org/specification.html (structures, attributes). Opened by Gephi,
Cytoscape, yEd, igraph and networkx. The edge's key is its `id`.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from graphkit.errors import FormatError
from graphkit.store import whole_file

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, escaped or not (XML 1.0, 5th edition, section 2.2)."""

ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
# Unescaped, a carriage return would come back as a newline, and any blank in an attribute as a space.
IN_TEXT = str.maketrans({sign: ESCAPES[sign] for sign in "&<>\r"})
IN_ATTRIBUTE = str.maketrans(ESCAPES)

Keys = dict[tuple[str, str, str], str]
"""(graph, node or edge; attribute's name; its type) -> id of the declaration."""


def write_graphml(graph: "nx.MultiDiGraph[str]", path: Path | str) -> None:
    """Write the graph, whole or not at all; the same graph gives the same bytes.

    Characters that XML cannot hold become U+FFFD; None is left out. Raises FormatError for an attribute that
    is neither text, number nor truth value.
    """
    keys = _declarations(graph)
    with whole_file(path) as stream:
        stream.writelines(_lines(graph, keys))


def read_graphml(path: Path | str) -> "nx.MultiDiGraph[str]":
    """The graph that `write_graphml` wrote: the same nodes, edges, keys and attributes, in the same order.

    Raises FormatError if the file is not directed GraphML.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    with Path(path).open("rb") as stream:
        try:
            _read_into(graph, ElementTree.iterparse(stream, events=("start", "end")))
        except (ElementTree.ParseError, KeyError, ValueError) as error:
            raise FormatError(f"{path}: not GraphML as graphkit writes it ({error})") from error
    return graph


def _declarations(graph: "nx.MultiDiGraph[str]") -> Keys:
    found = {("graph", name, _type(name, value)) for name, value in _known(graph.graph)}
    for _, attributes in graph.nodes(data=True):
        found.update(("node", name, _type(name, value)) for name, value in _known(attributes))
    for *_, attributes in graph.edges(data=True):
        found.update(("edge", name, _type(name, value)) for name, value in _known(attributes))
    return {key: f"d{number}" for number, key in enumerate(sorted(found))}


def _lines(graph: "nx.MultiDiGraph[str]", keys: Keys) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n'
    for (owner, name, kind), key in keys.items():
        yield f'  <key id="{key}" for="{owner}" attr.name="{_quoted(name)}" attr.type="{kind}"/>\n'
    yield '  <graph edgedefault="directed">\n'
    yield from _data("graph", graph.graph, keys)
    for node, attributes in graph.nodes(data=True):
        yield f'    <node id="{_quoted(node)}">\n'
        yield from _data("node", attributes, keys)
        yield "    </node>\n"
    for start, end, key, attributes in graph.edges(keys=True, data=True):
        yield f'    <edge id="{_quoted(key)}" source="{_quoted(start)}" target="{_quoted(end)}">\n'
        yield from _data("edge", attributes, keys)
        yield "    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _data(owner: str, attributes: Mapping[str, Any], keys: Keys) -> Iterator[str]:
    for name, value in _known(attributes):
        key = keys[owner, name, _type(name, value)]
        yield f'      <data key="{key}">{_text(value)}</data>\n'


def _known(attributes: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    return ((name, value) for name, value in attributes.items() if value is not None)


def _type(name: str, value: Any) -> str:
    try:
        return TYPES[type(value)]
    except KeyError:
        raise FormatError(
            f"attribute {name!r} is a {type(value).__name__}, which GraphML cannot hold; make it a text"
        ) from None


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("INF" if value > 0 else "-INF")
    return NOT_XML.sub("\ufffd", str(value)).translate(IN_TEXT)


def _quoted(value: Any) -> str:
    return NOT_XML.sub("\ufffd", str(value)).translate(IN_ATTRIBUTE)


def _read_into(graph: "nx.MultiDiGraph[str]", events: Iterable[tuple[str, Any]]) -> None:
    declared: dict[str, tuple[str, str]] = {}
    tag = ""
    for event, element in events:
        tag = element.tag.removeprefix(f"{{{NAMESPACE}}}")
        if event == "start":
            _check_start(tag, element)
        elif tag == "key":
            declared[element.get("id")] = (element.get("attr.name"), element.get("attr.type"))
        elif tag == "graph":
            graph.graph.update(_attributes(element, declared))
        elif tag in ("node", "edge"):
            _add(graph, element, _attributes(element, declared))
            # Without this the whole file would stay in memory until its end.
            element.clear()
    if tag != "graphml":
        raise ValueError("its root is not <graphml>")


def _check_start(tag: str, element: Any) -> None:
    if tag == "graph" and element.get("edgedefault") != "directed":
        raise ValueError("its edges have no direction")


def _add(graph: "nx.MultiDiGraph[str]", element: Any, attributes: Mapping[str, Any]) -> None:
    if element.get("source") is not None:
        key = element.get("id")
        graph.add_edges_from([(element.attrib["source"], element.attrib["target"], key, attributes)])
    else:
        graph.add_nodes_from([(element.attrib["id"], attributes)])


def _attributes(element: Any, declared: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    found = {}
    for data in element.findall(f"{{{NAMESPACE}}}data"):
        name, kind = declared[data.attrib["key"]]
        found[name] = READ[kind](data.text or "")
    return found


READ: dict[str, Any] = {
    "boolean": lambda text: text.strip().lower() in ("true", "1"),
    "int": int,
    "long": int,
    "float": float,
    "double": float,
    "string": str,
}
