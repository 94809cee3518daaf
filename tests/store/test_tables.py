from collections.abc import Iterator

import pytest
from claim_making import claim, document, extraction, said

from graphkit.records import Copy, Source
from graphkit.store import ClaimFilter, ClaimStore, actor_table, source_table, unsourced_documents


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    full = {
        "publisher": "Dawn",
        "title": "T",
        "author": "A",
        "date": "2021-08-26",
        "url": "https://dawn.com/1",
    }
    with ClaimStore(":memory:") as opened:
        opened.add(
            [
                said("in/a.txt", "acme", "supports", "borg", source=full),
                said("in/b.txt", "acme", "leads", "borg", source={"publisher": "Dawn", "date": "2020"}),
                said("in/c.txt", "dunn", "leads", "acme", source={"url": "https://www.x.org/y"}),
                extraction(document("nothing", "in/d.txt")),
            ]
        )
        yield opened


def test_source_table_counts_and_tells_what_is_missing(store: ClaimStore) -> None:
    found = {line.label: line for line in source_table(store)}
    assert list(found) == ["Dawn", "d.txt", "x.org"]
    dawn, bare, web = found.values()
    assert (dawn.publisher, dawn.documents, dawn.claims) == ("Dawn", 2, 2)
    assert (dawn.first, dawn.last) == ("2020", "2021-08-26")
    assert dawn.missing == {"title": 1, "author": 1, "url": 1}
    assert (web.publisher, web.claims, web.first) == (None, 1, None)
    assert (bare.documents, bare.claims) == (1, 0)
    assert set(bare.missing) == {"publisher", "title", "author", "date", "url"}


def test_source_table_narrowed(store: ClaimStore) -> None:
    found = source_table(store, ClaimFilter(relation=("leads",)))
    assert [(line.label, line.claims) for line in found] == [("Dawn", 1), ("x.org", 1)]


def test_a_copy_is_a_document_of_its_own_source_too() -> None:
    again = [("in/a2.txt", "Paper A"), ("in/b.txt", "Paper B"), ("in/b2.txt", "Paper B"), ("in/c.txt", None)]
    also = [Copy(path=path, source=Source(publisher=name, date="2021")) for path, name in again]
    with ClaimStore(":memory:") as store:
        text = document("Acme leads Borg.", publisher="Paper A", also=also)
        store.add([extraction(text, claim(text, "acme", "leads", "borg"))])
        store.add([said("in/z.txt", "borg", "leads", "acme", source={"publisher": "Paper B"})])
        found = source_table(store)
        assert [(line.label, line.documents, line.copies, line.claims) for line in found] == [
            ("Paper A", 1, 0, 1),
            ("Paper B", 2, 1, 2),
            ("c.txt", 1, 1, 1),
        ]
        assert [line.first for line in found] == [None, "2021", "2021"]
        of_b = source_table(store, ClaimFilter(source=("Paper B",), document=("a",)))
        assert [line.label for line in of_b] == ["Paper A", "Paper B", "c.txt"]
        assert store.counts()["sources"] == 2, "a text counts for one source, however many print it"


def test_actor_table_of_a_type_has_no_others(store: ClaimStore) -> None:
    found = actor_table(store, ClaimFilter(actor_type=("PERSON",)))
    assert [(line.actor.id, line.claims) for line in found] == [("dunn", 1)]


def test_unsourced_documents_by_path(store: ClaimStore) -> None:
    assert [(line.path, line.missing) for line in unsourced_documents(store)] == [
        ("in/b.txt", ("title", "author", "url")),
        ("in/c.txt", ("publisher", "title", "author", "date")),
        ("in/d.txt", ("publisher", "title", "author", "date", "url")),
    ]
    of_some = unsourced_documents(store, ClaimFilter(actor=("dunn",)))
    assert [line.path for line in of_some] == ["in/c.txt"]


def test_actor_table_most_claims_first(store: ClaimStore) -> None:
    found = actor_table(store)
    assert [(line.actor.id, line.as_subject, line.as_object, line.claims) for line in found] == [
        ("acme", 2, 1, 3),
        ("borg", 0, 2, 2),
        ("dunn", 1, 0, 1),
    ]
    assert found[0].sources == {"Dawn", "x.org"}
    narrowed = actor_table(store, ClaimFilter(relation=("supports",)))
    assert [line.actor.id for line in narrowed] == ["acme", "borg"]
