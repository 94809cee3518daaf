"""Claims as rows of one table, with their two actors beside them: for claims.csv and Parquet."""

from collections.abc import Iterator, Mapping
from typing import Any

from graphkit.exporters.view import GraphView

CLAIM_FIELDS: dict[str, type] = {
    **dict.fromkeys(("relation", "plover", "polarity", "certainty"), str),
    "confidence": float,
    **dict.fromkeys(("publication", "publisher", "title", "author", "date", "url"), str),
    **dict.fromkeys(("document", "document_id"), str),
    "also": list,
    "speaker": str,
    **dict.fromkeys(("speakers", "speaker_ids"), list),
    "evidence": str,
    **dict.fromkeys(("start", "end"), int),
    **{
        f"{end}_{name}": kind
        for end in ("subject", "object")
        for name, kind in (("mention", str), ("start", int), ("end", int))
    },
    "trigger": str,
    **dict.fromkeys(("trigger_start", "trigger_end"), int),
    "context": str,
    **dict.fromkeys(("context_start", "context_end", "raw_start", "raw_end"), int),
    "extractor": str,
}
"""What `build_graph` can tell of a claim, in its order; a list is JSON in one text."""

ACTOR_FIELDS: dict[str, type] = {
    "label": str,
    "type": str,
    "aliases": list,
    **dict.fromkeys(("country", "parent", "wikidata"), str),
}

Columns = dict[str, type]


def claim_columns(view: GraphView) -> Columns:
    """Names and types of all columns: the known ones in a fixed order, then by name what else there is.

    One pass over everything. An attribute that the table does not know is text where it has several types.
    """
    ends = {
        end: str if name == "id" else ACTOR_FIELDS[name]
        for side in ("subject", "object")
        for name in ("id", *ACTOR_FIELDS)
        for end in (_column(side, name),)
    }
    known = {"claim": str, **ends, **CLAIM_FIELDS}
    others: dict[str, set[type]] = {}
    for claim in view.claims():
        for name in claim.attributes.keys() - known.keys():
            others.setdefault(name, set()).add(type(claim.attributes[name]))
    return {**known, **{name: _type(others[name] - {type(None)}) for name in sorted(others)}}


def claim_rows(view: GraphView) -> Iterator[dict[str, Any]]:
    """The claims as rows: "claim" is its id, "subject" and "object" are names. Actors are held in memory."""
    actors = {node.id: node.attributes for node in view.actors()}
    for claim in view.claims():
        yield {
            **claim.attributes,
            "claim": claim.id,
            **_end("subject", claim.subject, actors),
            **_end("object", claim.object, actors),
        }


def _end(side: str, actor: str, actors: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    known = actors[actor]
    return {
        _column(side, "id"): actor,
        **{_column(side, name): known[name] for name in ACTOR_FIELDS if name in known},
    }


def _column(side: str, name: str) -> str:
    return side if name == "label" else f"{side}_{name}"


def _type(kinds: set[type]) -> type:
    kind = kinds.pop() if len(kinds) == 1 else (float if kinds == {int, float} else str)
    return kind if kind in (bool, int, float) else str
