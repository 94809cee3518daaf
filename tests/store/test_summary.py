import pytest
from claim_making import document, extraction, said

from graphkit.store import ClaimFilter, ClaimStore, summarize


def test_summary_counts() -> None:
    with ClaimStore(":memory:") as store:
        store.add(
            [
                said("in/a.txt", "acme", "supports", "borg", source={"publisher": "Dawn", "date": "2021"}),
                said("in/b.txt", "acme", "supports", "borg", source={"publisher": "Post"}, denied=True),
                said(
                    "in/c.txt",
                    "dunn",
                    "leads",
                    "east",
                    source={"publisher": "Dawn", "date": "2020"},
                    hedged=True,
                ),
                said("in/d.txt", "dunn", "leads", "acme", speakers=["UN", "an aide"]),
                extraction(document("nothing", "in/e.txt")),
            ]
        )
        found = summarize(store)
        narrowed = summarize(store, ClaimFilter(source=("Dawn",)))
    assert (found.documents, found.actors, found.claims, found.sources) == (5, 4, 4, 4)
    assert (found.denied, found.hedged, found.contested_pairs, found.unsourced) == (1, 1, 1, 2)
    assert found.unsourced_share == pytest.approx(0.5)
    assert list(found.by_relation.items()) == [("leads", 2), ("supports", 2)]
    assert list(found.by_source.items()) == [("Dawn", 2), ("Post", 1), ("d.txt", 1)]
    assert list(found.by_speaker.items()) == [("author", 3), ("an aide", 1)]
    assert (narrowed.documents, narrowed.actors, narrowed.claims, narrowed.sources) == (2, 4, 2, 1)
    assert (narrowed.denied, narrowed.hedged, narrowed.contested_pairs, narrowed.unsourced) == (0, 1, 1, 0)


def test_summary_of_an_empty_store() -> None:
    with ClaimStore(":memory:") as store:
        found = summarize(store)
    assert (found.documents, found.claims, found.unsourced_share, found.by_source) == (0, 0, 0.0, {})
