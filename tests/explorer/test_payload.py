import base64
import datetime
import gzip
import json
from typing import Any

import networkx as nx
import numpy as np
import pytest
from example_graph import add_claim, example_graph, new_graph

from graphkit.explorer.pairs import pair_up
from graphkit.explorer.payload import build_payload, pack, script_json
from graphkit.explorer.relations import UNKNOWN_COLOR, describe_relation
from graphkit.lexicon import load_relations


def payload_of(graph: nx.MultiDiGraph) -> dict[str, Any]:
    pairs = pair_up(graph)
    return build_payload(graph, pairs, np.zeros((len(pairs.actors), 2), dtype=np.int64), load_relations())


def test_payload_has_a_row_per_claim_in_every_column() -> None:
    payload = payload_of(example_graph(50))
    assert {len(column) for column in payload["claims"].values()} == {50}
    assert {len(column) for column in payload["actors"].values()} == {payload["meta"]["actors"]}


def test_payload_tells_the_state_of_the_data() -> None:
    graph = new_graph()
    add_claim(graph, "Acme", "supports", "Bolt", publication="Echo", date="2020-05")
    add_claim(graph, "Acme", "supports", "Bolt", publication="Gazette", date=None)
    meta = payload_of(graph)["meta"]
    assert (meta["claims"], meta["actors"], meta["documents"], meta["publications"]) == (2, 2, 2, 2)
    assert (meta["first"], meta["last"], meta["undated"], meta["graphkit"]) == (
        "2020-05",
        "2020-05",
        1,
        "0.1.0",
    )


def test_same_sentence_and_document_are_stored_once() -> None:
    graph = new_graph()
    key = add_claim(graph, "Acme", "supports", "Bolt")
    graph.add_edge("acme", "bolt", key="again", **graph.edges["acme", "bolt", key])
    tables = payload_of(graph)["tables"]
    assert len(tables["evidence"]) == 1
    assert len(tables["document"]["title"]) == 1


def test_speaker_chain_is_unpacked_and_missing_parts_have_a_reading() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="1", speakers='["report", "envoy"]', document="x.txt", start=1)
    graph.add_edge("a", "b", key="2", speaker="envoy", document="x.txt", start=2)
    graph.add_edge("a", "b", key="3", speakers="not JSON", document="x.txt", start=3)
    payload = payload_of(graph)
    chains = [payload["tables"]["speakers"][number] for number in payload["claims"]["speakers"]]
    assert chains == [("report", "envoy"), ("envoy",), ("author",)]
    assert payload["tables"]["publication"] == ["x.txt"]
    assert payload["actors"]["label"] == ["a", "b"]


def test_parent_is_named_also_when_it_is_no_actor_of_the_graph() -> None:
    graph = new_graph()
    add_claim(graph, "Acme", "supports", "Bolt")
    graph.nodes["acme"]["parent"] = "bolt"
    graph.nodes["bolt"]["parent"] = "big_house"
    actors = payload_of(graph)["actors"]
    assert actors["parent_name"] == ["Bolt", "big house"]
    assert actors["parent"] == ["bolt", "big_house"]


@pytest.mark.parametrize("text", ["</script>", "<!--", "a&b", "\u2028\u2029", "é 😀", "\ud800 lone", "\0"])
def test_script_json_reads_back_and_holds_no_markup(text: str) -> None:
    packed = script_json({text: text})
    assert json.loads(packed) == {text: text}
    assert not set("<>&\u2028\u2029") & set(packed)
    packed.encode("utf-8")


def test_large_payloads_are_gzipped_the_same_each_time() -> None:
    payload = {"text": "a quote, " * 1000}
    packed = pack(payload, limit=100)
    assert json.loads(gzip.decompress(base64.b64decode(packed))) == payload
    assert packed == pack(payload, limit=100)
    assert pack(payload).startswith("{")


def test_a_relation_that_is_not_known_is_directed_and_grey() -> None:
    described = describe_relation("owes_money_to", load_relations())
    assert described["label"] == "owes money to"
    assert described["color"] == UNKNOWN_COLOR and described["symmetric"] is False


def test_known_relations_have_their_colour_and_inverse() -> None:
    described = describe_relation("supports", load_relations())
    assert (described["inverse"], described["color"]) == ("supported by", "#009E73")


def test_what_the_page_cannot_hold_is_left_out() -> None:
    graph = new_graph()
    odd = {"score": float("nan"), "tags": ["a"], "seen": datetime.date(2020, 1, 1), "flag": True, "size": 1}
    add_claim(graph, "Acme", "supports", "Bolt", **odd)
    add_claim(graph, "Acme", "attacks", "Bolt", flag=1, size=2.5)
    graph.nodes["acme"]["aliases"] = ["a real list", 3]
    payload = json.loads(script_json(payload_of(graph)))
    assert payload["actors"]["aliases"][0] == ["a real list"]
    assert payload["further"]["score"]["column"] == [None, None] == payload["further"]["tags"]["column"]
    flags = payload["further"]["flag"]
    assert [flags["values"][at] for at in flags["column"]] == [True, 1]
    assert flags["values"][0] is True
    assert payload["further"]["size"] == {"values": None, "column": [1, 2.5]}
