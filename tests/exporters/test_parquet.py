import builtins
import datetime
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow.parquet as pq
import pytest
from exported_claims import filled_store
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import FormatError, GraphkitError
from graphkit.exporters import parquet
from graphkit.exporters.claim_table import CLAIM_FIELDS
from graphkit.exporters.json_text import SURROGATE
from graphkit.exporters.parquet import write_parquet
from graphkit.exporters.view import view_of
from graphkit.graph import build_graph
from graphkit.store import ClaimFilter


def test_parquet_has_all_of_each_claim_in_its_type(tmp_path: Path) -> None:
    with filled_store() as store:
        write_parquet(store, tmp_path / "c.parquet")
        graph = build_graph(store.rows(), store.actors())
    rows = {row["claim"]: row for row in pq.read_table(tmp_path / "c.parquet").to_pylist()}
    assert len(rows) == graph.number_of_edges() == 7
    for subject, object_, claim, attributes in graph.edges(keys=True, data=True):
        row = rows[claim]
        assert (row["subject_id"], row["object_id"]) == (subject, object_)
        assert row["object"] == graph.nodes[object_]["label"]
        assert row["subject_aliases"] == json.loads(graph.nodes[subject]["aliases"])
        for name, kind in CLAIM_FIELDS.items():
            value = attributes.get(name)
            assert row[name] == (json.loads(value) if kind is list and value else value), name
    copied = next(row for row in rows.values() if row["document"] == "in/copied.txt")
    assert (copied["speakers"], copied["speaker_ids"]) == (["UN Team", "East"], [None, "east"])
    assert copied["also"] == ["in/copy.txt"]


def test_parquet_has_typed_columns_and_days(tmp_path: Path) -> None:
    with filled_store() as store:
        write_parquet(store, tmp_path / "c.parquet")
    table = pq.read_table(tmp_path / "c.parquet")
    types = {field.name: str(field.type) for field in table.schema}
    assert (types["confidence"], types["start"], types["evidence"]) == ("double", "int64", "string")
    assert types["speakers"].startswith("list<")
    assert (types["first_day"], types["last_day"]) == ("date32[day]", "date32[day]")
    days = {row["document"]: (row["first_day"], row["last_day"]) for row in table.to_pylist()}
    assert days["in/a.txt"] == (datetime.date(2021, 8, 1), datetime.date(2021, 8, 31))
    assert days["in/c.txt"] == (None, None)


def test_parquet_comes_in_groups_says_who_made_it_and_keeps_its_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS_IN_GROUP", 2)
    filters = ClaimFilter.of(actor=["acme", "borg"])
    with filled_store() as store:
        for name in ("c.parquet", "d.parquet"):
            write_parquet(store, tmp_path / name, filters=filters)
        about = view_of(store, filters).about
    assert (tmp_path / "c.parquet").read_bytes() == (tmp_path / "d.parquet").read_bytes()
    found = pq.ParquetFile(tmp_path / "c.parquet")
    assert (found.metadata.num_rows, found.num_row_groups) == (5, 3)
    said = {name.decode(): value.decode() for name, value in found.schema_arrow.metadata.items()}
    assert said == dict(about)
    assert said["filters"] == "actor acme or borg"


def test_parquet_of_nothing(tmp_path: Path) -> None:
    with filled_store() as store:
        write_parquet(store, tmp_path / "c.parquet", filters=ClaimFilter.of(relation="founded"))
    table = pq.read_table(tmp_path / "c.parquet")
    assert (table.num_rows, "evidence" in table.column_names) == (0, True)


@settings(max_examples=50)
@given(
    evidence=st.text(st.characters()),
    speakers=st.lists(st.text(st.characters()), max_size=3),
    mine=st.one_of(st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False)),
)
def test_parquet_survives_hostile_text(
    tmp_path_factory: pytest.TempPathFactory, evidence: str, speakers: list[str], mine: Any
) -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="k", evidence=evidence, speakers=json.dumps(speakers), mine=mine)
    path = tmp_path_factory.mktemp("parquet") / "c.parquet"
    write_parquet(graph, path)
    (row,) = pq.read_table(path).to_pylist()
    assert row["evidence"] == SURROGATE.sub("\ufffd", evidence)
    assert row["speakers"] == [SURROGATE.sub("\ufffd", item) for item in speakers]
    assert (row["mine"], type(row["mine"])) == (mine, type(mine))


def test_parquet_refuses_what_is_not_of_its_type(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="k", confidence="high")
    with pytest.raises(FormatError, match="attribute 'confidence' is not always of the type double"):
        write_parquet(graph, tmp_path / "c.parquet")
    assert list(tmp_path.iterdir()) == []


def test_parquet_without_pyarrow_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def missing(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ModuleNotFoundError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(GraphkitError, match=r'pip install "graphkit\[parquet\]"'):
        write_parquet(nx.MultiDiGraph(), tmp_path / "c.parquet")
