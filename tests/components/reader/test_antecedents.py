"""Whom an anaphor stands for, given what the network says of the mentions before it."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from spacy.language import Language

from graphkit.components.cast import Named
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.antecedents import Antecedents
from graphkit.components.reader.pieces import Pieces
from graphkit.components.reader.signs import OFFSETS, SIZES, SignWeights
from graphkit.components.reader.windows import Window, place
from graphkit.components.text_encoder import EncodedWindow, Tagged

TEXT = "Ordin Holdings paid the Kestrel Front and Dana Holt . Both denied it . The company left ."
NAMES = [
    Named(0, 2, "ordin", "organization"),
    Named(4, 6, "front", "armed_group"),
    Named(7, 9, "holt", "person"),
]
SILENT = SignWeights(np.zeros((sum(SIZES), 1)), np.zeros(1), np.zeros(1))
"""Weights that favour nobody."""
BOTH, COMPANY = Tagged(10, 11, "anaphor", "other"), Tagged(14, 16, "anaphor", "organization")


@pytest.fixture(scope="module")
def tree(nlp: Language) -> DependencyTree:
    tree = DependencyTree.of(nlp(TEXT))
    assert len(tree) == len(TEXT.split())
    return tree


def read(
    tree: DependencyTree, scores: dict[tuple[int, int], float], *tags: Tagged, signs: SignWeights = SILENT
) -> Any:
    """A reading with these tags; `scores` by last token of the anaphor and of the mention."""
    count = len(tree)
    pieces = Pieces(list(range(count)), [1] * count, list(range(count + 1)))
    window = Window(0, 0, count)
    matrix = np.zeros((1, count + 2, count + 2), dtype=np.float32)
    for (row, column), score in scores.items():
        matrix[0, place(row, window, pieces), place(column, window, pieces)] = score
    encoded = EncodedWindow(window, {"antecedents": matrix}, list(tags))
    return SimpleNamespace(pieces=pieces, windows=[encoded], signs=signs, shares={})


def resolved(
    tree: DependencyTree, scores: dict[tuple[int, int], float], *tags: Tagged, signs: SignWeights = SILENT
) -> list[tuple[int, str]]:
    """(first token, actor) of what is resolved."""
    reading = read(tree, scores, *tags, signs=signs)
    return [(item.start, item.actor) for item in Antecedents(reading, NAMES, tree).resolved()]


def test_the_best_actor_is_taken(tree: DependencyTree) -> None:
    assert resolved(tree, {(15, 1): 4.0}, COMPANY) == [(14, "ordin")]


def test_nobody_is_taken_where_no_share_is_large(tree: DependencyTree) -> None:
    assert resolved(tree, {}, COMPANY) == [], "three shares of a third"


def test_both_are_two(tree: DependencyTree) -> None:
    assert sorted(resolved(tree, {(10, 1): 5.0, (10, 8): 5.0}, BOTH)) == [(10, "holt"), (10, "ordin")]


def test_an_anaphor_may_go_back_to_an_anaphor(tree: DependencyTree) -> None:
    it = Tagged(12, 13, "anaphor", "other")
    found = resolved(tree, {(12, 5): 6.0, (15, 12): 6.0}, it, COMPANY._replace(start=15))
    assert found == [(12, "front"), (15, "front")]


def test_the_reading_keeps_how_sure_it_is(tree: DependencyTree) -> None:
    reading = read(tree, {(15, 1): 4.0}, COMPANY)
    list(Antecedents(reading, NAMES, tree).resolved())
    assert 0.9 < reading.shares[14] < 1


def test_signs_can_turn_it(tree: DependencyTree) -> None:
    first = SignWeights(np.zeros((sum(SIZES), 1)), np.zeros(1), np.zeros(1))
    first.values[OFFSETS[1] + 2], first.weights[0] = 8.0, 1.0  # the mention of two other actors ago
    assert resolved(tree, {(15, 5): 4.0}, COMPANY, signs=first) == [(14, "ordin")]
