from collections.abc import Iterator

import pytest
from claim_making import document, extraction, said

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
