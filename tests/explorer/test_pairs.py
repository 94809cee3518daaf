import networkx as nx
from example_graph import add_claim, example_graph, new_graph

from graphkit.explorer.pairs import pair_up


def test_pairs_join_both_directions_and_keep_the_direction_of_each_claim() -> None:
    graph = new_graph()
    add_claim(graph, "Acme", "supports", "Bolt")
    add_claim(graph, "Bolt", "leads", "Acme")
    add_claim(graph, "Bolt", "leads", "Coil")
    pairs = pair_up(graph)
    assert pairs.actors == ("acme", "bolt", "coil")
    assert list(zip(pairs.low.tolist(), pairs.high.tolist(), strict=True)) == [(0, 1), (1, 2)]
    directions = {
        data["relation"] + data["object_mention"]: bool(way)
        for (_, data), way in zip(pairs.claims, pairs.forward, strict=True)
    }
    assert directions == {"supportsBolt": True, "leadsAcme": False, "leadsCoil": True}
    assert pairs.degrees().tolist() == [2, 3, 1]


def test_pairs_do_not_depend_on_the_order_of_the_graph() -> None:
    graph = example_graph(60)
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(reversed(list(graph.nodes(data=True))))
    shuffled.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    one, other = pair_up(graph), pair_up(shuffled)
    assert one.claims == other.claims
    assert one.pair.tolist() == other.pair.tolist()


def test_strongest_pairs_have_many_claims_between_much_named_actors() -> None:
    graph = new_graph()
    for _ in range(3):
        add_claim(graph, "Acme", "supports", "Bolt")
    add_claim(graph, "Acme", "supports", "Coil")
    add_claim(graph, "Dole", "supports", "Edna")
    pairs = pair_up(graph)
    best = pairs.strongest(2).tolist()
    names = [(pairs.actors[pairs.low[pair]], pairs.actors[pairs.high[pair]]) for pair in best]
    assert names == [("acme", "bolt"), ("acme", "coil")]
    assert len(pairs.strongest(99)) == 3


def test_an_empty_graph_has_no_pairs() -> None:
    pairs = pair_up(nx.MultiDiGraph())
    assert pairs.actors == () and len(pairs.low) == 0 and pairs.strongest(5).tolist() == []
