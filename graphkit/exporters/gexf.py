"""GEXF 1.3: one node per actor, one edge per claim, dates as dynamics: for Gephi and Gephi Lite.

Format: https://gexf.net/1.3/ (schema: https://gexf.net/schema.html; dynamics: https://gexf.net/dynamics.html).
"""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

from graphkit.errors import FormatError
from graphkit.exporters.day_span import day_span
from graphkit.exporters.graphml import IN_ATTRIBUTE, NOT_XML
from graphkit.exporters.view import ActorNode, ClaimEdge, GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE = "http://gexf.net/1.3"

TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}

TIMES = {"start": "evidence_start", "end": "evidence_end"}
"""Offsets that would pass for times: in GEXF `start` and `end` say when an edge is there."""

Columns = dict[str, str]
"""Name of an attribute, which is its id as well -> its type."""


def write_gexf(
    content: "ClaimStore | nx.MultiDiGraph[str]",
    path: Path | str,
    *,
    filters: ClaimFilter | None = None,
) -> None:
    """Write a store or graph as GEXF, whole or not at all; the same content gives the same bytes.

    An edge is there from the first to the last day of its document's date, if it has one; its label and
    `kind`, by which Gephi keeps parallel edges apart, are its relation. The evidence's offsets are called
    evidence_start and evidence_end. All edges are directed, as not every reader knows mixed graphs.
    Characters that XML cannot hold become U+FFFD; None is left out; an attribute of several types becomes
    text. Raises FormatError for an attribute that is neither text, number nor truth value.
    """
    view = view_of(content, filters)
    with whole_file(path) as stream:
        stream.writelines(_lines(view))


def _lines(view: GraphView) -> Iterator[str]:
    nodes = _columns(_own(node) for node in view.actors())
    edges = _columns(_told(claim) for claim in view.claims())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{NAMESPACE}" version="1.3">\n'
    yield from _meta(view.about)
    yield '  <graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date"'
    yield ' timerepresentation="interval">\n'
    yield from _declarations("node", nodes)
    yield from _declarations("edge", edges)
    yield "    <nodes>\n"
    for node in view.actors():
        label = node.attributes.get("label") or node.id
        yield f'      <node id="{_quoted(node.id)}" label="{_quoted(label)}">\n'
        yield from _values(_own(node))
        yield "      </node>\n"
    yield "    </nodes>\n    <edges>\n"
    for claim in view.claims():
        yield from _edge(claim)
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _meta(about: Mapping[str, Any]) -> Iterator[str]:
    """Who made it, and in the description each further thing that the whole says of itself."""
    further = "\n".join(f"{name}: {value}" for name, value in about.items() if name != "graphkit")
    creator = f"graphkit {about.get('graphkit') or ''}".strip()
    yield f"  <meta>\n    <creator>{_quoted(creator)}</creator>\n"
    yield f"    <description>{_quoted(further)}</description>\n  </meta>\n"


def _own(node: ActorNode) -> dict[str, Any]:
    """All but the label, which GEXF has a place for."""
    return {name: value for name, value in node.attributes.items() if name != "label"}


def _told(claim: ClaimEdge) -> dict[str, Any]:
    return {TIMES.get(name, name): value for name, value in claim.attributes.items()}


def _columns(items: Iterator[dict[str, Any]]) -> Columns:
    """One pass over everything: what a file declares must stand at its head."""
    found: dict[str, set[type]] = {}
    for item in items:
        for name, value in item.items():
            found.setdefault(name, set()).add(type(value))
    return {name: _type(name, found[name] - {NoneType}) for name in sorted(found)}


def _type(name: str, kinds: set[type]) -> str:
    for kind in kinds - TYPES.keys():
        raise FormatError(f"attribute {name!r} is a {kind.__name__}, which GEXF cannot hold; make it a text")
    return TYPES[kinds.pop()] if len(kinds) == 1 else ("double" if kinds == {int, float} else "string")


def _declarations(owner: str, columns: Columns) -> Iterator[str]:
    yield f'    <attributes class="{owner}" mode="static">\n'
    for name, kind in columns.items():
        # graphology calls an attribute by its id, networkx and Gephi by its title: both are the name.
        yield f'      <attribute id="{_quoted(name)}" title="{_quoted(name)}" type="{kind}"/>\n'
    yield "    </attributes>\n"


def _edge(claim: ClaimEdge) -> Iterator[str]:
    named = {"id": claim.id, "source": claim.subject, "target": claim.object}
    if relation := str(claim.attributes.get("relation") or ""):
        named.update(label=relation.replace("_", " "), kind=relation)
    if span := day_span(claim.attributes.get("date")):
        named.update(start=span[0], end=span[1])
    written = "".join(f' {name}="{_quoted(value)}"' for name, value in named.items())
    yield f"      <edge{written}>\n"
    yield from _values(_told(claim))
    yield "      </edge>\n"


def _values(attributes: Mapping[str, Any]) -> Iterator[str]:
    known = [(name, value) for name, value in attributes.items() if value is not None]
    if known:
        yield "        <attvalues>\n"
        for name, value in known:
            yield f'          <attvalue for="{_quoted(name)}" value="{_quoted(value)}"/>\n'
        yield "        </attvalues>\n"


def _quoted(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("Infinity" if value > 0 else "-Infinity")
    return NOT_XML.sub("\ufffd", str(value)).translate(IN_ATTRIBUTE)
