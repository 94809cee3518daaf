"""The weights of the signs are learned from examples, the same each time."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch", reason='needs the extra "train": pip install -e ".[train]"')

from graphkit.components.reader.signs import SIZES
from graphkit.training.examples import Example, SeenAnaphor
from graphkit.training.fit_signs import fit_signs

FIRST, SECOND = [0] * len(SIZES), [1] * len(SIZES)
TAUGHT = Example(
    pieces=[],
    cases=[],
    tags=[],
    types=[],
    antecedents=[],
    asked=[],
    sightings=[SeenAnaphor([FIRST, SECOND], [1])] * 200,
)


def test_what_is_right_in_the_examples_weighs_more() -> None:
    first, second = fit_signs([TAUGHT], seed=0).weighed([FIRST, SECOND])
    assert second > first + 1


def test_the_same_seed_gives_the_same_weights() -> None:
    one, other, third = (fit_signs([TAUGHT], seed=seed) for seed in (1, 1, 2))
    assert np.array_equal(one.values, other.values)
    assert not np.array_equal(one.values, third.values)


def test_documents_without_anaphors_teach_nothing_and_do_no_harm() -> None:
    assert fit_signs([replace(TAUGHT, sightings=[])], seed=0).weighed([FIRST]).shape == (1,)
