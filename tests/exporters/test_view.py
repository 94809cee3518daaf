"""What all exports are written from."""

from datetime import date

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


def test_what_is_said_of_an_actor_or_a_claim_is_content() -> None:
    with ClaimStore(":memory:") as store:
        store.add([said("in/a.txt", "acme", "supports", "borg")])
        graph = build_graph(store.rows(), store.actors())
    before = view_of(graph).content_id()
    next(iter(graph.edges(data=True)))[2]["certainty"] = "hedged"
    after = view_of(graph).content_id()
    graph.nodes["acme"]["label"] = "Acme\n"
    assert len({before, after, view_of(graph).content_id()}) == 3


def test_a_graph_of_any_ids_and_attributes_has_one() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(when=date(2024, 1, 1))
    graph.graph[1] = "one"
    graph.add_edge("a\ud800", "b", key="k", relation="supports")
    assert len(view_of(graph).content_id()) == 16
    assert view_of(build_graph([])).content_id() != view_of(graph).content_id()
