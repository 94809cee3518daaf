"""CSL-JSON by the rules of its schema, and rendered by citeproc-py."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import citeproc
import networkx as nx
import pytest
from citeproc.source.json import CiteProcJSON
from claim_making import claim, document, extraction, said
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.exporters.cited import names_of
from graphkit.exporters.csl import write_csl
from graphkit.exporters.json_text import SURROGATE
from graphkit.graph import build_graph
from graphkit.records import CAUTION, Copy, Source
from graphkit.store import ClaimFilter, ClaimStore

TEXTS = ("title", "container-title", "publisher", "URL", "note")
TYPES = ("article", "article-newspaper", "report", "webpage")


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    gazette = {"publisher": "The Moss Gazette", "title": "Ferries", "author": "Moss, J. A.; Staff Reporter"}
    both = document(
        "Acme supports Borg. Acme denies Borg.",
        "in/a.txt",
        also=[Copy(path="in/z.txt", source=Source())],
        **gazette,
        date="2021-08-26",
        url="https://e.org/a",
    )
    with ClaimStore(":memory:") as made:
        made.add(
            [
                extraction(
                    both,
                    claim(both, "acme", "supports", "borg", end=19),
                    claim(both, "acme", "supports", "borg", start=20, denied=True, hedged=True),
                ),
                said(
                    "in/b.txt",
                    "acme",
                    "attacks",
                    "borg",
                    source={"publisher": "Ministry of Tides", "date": "2021"},
                ),
                said("in/c.txt", "carla", "leads", "east", source={"url": "https://tides.example"}),
                said("in/d.txt", "carla", "leads", "carla", source={"date": "2021-02"}),
            ]
        )
        yield made


def check(items: Any) -> None:
    """The rules of csl-data.json for the fields that graphkit writes."""
    assert isinstance(items, list)
    for item in items:
        assert isinstance(item["id"], str) and item["type"] in TYPES
        assert item.keys() <= {"id", "type", "author", "issued", "custom", *TEXTS}
        assert all(isinstance(item[name], str) for name in TEXTS if name in item)
        assert isinstance(item["custom"], dict)
        for name in item.get("author", []):
            assert name.keys() in ({"literal"}, {"family", "given"})
        parts = item.get("issued", {}).get("date-parts", [[1]])
        assert len(parts) == 1 and 1 <= len(parts[0]) <= 3 and all(type(part) is int for part in parts[0])
        assert item.get("issued", {}).keys() <= {"date-parts", "literal"}
    assert len({item["id"] for item in items}) == len(items)


def test_csl_has_an_item_per_document(store: ClaimStore, tmp_path: Path) -> None:
    write_csl(store, tmp_path / "s.json")
    items = json.loads((tmp_path / "s.json").read_text("utf-8"))
    check(items)
    first, report, page, bare = items
    assert first["type"] == "article-newspaper"
    assert first["author"] == [{"family": "Moss", "given": "J. A."}, {"literal": "Staff Reporter"}]
    assert first["container-title"] == "The Moss Gazette"
    assert first["issued"] == {"date-parts": [[2021, 8, 26]]}
    assert first["URL"] == "https://e.org/a"
    counts = "Claims: 2 (1 affirmed, 1 denied, 1 asserted, 1 hedged)."
    assert first["note"] == f"Read from in/a.txt (same text: in/z.txt). {counts}"
    assert first["custom"]["caution"] == CAUTION and first["custom"]["claims"] == 2
    assert (report["type"], report["publisher"]) == ("report", "Ministry of Tides")
    assert report["issued"] == {"date-parts": [[2021]]}
    assert page["type"] == "webpage" and "issued" not in page
    assert bare["type"] == "article" and bare["title"] == "[d.txt]"
    ids = {row["document"]["id"] for row in store.rows()}
    assert {item["id"] for item in items} == {f"doc-{name}" for name in ids}


def test_csl_takes_filters_and_says_so(store: ClaimStore, tmp_path: Path) -> None:
    write_csl(store, tmp_path / "s.json", filters=ClaimFilter.of(polarity="denied"))
    (item,) = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert item["custom"]["filters"] == "polarity denied"
    assert item["custom"]["claims"] == 1
    write_csl(store, tmp_path / "s.json", filters=ClaimFilter.of(actor="nobody"))
    assert json.loads((tmp_path / "s.json").read_text("utf-8")) == []


def test_csl_gives_the_same_bytes(store: ClaimStore, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_csl(store, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    write_csl(build_graph(store.rows(), store.actors()), tmp_path / "c")
    ours, again = (json.loads((tmp_path / name).read_text("utf-8")) for name in ("a", "c"))
    assert [item["note"] for item in ours] == [item["note"] for item in again]


@pytest.mark.filterwarnings("ignore")  # of citeproc-py, about fields that it does not know
def test_csl_is_rendered_by_citeproc(store: ClaimStore, tmp_path: Path) -> None:
    write_csl(store, tmp_path / "s.json")
    items = json.loads((tmp_path / "s.json").read_text("utf-8"))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    shelf = citeproc.CitationStylesBibliography(style, CiteProcJSON(items), citeproc.formatter.plain)
    for item in items:
        shelf.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    shelf.sort()
    words = " ".join(str(entry) for entry in shelf.bibliography())
    assert len(shelf.bibliography()) == len(items)
    for known in ("Moss, J.A.", "Staff Reporter", "Ferries", "The Moss Gazette", "2021", "[d.txt]"):
        assert known in words


@settings(max_examples=100)
@given(words=st.text(st.characters()), date=st.text(st.characters()))
def test_csl_survives_hostile_text(tmp_path_factory: pytest.TempPathFactory, words: str, date: str) -> None:
    graph = nx.MultiDiGraph()
    for key in (words, "other"):
        told = {"title": words, "author": words, "publisher": words, "url": words, "date": date}
        graph.add_edge("a", "b", key=key, document_id=key, document="", **told)
    path = tmp_path_factory.mktemp("csl") / "s.json"
    write_csl(graph, path)
    items = json.loads(path.read_text("utf-8"))
    check(items)
    folded = SURROGATE.sub("\ufffd", " ".join(words.split()))
    assert len(items) == graph.number_of_edges()
    assert {item["title"] for item in items} == {folded or "[untitled]"}
    assert {item.get("URL", "") for item in items} == {folded}


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Moss, J. A.", [("", "Moss", "J. A.")]),
        ("Ada M. Moss", [("", "Moss", "Ada M.")]),
        ("Moss, Ada", [("Moss, Ada", "", "")]),
        ("Reuters, London", [("Reuters, London", "", "")]),
        ("Moss and Sons", [("Moss and Sons", "", "")]),
        ("", []),
    ],
)
def test_names_are_taken_apart_only_where_sure(author: str, expected: list[tuple[str, str, str]]) -> None:
    assert [tuple(name) for name in names_of(author)] == expected
