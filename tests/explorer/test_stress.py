import numpy as np
import pytest

from graphkit.explorer.stress import majorize, path_lengths


def test_ways_are_the_shortest() -> None:
    ways = path_lengths(3, np.array([0, 1, 0]), np.array([1, 2, 2]), np.array([1.0, 2.0, 5.0]))
    assert ways.tolist() == [[0, 1, 3], [1, 0, 2], [3, 2, 0]]


def test_ways_refuse_two_components() -> None:
    with pytest.raises(ValueError, match="do not form one component"):
        path_lengths(4, np.array([0, 2]), np.array([1, 3]), np.ones(2))


def test_a_path_is_laid_out_as_a_line() -> None:
    wanted = path_lengths(5, np.arange(4), np.arange(1, 5), np.full(4, 100.0))
    points = majorize(np.random.default_rng(1).normal(size=(5, 2)), wanted)
    found = np.linalg.norm(points[:, None] - points[None, :], axis=2)
    assert np.abs(found - wanted).max() < 15


def test_points_in_one_place_stay_finite() -> None:
    assert np.isfinite(majorize(np.zeros((3, 2)), np.ones((3, 3)))).all()
