"""The filters of the store, on a graph in memory: `render_html` takes them."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
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
    """The part of a graph of `build_graph` that the filter keeps, claims and their actors, as a new graph.

    What the filter says stands in its attribute ``filters``. A graph holds no labels of copies, so `source`
    matches the source that each text goes by; else the result is that of ``build_graph(store.rows(wanted))``.
    """
    import networkx as nx

    conditions = list(_conditions(graph, wanted, relations))
    kept = [
        edge
        for edge in graph.edges(keys=True, data=True)
        if all(condition(edge[0], edge[1], edge[3]) for condition in conditions)
    ]
    ends = {end for edge in kept for end in edge[:2]}
    words = "; ".join(filter(None, (graph.graph.get("filters"), wanted.words())))
    found = nx.MultiDiGraph(**{**graph.graph, **({"filters": words} if words else {})})
    # in the graph's order, which networkx's own subgraphs do not keep
    found.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True) if node in ends)
    found.add_edges_from((*edge[:3], dict(edge[3])) for edge in kept)
    return found


def _conditions(
    graph: "nx.MultiDiGraph[str]", wanted: ClaimFilter, relations: Mapping[str, Relation]
) -> Iterator[Condition]:
    if wanted.source:
        yield _in(wanted.source, "publication")
    if wanted.relation:
        yield _in(tuple(map(relation_name, wanted.relation)), "relation")
    if wanted.polarity:
        yield _in(wanted.polarity, "polarity")
    if wanted.certainty:
        yield _in(wanted.certainty, "certainty")
    if wanted.document:
        yield lambda _, __, claim: _is_of(claim, wanted.document)
    if wanted.speaker:
        speakers = _folded(wanted.speaker)
        yield lambda _, __, claim: bool(speakers & _speakers(claim))
    yield from _conditions_on_ends(graph, wanted)
    yield from _bounds(wanted)
    yield from _conditions_on_pairs(graph, wanted, relations)


def _conditions_on_ends(graph: "nx.MultiDiGraph[str]", wanted: ClaimFilter) -> Iterator[Condition]:
    if wanted.actor:
        actors = _folded(wanted.actor)
        named = {actor for actor, node in graph.nodes(data=True) if actors & _names(actor, node)}
        yield lambda one, other, _: one in named or other in named
    if wanted.actor_type:
        types = _folded(wanted.actor_type)
        typed = {actor for actor, kind in graph.nodes(data="type", default="") if fold(kind) in types}
        yield lambda one, other, _: one in typed or other in typed


def _bounds(wanted: ClaimFilter) -> Iterator[Condition]:
    if (least := wanted.min_confidence) is not None:
        yield lambda _, __, claim: bool(claim.get("confidence", 0) >= least)
    if wanted.since:
        since = first_day(wanted.since)
        yield lambda _, __, claim: "date" in claim and last_day(claim["date"]) >= since
    if wanted.until:
        until = last_day(wanted.until)
        yield lambda _, __, claim: "date" in claim and first_day(claim["date"]) <= until


def _conditions_on_pairs(
    graph: "nx.MultiDiGraph[str]", wanted: ClaimFilter, relations: Mapping[str, Relation]
) -> Iterator[Condition]:
    if (least := wanted.min_sources) is not None:
        sources = _sources(graph)
        yield lambda one, other, _: len(sources[_pair(one, other)]) >= least
    if wanted.contested:
        contested = {item.pair for item in contested_in_graph(graph, relations)}
        yield lambda one, other, _: _pair(one, other) in contested


def _in(values: tuple[str, ...], name: str) -> Condition:
    folded = _folded(values)
    return lambda _, __, claim: fold(claim.get(name, "")) in folded


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
