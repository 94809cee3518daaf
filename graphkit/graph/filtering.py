"""The filters of the store, on a graph in memory: `render_html` takes them."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from graphkit.graph.contradictions import contested_in_graph
from graphkit.lexicon import Relation
from graphkit.store import ClaimFilter
from graphkit.store.claim_filter import first_day, last_day, relation_name
from graphkit.store.database import fold, is_document

if TYPE_CHECKING:
    import networkx as nx

Claim = Mapping[str, Any]
Condition = Callable[[str, str, Claim], bool]


def filter_graph(
    graph: "nx.MultiDiGraph[str]", wanted: ClaimFilter, relations: Mapping[str, Relation]
) -> "nx.MultiDiGraph[str]":
    """The part of a graph of `build_graph` that the filter keeps: its claims and their actors, as a new graph.

    What the filter says stands in its attribute ``filters``. A graph holds no labels of copies, so `source` matches the source
    that each text goes by; in all else the result is that of ``build_graph(store.rows(wanted))``.
    """
    conditions = [condition for condition in _conditions(graph, wanted, relations) if condition]
    kept = [
        (subject, object_, key)
        for subject, object_, key, claim in graph.edges(keys=True, data=True)
        if all(condition(subject, object_, claim) for condition in conditions)
    ]
    found: nx.MultiDiGraph[str] = graph.edge_subgraph(kept).copy()
    found.graph["filters"] = wanted.words()
    return found


def _conditions(
    graph: "nx.MultiDiGraph[str]", wanted: ClaimFilter, relations: Mapping[str, Relation]
) -> list[Condition | None]:
    nodes = graph.nodes
    names = {actor: _names(actor, nodes[actor]) for actor in nodes} if wanted.actor else {}
    actors, types, speakers = map(_folded, (wanted.actor, wanted.actor_type, wanted.speaker))
    return [
        _in(wanted.source, lambda claim: claim.get("publication", "")),
        _in(tuple(map(relation_name, wanted.relation)), lambda claim: claim.get("relation", "")),
        _in(wanted.polarity, lambda claim: claim.get("polarity", "")),
        _in(wanted.certainty, lambda claim: claim.get("certainty", "")),
        wanted.document and (lambda _, __, claim: _is_of(claim, wanted.document)),
        wanted.speaker and (lambda _, __, claim: bool(speakers & _speakers(claim))),
        wanted.actor and (lambda one, other, _: bool(actors & (names[one] | names[other]))),
        wanted.actor_type
        and (lambda one, other, _: any(fold(nodes[end].get("type", "")) in types for end in (one, other))),
        *_bounds(graph, wanted, relations),
    ]


def _bounds(
    graph: "nx.MultiDiGraph[str]", wanted: ClaimFilter, relations: Mapping[str, Relation]
) -> list[Condition | None]:
    since, until = wanted.since and first_day(wanted.since), wanted.until and last_day(wanted.until)
    confidence, least = wanted.min_confidence, wanted.min_sources
    contested = {item.pair for item in contested_in_graph(graph, relations)} if wanted.contested else set()
    sources = _sources(graph) if least else {}
    return [
        confidence is not None and (lambda _, __, claim: claim.get("confidence", 0) >= confidence),
        since and (lambda _, __, claim: "date" in claim and last_day(claim["date"]) >= since),
        until and (lambda _, __, claim: "date" in claim and first_day(claim["date"]) <= until),
        least and (lambda one, other, _: len(sources[_pair(one, other)]) >= least),
        wanted.contested and (lambda one, other, _: _pair(one, other) in contested),
    ]


def _in(values: tuple[str, ...], value_of: Callable[[Claim], str]) -> Condition | None:
    folded = _folded(values)
    return (lambda _, __, claim: fold(value_of(claim)) in folded) if values else None


def _folded(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, values))


def _names(actor: str, node: Mapping[str, Any]) -> frozenset[str]:
    return _folded((actor, node.get("label", actor), *json.loads(node.get("aliases", "[]"))))


def _speakers(claim: Claim) -> frozenset[str]:
    found = (*json.loads(claim.get("speakers", "[]")), *json.loads(claim.get("speaker_ids", "[]")))
    return _folded(tuple(speaker for speaker in found if speaker))


def _is_of(claim: Claim, documents: tuple[str, ...]) -> bool:
    paths = (claim.get("document", ""), *json.loads(claim.get("also", "[]")))
    return any(is_document(path, wanted) for path in paths for wanted in documents)


def _sources(graph: "nx.MultiDiGraph[str]") -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for subject, object_, claim in graph.edges(data=True):
        found[_pair(subject, object_)].add(claim.get("publication", ""))
    return found


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)
