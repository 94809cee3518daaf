import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from exported_claims import filled_store
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import FormatError
from graphkit.exporters.json_text import SURROGATE
from graphkit.exporters.node_link import read_node_link, write_node_link
from graphkit.graph import build_graph
from graphkit.store import ClaimFilter


def content(graph: "nx.MultiDiGraph[str]") -> tuple[Any, ...]:
    everything = (graph.graph, list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)))
    return (*everything, repr(everything[1:]))


@pytest.fixture(scope="module")
def graph() -> "nx.MultiDiGraph[str]":
    with filled_store() as store:
        return build_graph(store.rows(), store.actors())


def test_node_link_gives_the_same_graph_back(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    write_node_link(graph, tmp_path / "g.json")
    found = read_node_link(tmp_path / "g.json")
    assert content(found) == content(graph)
    write_node_link(found, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "g.json").read_bytes()


def test_node_link_is_read_by_networkx(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    write_node_link(graph, tmp_path / "g.json")
    data = json.loads((tmp_path / "g.json").read_text("utf-8"))
    found = nx.node_link_graph(data, edges="edges")
    assert type(found) is nx.MultiDiGraph
    assert content(found) == content(graph)


def test_node_link_of_a_store_says_its_filters(tmp_path: Path) -> None:
    with filled_store() as store:
        wanted = ClaimFilter(relation=("leads",))
        write_node_link(store, tmp_path / "g.json", filters=wanted)
    found = read_node_link(tmp_path / "g.json")
    assert found.graph["filters"] == wanted.words() != ""
    assert {"graphkit", "caution", "store"} <= set(found.graph)
    assert [edge["relation"] for *_, edge in found.edges(data=True)] == ["leads", "leads"]


TEXT = st.text(st.characters())
VALUES = st.one_of(TEXT, st.integers(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False))
NAMES = st.sampled_from(["id", "id_", "source", "target", "key", "key__", "_", "größe", "__proto__"]) | TEXT
ATTRIBUTES = st.dictionaries(NAMES, VALUES, max_size=5)


def whole(value: Any) -> Any:
    return SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def held(attributes: dict[str, Any]) -> dict[str, Any]:
    return {whole(name): whole(value) for name, value in attributes.items()}


@settings(max_examples=150)
@given(
    st.dictionaries(TEXT.map(whole), ATTRIBUTES, min_size=1, max_size=4),
    st.dictionaries(TEXT.map(whole), ATTRIBUTES, max_size=4),
    st.data(),
)
def test_node_link_survives_hostile_text(
    tmp_path_factory: pytest.TempPathFactory,
    nodes: dict[str, Any],
    edges: dict[str, Any],
    data: st.DataObject,
) -> None:
    made, expected = nx.MultiDiGraph(), nx.MultiDiGraph()
    pairs = [
        (data.draw(st.sampled_from(sorted(nodes))), data.draw(st.sampled_from(sorted(nodes)))) for _ in edges
    ]
    for graph, change in ((made, dict), (expected, held)):
        graph.add_nodes_from((node, change(attributes)) for node, attributes in nodes.items())
        for pair, (key, attributes) in zip(pairs, edges.items(), strict=True):
            graph.add_edges_from([(*pair, key, change(attributes))])
    path = tmp_path_factory.mktemp("node_link") / "g.json"
    write_node_link(made, path)
    assert content(read_node_link(path)) == content(expected)


def test_node_link_writes_numbers_that_json_lacks_as_texts(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", nan=float("nan"), inf=float("inf"), least=float("-inf"), none=None)
    write_node_link(graph, tmp_path / "g.json")
    assert read_node_link(tmp_path / "g.json").nodes["a"] == {"nan": "NaN", "inf": "INF", "least": "-INF"}


def test_node_link_refuses_lists_and_leaves_the_old_file(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a")
    write_node_link(graph, tmp_path / "g.json")
    before = (tmp_path / "g.json").read_bytes()
    graph.add_node("b", aliases=["x"])
    with pytest.raises(FormatError, match="attribute 'aliases' is a list"):
        write_node_link(graph, tmp_path / "g.json")
    assert (tmp_path / "g.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["g.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"directed": false, "multigraph": true, "graph": {}, "nodes": [], "edges": []}',
        '{"directed": true, "multigraph": true, "graph": {}, "nodes": [{}], "edges": []}',
        '{"directed": true, "multigraph": true, "graph": [1], "nodes": [], "edges": []}',
        '{"directed": true, "multigraph": true, "graph": {}, "nodes": [{"id": []}], "edges": []}',
        '{"directed": true, "multigraph": true, "graph": {}, "nodes": [],'
        ' "edges": [{"source": "a", "target": "b", "key": "c"}]}',
        "[" * 100_000,
    ],
)
def test_node_link_refuses_what_it_does_not_understand(tmp_path: Path, text: str) -> None:
    (tmp_path / "g.json").write_text(text, encoding="utf-8")
    with pytest.raises(FormatError, match=r"g\.json: not JSON node-link as graphkit writes it"):
        read_node_link(tmp_path / "g.json")
