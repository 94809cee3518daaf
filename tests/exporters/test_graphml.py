from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from claim_making import said
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import FormatError
from graphkit.exporters import read_graphml, write_graphml
from graphkit.exporters.graphml import NOT_XML
from graphkit.graph import build_graph
from graphkit.store import ClaimStore


def content(graph: "nx.MultiDiGraph[str]") -> tuple[Any, ...]:
    """All of a graph, types of the values included."""
    everything = (graph.graph, list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)))
    return (*everything, repr(sorted(graph.graph.items())), repr(everything[1:]))


@pytest.fixture
def graph() -> "nx.MultiDiGraph[str]":
    with ClaimStore(":memory:") as store:
        store.add(
            [
                said(
                    "in/a.txt", "acme", "supports", "borg", source={"publisher": "A & <B>", "title": '"]]>'}
                ),
                said("in/b.txt", "acme", "supports", "borg", text="tab\tline\nreturn\r\nend \x85\u2028"),
                said("in/c.txt", "borg", "attacks", "acme", denied=True, confidence=1.0),
                said("in/d.txt", "carla", "leads", "carla"),
            ]
        )
        return build_graph(store.rows(), store.actors())


def test_graphml_gives_the_same_graph_back(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    write_graphml(graph, tmp_path / "g.graphml")
    found = read_graphml(tmp_path / "g.graphml")
    assert content(found) == content(graph)
    write_graphml(found, tmp_path / "again.graphml")
    assert (tmp_path / "again.graphml").read_bytes() == (tmp_path / "g.graphml").read_bytes()


def test_graphml_is_read_by_networkx(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    write_graphml(graph, tmp_path / "g.graphml")
    found = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert dict(found.nodes(data=True)) == dict(graph.nodes(data=True))
    assert {edge[:3]: edge[3] for edge in found.edges(keys=True, data=True)} == {
        edge[:3]: edge[3] for edge in graph.edges(keys=True, data=True)
    }


def test_graphml_declares_its_attributes_in_order(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    write_graphml(graph, tmp_path / "g.graphml")
    root = ElementTree.parse(tmp_path / "g.graphml").getroot()
    name = "{http://graphml.graphdrawing.org/xmlns}"
    keys = [(key.get("for"), key.get("attr.name"), key.get("attr.type")) for key in root.iter(f"{name}key")]
    assert keys == sorted(set(keys))
    assert ("edge", "confidence", "double") in keys
    assert ("edge", "start", "long") in keys
    ids = [edge.get("id") for edge in root.iter(f"{name}edge")]
    assert len(set(ids)) == graph.number_of_edges()
    data = list(root.iter(f"{name}data"))
    assert {item.get("key") for item in data} == {key.get("id") for key in root.iter(f"{name}key")}


ANY_TEXT = st.text(st.characters())
NAMES = st.sampled_from(["relation", "evidence", "a&b", "x <y> \"'", "größe"])
VALUES = st.one_of(
    ANY_TEXT, st.integers(-(2**63), 2**63 - 1), st.booleans(), st.floats(allow_nan=False), st.just("")
)
ATTRIBUTES = st.dictionaries(NAMES, VALUES)
XML_TEXT = ANY_TEXT.map(lambda text: NOT_XML.sub("\ufffd", text))


@settings(max_examples=150)
@given(
    graph_data=ATTRIBUTES,
    nodes=st.dictionaries(XML_TEXT, ATTRIBUTES, min_size=1, max_size=4),
    edges=st.dictionaries(XML_TEXT, ATTRIBUTES, max_size=4),
    data=st.data(),
)
def test_graphml_survives_hostile_text(
    tmp_path_factory: pytest.TempPathFactory,
    graph_data: dict[str, Any],
    nodes: dict[str, Any],
    edges: dict[str, Any],
    data: st.DataObject,
) -> None:
    made, expected = nx.MultiDiGraph(), nx.MultiDiGraph()
    ends = st.sampled_from(sorted(nodes))
    pairs = [(data.draw(ends), data.draw(ends)) for _ in edges]
    for graph, change in ((made, dict), (expected, _as_xml_holds_it)):
        graph.graph.update(change(graph_data))
        graph.add_nodes_from((node, change(attributes)) for node, attributes in nodes.items())
        for (start, end), (key, attributes) in zip(pairs, edges.items(), strict=True):
            graph.add_edges_from([(start, end, key, change(attributes))])
    path = tmp_path_factory.mktemp("graphml") / "g.graphml"
    write_graphml(made, path)
    assert content(read_graphml(path)) == content(expected)


def _as_xml_holds_it(attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        name: NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


def test_graphml_leaves_none_out_and_refuses_lists(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", known=1, unknown=None)
    write_graphml(graph, tmp_path / "g.graphml")
    assert read_graphml(tmp_path / "g.graphml").nodes["a"] == {"known": 1}
    graph.add_node("b", aliases=["x"])
    with pytest.raises(FormatError, match="attribute 'aliases' is a list, which GraphML cannot hold"):
        write_graphml(graph, tmp_path / "g.graphml")
    assert "b" not in read_graphml(tmp_path / "g.graphml")


def test_graphml_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a")
    write_graphml(graph, tmp_path / "g.graphml")
    before = (tmp_path / "g.graphml").read_bytes()

    def stopped(*_: object) -> Any:
        yield "<graphml>"
        raise KeyboardInterrupt

    monkeypatch.setattr("graphkit.exporters.graphml._body", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_graphml(graph, tmp_path / "g.graphml")
    assert (tmp_path / "g.graphml").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["g.graphml"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not xml",
        "<graphml>",
        "<html/>",
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected"/></graphml>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">'
        '<node id="a"><data key="d0">x</data></node></graph></graphml>',
    ],
)
def test_graphml_refuses_what_it_does_not_understand(tmp_path: Path, text: str) -> None:
    (tmp_path / "g.graphml").write_text(text, encoding="utf-8")
    with pytest.raises(FormatError, match=r"g\.graphml: not GraphML as graphkit writes it"):
        read_graphml(tmp_path / "g.graphml")
