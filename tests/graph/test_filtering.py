"""The filters on a graph keep what the same filters on the store keep."""

from collections.abc import Iterator
from typing import Any

import pytest
from claim_making import said

from graphkit.graph import build_graph, filter_graph
from graphkit.lexicon import load_relations
from graphkit.store import ClaimFilter, ClaimStore

DAWN, POST = {"publisher": "Dawn", "date": "2021-08"}, {"publisher": "Post", "date": "2019"}


@pytest.fixture(scope="module")
def store() -> Iterator[ClaimStore]:
    with ClaimStore(":memory:") as filled:
        filled.add(
            [
                said(
                    "in/a.txt", "acme", "supports", "borg", source=DAWN, speakers=["UN", "he"], confidence=0.9
                ),
                said("in/b.txt", "acme", "supports", "borg", source=POST, denied=True, speakers=["Acme"]),
                said("in/rows.jsonl#3", "carla", "leads", "acme", source=POST, hedged=True),
                said("in/d.txt", "dunn", "member_of", "east", speakers=["UN"], speaker_ids=["un"]),
                said("in/e.txt", "east", "attacks", "borg", source={"date": "2021-08-26"}, confidence=0.2),
            ]
        )
        yield filled


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({}, 5),
        ({"source": "dawn"}, 1),
        ({"source": ["Dawn", "Post"]}, 3),
        ({"document": "a"}, 1),
        ({"document": "rows.jsonl"}, 1),
        ({"speaker": "un"}, 2),
        ({"speaker": "nobody"}, 0),
        ({"relation": "member of"}, 1),
        ({"actor": "acm"}, 3),
        ({"actor": "the chairman"}, 1),
        ({"actor_type": "person"}, 2),
        ({"actor_type": ["government", "person"]}, 3),
        ({"polarity": "denied"}, 1),
        ({"certainty": "hedged"}, 1),
        ({"min_confidence": 0.5}, 4),
        ({"since": "2021"}, 2),
        ({"until": "2021-08-01"}, 3),
        ({"since": "2021-08-27"}, 1),
        ({"min_sources": 2}, 2),
        ({"contested": True, "source": "Dawn"}, 1),
    ],
)
def test_a_graph_is_filtered_like_the_store(store: ClaimStore, filters: dict[str, Any], count: int) -> None:
    wanted = ClaimFilter.of(**filters)
    found = filter_graph(build_graph(store.rows(), store.actors()), wanted, load_relations())
    expected = build_graph(store.rows(wanted), store.actors())
    assert sorted(found.edges(keys=True)) == sorted(expected.edges(keys=True))
    assert dict(found.nodes(data=True)) == dict(expected.nodes(data=True))
    assert found.number_of_edges() == count
    assert found.graph.get("filters", "") == wanted.words()


def test_the_order_is_that_of_the_whole(store: ClaimStore) -> None:
    whole = build_graph(store.rows(), store.actors())
    found = filter_graph(whole, ClaimFilter.of(actor="carla"), load_relations())
    assert list(found) == [node for node in whole if node in ("acme", "carla")]


def test_filters_on_filters_are_both_told(store: ClaimStore) -> None:
    whole = build_graph(store.rows(), store.actors())
    once = filter_graph(whole, ClaimFilter.of(source="Dawn"), load_relations())
    twice = filter_graph(once, ClaimFilter.of(since="2020"), load_relations())
    assert twice.graph["filters"] == "source Dawn; since 2020"


def test_words_and_one_value_without_a_tuple() -> None:
    assert ClaimFilter.of(source="Dawn") == ClaimFilter(source=("Dawn",))
    assert ClaimFilter.of(min_confidence=0.0, contested=True).words() == "min confidence 0.0; contested"
    assert ClaimFilter().words() == ""
    with pytest.raises(TypeError):
        ClaimFilter.of(colour="red")
