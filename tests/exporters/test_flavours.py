"""GraphML in its other shapes: pairs with counts, and everything as a node."""

import json
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest
from claim_making import said
from exported_claims import filled_store
from lxml import etree

from graphkit.exporters import read_graphml, write_graphml
from graphkit.exporters.graphml import NOT_XML
from graphkit.graph import build_graph
from graphkit.lexicon import load_relations
from graphkit.store import ClaimFilter, ClaimStore

SCHEMA = Path(__file__).with_name("graphml.xsd")


def written(store: ClaimStore, folder: Path, flavour: str) -> "nx.MultiDiGraph[str]":
    path = folder / f"{flavour}.graphml"
    write_graphml(store, path, flavour=flavour)  # type: ignore[arg-type]
    first = path.read_bytes()
    write_graphml(store, path, flavour=flavour)  # type: ignore[arg-type]
    assert path.read_bytes() == first, "the same bytes each time"
    assert (
        nx.read_graphml(path, force_multigraph=True).number_of_edges() == read_graphml(path).number_of_edges()
    )
    return read_graphml(path)


def test_aggregated_counts_every_claim_once(tmp_path: Path) -> None:
    with filled_store() as store:
        found = written(store, tmp_path, "aggregated")
        claims = build_graph(store.rows(), store.actors())
    edges = [data for *_, data in found.edges(data=True)]
    assert sum(data["claims"] for data in edges) == claims.number_of_edges()
    for data in edges:
        assert data["affirmed"] + data["denied"] == data["asserted"] + data["hedged"] == data["claims"]
        assert 1 <= data["sources"] <= data["voices"] <= data["claims"]
    assert set(found.nodes) == set(claims.nodes)


def test_aggregated_pairs_have_their_voices_and_dates(tmp_path: Path) -> None:
    with ClaimStore(":memory:") as store:
        store.add(
            [
                said("in/a.txt", "acme", "supports", "borg", source={"publisher": "A", "date": "2021-08"}),
                said(
                    "in/b.txt",
                    "acme",
                    "supports",
                    "borg",
                    denied=True,
                    source={"publisher": "B", "date": "2020"},
                ),
                said("in/c.txt", "acme", "opposes", "borg", source={"publisher": "A"}),
                said("in/d.txt", "borg", "opposes", "acme", hedged=True, source={"publisher": "A"}),
            ]
        )
        found = written(store, tmp_path, "aggregated")
    supports, opposes = sorted(found.edges(data=True), key=lambda edge: -edge[2]["sources"])
    assert (supports[2]["affirmed"], supports[2]["denied"], supports[2]["voices"]) == (1, 1, 2)
    assert (supports[2]["first_date"], supports[2]["last_date"], supports[2]["plover"]) == (
        "2020",
        "2021-08",
        "AID",
    )
    assert (opposes[2]["claims"], opposes[2]["hedged"]) == (2, 1), "both directions say the same"
    assert "first_date" not in opposes[2]


def test_aggregated_knows_the_relations_of_its_store(tmp_path: Path) -> None:
    given = tmp_path / "relations.yaml"
    given.write_text(
        "- {name: shares_office_with, definition: is housed with, inverse: shares office with,\n"
        "   symmetric: true, color: '#117733', triggers: {verbs: [house]}}\n",
        encoding="utf-8",
    )
    with ClaimStore(":memory:", relations=load_relations(given)) as store:
        store.add(
            [
                said("in/a.txt", "acme", "shares_office_with", "borg"),
                said("in/b.txt", "borg", "shares_office_with", "acme", denied=True),
            ]
        )
        assert written(store, tmp_path, "aggregated").number_of_edges() == 1


def test_reified_makes_nodes_of_all_that_a_claim_names(tmp_path: Path) -> None:
    with filled_store() as store:
        found = written(store, tmp_path, "reified")
        claims = build_graph(store.rows(), store.actors())
    kinds = Counter(kind for _, kind in found.nodes(data="kind"))
    assert kinds["claim"] == claims.number_of_edges()
    assert kinds["actor"] == claims.number_of_nodes()
    assert kinds["source"] == len({data["publication"] for *_, data in claims.edges(data=True)})
    roles = Counter(role for *_, role in found.edges(data="role"))
    assert roles["subject"] == roles["object"] == roles["speaker"] == roles["document"] == kinds["claim"]
    assert roles["source"] == kinds["document"]
    for subject, object_, key, data in claims.edges(keys=True, data=True):
        node = f"claim:{key}"
        assert found.nodes[node]["evidence"] == NOT_XML.sub("\ufffd", data["evidence"])
        ends = {role: end for _, end, role in found.out_edges(node, data="role")}
        assert (ends["subject"], ends["object"]) == (f"actor:{subject}", f"actor:{object_}")


@pytest.mark.parametrize("flavour", ["claims", "aggregated", "reified"])
def test_the_file_obeys_the_schema(tmp_path: Path, flavour: str) -> None:
    with filled_store() as store:
        written(store, tmp_path, flavour)
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.parse(tmp_path / f"{flavour}.graphml"))


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        ('target="acme"', 'target="nobody"'),
        ('<node id="acme"', '<node id="ac me"'),
        ('attr.type="long"', 'attr.type="integer"'),
        ("<edge ", '<edge kind="claim" '),
    ],
)
def test_the_schema_finds_what_is_wrong(tmp_path: Path, sound: str, broken: str) -> None:
    with filled_store() as store:
        written(store, tmp_path, "claims")
    text = (tmp_path / "claims.graphml").read_text(encoding="utf-8")
    assert sound in text
    document = etree.fromstring(text.replace(sound, broken).encode())
    assert not etree.XMLSchema(etree.parse(SCHEMA)).validate(document)


@pytest.mark.parametrize("flavour", ["claims", "aggregated", "reified"])
def test_the_file_says_what_was_filtered(tmp_path: Path, flavour: str) -> None:
    with filled_store() as store:
        path = tmp_path / "g.graphml"
        write_graphml(store, path, flavour=flavour, filters=ClaimFilter.of(polarity="denied"))  # type: ignore[arg-type]
    about = read_graphml(path).graph
    assert about["filters"] == "polarity denied"
    assert "Allegations" in about["caution"] and json.dumps(about["graphkit"])
