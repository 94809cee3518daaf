import json
import re
from pathlib import Path
from typing import Any

import ladybug
import networkx as nx
import pytest
from exported_claims import filled_store
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graphkit.errors import FormatError
from graphkit.exporters.cypher import relationship_type, write_cypher
from graphkit.exporters.cypher_text import LISTS, literal, properties
from graphkit.graph import build_graph
from graphkit.store import ClaimFilter

UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
TOKEN = re.compile(
    r"'((?:[^'\\]|\\.)*)'|`((?:[^`]|``)*)`|([A-Za-z_]\w*)|(-?\d[\d.e+-]*)|([\[\]{},:])", re.DOTALL
)
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
SHORT = {"n": "\n", "r": "\r", "t": "\t"}


def unescaped(text: str) -> str:
    def sign(found: re.Match[str]) -> str:
        code = found[1]
        return chr(int(code[1:], 16)) if len(code) == 5 else SHORT.get(code, code)

    return ESCAPE.sub(sign, text)


def as_json(text: str) -> str:
    """A literal map in Cypher as JSON, by a tokenizer that shares nothing with the writer."""
    parts, at = [], 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = TOKEN.match(text, at)
        assert found, text[at : at + 60]
        string, quoted, word, number, sign = found.groups()
        if string is not None:
            parts.append(json.dumps(unescaped(string)))
        elif quoted is not None:
            parts.append(json.dumps(quoted.replace("``", "`")))
        else:
            parts.append(word if word in ("true", "false") else json.dumps(word) if word else number or sign)
        at = found.end()
    return "".join(parts)


def read_early(text: str) -> Any:
    r"""As Neo4j 5 reads: first every \uXXXX, wherever it stands, then the strings."""
    return json.loads(as_json(UNICODE.sub(lambda found: chr(int(found[1], 16)), text)))


def read_late(text: str) -> Any:
    return json.loads(as_json(text))


def rows_of(script: str) -> list[dict[str, Any]]:
    found = re.findall(r"^UNWIND (\[\n.*?\n\]) AS row$", script, re.DOTALL | re.MULTILINE)
    return [row for batch in found for row in read_late(batch)]


def listed(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: json.loads(value) if name in LISTS else value for name, value in attributes.items()}


@pytest.fixture(scope="module")
def graph() -> "nx.MultiDiGraph[str]":
    with filled_store() as store:
        return build_graph(store.rows(), store.actors())


def test_cypher_holds_every_attribute(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    write_cypher(graph, tmp_path / "g.cypher")
    rows = rows_of((tmp_path / "g.cypher").read_text("utf-8"))
    actors = {row["id"]: row["properties"] for row in rows if "subject" not in row}
    assert actors == {actor: listed(data) for actor, data in graph.nodes(data=True)}
    claims = {
        (row["subject"], row["object"], row["id"]): row["properties"] for row in rows if "subject" in row
    }
    assert claims == {edge[:3]: listed(edge[3]) for edge in graph.edges(keys=True, data=True)}
    assert len(rows) == len(actors) + len(claims)


def test_a_cypher_engine_reads_every_row(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    """Ladybug, the living fork of Kuzu. Its maps must be alike in a list: so it is asked row by row."""
    write_cypher(graph, tmp_path / "g.cypher")
    lines = (tmp_path / "g.cypher").read_text("utf-8").split("\n")
    rows = [line.removesuffix(",") for line in lines if line.startswith("{")]
    engine = ladybug.Connection(ladybug.Database(":memory:"))
    found = [engine.execute(f"UNWIND [{row}] AS row RETURN row").get_next()[0] for row in rows]
    wanted = [{"id": actor, "properties": listed(data)} for actor, data in graph.nodes(data=True)]
    wanted += [
        {"subject": start, "object": end, "id": key, "properties": listed(data)}
        for start, end, key, data in graph.edges(keys=True, data=True)
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


TEXT = st.text(st.characters() | st.sampled_from(list("\\u'\"`0027{};\n")))


@settings(max_examples=400)
@given(TEXT)
@example(r"\u0027 \\u0027 \\\u0027}) DETACH DELETE n //")
@example("it's \\' \\\\' \"q\" ` “x” \x00 \x85 \u2028 \u202e \ud800 \U0001f600")
def test_no_text_leaves_its_literal(text: str) -> None:
    whole = re.sub("[\ud800-\udfff]", "\ufffd", text)
    written = properties({"evidence": text, "speakers": json.dumps([text])})
    assert read_late(written) == read_early(written) == {"evidence": whole, "speakers": [whole]}
    assert not re.search(r"[\x00-\x1f\u202e]", written)
    written.encode("utf-8")


def test_cypher_merges_in_batches_of_one_type(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    for number in range(2_100):
        graph.add_edge("a", "b", key=str(number), relation="supports" if number % 2 else "attacks")
    write_cypher(graph, tmp_path / "g.cypher")
    script = (tmp_path / "g.cypher").read_text("utf-8")
    batches = re.findall(r"^UNWIND (\[\n.*?\n\]) AS row$", script, re.DOTALL | re.MULTILINE)
    assert [len(read_late(batch)) for batch in batches] == [2, 1000, 1000, 50, 50]
    assert script.count("MERGE (subject)-[claim:SUPPORTS {id: row.id}]->(object)") == 2
    assert "CREATE (" not in script
    assert script.count("CREATE ") == script.count("CREATE CONSTRAINT graphkit_actor_id IF NOT EXISTS") == 1


def test_cypher_of_a_store_says_its_filters_and_is_the_same_twice(tmp_path: Path) -> None:
    wanted = ClaimFilter(relation=("leads",))
    with filled_store() as store:
        for name in ("g.cypher", "again.cypher"):
            write_cypher(store, tmp_path / name, dialect="memgraph", filters=wanted)
    script = (tmp_path / "g.cypher").read_text("utf-8")
    about = read_late(re.findall(r"^SET export \+= (.*);$", script, re.MULTILINE)[0])
    assert about["filters"] == wanted.words() != ""
    assert {"graphkit", "caution", "store"} <= set(about)
    assert "CREATE INDEX ON :Actor(id);" in script
    assert "CONSTRAINT" not in script
    assert [row["properties"]["relation"] for row in rows_of(script) if "subject" in row] == [
        "leads",
        "leads",
    ]
    assert (tmp_path / "again.cypher").read_bytes() == (tmp_path / "g.cypher").read_bytes()


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("member_of", "MEMBER_OF"),
        ("a`]-() x", "`A``]-() X`"),
        ("\\u0060", "`\ufffdU0060`"),
        ("match", "`MATCH`"),
        ("größer", "`GRÖSSER`"),
        ("", "CLAIM"),
        (None, "CLAIM"),
    ],
)
def test_relation_becomes_a_type(relation: str | None, expected: str) -> None:
    assert relationship_type(relation) == expected


@pytest.mark.parametrize(("value", "why"), [(2**63, "too large a number"), ({"a": 1}, "a dict")])
def test_cypher_refuses_what_no_property_can_be(value: Any, why: str) -> None:
    with pytest.raises(FormatError, match=f"attribute 'x' is {why}, which Cypher cannot hold"):
        literal("x", value)


def test_cypher_writes_numbers_and_truth_values() -> None:
    assert (
        properties({"a": True, "b": -1, "c": 0.5, "d": None, "id": 1}) == "{a: true, b: -1, c: 0.5, id_: 1}"
    )
    assert literal("x", float("nan")) == "(0.0 / 0.0)"
