"""Whom an anaphor stands for, given what the network says of the mentions before it."""

from types import SimpleNamespace

import numpy as np
import pytest
from spacy.language import Language

from graphkit.components.cast import Named
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.antecedents import Antecedents, types_for
from graphkit.components.reader.pieces import Pieces
from graphkit.components.reader.windows import Window, place
from graphkit.components.text_encoder import EncodedWindow, Tagged

TEXT = "Ordin Holdings paid the Kestrel Front and Dana Holt . Both denied it . The company left ."
NAMES = [
    Named(0, 2, "ordin", "organization"),
    Named(4, 6, "front", "armed_group"),
    Named(7, 9, "holt", "person"),
]
BOTH, COMPANY = Tagged(10, 11, "anaphor", "other"), Tagged(14, 16, "anaphor", "organization")


@pytest.fixture(scope="module")
def tree(nlp: Language) -> DependencyTree:
    tree = DependencyTree.of(nlp(TEXT))
    assert len(tree) == len(TEXT.split())
    return tree


def resolved(
    tree: DependencyTree, scores: dict[tuple[int, int], float], *tags: Tagged
) -> list[tuple[int, str]]:
    """(first token, actor) of what is resolved; `scores` by last token of the anaphor and of the mention."""
    count = len(tree)
    pieces = Pieces(list(range(count)), [1] * count, list(range(count + 1)))
    window = Window(0, 0, count)
    matrix = np.zeros((1, count + 2, count + 2), dtype=np.float32)
    for (row, column), score in scores.items():
        matrix[0, place(row, window, pieces), place(column, window, pieces)] = score
    encoded = EncodedWindow(window, {"antecedents": matrix}, list(tags))
    reading = SimpleNamespace(pieces=pieces, windows=[encoded])
    return [(item.start, item.actor) for item in Antecedents(reading, NAMES, tree).resolved()]  # type: ignore[arg-type]


def test_the_best_actor_is_taken(tree: DependencyTree) -> None:
    assert resolved(tree, {(15, 1): 4.0}, COMPANY) == [(14, "ordin")]


def test_nobody_is_taken_where_no_share_is_large(tree: DependencyTree) -> None:
    assert resolved(tree, {(15, 5): 2.3, (15, 8): 2.3}, COMPANY) == [], "three shares of a third"


def test_both_are_two(tree: DependencyTree) -> None:
    assert sorted(resolved(tree, {(10, 1): 5.0, (10, 8): 5.0}, BOTH)) == [(10, "holt"), (10, "ordin")]


def test_an_anaphor_may_go_back_to_an_anaphor(tree: DependencyTree) -> None:
    it = Tagged(12, 13, "anaphor", "other")
    found = resolved(tree, {(12, 5): 6.0, (15, 12): 6.0}, it, COMPANY._replace(start=15))
    assert found == [(12, "front"), (15, "front")]


@pytest.mark.parametrize(
    ("token", "kind", "fits"),
    [(15, "organization", True), (15, "person", False), (12, "person", False), (12, "armed_group", True)],
)
def test_types_must_agree(tree: DependencyTree, token: int, kind: str, fits: bool) -> None:
    assert (kind in types_for(Tagged(token, token + 1, "anaphor", "other"), tree)) == fits
