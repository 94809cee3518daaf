from collections.abc import Callable

import networkx as nx
import pytest
from example_graph import add_claim, new_graph

from graphkit.explorer.disputes import find_disputes
from graphkit.explorer.pairs import pair_up
from graphkit.graph import contested_in_graph
from graphkit.lexicon import load_relations

Add = Callable[..., str]


def disputes_of(*claims: tuple[str, str, str, str, str]) -> list[tuple[list[int], list[int]]]:
    """Disputes among claims (subject, relation, object, polarity, publication)."""
    graph = new_graph()
    for subject, relation, object, polarity, publication in claims:
        add_claim(
            graph, subject, relation, object, polarity=polarity, publication=publication, document="one.txt"
        )
    found = find_disputes(pair_up(graph), load_relations())
    return list(zip(found["first"], found["second"], strict=True))


YES, NO = "affirmed", "denied"


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([("A", "supports", "B", YES, "Echo"), ("A", "supports", "B", NO, "Gazette")], [([0], [1])]),
        ([("A", "supports", "B", YES, "Echo"), ("A", "attacks", "B", YES, "Gazette")], [([1], [0])]),
        ([("A", "opposes", "B", YES, "Echo"), ("B", "opposes", "A", NO, "Gazette")], [([0], [1])]),
        ([("A", "supports", "B", YES, "Echo"), ("B", "supports", "A", NO, "Gazette")], []),
        ([("A", "supports", "B", YES, "Echo"), ("A", "supports", "B", NO, "Echo")], []),
        ([("A", "supports", "B", YES, "Echo"), ("A", "leads", "B", NO, "Gazette")], []),
        ([("A", "supports", "B", NO, "Echo"), ("A", "attacks", "B", YES, "Gazette")], []),
    ],
    ids=["denied", "opposing", "symmetric", "other direction", "one voice", "other relation", "both against"],
)
def test_disputes_are_claims_of_two_sides(
    claims: list[tuple[str, str, str, str, str]], expected: list[tuple[list[int], list[int]]]
) -> None:
    assert disputes_of(*claims) == expected


def test_disputed_pairs_are_those_of_the_graph_layer(example: nx.MultiDiGraph) -> None:
    pairs, relations = pair_up(example), load_relations()
    mine = {
        (pairs.actors[pairs.low[pair]], pairs.actors[pairs.high[pair]])
        for pair in find_disputes(pairs, relations)["pair"]
    }
    assert mine and mine == {contested.pair for contested in contested_in_graph(example, relations)}
