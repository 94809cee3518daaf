from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from exported_claims import filled_store
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import FormatError
from graphkit.exporters.gexf import NAMESPACE, write_gexf
from graphkit.exporters.graphml import NOT_XML
from graphkit.exporters.view import view_of
from graphkit.graph import build_graph
from graphkit.records import CAUTION
from graphkit.store import ClaimFilter

RENAMED = {"evidence_start": "start", "evidence_end": "end"}


def edge(attributes: dict[str, Any]) -> dict[str, Any]:
    """A claim's attributes as build_graph gives them, of what networkx reads of its edge."""
    own = {name: value for name, value in attributes.items() if name not in ("id", "label", "start", "end")}
    return {RENAMED.get(name, name): value for name, value in own.items()}


def in_xml(attributes: Any) -> dict[str, Any]:
    """The same with the characters replaced that XML cannot hold."""
    return {
        name: NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


def test_gexf_is_read_by_networkx(tmp_path: Path) -> None:
    with filled_store() as store:
        write_gexf(store, tmp_path / "g.gexf")
        graph = build_graph(store.rows(), store.actors())
    found = nx.read_gexf(tmp_path / "g.gexf", version="1.3")
    assert isinstance(found, nx.MultiDiGraph)
    assert dict(found.nodes(data=True)) == {node: in_xml(data) for node, data in graph.nodes(data=True)}
    assert {part[:3]: edge(part[3]) for part in found.edges(keys=True, data=True)} == {
        part[:3]: in_xml(part[3]) for part in graph.edges(keys=True, data=True)
    }
    assert len({data["evidence"] for *_, data in found.edges(data=True)}) == graph.number_of_edges() == 7


@pytest.mark.parametrize(
    ("document", "relation", "days"),
    [
        ("in/copied.txt", "leads", ("2021-08-26", "2021-08-26")),
        ("in/a.txt", "supports", ("2021-08-01", "2021-08-31")),
        ("in/b.txt", "supports", ("2021-01-01", "2021-12-31")),
        ("in/d.txt", "allied_with", ("2021-02-28", "2021-02-28")),
        ("in/c.txt", "attacks", (None, None)),
    ],
)
def test_gexf_edge_is_there_on_the_days_of_its_date(
    document: str, relation: str, days: tuple[str | None, str | None], tmp_path: Path
) -> None:
    with filled_store() as store:
        write_gexf(store, tmp_path / "g.gexf", filters=ClaimFilter.of(document=document))
    root = ElementTree.parse(tmp_path / "g.gexf").getroot()
    graph = root.find(f"{{{NAMESPACE}}}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    (found,) = root.iter(f"{{{NAMESPACE}}}edge")
    assert (found.get("start"), found.get("end")) == days
    assert (found.get("kind"), found.get("label")) == (relation, relation.replace("_", " "))


def test_gexf_declares_what_it_uses(tmp_path: Path) -> None:
    with filled_store() as store:
        write_gexf(store, tmp_path / "g.gexf")
    root = ElementTree.parse(tmp_path / "g.gexf").getroot()
    for owner in ("node", "edge"):
        (declared,) = root.iterfind(f".//{{{NAMESPACE}}}attributes[@class='{owner}']")
        ids = [attribute.get("id") for attribute in declared]
        items = list(root.iter(f"{{{NAMESPACE}}}{owner}"))
        used = {value.get("for") for item in items for value in item.iter(f"{{{NAMESPACE}}}attvalue")}
        assert ids == sorted(set(ids))
        assert used == set(ids)
        assert len({item.get("id") for item in items}) == len(items)
    types = {item.get("id"): item.get("type") for item in root.iter(f"{{{NAMESPACE}}}attribute")}
    assert (types["confidence"], types["evidence_start"], types["evidence"]) == ("double", "long", "string")


def test_gexf_says_who_made_it_and_keeps_its_bytes(tmp_path: Path) -> None:
    with filled_store() as store:
        filters = ClaimFilter.of(since="2021-08")
        for name in ("g.gexf", "h.gexf"):
            write_gexf(store, tmp_path / name, filters=filters)
        about = view_of(store).about
    assert (tmp_path / "g.gexf").read_bytes() == (tmp_path / "h.gexf").read_bytes()
    root = ElementTree.parse(tmp_path / "g.gexf").getroot()
    assert root.findtext(f".//{{{NAMESPACE}}}creator") == f"graphkit {about['graphkit']}"
    said = root.findtext(f".//{{{NAMESPACE}}}description") or ""
    assert f"caution: {CAUTION}" in said
    assert "filters: since 2021-08" in said


ANY_TEXT = st.text(st.characters())
NAMES = st.sampled_from(["evidence", "a&b", "x <y> \"'", "größe", "7"])
VALUES = st.one_of(ANY_TEXT, st.integers(-(2**63), 2**63 - 1), st.booleans(), st.floats(allow_nan=False))


@settings(max_examples=100)
@given(texts=st.dictionaries(NAMES, ANY_TEXT), value=VALUES, label=st.text(min_size=1))
def test_gexf_survives_hostile_text(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str], value: Any, label: str
) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", label=label, **{**texts, "value": value})
    graph.add_edges_from([("a", "a", "k", {**texts, "value": value})])
    path = tmp_path_factory.mktemp("gexf") / "g.gexf"
    write_gexf(graph, path)
    found = nx.read_gexf(path, version="1.3")
    expected = in_xml({**texts, "value": value})
    assert found.nodes["a"] == {**expected, "label": in_xml({"": label})[""]}
    ((*_, data),) = found.edges(data=True)
    assert data == {**expected, "id": "k"}
    assert type(data["value"]) is type(value)


def test_gexf_of_several_types_leaves_none_out_and_refuses_lists(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", number=1, mixed=True, unknown=None)
    graph.add_node("b", number=0.5, mixed="yes")
    write_gexf(graph, tmp_path / "g.gexf")
    found = nx.read_gexf(tmp_path / "g.gexf", version="1.3")
    assert found.nodes["a"] == {"label": "a", "number": 1.0, "mixed": "true"}
    assert found.nodes["b"] == {"label": "b", "number": 0.5, "mixed": "yes"}
    graph.add_node("c", aliases=["x"])
    with pytest.raises(FormatError, match="attribute 'aliases' is a list, which GEXF cannot hold"):
        write_gexf(graph, tmp_path / "g.gexf")
    assert [path.name for path in tmp_path.iterdir()] == ["g.gexf"]
    assert "c" not in nx.read_gexf(tmp_path / "g.gexf", version="1.3")
