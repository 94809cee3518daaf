import networkx as nx
import pytest
from claim_making import said

from graphkit.graph import Neighbour, build_graph, neighbours, shortest_paths
from graphkit.store import ClaimStore


@pytest.fixture
def graph() -> "nx.MultiDiGraph[str]":
    with ClaimStore(":memory:") as store:
        store.add(
            [
                said("in/1.txt", "acme", "supports", "borg"),
                said("in/2.txt", "borg", "attacks", "acme", denied=True),
                said("in/3.txt", "carla", "leads", "borg"),
                said("in/4.txt", "acme", "leads", "dunn"),
                said("in/5.txt", "dunn", "leads", "carla"),
            ]
        )
        return build_graph([*store.rows()], store.actors())


def test_shortest_paths_whichever_way_claims_point(graph: "nx.MultiDiGraph[str]") -> None:
    found = shortest_paths(graph, "carla", "acme")
    assert [[(hop.first, hop.second) for hop in path] for path in found] == [
        [("carla", "borg"), ("borg", "acme")],
        [("carla", "dunn"), ("dunn", "acme")],
    ]
    claims = found[0][1].claims
    assert sorted((claim["subject"], claim["relation"], claim["document"]) for claim in claims) == [
        ("acme", "supports", "in/1.txt"),
        ("borg", "attacks", "in/2.txt"),
    ]
    assert [claim["id"] for claim in claims] == sorted(claim["id"] for claim in claims)


def test_shortest_paths_limit(graph: "nx.MultiDiGraph[str]") -> None:
    assert len(shortest_paths(graph, "carla", "acme", limit=1)) == 1


def test_shortest_paths_where_there_is_none(graph: "nx.MultiDiGraph[str]") -> None:
    graph.add_node("alone")
    assert shortest_paths(graph, "acme", "alone") == []
    assert shortest_paths(graph, "acme", "nobody") == []
    assert shortest_paths(graph, "acme", "acme") == [()]


def test_shortest_paths_do_not_depend_on_the_order_of_edges(graph: "nx.MultiDiGraph[str]") -> None:
    turned = nx.MultiDiGraph()
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert shortest_paths(turned, "carla", "acme", limit=1) == shortest_paths(graph, "carla", "acme", limit=1)


def test_neighbours_most_claims_first(graph: "nx.MultiDiGraph[str]") -> None:
    assert neighbours(graph, "acme") == [
        Neighbour(actor="borg", affirmed=1, denied=1),
        Neighbour(actor="dunn", affirmed=1, denied=0),
    ]
