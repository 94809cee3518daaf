import json
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from exported_claims import filled_store
from playwright.sync_api import Browser

from graphkit.errors import FormatError
from graphkit.exporters.cytoscape import write_cytoscape
from graphkit.graph import build_graph
from graphkit.store import ClaimFilter

READER = Path(__file__).resolve().parent.parent / "js" / "read_cytoscape.mjs"

IN_PAGE = """({elements, data}) => {
    const graph = cytoscape({container: document.getElementById("graph"), elements, data});
    const all = (found) => found.map((element) => element.data());
    return {data: graph.data(), nodes: all(graph.nodes()), edges: all(graph.edges())};
}"""


@pytest.fixture(scope="module")
def graph() -> "nx.MultiDiGraph[str]":
    with filled_store() as store:
        return build_graph(store.rows(), store.actors())


def expected(graph: "nx.MultiDiGraph[str]") -> tuple[list[Any], list[Any]]:
    """What cytoscape.js should hold: all attributes, `parent` under another name."""
    nodes = [
        {
            "id": actor,
            "name": data["label"],
            **{("parent_" if k == "parent" else k): v for k, v in data.items()},
        }
        for actor, data in graph.nodes(data=True)
    ]
    edges = [
        {"id": key, "source": start, "target": end, "interaction": data["relation"], **data}
        for start, end, key, data in graph.edges(keys=True, data=True)
    ]
    return nodes, edges


def test_cytoscape_js_loads_everything_in_node(
    graph: "nx.MultiDiGraph[str]", tmp_path: Path, node: str, npm_packages: Path
) -> None:
    write_cytoscape(graph, tmp_path / "g.cyjs")
    done = subprocess.run(
        [node, str(READER), str(tmp_path / "g.cyjs")], capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert (found["nodes"], found["edges"]) == expected(graph)
    assert found["data"] == {"name": "graphkit", **graph.graph}
    assert found["inside"] == 0  # Borg's parent Acme is there too, but not as its box


def test_cytoscape_js_loads_everything_in_chromium(
    graph: "nx.MultiDiGraph[str]", tmp_path: Path, browser: Browser, npm_packages: Path
) -> None:
    write_cytoscape(graph, tmp_path / "g.cyjs")
    written = json.loads((tmp_path / "g.cyjs").read_text("utf-8"))
    page = browser.new_page()
    page.set_content('<div id="graph" style="width: 400px; height: 300px"></div>')
    page.add_script_tag(path=npm_packages / "cytoscape" / "dist" / "cytoscape.min.js")
    found = page.evaluate(IN_PAGE, {"elements": written["elements"], "data": written["data"]})
    page.close()
    assert (found["nodes"], found["edges"]) == expected(graph)
    assert [edge["evidence"] for edge in found["edges"]] == [
        data["evidence"] for *_, data in graph.edges(data=True)
    ]


def test_cytoscape_overwrites_no_id_and_keeps_ids_apart(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="a", id="mine", source="s", target="t", source_="s_", parent="p")
    graph.add_edge("b", "a", key="a")
    graph.add_node("c", id="other", name="Name")
    write_cytoscape(graph, tmp_path / "g.cyjs")
    elements = json.loads((tmp_path / "g.cyjs").read_text("utf-8"))["elements"]
    first, second = (edge["data"] for edge in elements["edges"])
    assert (first["id"], second["id"]) == ("claim:a", "claim:claim:a")
    assert [first[name] for name in ("source", "target")] == ["a", "b"]
    kept = {name: first[name] for name in ("id_", "source_", "target_", "source__", "parent_")}
    assert kept == {"id_": "mine", "source_": "s", "target_": "t", "source__": "s_", "parent_": "p"}
    assert elements["nodes"][2]["data"] == {"id": "c", "name": "Name", "id_": "other"}


def test_cytoscape_of_a_store_says_its_filters_and_is_the_same_twice(tmp_path: Path) -> None:
    wanted = ClaimFilter(relation=("leads",))
    with filled_store() as store:
        for name in ("g.cyjs", "again.cyjs"):
            write_cytoscape(store, tmp_path / name, filters=wanted)
    found = json.loads((tmp_path / "g.cyjs").read_text("utf-8"))
    assert found["data"]["filters"] == wanted.words() != ""
    assert found["generated_by"] == f"graphkit {found['data']['graphkit']}"
    assert {"caution", "store"} <= set(found["data"])
    assert [edge["data"]["relation"] for edge in found["elements"]["edges"]] == ["leads", "leads"]
    assert (tmp_path / "again.cyjs").read_bytes() == (tmp_path / "g.cyjs").read_bytes()


def test_cytoscape_refuses_a_node_without_id(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("")
    with pytest.raises(FormatError, match="a node has the id ''"):
        write_cytoscape(graph, tmp_path / "g.cyjs")
    assert list(tmp_path.iterdir()) == []
