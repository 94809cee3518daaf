import numpy as np
import pytest

from graphkit.explorer.stress import hop_distances, majorize


def test_hops_are_shortest_paths() -> None:
    hops = hop_distances(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    assert hops.tolist() == [[0, 1, 2, 3], [1, 0, 1, 2], [2, 1, 0, 1], [3, 2, 1, 0]]


def test_hops_refuse_two_components() -> None:
    with pytest.raises(ValueError, match="do not form one component"):
        hop_distances(4, np.array([0, 2]), np.array([1, 3]))


def test_a_path_is_laid_out_as_a_line() -> None:
    wanted = hop_distances(5, np.arange(4), np.arange(1, 5)) * 100
    points = majorize(np.random.default_rng(1).normal(size=(5, 2)), wanted)
    found = np.linalg.norm(points[:, None] - points[None, :], axis=2)
    assert np.abs(found - wanted).max() < 15


def test_points_in_one_place_stay_finite() -> None:
    assert np.isfinite(majorize(np.zeros((3, 2)), np.ones((3, 3)))).all()
