"""What all exports are written from."""

import networkx as nx
from claim_making import said

from graphkit.exporters.view import view_of
from graphkit.graph import build_graph
from graphkit.store import ClaimFilter, ClaimStore


def content_id(*objects: str, filters: ClaimFilter | None = None) -> str:
    with ClaimStore(":memory:") as store:
        store.add([said(f"in/{name}.txt", "acme", "supports", name) for name in objects])
        return view_of(store, filters).content_id()


def test_the_id_stands_for_the_content() -> None:
    assert content_id("borg", "carla") == content_id("carla", "borg"), "the order of adding does not count"
    assert content_id("borg") != content_id("carla"), "though nothing is said of the whole that differs"
    denied = ClaimFilter.of(polarity="denied")
    affirmed = ClaimFilter.of(polarity="affirmed")
    assert content_id("borg", filters=affirmed) != content_id("borg"), "what was filtered is part of it"
    assert content_id("borg", filters=denied) != content_id("borg", filters=affirmed)


def test_a_graph_of_any_ids_has_one() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a\ud800", "b", key="k", relation="supports")
    assert len(view_of(graph).content_id()) == 16
    assert view_of(build_graph([])).content_id() != view_of(graph).content_id()
