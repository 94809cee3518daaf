"""Rows of claims.jsonl -> networkx graph: a node per actor, an edge per claim."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from graphkit.lexicon import Relation, load_relations
from graphkit.records import CAUTION, Actor
from graphkit.store import row_label

if TYPE_CHECKING:
    import networkx as nx

FURTHER_FACTS = ("country", "parent", "wikidata")
"""What a row does not say of an actor, but the store knows."""

AFTER_OBJECT = (
    "trigger", "trigger_start", "trigger_end",
    "context", "context_start", "context_end", "raw_start", "raw_end", "extractor",
)  # fmt: skip


def build_graph(
    rows: Iterable[Mapping[str, Any]],
    actors: Mapping[str, Actor] | None = None,
    relations: Mapping[str, Relation] | None = None,
) -> "nx.MultiDiGraph[str]":
    """The graph of the claims: edges run from subject to object, and an edge's key is its claim's id.

    A symmetric relation has the direction in which the text names its two actors. All attributes are texts
    and numbers; lists are JSON in one text; what is not known is absent. With `actors`, as
    `ClaimStore.actors` gives them, nodes also tell country, parent and Wikidata id. `relations`, the built-in
    ones when None, tell the code of the PLOVER event ontology for those that have one.
    """
    import networkx as nx

    relations = load_relations() if relations is None else relations
    graph = nx.MultiDiGraph(**graph_attributes())
    for row in rows:
        for end in ("subject", "object"):
            graph.add_node(row[end]["id"], **_node(row[end], (actors or {}).get(row[end]["id"])))
        attributes = edge_attributes(row, relations)
        graph.add_edge(row["subject"]["id"], row["object"]["id"], key=row["id"], **attributes)
    return graph


def graph_attributes() -> dict[str, str]:
    """What the whole says of itself: who read it, and what it is not."""
    return {"graphkit": _version(), "caution": CAUTION}


def edge_attributes(row: Mapping[str, Any], relations: Mapping[str, Relation]) -> dict[str, Any]:
    """The claim as flat attributes, in a fixed order, without those that are None."""
    document = row["document"]
    relation = relations.get(row["relation"])
    copies = [copy["path"] for copy in document["also"]]
    values = {
        "relation": row["relation"],
        "plover": relation.plover if relation else None,
        "polarity": row["polarity"],
        "certainty": row["certainty"],
        "confidence": row["confidence"],
        "publication": row_label(row),
        "publisher": document["publisher"],
        "title": document["title"],
        "author": document["author"],
        "date": document["date"],
        "url": document["url"],
        "document": document["path"],
        "document_id": document["id"],
        "also": _json(copies) if copies else None,
        "speaker": row["speakers"][-1],
        "speakers": _packed(tuple(row["speakers"])),
        "speaker_ids": _packed(tuple(row["speaker_ids"])),
        "evidence": row["evidence"],
        "start": row["start"],
        "end": row["end"],
        **{
            f"{end}_{name}": row[end][name]
            for end in ("subject", "object")
            for name in ("mention", "start", "end")
        },
        **{name: row[name] for name in AFTER_OBJECT},
    }
    return {name: value for name, value in values.items() if value is not None}


def node_attributes(actor: Actor) -> dict[str, str]:
    """The actor as flat attributes, without those that are None."""
    end = {"name": actor.name, "type": actor.type.value, "aliases": list(actor.aliases)}
    return _node(end, actor)


def _node(end: Mapping[str, Any], actor: Actor | None) -> dict[str, str]:
    further = {name: getattr(actor, name) for name in FURTHER_FACTS} if actor else {}
    values = {"label": end["name"], "type": end["type"], "aliases": _json(end["aliases"]), **further}
    return {name: value for name, value in values.items() if value is not None}


def _version() -> str:
    try:
        return version("graphkit")
    except PackageNotFoundError:
        return "not installed"


@lru_cache(maxsize=20_000)
def _packed(values: tuple[str | None, ...]) -> str:
    return _json(values)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
