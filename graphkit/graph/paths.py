"""How two actors hang together: shortest chains of claims, and an actor's neighbours."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from graphkit.records import Polarity

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step from actor to actor, and the claims that it rests on.

    A claim is its edge: ``{"id", "subject", "object", …the edge's attributes}``, in the order of the ids.
    """

    first: str
    second: str
    claims: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An actor that claims link to another, and how many affirm and deny."""

    actor: str
    affirmed: int
    denied: int


def shortest_paths(
    graph: "nx.MultiDiGraph[str]", start: str, end: str, *, limit: int = 3
) -> list[tuple[Hop, ...]]:
    """Up to `limit` shortest paths between two actors, given by id, whichever way the claims point.

    Empty if there is none, or if an actor is not in the graph. Sorted by ids; where more than `limit` are
    equally short, which of them come depends on the ids alone, not on the order of the claims. Denied claims
    link too, as they say that somebody asserts the link; leave them out with a filter when the graph is
    built.
    """
    import networkx as nx

    simple = nx.Graph()
    simple.add_nodes_from(sorted(graph))
    simple.add_edges_from(sorted({(min(pair), max(pair)) for pair in graph.edges()}))
    try:
        paths = list(islice(nx.all_shortest_paths(simple, start, end), limit))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []
    return [tuple(_hop(graph, *step) for step in pairwise(path)) for path in sorted(paths)]


def neighbours(graph: "nx.MultiDiGraph[str]", actor: str) -> list[Neighbour]:
    """The actors that share a claim with one, given by id: those of most claims first, ties by id."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for subject, object_, data in [*graph.out_edges(actor, data=True), *graph.in_edges(actor, data=True)]:
        counts[object_ if subject == actor else subject][data["polarity"]] += 1
    found = [
        Neighbour(actor=other, affirmed=said[Polarity.AFFIRMED], denied=said[Polarity.DENIED])
        for other, said in counts.items()
    ]
    return sorted(found, key=lambda item: (-item.affirmed - item.denied, item.actor))


def _hop(graph: "nx.MultiDiGraph[str]", first: str, second: str) -> Hop:
    claims = [
        {"id": key, "subject": start, "object": end, **data}
        for start, end in ((first, second), (second, first))
        for key, data in (graph.get_edge_data(start, end) or {}).items()
    ]
    return Hop(first=first, second=second, claims=tuple(sorted(claims, key=lambda claim: str(claim["id"]))))
