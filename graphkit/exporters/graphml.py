"""GraphML: one node per actor, one edge per claim, read back as the same graph.

Format: http://graphml.graphdrawing.org/specification.html (structures, attributes). Opened by Gephi,
Cytoscape, yEd, igraph and networkx. The edge's key is its `id`.
"""

import math
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, Literal
from xml.etree import ElementTree

from graphkit.errors import FormatError
from graphkit.exporters.flavours import FLAVOURS
from graphkit.exporters.view import GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

COPIED_AT_ONCE = 1 << 20
"""Characters."""

TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, escaped or not (XML 1.0, 5th edition, section 2.2)."""

ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
# Unescaped, a carriage return would come back as a newline, and any blank in an attribute as a space; so
# would two more line ends in readers of XML 1.1, such as that of Gephi Lite.
LINE_ENDS = {"\x85": "&#133;", "\u2028": "&#8232;"}
IN_TEXT = str.maketrans({**{sign: ESCAPES[sign] for sign in "&<>\r"}, **LINE_ENDS})
IN_ATTRIBUTE = str.maketrans({**ESCAPES, **LINE_ENDS})

Flavour = Literal["claims", "aggregated", "reified"]


class Lines(dict[tuple[tuple[str, ...], tuple[type, ...]], str]):
    """Names and types of some attributes -> the lines that hold their values; declared at first use.

    Most nodes and edges have the attributes of some other, so the lines are made once and filled in.
    """

    def __init__(self, owner: str, declared: dict[tuple[str, str, str], str]) -> None:
        super().__init__()
        self.owner = owner
        self.declared = declared

    def __missing__(self, key: tuple[tuple[str, ...], tuple[type, ...]]) -> str:
        self[key] = lines = "".join(map(self._line, *key))
        return lines

    def _line(self, name: str, kind: type) -> str:
        number = self.declared.setdefault((self.owner, name, _type(name, kind)), f"d{len(self.declared)}")
        return f'      <data key="{number}">%s</data>\n'

    def of(self, attributes: Mapping[str, Any]) -> str:
        """A line for each attribute that is known."""
        known = {name: value for name, value in attributes.items() if value is not None}
        values = tuple(known.values())
        lines = self[tuple(known), tuple(map(type, values))]
        return lines % (values if _is_plain(values) else tuple(map(_text, values)))


def write_graphml(
    content: "ClaimStore | nx.MultiDiGraph[str]",
    path: Path | str,
    *,
    flavour: Flavour = "claims",
    filters: ClaimFilter | None = None,
) -> None:
    """Write a store or graph, whole or not at all; the same content gives the same bytes.

    `flavour` claims: an edge per claim; aggregated: an edge per pair and relation, with counts; reified:
    claims, speakers, documents and sources are nodes too (see `graphkit.exporters.flavours`). Characters that
    XML cannot hold become U+FFFD; None is left out. Raises FormatError for an attribute that is neither text,
    number nor truth value.
    """
    view = FLAVOURS[flavour](view_of(content, filters))
    declared: dict[tuple[str, str, str], str] = {}
    # what a file declares stands at its head, and is known at its end: so the body waits in a file of its own
    with whole_file(path) as stream, TemporaryFile("w+", encoding="utf-8", newline="\n") as body:
        body.writelines(_body(view, declared))
        body.seek(0)
        stream.writelines(_head(declared))
        shutil.copyfileobj(body, stream, COPIED_AT_ONCE)


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


def _head(declared: Mapping[tuple[str, str, str], str]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n'
    for (owner, name, kind), key in sorted(declared.items()):
        yield f'  <key id="{key}" for="{owner}" attr.name="{_quoted(name)}" attr.type="{kind}"/>\n'


def _body(view: GraphView, declared: dict[tuple[str, str, str], str]) -> Iterator[str]:
    """All but the head; notes in `declared` what the head must declare."""
    whole, node, edge = (Lines(owner, declared) for owner in ("graph", "node", "edge"))
    yield '  <graph edgedefault="directed">\n'
    yield whole.of(view.about)
    for actor, attributes in view.actors():
        yield f'    <node id="{_quoted(actor)}">\n{node.of(attributes)}    </node>\n'
    for start, end, key, attributes in view.claims():
        ends = f'source="{_quoted(start)}" target="{_quoted(end)}"'
        yield f'    <edge id="{_quoted(key)}" {ends}>\n{edge.of(attributes)}    </edge>\n'
    yield "  </graph>\n</graphml>\n"


def _type(name: str, kind: type) -> str:
    try:
        return TYPES[kind]
    except KeyError:
        raise FormatError(
            f"attribute {name!r} is a {kind.__name__}, which GraphML cannot hold; make it a text"
        ) from None


def _is_plain(values: Iterable[Any]) -> bool:
    """Whether each value can be written as it is: most can, and to look at all at once is cheap."""
    texts = "".join([value for value in values if value.__class__ is str])
    return (
        texts.isprintable()
        and not ("&" in texts or "<" in texts or ">" in texts)
        and all(
            value.__class__ is int or (value.__class__ is float and math.isfinite(value))
            for value in values
            if value.__class__ is not str
        )
    )


def _text(value: Any) -> str:
    kind = value.__class__
    if kind is str:
        return NOT_XML.sub("\ufffd", value).translate(IN_TEXT)
    if kind is bool:
        return str(value).lower()
    if kind is float and not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("INF" if value > 0 else "-INF")
    return str(value)


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
