import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import stix2
from claim_making import ACTORS, claim, document, extraction, said
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.exporters.stix import write_stix
from graphkit.exporters.stix_objects import EXTENSION, MARKING
from graphkit.graph import build_graph
from graphkit.records import Actor, ActorType
from graphkit.store import ClaimFilter, ClaimStore

GUARD = Actor(id="east", name="East", type=ActorType.ARMED_GROUP, aliases=("E", "the East"))


def parsed(path: Path) -> Any:
    """The bundle as the real library reads it, with nothing custom allowed."""
    return stix2.parse(path.read_text(encoding="utf-8"), allow_custom=False, version="2.1")


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    dated = {"publisher": 'The "Gazette"', "title": "=1+1 </script>", "date": "2021-08"}
    both = document("Acme attacks Borg. East", "in/z.txt", date="0000")
    with ClaimStore(":memory:") as made:
        made.add(
            [
                said("in/a.txt", "acme", "supports", "borg", denied=True, hedged=True, confidence=0.29),
                said(
                    "in/b.txt", "acme", "supports", "borg", source={**dated, "url": "https://example.org/a"}
                ),
                said("in/c.txt", "acme", "supports", "borg", speakers=("Borg", "Dunn")),
                said("in/d.txt", "carla", "leads", "acme", denied=True, source={"date": "2021-02-31"}),
                said(
                    "in/e.txt", "carla", "leads", "acme", denied=True, text="שלום 😀 \u202e\0\x1b \t\r\n'\""
                ),
                said("in/f.txt", "dunn", "linked_to", "carla"),
                said("in/g.txt", "carla", "linked_to", "dunn", denied=True),
                said("in/h.txt", "acme", "attacks", "acme", source={"url": "javascript:alert(1)"}),
                extraction(
                    both,
                    claim(both, "acme", "attacks", "borg"),
                    claim(both, "east", "opposes", "acme", hedged=True),
                    actors=(ACTORS["acme"], ACTORS["borg"], GUARD),
                ),
            ]
        )
        yield made


def of_type(bundle: Any, kind: str) -> list[Any]:
    return [item for item in bundle["objects"] if item["type"] == kind]


def attributes(item: Any) -> dict[str, Any]:
    return dict(item["extensions"][EXTENSION["id"]])


def test_stix_is_valid_and_holds_all_of_a_graph(store: ClaimStore, tmp_path: Path) -> None:
    write_stix(store, tmp_path / "g.stix.json")
    bundle = parsed(tmp_path / "g.stix.json")
    graph = build_graph(store.rows(), store.actors())
    claims = [
        item
        for item in (*of_type(bundle, "relationship"), *of_type(bundle, "opinion"))
        if "extensions" in item
    ]
    found = {attributes(item)["claim"]: item for item in claims}
    assert len(found) == len(claims) == graph.number_of_edges() == 10
    for subject, object_, key, told in graph.edges(keys=True, data=True):
        ends = {"subject": subject, "object": object_} if told["polarity"] == "denied" else {}
        fixed = {"extension_type": "property-extension", "claim": key}
        assert attributes(found[key]) == {**fixed, **ends, **told}
        assert found[key]["external_references"][0]["description"] == told["evidence"]
        assert found[key]["confidence"] == round(told["confidence"] * 100)
    actors = [*of_type(bundle, "identity")[1:], *of_type(bundle, "threat-actor")]
    assert {attributes(item)["actor"]: attributes(item)["label"] for item in actors} == dict(
        graph.nodes(data="label")
    )
    assert of_type(bundle, "threat-actor")[0]["aliases"] == ["E", "the East"]


def test_stix_references_are_in_the_bundle_once(store: ClaimStore, tmp_path: Path) -> None:
    write_stix(store, tmp_path / "g.stix.json")
    bundle = parsed(tmp_path / "g.stix.json")
    ids = [item["id"] for item in bundle["objects"]]
    assert len(ids) == len(set(ids))
    for item in bundle["objects"]:
        for name in ("source_ref", "target_ref", "created_by_ref"):
            assert item.get(name, ids[0]) in ids
        assert set(item.get("object_refs", ())) <= set(ids)
        own = item["type"] in ("marking-definition", "extension-definition") or item["id"] == ids[0]
        assert own or item["object_marking_refs"] == [MARKING["id"]]
    reports = [*of_type(bundle, "report"), *of_type(bundle, "grouping")]
    assert len(reports) == 9
    assert sum(len(item["object_refs"]) for item in reports) == 10 + 1


def test_stix_denials_are_opinions(store: ClaimStore, tmp_path: Path) -> None:
    write_stix(store, tmp_path / "g.stix.json")
    bundle = parsed(tmp_path / "g.stix.json")
    by_id = {item["id"]: item for item in bundle["objects"]}
    opinions = {attributes(item)["document"]: item for item in of_type(bundle, "opinion")}
    about = {path: by_id[item["object_refs"][0]] for path, item in opinions.items()}
    assert {path: item["opinion"] for path, item in opinions.items()} == {
        "in/a.txt": "disagree",
        "in/d.txt": "strongly-disagree",
        "in/e.txt": "strongly-disagree",
        "in/g.txt": "strongly-disagree",
    }
    assert attributes(about["in/a.txt"])["document"] == "in/b.txt"
    assert attributes(about["in/g.txt"])["document"] == "in/f.txt"
    assert about["in/d.txt"] == about["in/e.txt"]
    assert about["in/d.txt"]["labels"] == ["only-denied", "denied"]
    assert (about["in/d.txt"]["relationship_type"], about["in/d.txt"]["confidence"]) == ("leads", 0)
    labels = {
        attributes(item)["document"]: item["labels"]
        for item in of_type(bundle, "relationship")
        if "extensions" in item and attributes(item)["relation"] in ("supports", "opposes")
    }
    assert labels == {
        "in/b.txt": ["affirmed", "asserted", "also-denied"],
        "in/c.txt": ["affirmed", "asserted", "also-denied"],
        "in/z.txt": ["affirmed", "hedged"],
    }
    assert [item for item in of_type(bundle, "relationship") if "denied" in item["labels"]] == [
        about["in/d.txt"]
    ]


def test_stix_says_who_speaks_when_and_where(store: ClaimStore, tmp_path: Path) -> None:
    write_stix(store, tmp_path / "g.stix.json")
    bundle = json.loads((tmp_path / "g.stix.json").read_text(encoding="utf-8"))
    found = {
        attributes(item)["document"]: item
        for item in bundle["objects"]
        if item["type"] in ("relationship", "opinion") and "extensions" in item
    }
    assert found["in/b.txt"]["created"] == found["in/b.txt"]["modified"] == "2021-08-01T00:00:00.000Z"
    assert found["in/d.txt"]["created"] == "2021-02-28T00:00:00.000Z"
    assert found["in/z.txt"]["created"] == "1970-01-01T00:00:00.000Z"
    assert found["in/b.txt"]["external_references"][0]["url"] == "https://example.org/a"
    assert found["in/b.txt"]["external_references"][0]["source_name"] == 'The "Gazette"'
    assert "url" not in found["in/h.txt"]["external_references"][0]
    assert found["in/c.txt"]["external_references"][1] == {
        "source_name": "speaker",
        "description": "Dunn < Borg",
    }
    assert found["in/a.txt"]["authors"] == ["author"]


def test_stix_tells_its_filters_and_is_the_same_twice(store: ClaimStore, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_stix(store, tmp_path / name, filters=ClaimFilter.of(relation="leads"))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    bundle = parsed(tmp_path / "one")
    about = of_type(bundle, "note")[0]["content"]
    assert "filters: relation leads" in about
    assert "caution: Allegations as read by software" in about
    assert (len(of_type(bundle, "opinion")), len(of_type(bundle, "relationship"))) == (2, 1)


def test_stix_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    graph = hostile_graph(label="A", url="x", speaker="S", evidence="e")
    graph.add_edge("a", "b", key="c3", relation="leads", polarity="affirmed", document_id="d2")
    with pytest.raises(KeyError):
        write_stix(graph, tmp_path / "g.stix.json")
    assert list(tmp_path.iterdir()) == []


HOSTILE = st.text(st.characters(exclude_categories=()), min_size=1)


@settings(max_examples=60)
@given(evidence=HOSTILE, title=HOSTILE, label=HOSTILE, url=HOSTILE, speaker=HOSTILE)
def test_stix_survives_hostile_text(tmp_path_factory: pytest.TempPathFactory, **told: str) -> None:
    path = tmp_path_factory.mktemp("stix") / "g.stix.json"
    write_stix(hostile_graph(**told), path)
    bundle = parsed(path)
    (affirmed, _), (denied,) = (of_type(bundle, kind) for kind in ("relationship", "opinion"))
    for item in (affirmed, denied):
        assert item["external_references"][0]["description"] == as_utf_8(told["evidence"])
        assert attributes(item)["title"] == as_utf_8(told["title"])
    assert denied["authors"] == [as_utf_8(told["speaker"])]
    assert of_type(bundle, "threat-actor")[0]["aliases"] == [as_utf_8(told["label"])]


def as_utf_8(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


def hostile_graph(*, label: str, url: str, speaker: str, **told: str) -> "nx.MultiDiGraph[str]":
    graph = nx.MultiDiGraph(graphkit="0", caution="careful")
    graph.add_node("a", label=label, type="person", aliases=json.dumps([label]))
    graph.add_node("b", label="B", type="armed_group", aliases=json.dumps([label]), wikidata=label)
    said_so = {"relation": "leads", "polarity": "affirmed", "certainty": "hedged", "confidence": 0.29}
    where = {"publication": "x", "document": "in/x.txt", "document_id": "d1", "url": f"https://{url}"}
    chain = {"speaker": speaker, "speakers": json.dumps([speaker])}
    graph.add_edge("a", "b", key="c1", **said_so, **where, **chain, **told)
    graph.add_edge("b", "a", key="c2", **{**said_so, "polarity": "denied"}, **where, **chain, **told)
    return graph
