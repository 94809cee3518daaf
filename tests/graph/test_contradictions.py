from collections.abc import Iterator

import pytest
from claim_making import said

from graphkit.graph import build_graph, contested_in_graph, contradictions
from graphkit.store import ClaimFilter, ClaimStore


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    dawn, post = {"publisher": "Dawn"}, {"publisher": "Post"}
    with ClaimStore(":memory:") as opened:
        opened.add(
            [
                said("in/1.txt", "acme", "supports", "borg", source=dawn),
                said("in/2.txt", "acme", "supports", "borg", source=post, denied=True),
                said("in/3.txt", "acme", "leads", "borg", source=post),
                said("in/4.txt", "dunn", "member_of", "east", source=dawn),
                said("in/5.txt", "dunn", "member_of", "east", source=dawn, speakers=["UN"]),
                said("in/6.txt", "east", "sanctions", "dunn", source=post),
                said("in/7.txt", "east", "sanctions", "dunn", source=post, speakers=["UN"]),
                said("in/8.txt", "carla", "leads", "acme", source=dawn),
            ]
        )
        yield opened


def paths(rows: object) -> list[str]:
    return [row["document"]["path"] for row in rows]  # type: ignore[attr-defined]


def test_contradictions_strongest_first_with_the_rows_of_both_sides(store: ClaimStore) -> None:
    strong, weak = contradictions(store)
    assert strong.pair == ("dunn", "east")
    assert paths(strong.first) == ["in/4.txt", "in/5.txt"]
    assert paths(strong.second) == ["in/6.txt", "in/7.txt"]
    assert weak.pair == ("acme", "borg")
    assert (paths(weak.first), paths(weak.second)) == (["in/1.txt"], ["in/2.txt"])


def test_contradictions_filter_chooses_what_is_shown(store: ClaimStore) -> None:
    (found,) = contradictions(store, ClaimFilter(relation=("sanctions",)))
    assert (paths(found.first), paths(found.second)) == ([], ["in/6.txt", "in/7.txt"])
    assert not list(contradictions(store, ClaimFilter(actor=("carla",), relation=("leads",))))


def test_contested_in_graph_agrees_with_the_store(store: ClaimStore) -> None:
    found = contested_in_graph(build_graph(store.rows()), store.relations())
    assert found == store.contested()
    assert [contested.pair for contested in found] == [("dunn", "east"), ("acme", "borg")]
