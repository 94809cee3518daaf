import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from claim_making import ACTORS, said
from hypothesis import given, settings
from hypothesis import strategies as st
from missing_tools import skip_or_fail

from graphkit.exporters.ftm import NOT_KEPT, write_ftm
from graphkit.graph import build_graph
from graphkit.store import ClaimFilter, ClaimStore


def model_of_ftm() -> Any:
    """The schemata; followthemoney needs PyICU, which is built from source."""
    try:
        from followthemoney import model
    except ImportError:
        skip_or_fail(
            "followthemoney", "apt-get install libicu-dev pkg-config g++; pip install followthemoney"
        )
    return model


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    dated = {"publisher": 'The "Gazette"', "title": "=1+1 </script>", "date": "2021-08"}
    with ClaimStore(":memory:") as made:
        made.add(
            [
                said("in/a.txt", "carla", "leads", "acme", source={**dated, "url": "https://example.org/a"}),
                said("in/b.txt", "carla", "leads", "acme", denied=True, speakers=("Borg", "Dunn")),
                said("in/c.txt", "carla", "member_of", "borg", hedged=True, source={"date": "2021-02-31"}),
                said(
                    "in/d.txt", "carla", "family_of", "dunn", text="שלום 😀 \u202e \t\r\n'\"", confidence=1.0
                ),
                said("in/e.txt", "dunn", "linked_to", "carla", denied=True, hedged=True),
                said("in/f.txt", "acme", "attacks", "acme", source={"url": "javascript:alert(1)"}),
                said("in/g.txt", "east", "controls", "borg", text="x" * 150_000),
                said("in/h.txt", "carla", "leads", "dunn"),
                said("in/i.txt", "carla", "allied_with", "dunn"),
            ]
        )
        yield made


def entities(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def links(path: Path) -> dict[str, dict[str, Any]]:
    """Entity of each claim by the claim's id."""
    return {
        item["properties"]["recordId"][0]: item for item in entities(path) if "recordId" in item["properties"]
    }


def test_ftm_is_valid_and_keeps_every_value(store: ClaimStore, tmp_path: Path) -> None:
    model = model_of_ftm()
    write_ftm(store, tmp_path / "g.ftm.json")
    for item in entities(tmp_path / "g.ftm.json"):
        schema = model.get(item["schema"])
        assert set(item["properties"]) <= set(schema.properties)
        assert set(schema.required) <= set(item["properties"])
        schema.validate(item)
        assert model.get_proxy(item).to_dict() == item
        # As OpenAleph reads what it does not trust: nothing is thrown away.
        found = model.get_proxy(item, cleaned=False)
        assert {name: len(values) for name, values in found.properties.items()} == {
            name: len(values) for name, values in item["properties"].items()
        }


def test_ftm_ends_exist_and_may_stand_where_they_do(store: ClaimStore, tmp_path: Path) -> None:
    model = model_of_ftm()
    write_ftm(store, tmp_path / "g.ftm.json")
    by_id = {item["id"]: model.get_proxy(item) for item in entities(tmp_path / "g.ftm.json")}
    assert len(by_id) == len(entities(tmp_path / "g.ftm.json"))
    pointed = 0
    for entity in by_id.values():
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                pointed += 1
                assert by_id[value].schema.is_a(prop.range), (entity, prop)
    assert pointed == 9 * 3 + 1
    assert sum(1 for entity in by_id.values() if list(entity.edgepairs())) == 9


def test_ftm_holds_all_of_a_graph(store: ClaimStore, tmp_path: Path) -> None:
    write_ftm(store, tmp_path / "g.ftm.json")
    graph = build_graph(store.rows(), store.actors())
    found = links(tmp_path / "g.ftm.json")
    assert len(found) == graph.number_of_edges() == 9
    for _, _, key, attributes in graph.edges(keys=True, data=True):
        told = found[key]["properties"]
        assert "".join(told["summary"]) == attributes["evidence"]
        rest = json.loads("".join(told["description"]))
        assert rest == {"id": key, **{n: value for n, value in attributes.items() if n != "evidence"}}
    actors = [json.loads(item["properties"]["notes"][0]) for item in entities(tmp_path / "g.ftm.json")[1:6]]
    assert actors == [{"id": actor, **graph.nodes[actor]} for actor in sorted(ACTORS)]


@pytest.mark.parametrize(
    ("path", "schema", "words"),
    [
        ("in/a.txt", "Directorship", ["leads"]),
        ("in/b.txt", "UnknownLink", ["denied: leads"]),
        ("in/c.txt", "Membership", ["hedged: member of"]),
        ("in/e.txt", "UnknownLink", ["denied, hedged: linked to"]),
        ("in/f.txt", "UnknownLink", ["attacks"]),
        ("in/g.txt", "UnknownLink", ["controls"]),
        ("in/h.txt", "UnknownLink", ["leads"]),
    ],
)
def test_ftm_denied_claims_look_denied(
    store: ClaimStore, tmp_path: Path, path: str, schema: str, words: list[str]
) -> None:
    write_ftm(store, tmp_path / "g.ftm.json")
    key = next(row["id"] for row in store.rows() if row["document"]["path"] == path)
    found = links(tmp_path / "g.ftm.json")[key]
    assert (found["schema"], found["properties"]["role"]) == (schema, words)


def test_ftm_says_who_speaks_when_and_where(store: ClaimStore, tmp_path: Path) -> None:
    write_ftm(store, tmp_path / "g.ftm.json")
    keys = {row["document"]["path"]: row["id"] for row in store.rows()}
    found = {path: links(tmp_path / "g.ftm.json")[key]["properties"] for path, key in keys.items()}
    assert found["in/b.txt"]["status"] == ["allegation: denied, asserted; said by Dunn < Borg in b.txt"]
    assert found["in/a.txt"]["date"] == ["2021-08"]
    assert found["in/a.txt"]["sourceUrl"] == ["https://example.org/a"]
    assert found["in/c.txt"]["date"] == ["2021-02-28"]
    assert "date" not in found["in/d.txt"]
    assert "sourceUrl" not in found["in/f.txt"]
    assert found["in/d.txt"]["relationship"][0].startswith("family of (allegation: affirmed, asserted;")
    assert len(found["in/g.txt"]["summary"]) == 3


def test_ftm_tells_its_filters_and_is_the_same_twice(store: ClaimStore, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_ftm(store, tmp_path / name, filters=ClaimFilter.of(polarity="denied"))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    about = entities(tmp_path / "one")[0]["properties"]["description"][0]
    assert "filters: polarity denied" in about
    assert "caution: Allegations as read by software" in about
    assert {item["schema"] for item in links(tmp_path / "one").values()} == {"UnknownLink"}
    assert len(links(tmp_path / "one")) == 2


def test_ftm_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    graph = hostile_graph(label="A", speaker="S", evidence="e")
    graph.add_edge("a", "b", key="c3", document_id="d2")
    with pytest.raises(KeyError):
        write_ftm(graph, tmp_path / "g.ftm.json")
    assert list(tmp_path.iterdir()) == []


HOSTILE = st.text(st.characters(exclude_categories=()), min_size=1)


@settings(max_examples=60)
@given(evidence=HOSTILE, title=HOSTILE, name=HOSTILE, url=HOSTILE, speaker=HOSTILE)
def test_ftm_survives_hostile_text(
    tmp_path_factory: pytest.TempPathFactory, evidence: str, title: str, name: str, url: str, speaker: str
) -> None:
    model = model_of_ftm()
    graph = hostile_graph(evidence=evidence, title=title, label=name, url=f"https://{url}", speaker=speaker)
    path = tmp_path_factory.mktemp("ftm") / "g.ftm.json"
    write_ftm(graph, path)
    for item in entities(path):
        model.get(item["schema"]).validate(item)
    told = links(path)["c1"]["properties"]
    assert told["summary"] == [NOT_KEPT.sub("\ufffd", evidence)]
    assert NOT_KEPT.sub("\ufffd", f"said by {speaker} in x") in told["status"][0]


def hostile_graph(*, label: str, speaker: str, **told: str) -> "nx.MultiDiGraph[str]":
    graph = nx.MultiDiGraph(graphkit="0", caution="careful")
    graph.add_node("a", label=label, type="person", aliases=json.dumps([label]), country=label)
    graph.add_node("b", label="B", type="armed_group", aliases=json.dumps([label]), wikidata=label)
    said_so = {"relation": "leads", "polarity": "affirmed", "certainty": "hedged", "confidence": 0.29}
    where = {"publication": "x", "document": "in/x.txt", "document_id": "d1"}
    chain = {"speaker": speaker, "speakers": json.dumps([speaker])}
    graph.add_edge("a", "b", key="c1", **said_so, **where, **chain, **told)
    graph.add_edge("b", "a", key="c2", **{**said_so, "polarity": "denied"}, **where, **chain, **told)
    return graph
