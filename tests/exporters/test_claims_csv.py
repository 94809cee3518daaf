import csv
import json
from pathlib import Path

import networkx as nx
import pytest
from claim_making import ACTORS
from exported_claims import filled_store
from hypothesis import given
from hypothesis import strategies as st

from graphkit.exporters.claim_table import ACTOR_FIELDS, CLAIM_FIELDS
from graphkit.exporters.claims_csv import write_claims_csv
from graphkit.exporters.csv_cells import FORMULA, NOT_CSV, cell, plain_text, write_rows
from graphkit.graph import build_graph
from graphkit.graph.builder import node_attributes
from graphkit.records import CAUTION
from graphkit.store import ClaimFilter


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_claims_csv_has_all_of_each_claim(tmp_path: Path) -> None:
    with filled_store() as store:
        write_claims_csv(store, tmp_path / "c.csv")
        graph = build_graph(store.rows(), store.actors())
    rows = {row["claim"]: row for row in read(tmp_path / "c.csv")}
    assert len(rows) == graph.number_of_edges() == 7
    for subject, object_, claim, attributes in graph.edges(keys=True, data=True):
        row = rows[claim]
        assert (row["subject_id"], row["object_id"]) == (subject, object_)
        assert (row["subject"], row["object"]) == tuple(
            graph.nodes[end]["label"] for end in (subject, object_)
        )
        assert row["subject_aliases"] == graph.nodes[subject]["aliases"]
        for name in CLAIM_FIELDS:
            found = plain_text(row[name])
            assert found == NOT_CSV.sub("\ufffd", str(attributes.get(name, ""))), name
    copied = next(row for row in rows.values() if row["document"] == "in/copied.txt")
    assert (copied["title"], copied["author"]) == ("'=1+1", "'@Ann")
    assert json.loads(copied["speakers"]) == ["UN Team", "East"]


def test_claims_csv_knows_all_attributes_of_the_graph() -> None:
    with filled_store() as store:
        graph = build_graph(store.rows(), store.actors())
    names = {name for *_, attributes in graph.edges(data=True) for name in attributes}
    assert names == set(CLAIM_FIELDS)
    assert {name for actor in ACTORS.values() for name in node_attributes(actor)} == set(ACTOR_FIELDS)


def test_claims_csv_is_for_spreadsheets(tmp_path: Path) -> None:
    with filled_store() as store:
        for name in ("c.csv", "d.csv"):
            write_claims_csv(store, tmp_path / name, filters=ClaimFilter.of(since="2021-08"))
    written = (tmp_path / "c.csv").read_bytes()
    assert written == (tmp_path / "d.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfclaim,subject_id,subject,")
    rows = read(tmp_path / "c.csv")
    assert len(rows) == 3
    for row in rows:
        assert CAUTION in row["note"]
        assert "Filters: since 2021-08." in row["note"]
        assert not [value for value in row.values() if value.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_claims_csv_keeps_attributes_that_it_does_not_know(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="k", relation="leads", mine="\ud800\0", number=-1)
    write_claims_csv(graph, tmp_path / "c.csv")
    (row,) = read(tmp_path / "c.csv")
    assert (row["mine"], row["number"], row["relation"]) == ("\ufffd\ufffd", "-1", "leads")


@given(text=st.text(st.characters()))
def test_csv_cell_gives_every_text_back_and_is_never_run(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    safe = cell(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain_text(safe) == NOT_CSV.sub("\ufffd", text)
    path = tmp_path_factory.mktemp("csv") / "c.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        write_rows(stream, ["a", "b"], [[text, "="]])
    assert read(path) == [{"a": safe, "b": "'="}]


def test_formula_looks_at_the_beginning_only() -> None:
    assert FORMULA.match("''-1")
    assert not FORMULA.match("a=1")
