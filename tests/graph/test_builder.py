import json
import random

import pytest
from claim_making import claim, document, extraction, said

from graphkit.graph import build_graph
from graphkit.records import CAUTION, Copy, Source
from graphkit.store import ClaimStore

FORBIDDEN = {"source", "target", "key", "id", "from", "to"}


def test_build_graph_edge_is_its_claim() -> None:
    copy = Copy(path="in/z.txt", source=Source())
    found = document("Acme, they said, backs Borg.", also=[copy], publisher="Dawn", date="2021-08", title="T")
    made = claim(
        *(found, "acme", "supports", "borg"),
        denied=True,
        speakers=["UN", "he"],
        speaker_ids=["un", None],
        context=(6, 10),
    )
    with ClaimStore(":memory:") as store:
        store.add([extraction(found, made)])
        graph = build_graph(store.rows(), store.actors())
    assert list(graph.edges(keys=True)) == [("acme", "borg", made.id)]
    assert graph.edges["acme", "borg", made.id] == {
        "relation": "supports",
        "plover": "AID",
        "polarity": "denied",
        "certainty": "asserted",
        "confidence": 0.5,
        "publication": "Dawn",
        "publisher": "Dawn",
        "title": "T",
        "date": "2021-08",
        "document": "in/a.txt",
        "document_id": found.id,
        "also": '["in/z.txt"]',
        "speaker": "he",
        "speakers": '["UN", "he"]',
        "speaker_ids": '["un", null]',
        "evidence": "Acme, they said, backs Borg.",
        "start": 0,
        "end": 28,
        "subject_mention": "Acme",
        "subject_start": 0,
        "subject_end": 4,
        "object_mention": "Borg",
        "object_start": 23,
        "object_end": 27,
        "trigger": ".",
        "trigger_start": 27,
        "trigger_end": 28,
        "context": "they",
        "context_start": 6,
        "context_end": 10,
        "raw_start": 2,
        "raw_end": 30,
        "extractor": "rules",
    }
    assert graph.nodes["acme"] == {
        "label": "Acme",
        "type": "organization",
        "aliases": '["ACM", "Acme Corp"]',
        "country": "US",
    }
    assert graph.nodes["borg"]["parent"] == "acme"
    assert graph.nodes["borg"]["wikidata"] == "Q1"
    assert graph.graph["caution"] == CAUTION
    assert set(graph.graph) == {"graphkit", "caution"}


@pytest.fixture
def rows() -> list[dict[str, object]]:
    with ClaimStore(":memory:") as store:
        store.add(
            [
                said("in/a.txt", "acme", "supports", "borg"),
                said("in/b.txt", "acme", "supports", "borg", source={"url": "https://www.x.org/1"}),
                said("in/c.txt", "borg", "attacks", "acme", denied=True, context=(0, 1)),
                said("in/d.txt", "carla", "leads", "carla"),
            ]
        )
        return list(store.rows())


def test_build_graph_keeps_parallel_claims_and_loops(rows: list[dict[str, object]]) -> None:
    graph = build_graph(rows)
    assert graph.number_of_edges() == 4
    assert graph.number_of_edges("acme", "borg") == 2
    assert [data["publication"] for *_, data in graph.edges(data=True)] == [
        "a.txt",
        "x.org",
        "c.txt",
        "d.txt",
    ]


def test_build_graph_leaves_out_what_is_null(rows: list[dict[str, object]]) -> None:
    edges = [data for *_, data in build_graph(rows).edges(data=True)]
    for name in ("context", "context_start", "context_end"):
        assert [name in data for data in edges] == [False, False, True, False]


def test_build_graph_attributes_are_flat_and_named_safely(rows: list[dict[str, object]]) -> None:
    graph = build_graph(rows)
    groups = [
        graph.graph,
        *(data for _, data in graph.nodes(data=True)),
        *(d for *_, d in graph.edges(data=True)),
    ]
    for attributes in groups:
        assert not FORBIDDEN & set(attributes)
        assert all(type(value) in (str, int, float) for value in attributes.values())
    assert json.loads(graph.nodes["acme"]["aliases"]) == ["ACM", "Acme Corp"]


def test_build_graph_does_not_depend_on_the_order_of_documents() -> None:
    added = [said(f"in/{number}.txt", "acme", "supports", "borg") for number in range(5)]
    added += [said("in/9.txt", "carla", "leads", "east")]
    results = set()
    for seed in range(4):
        random.Random(seed).shuffle(added)
        with ClaimStore(":memory:") as store:
            store.add(added)
            graph = build_graph(store.rows(), store.actors())
        results.add(repr((list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)))))
    assert len(results) == 1


def test_build_graph_of_nothing() -> None:
    assert len(build_graph([])) == 0
