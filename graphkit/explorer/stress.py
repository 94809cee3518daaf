"""Fine layout of small components: distances on the page like distances in the graph.

Stress majorization: E. Gansner, Y. Koren, S. North, Graph Drawing by Stress Majorization, GD 2004, with
weights d^-2 and their localized update, applied to all actors at once.
Quadratic, so only for components of some hundred actors.
"""

import numpy as np
from numpy.typing import NDArray

from graphkit.explorer.pairs import Ints

Floats = NDArray[np.float64]

STRESS_LIMIT = 350
"""Actors of a component; at 350 it takes 0.2 s on two cores."""
MOST_STEPS, FEWEST_STEPS = 300, 70
"""Small components get more steps, which they need less time for."""


def path_lengths(count: int, low: Ints, high: Ints, length: Floats) -> Floats:
    """Shortest way between every two of `count` actors of one component (Floyd and Warshall's algorithm)."""
    ways = np.full((count, count), np.inf)
    np.fill_diagonal(ways, 0)
    np.minimum.at(ways, (low, high), length)
    np.minimum.at(ways, (high, low), length)
    for middle in range(count):
        np.minimum(ways, ways[:, middle, None] + ways[None, middle, :], out=ways)
    if np.isinf(ways).any():
        raise ValueError("the actors do not form one component")
    return ways


def majorize(positions: Floats, wanted: Floats) -> Floats:
    """Move actors until their distances are near to the `wanted` ones."""
    weight = np.zeros_like(wanted)
    apart = ~np.eye(len(wanted), dtype=bool)
    weight[apart] = wanted[apart] ** -2.0
    total = weight.sum(axis=1)
    steps = int(np.clip(3e6 / len(wanted) ** 2, FEWEST_STEPS, MOST_STEPS))
    for _ in range(steps):
        x, y = positions[:, 0], positions[:, 1]
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        ratio = wanted / np.maximum(np.sqrt(dx * dx + dy * dy), 1e-6)
        stretched = weight * ratio
        # not `weight @ x`: how BLAS adds up depends on its threads, and the page must not
        new_x = (weight * x + stretched * dx).sum(axis=1) / total
        new_y = (weight * y + stretched * dy).sum(axis=1) / total
        positions = np.stack([new_x, new_y], axis=1)
    return positions
