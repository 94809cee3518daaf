import csv
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from exported_claims import filled_store

from graphkit.errors import GraphkitError
from graphkit.exporters import nodes_edges
from graphkit.exporters.csv_cells import NOT_CSV, plain_text
from graphkit.exporters.nodes_edges import nodes_edges_paths, write_nodes_edges
from graphkit.graph import build_graph
from graphkit.records import CAUTION
from graphkit.store import ClaimFilter


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_nodes_edges_have_the_columns_that_gephi_imports(tmp_path: Path) -> None:
    with filled_store() as store:
        write_nodes_edges(store, tmp_path / "links.csv")
    nodes, edges = nodes_edges_paths(tmp_path / "links.csv")
    assert nodes.read_bytes().startswith(b"Id,Label,aliases,country,parent,type,wikidata,note\r\n")
    assert edges.read_bytes().startswith(b"Source,Target,Type,Id,Label,Kind,also,author,certainty,")
    found = {(row["Kind"], row["Type"], row["Label"]) for row in read(edges)}
    assert ("allied_with", "Undirected", "allied with") in found
    assert ("supports", "Directed", "supports") in found


def test_nodes_edges_hold_the_graph(tmp_path: Path) -> None:
    with filled_store() as store:
        write_nodes_edges(store, tmp_path / "links.csv")
        graph = build_graph(store.rows(), store.actors())
    nodes, edges = (read(path) for path in nodes_edges_paths(tmp_path / "links.csv"))
    assert {row["Id"]: row["Label"] for row in nodes} == dict(graph.nodes(data="label"))
    assert sorted(row["Id"] for row in edges) == sorted(key for *_, key in graph.edges(keys=True))
    for row in edges:
        attributes = graph.edges[row["Source"], row["Target"], row["Id"]]
        for name, value in attributes.items():
            assert plain_text(row[name]) == NOT_CSV.sub("\ufffd", str(value)), name


def test_nodes_edges_say_who_made_them_and_keep_their_bytes(tmp_path: Path) -> None:
    with filled_store() as store:
        for name in ("a", "b.csv"):
            write_nodes_edges(store, tmp_path / name, filters=ClaimFilter.of(relation="leads"))
    pairs = [nodes_edges_paths(tmp_path / name) for name in ("a", "b.csv")]
    for first, second in zip(*pairs, strict=True):
        assert first.read_bytes() == second.read_bytes()
        rows = read(first)
        assert rows
        assert all(CAUTION in row["note"] and "Filters: relation leads." in row["note"] for row in rows)


def test_nodes_edges_are_both_whole_or_neither(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = nodes_edges_paths(tmp_path / "links.csv")
    for path in paths:
        path.write_text("before", encoding="utf-8")

    def stopped(*_: object) -> Iterator[list[str]]:
        yield ["a", "b"]
        raise KeyboardInterrupt

    monkeypatch.setattr(nodes_edges, "_edges", stopped)
    with filled_store() as store, pytest.raises(KeyboardInterrupt):
        write_nodes_edges(store, tmp_path / "links.csv")
    assert [path.read_text(encoding="utf-8") for path in paths] == ["before", "before"]
    assert sorted(tmp_path.iterdir()) == sorted(paths)


@pytest.mark.parametrize("taken", [0, 1])
def test_nodes_edges_neither_where_one_cannot_be(tmp_path: Path, taken: int) -> None:
    paths = nodes_edges_paths(tmp_path / "links.csv")
    paths[taken].mkdir()
    with filled_store() as store, pytest.raises(GraphkitError, match="is a folder"):
        write_nodes_edges(store, tmp_path / "links.csv")
    assert list(tmp_path.iterdir()) == [paths[taken]]


def test_nodes_edges_rename_what_is_called_as_a_column_of_the_programs(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", id=1)
    graph.add_edge("a", "a", key="k", kind="mine", target="\ud800=")
    write_nodes_edges(graph, tmp_path / "links.csv")
    (node,), (edge,) = (read(path) for path in nodes_edges_paths(tmp_path / "links.csv"))
    assert (node["Id"], node["Label"], node["id_"]) == ("a", "a", "1")
    assert (edge["Target"], edge["Kind"], edge["kind_"], edge["target_"]) == ("a", "", "mine", "\ufffd=")
