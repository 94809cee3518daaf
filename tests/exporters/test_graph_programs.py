"""GraphML and GEXF in the programs that are to open them: igraph, and Gephi Lite's own parsers in Node."""

import json
import subprocess
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
from exported_claims import filled_store

from graphkit.exporters.gexf import TIMES, write_gexf
from graphkit.exporters.graphml import NOT_XML, write_graphml
from graphkit.graph import build_graph

READER = Path(__file__).resolve().parent.parent / "js" / "read_graph.mjs"


@pytest.fixture(scope="module")
def graph() -> "nx.MultiDiGraph[str]":
    with filled_store() as store:
        return build_graph(store.rows(), store.actors())


def in_xml(attributes: dict[str, Any]) -> dict[str, Any]:
    """The same with the characters replaced that XML cannot hold."""
    return {
        name: NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


def read_by_graphology(node: str, file_format: str, path: Path) -> dict[str, Any]:
    done = subprocess.run(
        [node, str(READER), file_format, str(path)], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_gexf_in_graphology(
    graph: "nx.MultiDiGraph[str]", tmp_path: Path, node: str, npm_packages: Path
) -> None:
    write_gexf(graph, tmp_path / "g.gexf")
    found = read_by_graphology(node, "gexf", tmp_path / "g.gexf")
    assert found["options"] == {"type": "directed", "multi": True, "allowSelfLoops": True}
    assert {item["key"]: item["attributes"] for item in found["nodes"]} == {
        name: in_xml(data) for name, data in graph.nodes(data=True)
    }
    edges = {(item["source"], item["target"], item["key"]): item["attributes"] for item in found["edges"]}
    assert edges == {
        part[:3]: {
            "label": part[3]["relation"].replace("_", " "),
            "kind": part[3]["relation"],
            **{TIMES.get(name, name): value for name, value in in_xml(part[3]).items()},
        }
        for part in graph.edges(keys=True, data=True)
    }
    assert found["attributes"]["creator"] == f"graphkit {graph.graph['graphkit']}"
    assert graph.graph["caution"] in found["attributes"]["description"]


def test_graphml_in_graphology(
    graph: "nx.MultiDiGraph[str]", tmp_path: Path, node: str, npm_packages: Path
) -> None:
    write_graphml(graph, tmp_path / "g.graphml")
    found = read_by_graphology(node, "graphml", tmp_path / "g.graphml")
    assert found["attributes"] == graph.graph
    assert {item["key"]: item["attributes"] for item in found["nodes"]} == {
        name: in_xml(data) for name, data in graph.nodes(data=True)
    }
    edges = {(item["source"], item["target"], item["key"]): item["attributes"] for item in found["edges"]}
    assert edges == {part[:3]: in_xml(part[3]) for part in graph.edges(keys=True, data=True)}


def test_graphml_in_igraph(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    write_graphml(graph, tmp_path / "g.graphml")
    found = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    assert (found.is_directed(), found.vcount(), found.ecount()) == (
        True,
        graph.number_of_nodes(),
        graph.number_of_edges(),
    )
    for vertex in found.vs:
        known = {name: value for name, value in vertex.attributes().items() if value not in ("", None)}
        assert known == {"id": vertex["id"], **in_xml(graph.nodes[vertex["id"]])}
    # in their order, as igraph 1.0 gives edges the ids of nodes
    for edge, (start, end, _, attributes) in zip(found.es, graph.edges(keys=True, data=True), strict=True):
        assert (found.vs[edge.source]["id"], found.vs[edge.target]["id"]) == (start, end)
        expected = in_xml(attributes)
        assert {name: edge[name] for name in expected} == expected
    assert set(found.es["evidence"]) == {in_xml(data)["evidence"] for *_, data in graph.edges(data=True)}
