"""The graph as the page reads it: columns of numbers into tables of strings.

The only place in Python that knows the browser's field names; ``assets/data.mjs`` is its other side.
"""

import base64
import gzip
import json
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import networkx as nx
from markupsafe import Markup

from graphkit.explorer.disputes import find_disputes, publication_of, relation_of, speaker_of
from graphkit.explorer.pairs import Ints, Pairs
from graphkit.explorer.palette import palette
from graphkit.explorer.relations import describe_relation
from graphkit.lexicon import Relation

GZIP_ABOVE_BYTES = 200_000
"""Below this, plain JSON is as small as it matters, and can be read by eye."""

GZIP_LEVEL = 4
"""At 100,000 claims 0.5 s less than the usual 6, for a page that is 4 % larger."""

SPANS = (
    "start",
    "end",
    "subject_start",
    "subject_end",
    "object_start",
    "object_end",
    "trigger_start",
    "trigger_end",
)
TABLES = ("publication", "relation", "speakers", "evidence", "type", "document")
DOCUMENT_FIELDS = (
    "document", "document_id", "publication", "publisher", "title", "author", "date", "url", "also",
)  # fmt: skip
TOLD = {
    "relation",
    "polarity",
    "certainty",
    "confidence",
    "speaker",
    "speakers",
    "evidence",
    *SPANS,
    *DOCUMENT_FIELDS,
}
"""Attributes of an edge that have columns of their own; the others only serve to save the view as GraphML."""


class Table:
    """Distinct values in the order of their first use; a column holds their numbers."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """The number of `value`, which is added when new."""
        if value not in self._numbers:
            self._numbers[value] = len(self.values)
            self.values.append(value)
        return self._numbers[value]

    def column(self, values: Iterable[Any]) -> list[int]:
        """The numbers of `values`."""
        return [self.number(value) for value in values]


def build_payload(
    graph: nx.MultiDiGraph, pairs: Pairs, positions: Ints, relations: Mapping[str, Relation]
) -> dict[str, Any]:
    """Everything that the page shows, without the network model."""
    claims = [data for _, data in pairs.claims]
    tables = {name: Table() for name in TABLES}
    return {
        "meta": _meta(graph, claims),
        "actors": _actors(graph, pairs, positions, tables["type"]),
        "pairs": {"low": pairs.low.tolist(), "high": pairs.high.tolist()},
        "claims": _claims(pairs, claims, tables),
        "further": further_attributes(claims),
        "disputes": find_disputes(pairs, relations),
        "tables": {
            **{name: table.values for name, table in tables.items()},
            "relation": [describe_relation(name, relations) for name in tables["relation"].values],
            "document": _documents(tables["document"]),
        },
        "palette": palette(),
    }


def _claims(pairs: Pairs, claims: list[dict[str, Any]], tables: Mapping[str, Table]) -> dict[str, list[Any]]:
    """One column per property; fills the tables."""
    documents = (tuple(data.get(name) for name in DOCUMENT_FIELDS) for data in claims)
    return {
        "id": [key for key, _ in pairs.claims],
        "pair": pairs.pair.tolist(),
        "forward": pairs.forward.tolist(),
        "document": tables["document"].column(documents),
        "publication": tables["publication"].column(publication_of(data) for data in claims),
        "relation": tables["relation"].column(relation_of(data) for data in claims),
        "denied": [int(data.get("polarity") == "denied") for data in claims],
        "hedged": [int(data.get("certainty") == "hedged") for data in claims],
        "confidence": [_plain(data.get("confidence")) for data in claims],
        "speakers": tables["speakers"].column(_speakers(data) for data in claims),
        "evidence": tables["evidence"].column(str(data.get("evidence", "")) for data in claims),
        **{name: [_plain(data.get(name)) for data in claims] for name in SPANS},
    }


def further_attributes(claims: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Every attribute that has no column of its own, as `_column` gives it."""
    names = dict.fromkeys(name for data in claims for name in data if name not in TOLD)
    return {name: _column([_plain(data.get(name)) for data in claims]) for name in names}


def _plain(value: Any) -> Any:
    """The value if the page can hold it, a text, truth value or finite number; else None."""
    if type(value) is float:
        return value if math.isfinite(value) else None
    return value if type(value) in (str, int, bool) else None


def _column(values: list[Any]) -> dict[str, Any]:
    """Distinct `values` and which a claim has in `column`; numbers stand in the column itself."""
    if all(value is None or type(value) in (int, float) for value in values):
        return {"values": None, "column": values}
    table = Table()
    # with its type, as True is 1 and 1.0 for a dict
    column = [None if value is None else table.number((type(value).__name__, value)) for value in values]
    return {"values": [value for _, value in table.values], "column": column}


def _meta(graph: nx.MultiDiGraph, claims: list[dict[str, Any]]) -> dict[str, Any]:
    """The state of the data: how much there is, from when, read by which version."""
    dates = sorted(str(data["date"]) for data in claims if data.get("date"))
    return {
        "graphkit": str(graph.graph.get("graphkit", "")),
        "caution": str(graph.graph.get("caution", "")),
        "filters": str(graph.graph.get("filters", "")),
        "claims": len(claims),
        "actors": graph.number_of_nodes(),
        "documents": len({data.get("document") for data in claims}),
        "publications": len({publication_of(data) for data in claims}),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "undated": len(claims) - len(dates),
    }


def _actors(graph: nx.MultiDiGraph, pairs: Pairs, positions: Ints, types: Table) -> dict[str, Any]:
    nodes = [graph.nodes[actor] for actor in pairs.actors]
    return {
        "id": list(pairs.actors),
        "label": [str(node.get("label") or actor) for actor, node in zip(pairs.actors, nodes, strict=True)],
        "type": types.column(str(node.get("type", "other")) for node in nodes),
        "aliases": [_strings(node.get("aliases")) for node in nodes],
        "country": [node.get("country") for node in nodes],
        "parent": [node.get("parent") for node in nodes],
        "parent_name": [_name_of(node.get("parent"), graph) for node in nodes],
        "wikidata": [node.get("wikidata") for node in nodes],
        "x": positions[:, 0].tolist(),
        "y": positions[:, 1].tolist(),
    }


def _name_of(actor: str | None, graph: nx.MultiDiGraph) -> str | None:
    """The name of an actor given by id, which a graph need not hold: then the id, made readable."""
    if actor is None:
        return None
    label = graph.nodes[actor].get("label") if actor in graph else None
    return str(label or actor.replace("_", " "))


def _documents(table: Table) -> dict[str, list[Any]]:
    columns = dict(zip(DOCUMENT_FIELDS, zip(*table.values, strict=True), strict=True)) if table.values else {}
    documents = {name: list(columns.get(name, ())) for name in DOCUMENT_FIELDS}
    documents["also"] = [_strings(paths) for paths in documents["also"]]
    return documents


def _speakers(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The chain, outermost first; a graph that came without it has its innermost link, or the author."""
    return _strings(data.get("speakers")) or (speaker_of(data),)


def _strings(packed: object) -> tuple[str, ...]:
    """The strings of a list, or of the JSON array in one string that attributes hold; () for all else."""
    if isinstance(packed, str):
        return _unpacked(packed)
    return tuple(value for value in packed if isinstance(value, str)) if isinstance(packed, list) else ()


@lru_cache(maxsize=100_000)
def _unpacked(packed: str) -> tuple[str, ...]:
    """Remembered, as most claims have the speakers of some claim before."""
    try:
        values = json.loads(packed)
    except (ValueError, RecursionError):
        return ()
    return _strings(values) if isinstance(values, list) else ()


def script_json(value: object) -> Markup:
    """JSON that nothing in it can end early inside a script element; a lone surrogate stays an escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = "".join(f"\\u{ord(sign):04x}" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    return Markup(text)


def pack(payload: Mapping[str, Any], limit: int = GZIP_ABOVE_BYTES) -> Markup:
    """The payload as script text: JSON, or gzip in base64 when larger than `limit` bytes."""
    text = script_json(payload)
    data = text.encode("utf-8")
    if len(data) <= limit:
        return text
    return Markup(base64.b64encode(gzip.compress(data, compresslevel=GZIP_LEVEL, mtime=0)).decode("ascii"))
