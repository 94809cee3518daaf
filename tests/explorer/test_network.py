import numpy as np
from example_graph import example_graph
from jinja2 import Template
from pyvis.network import Network

from graphkit.explorer.network import OPTIONS, VIS_NETWORK, GraphkitNetwork, pyvis_templates
from graphkit.explorer.pairs import pair_up


def test_pyvis_still_bundles_vis_network() -> None:
    bundle = pyvis_templates() / VIS_NETWORK
    assert bundle.is_file()
    assert "</script" not in bundle.read_text("utf-8").lower()


def test_vis_network_has_custom_shapes() -> None:
    assert "ctxRenderer" in (pyvis_templates() / VIS_NETWORK).read_text("utf-8")


def test_network_is_a_pyvis_network_that_escapes() -> None:
    network = GraphkitNetwork()
    assert isinstance(network, Network)
    assert network.templateEnv.autoescape is True
    assert isinstance(network.templateEnv.get_template("explorer.html.j2"), Template)
    assert OPTIONS["physics"] == {"enabled": False}


def test_pairs_become_nodes_and_edges_with_positions() -> None:
    pairs = pair_up(example_graph(40))
    places = np.arange(2 * len(pairs.actors)).reshape(-1, 2)
    network = GraphkitNetwork()
    network.add_pairs(pairs, np.array([0, 2]), [""] * len(pairs.actors), places)
    ends = {int(end) for pair in (0, 2) for end in (pairs.low[pair], pairs.high[pair])}
    assert {node["id"] for node in network.nodes} == ends
    assert all((node["x"], node["y"]) == (2 * node["id"], 2 * node["id"] + 1) for node in network.nodes)
    assert [edge["id"] for edge in network.edges] == [0, 2]
