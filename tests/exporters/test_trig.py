"""TriG read by rdflib and by oxigraph, checked by SHACL."""

import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph
import pyshacl
import pytest
import rdflib
from claim_making import said
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import FormatError
from graphkit.exporters.json_text import SURROGATE
from graphkit.exporters.rdf_terms import local_name, web_iri
from graphkit.exporters.trig import BASE, NAMESPACE, VOCABULARIES, _lines, write_trig
from graphkit.exporters.view import view_of
from graphkit.graph import build_graph
from graphkit.records import CAUTION
from graphkit.store import ClaimFilter, ClaimStore

Quad = tuple[str, str, Any, str]
PROV, OA, RDF = VOCABULARIES["prov"], VOCABULARIES["oa"], VOCABULARIES["rdf"]
SHAPES = Path(__file__).with_name("nanopublication_shapes.ttl")
HOSTILE = "\"\"\" ''' \\ <b> } . @prefix \u202eabc\u202c 🦑 tab\tline\r\nend \x00\x07\x85\u2028 =1+1"


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    gazette = {
        "publisher": "The Moss Gazette",
        "title": HOSTILE,
        "author": "Moss, J. A.",
        "date": "2021-08-26",
    }
    with ClaimStore(":memory:") as made:
        made.add(
            [
                said("in/a.txt", "acme", "supports", "borg", source=gazette | {"url": "https://e.org/a b"}),
                said("in/b.txt", "acme", "supports", "borg", denied=True, source={"date": "2021-08"}),
                said(
                    "in/c.txt",
                    "acme",
                    "supports",
                    "borg",
                    hedged=True,
                    text=HOSTILE,
                    confidence=1.0,
                    context=(0, 4),
                ),
                said("in/d.txt", "carla", "leads", "carla", source={"url": "javascript:alert(1)"}),
                said(
                    "in/e.txt",
                    "borg",
                    "allied_with",
                    "acme",
                    speakers=["UN", "states"],
                    source={"date": "2021"},
                ),
                said(
                    "in/f.txt",
                    *("dunn", "attacks", "east"),
                    denied=True,
                    hedged=True,
                    speakers=["Dunn"],
                    speaker_ids=["dunn"],
                ),
            ]
        )
        yield made


def quads(path: Path) -> list[Quad]:
    """What oxigraph, which is strict, reads."""
    found = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TRIG)
    return [(q.subject.value, q.predicate.value, q.object, q.graph_name.value) for q in found]


def one(found: list[Quad], subject: str, predicate: str) -> str:
    (value,) = {q[2].value for q in found if q[:2] == (subject, predicate)}
    return str(value)


def several(found: list[Quad], subject: str, predicate: str) -> set[str]:
    return {q[2].value for q in found if q[:2] == (subject, predicate)}


def test_trig_holds_every_claim_whole(store: ClaimStore, tmp_path: Path) -> None:
    write_trig(store, tmp_path / "g.trig")
    found = quads(tmp_path / "g.trig")
    graph = build_graph(store.rows(), store.actors())
    claims = {q[0] for q in found if q[1] == RDF + "type" and q[2].value == NAMESPACE + "Claim"}
    assert claims == {f"{BASE}claim:{key}" for *_, key in graph.edges(keys=True)}
    for subject, object_, key, edge in graph.edges(keys=True, data=True):
        claim, nanopub = f"{BASE}claim:{key}", f"{BASE}nanopub:{key}"
        assert one(found, claim, RDF + "subject") == f"{BASE}actor:{subject}"
        assert one(found, claim, RDF + "object") == f"{BASE}actor:{object_}"
        for name in ("polarity", "certainty"):
            assert one(found, claim, NAMESPACE + name) == NAMESPACE + edge[name]
        for what, (words, start, end) in {
            "evidence": ("evidence", "start", "end"),
            "trigger": ("trigger", "trigger_start", "trigger_end"),
            "context": ("context", "context_start", "context_end"),
            "subject": ("subject_mention", "subject_start", "subject_end"),
            "object": ("object_mention", "object_start", "object_end"),
        }.items():
            if words not in edge:
                assert not several(found, f"{nanopub}.{what}-quote", OA + "exact")
                continue
            assert one(found, f"{nanopub}.{what}-quote", OA + "exact") == edge[words]
            assert int(one(found, f"{nanopub}.{what}-position", OA + "start")) == edge[start]
            assert int(one(found, f"{nanopub}.{what}-position", OA + "end")) == edge[end]
        assert float(one(found, f"{nanopub}.assertion", NAMESPACE + "confidence")) == edge["confidence"]
        assert int(one(found, f"{nanopub}.evidence", NAMESPACE + "raw_end")) == edge["raw_end"]
        voices = sorted(several(found, f"{nanopub}.assertion", NAMESPACE + "voice"))
        label = VOCABULARIES["rdfs"] + "label"
        assert [one(found, voice, label) for voice in voices] == json.loads(edge["speakers"])
        innermost = one(found, voices[-1], NAMESPACE + "speaker")
        assert one(found, f"{nanopub}.assertion", PROV + "wasAttributedTo") == innermost
        document = f"{BASE}document:{edge['document_id']}"
        assert one(found, f"{nanopub}.assertion", PROV + "wasDerivedFrom") == document
        for name, term in {"title": "dc:title", "author": "dc:creator", "date": "dct:issued"}.items():
            prefix, _, rest = term.partition(":")
            told = several(found, document, VOCABULARIES[prefix] + rest)
            assert told == ({edge[name]} if name in edge else set())
        assert several(found, document, NAMESPACE + "url") == ({edge["url"]} if "url" in edge else set())
    assert {q[2].value for q in found if q[1] == VOCABULARIES["foaf"] + "name"} == {"Moss, J. A."}
    assert sum("context" in edge for *_, edge in graph.edges(data=True)) == 1
    for actor, node in graph.nodes(data=True):
        assert several(found, f"{BASE}actor:{actor}", VOCABULARIES["skos"] + "altLabel") == set(
            json.loads(node["aliases"])
        )
        assert node["label"] in several(found, f"{BASE}actor:{actor}", VOCABULARIES["rdfs"] + "label")


def test_trig_asserts_only_what_is_affirmed_and_not_hedged(store: ClaimStore, tmp_path: Path) -> None:
    write_trig(store, tmp_path / "g.trig")
    plain = {
        (q[0], q[1], q[2].value, q[3])
        for q in quads(tmp_path / "g.trig")
        if q[0].startswith(f"{BASE}actor:")
        and q[2].value.startswith(f"{BASE}actor:")
        and "parent" not in q[1]
    }
    assert plain == {
        (
            f"{BASE}actor:{row['subject']['id']}",
            f"{NAMESPACE}relation.{row['relation']}",
            f"{BASE}actor:{row['object']['id']}",
            f"{BASE}nanopub:{row['id']}.assertion",
        )
        for row in store.rows(ClaimFilter.of(polarity="affirmed", certainty="asserted"))
    }
    assert len(plain) == 3


def test_trig_is_nanopublications_and_nothing_else(store: ClaimStore, tmp_path: Path) -> None:
    write_trig(store, tmp_path / "g.trig", filters=ClaimFilter.of(actor="acme"))
    found = quads(tmp_path / "g.trig")
    heads = [q for q in found if q[1] == RDF + "type" and q[2].value.endswith("#Nanopublication")]
    assert len(heads) == 1 + 4
    named = {q[3] for q in heads} | {q[2].value for q in found if q[1].startswith(VOCABULARIES["np"] + "has")}
    assert named == {q[3] for q in found}
    assert len(named) == 4 * len(heads)
    assert {q[2].value for q in found if q[1] == NAMESPACE + "filters"} == {"actor acme"}
    cautious = {q[0] for q in found if q[1:3] == (NAMESPACE + "caution", pyoxigraph.Literal(CAUTION))}
    assert cautious == {q[0] for q in heads}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib and pyshacl about themselves
def test_trig_is_read_by_rdflib_and_fits_the_shapes(store: ClaimStore, tmp_path: Path) -> None:
    write_trig(store, tmp_path / "g.trig")
    dataset = rdflib.Dataset()
    dataset.parse(data=(tmp_path / "g.trig").read_bytes(), format="trig")
    exact = rdflib.URIRef(OA + "exact")
    strict = quads(tmp_path / "g.trig")
    assert len(list(dataset.quads())) == len(strict)
    assert {str(q[2]) for q in dataset.quads((None, exact, None, None))} == {
        q[2].value for q in strict if q[1] == OA + "exact"
    }
    assert misfits(dataset) == ""


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib and pyshacl about themselves
@pytest.mark.parametrize(
    ("graph", "edit", "complaint"),
    [
        ("assertion", "plain", "denied or hedged, and yet asserted"),
        ("assertion", f"{NAMESPACE}polarity", "polarity"),
        ("provenance", f"{PROV}wasAttributedTo", "wasAttributedTo"),
        ("provenance", f"{OA}exact", "exact"),
        ("provenance", f"{OA}end", "end"),
        ("head", f"{VOCABULARIES['np']}hasAssertion", "hasAssertion"),
    ],
)
def test_the_shapes_notice_what_is_wrong(
    store: ClaimStore, tmp_path: Path, graph: str, edit: str, complaint: str
) -> None:
    denied = ClaimFilter.of(polarity="denied", certainty="asserted")
    write_trig(store, tmp_path / "g.trig", filters=denied)
    dataset = rdflib.Dataset()
    dataset.parse(data=(tmp_path / "g.trig").read_bytes(), format="trig")
    (row,) = store.rows(denied)
    changed = dataset.graph(rdflib.URIRef(f"{BASE}nanopub:{row['id']}.{graph}"))
    if edit == "plain":
        ends = (f"{BASE}actor:acme", f"{NAMESPACE}relation.supports", f"{BASE}actor:borg")
        changed.add(tuple(map(rdflib.URIRef, ends)))
    else:
        changed.remove((None, rdflib.URIRef(edit), None))
    assert complaint in misfits(dataset)


def misfits(dataset: Any) -> str:
    """What SHACL says against the graphs, each taken by itself; "" when all of them fit."""
    shapes = rdflib.Graph().parse(data=SHAPES.read_bytes(), format="turtle")
    words = []
    for graph in dataset.graphs():
        alone = rdflib.Graph()
        alone += graph
        conforms, _, report = pyshacl.validate(alone, shacl_graph=shapes)
        words += [] if conforms else [report]
    return "\n".join(words)


def test_trig_gives_the_same_bytes_from_store_and_graph(store: ClaimStore, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_trig(store, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    write_trig(build_graph(store.rows(), store.actors()), tmp_path / "c")
    ours = {q[:3] for q in quads(tmp_path / "a") if "nanopub:" in q[3] and "isPartOf" not in q[1]}
    assert ours == {q[:3] for q in quads(tmp_path / "c") if "nanopub:" in q[3] and "isPartOf" not in q[1]}


ANY_TEXT = st.text(st.characters())


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@settings(max_examples=100)
@given(
    ids=st.lists(ANY_TEXT, min_size=2, max_size=2, unique=True), words=ANY_TEXT, name=ANY_TEXT, url=ANY_TEXT
)
def test_trig_survives_hostile_text(
    tmp_path_factory: pytest.TempPathFactory, ids: list[str], words: str, name: str, url: str
) -> None:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(ids, label=words, type="other")
    told = {"relation": name, "polarity": "affirmed", "certainty": "asserted", "evidence": words, "url": url}
    told |= {"speakers": json.dumps([name]), "document_id": name, "x" + name: words, "date": url, "n": 1.5}
    graph.add_edge(*ids, key=name, **told)
    path = tmp_path_factory.mktemp("trig") / "g.trig"
    write_trig(graph, path)
    found = quads(path)
    expected = SURROGATE.sub("\ufffd", words)
    assert {q[2].value for q in found if q[1] == OA + "exact"} == {expected}
    label = VOCABULARIES["rdfs"] + "label"
    actors = {q[0] for q in found if q[0].startswith(f"{BASE}actor:") and q[1] == label and "export" in q[3]}
    assert len(actors) == 2
    dataset = rdflib.Dataset()
    dataset.parse(data=path.read_bytes(), format="trig")
    exact = rdflib.URIRef(OA + "exact")
    assert {str(q[2]) for q in dataset.quads((None, exact, None, None))} == {expected}


@given(ANY_TEXT, ANY_TEXT)
def test_local_names_of_different_texts_are_different(one: str, other: str) -> None:
    assert (local_name(one) == local_name(other)) == (one == other)
    assert local_name(one, other).count(".") == 1


@given(st.one_of(ANY_TEXT, ANY_TEXT.map("https://e.org/".__add__)))
def test_web_addresses_are_iris_or_nothing(url: str) -> None:
    iri = web_iri(url)
    if iri is None:
        assert not url.startswith("https://e.org/")
    else:
        assert pyoxigraph.NamedNode(iri[1:-1]).value.isascii()


def test_trig_needs_no_more_memory_for_more_claims(
    store: ClaimStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(store)
    first = next(view.claims())

    def peak(count: int) -> int:
        many = replace(view, claims=lambda: (first._replace(id=str(number)) for number in range(count)))
        tracemalloc.start()
        try:
            assert sum(1 for _ in _lines(many)) > 4 * count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    assert peak(1000) < peak(50) + 50_000


def test_trig_refuses_lists(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", colors=["x"])
    with pytest.raises(FormatError, match="which RDF has no literal for"):
        write_trig(graph, tmp_path / "g.trig")
    assert list(tmp_path.iterdir()) == []
