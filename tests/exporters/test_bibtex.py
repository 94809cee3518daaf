"""BibTeX read by pybtex."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from claim_making import said
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_file

from graphkit.exporters.bibtex import ESCAPES, NOT_TEX, write_bibtex
from graphkit.records import CAUTION
from graphkit.store import ClaimFilter, ClaimStore

BACK = {command: sign for sign, command in ESCAPES.items()}
COMMANDS = re.compile("|".join(re.escape(command) for command in BACK))


def printed(field: str) -> str:
    """What TeX prints for a field."""
    return COMMANDS.sub(lambda found: BACK[found[0]], field)


def read(path: Path) -> Any:
    return parse_file(str(path), bib_format="bibtex", encoding="utf-8").entries


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    title = r"50% of {A} & \input{b} #1_~^$ } % ü 🦑"
    gazette = {
        "publisher": "Moss & Gazette",
        "title": title,
        "date": "2021-08",
        "url": "https://e.org/a_{b}%20#c",
    }
    made = ClaimStore(":memory:")
    made.add(
        [
            said("in/a.txt", "acme", "supports", "borg", source=gazette | {"author": "Moss, J. A.; A and B"}),
            said(
                "in/b_c.txt",
                "acme",
                "supports",
                "borg",
                denied=True,
                source={"publisher": "Ministry of Tides"},
            ),
            said("in/c.txt", "carla", "leads", "carla", source={"url": "https://tides.example"}),
            said("in/d.txt", "carla", "leads", "carla", hedged=True),
        ]
    )
    yield made
    made.close()


def test_bibtex_is_read_by_pybtex(store: ClaimStore, tmp_path: Path) -> None:
    write_bibtex(store, tmp_path / "s.bib")
    entries = read(tmp_path / "s.bib")
    rows = {f"doc-{row['document']['id']}": row["document"] for row in store.rows()}
    assert set(entries) == set(rows)
    for key, entry in entries.items():
        assert printed(entry.fields["annotation"]).startswith(f"Read from {rows[key]['path']}. Claims: 1 (")
    assert [entry.type for entry in entries.values()] == ["article", "report", "online", "misc"]
    first, report, page, bare = entries.values()
    title = next(iter(rows.values()))["title"]
    assert printed(first.fields["title"][1:-1]) == title
    assert printed(first.fields["journaltitle"]) == "Moss & Gazette"
    assert first.fields["date"] == "2021-08"
    assert first.fields["url"] == "https://e.org/a_%7Bb%7D%20#c"
    moss, both = first.persons["author"]
    assert (moss.last_names, moss.first_names + moss.middle_names) == (["Moss"], ["J.", "A."])
    assert str(both) == "{A and B}"
    assert report.fields["institution"] == "Ministry of Tides"
    assert page.fields["url"] == "https://tides.example"
    assert bare.fields["title"] == "{[d.txt]}"


def test_bibtex_says_who_made_it_and_what_was_left_out(store: ClaimStore, tmp_path: Path) -> None:
    write_bibtex(
        store, tmp_path / "s.bib", filters=ClaimFilter.of(polarity="denied", source="Ministry of Tides")
    )
    text = (tmp_path / "s.bib").read_text("utf-8")
    assert f"% caution: {CAUTION}\n" in text
    assert "% filters: source Ministry of Tides; polarity denied\n" in text
    assert len(read(tmp_path / "s.bib")) == 1
    before = (tmp_path / "s.bib").read_bytes()
    write_bibtex(
        store, tmp_path / "s.bib", filters=ClaimFilter.of(polarity="denied", source="Ministry of Tides")
    )
    assert (tmp_path / "s.bib").read_bytes() == before


@settings(max_examples=150)
@given(words=st.text(st.characters()), date=st.text(st.characters()))
def test_bibtex_survives_hostile_text(
    tmp_path_factory: pytest.TempPathFactory, words: str, date: str
) -> None:
    graph = nx.MultiDiGraph(filters=words + "@article{x, title = {")
    for key in (words, "other"):
        told = {"title": words, "author": words, "publisher": words, "url": words, "date": date}
        graph.add_edge("a", "b", key=key, document_id=key, document="in/a", **told)
    path = tmp_path_factory.mktemp("bibtex") / "s.bib"
    write_bibtex(graph, path)
    entries = read(path)
    assert len(entries) == len(set(graph.edges(keys=True)))
    expected = NOT_TEX.sub("\ufffd", " ".join(words.split()))
    for entry in entries.values():
        assert printed(entry.fields["title"][1:-1]) == (expected or "[a]")
