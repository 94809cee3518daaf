"""The signs by which an anaphor's actor is known."""

from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from graphkit.components.cast import Named
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.signs import (
    SIZES,
    Scene,
    SignWeights,
    clause_of,
    descriptions,
    is_turn,
    standing,
)
from graphkit.errors import ModelMissing

TEXT = "Dana Holt , a banker , met Ordin Holdings and the Kestrel Front , a militia . She said it paid it ."
NAMES = [
    Named(0, 2, "holt", "person"),
    Named(7, 9, "ordin", "organization"),
    Named(11, 13, "front", "armed_group"),
]
SHE, IT, AGAIN = Named(17, 18, "", "other"), Named(19, 20, "", "other"), Named(21, 22, "", "other")


@pytest.fixture(scope="module")
def scene(nlp: Language) -> Scene:
    tree = DependencyTree.of(nlp(TEXT))
    assert len(tree) == len(TEXT.split())
    return Scene(tree, NAMES)


def signs(scene: Scene, anaphor: Named) -> list[list[int]]:
    before = [scene.sighting(item, is_name=True) for item in NAMES]
    return scene.signs(scene.sighting(anaphor, is_name=False), before)


def test_every_sign_is_within_its_size(scene: Scene) -> None:
    for anaphor in (SHE, IT, AGAIN):
        found = np.array(signs(scene, anaphor))
        assert found.shape == (3, len(SIZES))
        assert (found >= 0).all() and (found < np.array(SIZES)).all()


def test_a_description_is_remembered(nlp: Language) -> None:
    tree = DependencyTree.of(nlp("The Kestrel Front , a militia , met Ordin Holdings . The militia paid ."))
    names = [Named(1, 3, "front", "armed_group"), Named(8, 10, "ordin", "organization")]
    assert descriptions(tree, names)["front"] == {"militia"}
    scene = Scene(tree, names)
    anaphor = scene.sighting(Named(11, 13, "", "other"), is_name=False)
    rows = scene.signs(anaphor, [scene.sighting(item, is_name=True) for item in names])
    assert [row[5] // 2 for row in rows] == [3, 0]


def test_an_actor_that_was_a_she_is_no_it(scene: Scene) -> None:
    before = [scene.sighting(item, is_name=True) for item in NAMES]
    before.append(scene.sighting(SHE._replace(actor="holt", type="person"), is_name=False))
    agreement = [row[10] % 3 for row in scene.signs(scene.sighting(IT, is_name=False), before)]
    assert agreement == [2, 0, 0, 2]


def test_verbs_that_share_a_subject_are_one_clause(nlp: Language) -> None:
    tree = DependencyTree.of(nlp("Holt told the court about Ordin and accused her ."))
    at = {word: clause_of(index, tree) for index, word in enumerate(tree.words)}
    assert at["Holt"] == at["her"] == at["Ordin"] == tree.words.index("told")


def test_ranks_count_other_actors(scene: Scene) -> None:
    before = [scene.sighting(item, is_name=True) for item in (*NAMES, NAMES[0])]
    ranks, times, _ = standing(before)
    assert (ranks, times["holt"]) == ([0, 2, 1, 0], 2)


def test_who_has_the_word(nlp: Language) -> None:
    tree = DependencyTree.of(nlp("HOLT: Who paid you?\n\nRuiz: Holt: and others."))
    ends = {word: index for index, word in enumerate(tree.words)}
    assert is_turn(Named(0, 1, "holt", "person"), tree)
    assert is_turn(Named(ends["Ruiz"], ends["Ruiz"] + 1, "ruiz", "person"), tree)
    assert not is_turn(Named(ends["Holt"], ends["Holt"] + 1, "holt", "person"), tree)


@pytest.mark.parametrize(
    ("text", "is_one"), [("[Ruiz] no", True), ("He said [Ruiz] paid", False), ("[Ruiz", False)]
)
def test_names_in_brackets(nlp: Language, text: str, is_one: bool) -> None:
    tree = DependencyTree.of(nlp(text))
    at = tree.words.index("Ruiz")
    assert is_turn(Named(at, at + 1, "ruiz", "person"), tree) == is_one


@pytest.mark.parametrize("text", ["Holt", "Holt " * 400])
def test_a_document_of_one_word_or_one_sentence(nlp: Language, text: str) -> None:
    tree = DependencyTree.of(nlp(text))
    names = [Named(at, at + 1, "holt", "person") for at, word in enumerate(tree.words) if word == "Holt"]
    scene = Scene(tree, names)
    seen = [scene.sighting(item, is_name=True) for item in names]
    assert len(scene.signs(seen[-1], seen[:-1])) == len(names) - 1


def test_a_title_is_remembered_past_a_mention_without_it(nlp: Language) -> None:
    tree = DependencyTree.of(nlp("Ms Holt left . Holt paid ."))
    assert Scene(tree, [Named(1, 2, "holt", "person"), Named(4, 5, "holt", "person")]).genders == {
        "holt": "she"
    }


def test_weights_for_other_signs_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "signs.npz", sizes=np.array([1, 2]), values=0, bias=0, weights=0)
    with pytest.raises(ModelMissing, match="another version"):
        SignWeights.load(tmp_path / "signs.npz")


def test_weights_come_back_from_their_file(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    weights = SignWeights(
        *(chance.normal(size=shape).astype(np.float32) for shape in ((sum(SIZES), 4), 4, 4))
    )
    weights.store(tmp_path / "signs.npz")
    once = (tmp_path / "signs.npz").read_bytes()
    rows = [[0] * len(SIZES), [1] * len(SIZES)]
    again = SignWeights.load(tmp_path / "signs.npz")
    assert again.weighed(rows) == pytest.approx(weights.weighed(rows))
    again.store(tmp_path / "signs.npz")
    assert (tmp_path / "signs.npz").read_bytes() == once
