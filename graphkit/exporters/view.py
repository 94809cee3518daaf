"""What every export is written from: actors and claims of a store or a graph, with flat attributes.

A view can be gone through as often as a writer needs. From a store it streams: memory grows with the number
of actors, not of claims.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from graphkit.graph import filter_graph
from graphkit.graph.builder import edge_attributes, graph_attributes, node_attributes
from graphkit.lexicon import Relation, load_relations, symmetric_names
from graphkit.store import ClaimFilter, ClaimStore

if TYPE_CHECKING:
    import networkx as nx

Attributes = Mapping[str, Any]


class ActorNode(NamedTuple):
    """An actor: its id, and attributes as `build_graph` gives them to nodes."""

    id: str
    attributes: Attributes


class ClaimEdge(NamedTuple):
    """A claim: ids of subject, object and of itself, and attributes as `build_graph` gives them to edges."""

    subject: str
    object: str
    id: str
    attributes: Attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphView:
    """`about` says which version read it, with which caution, under which filters, from which store.

    `relations` are those that its claims are read with.
    `actors` are in the order of their ids (from a graph: in its own), `claims` by document and place; each
    call begins anew.
    """

    about: Mapping[str, str]
    relations: Mapping[str, Relation]
    actors: Callable[[], Iterable[ActorNode]]
    claims: Callable[[], Iterator[ClaimEdge]]

    @property
    def symmetric(self) -> frozenset[str]:
        """Names of the relations that say the same in both directions."""
        return symmetric_names(self.relations)

    def content_id(self) -> str:
        """16 hex digits that stand for all of it; goes through all actors and claims."""
        told = sorted((str(name), str(value)) for name, value in self.about.items())
        parts = chain([told], self.actors(), [()], self.claims())
        digest = hashlib.sha256()
        for part in parts:
            digest.update(f"{tuple(part)!r}\n".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:16]


def view_of(content: "ClaimStore | nx.MultiDiGraph[str]", filters: ClaimFilter | None = None) -> GraphView:
    """The view of a store, or of a graph of `build_graph` or `read_graphml`, or what filters keep of it."""
    if isinstance(content, ClaimStore):
        return _view_of_store(content, filters or ClaimFilter())
    if filters is not None:
        content = filter_graph(content, filters, load_relations())
    return _view_of_graph(content)


def _view_of_store(store: ClaimStore, filters: ClaimFilter) -> GraphView:
    relations = store.relations()
    known = store.actors()

    def claims() -> Iterator[ClaimEdge]:
        for row in store.rows(filters):
            yield ClaimEdge(
                row["subject"]["id"], row["object"]["id"], row["id"], edge_attributes(row, relations)
            )

    def actors() -> Iterator[ActorNode]:
        for actor in store.actors_of(filters):
            yield ActorNode(actor, node_attributes(known[actor]))

    about = {**graph_attributes(), "filters": filters.words(), "store": Path(store.path).name}
    told = {name: value for name, value in about.items() if value}
    return GraphView(about=told, relations=relations, actors=actors, claims=claims)


def _view_of_graph(graph: "nx.MultiDiGraph[str]") -> GraphView:
    def claims() -> Iterator[ClaimEdge]:
        return (ClaimEdge(*edge) for edge in graph.edges(keys=True, data=True))

    def actors() -> Iterator[ActorNode]:
        return (ActorNode(*node) for node in graph.nodes(data=True))

    return GraphView(about=graph.graph, relations=load_relations(), actors=actors, claims=claims)
