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
"""Actors of a component; at 350 it takes 0.15 s on two cores."""
STEPS = 70


def hop_distances(count: int, low: Ints, high: Ints) -> Floats:
    """Number of hops between every two of `count` actors of one component."""
    joined = np.zeros((count, count), dtype=np.float32)
    joined[low, high] = joined[high, low] = 1
    reached = np.eye(count, dtype=bool)
    hops = np.zeros((count, count))
    front, hop = reached.astype(np.float32), 0
    while not reached.all():
        hop += 1
        found = (front @ joined > 0) & ~reached
        if not found.any():
            raise ValueError("the actors do not form one component")
        hops[found] = hop
        reached |= found
        front = found.astype(np.float32)
    return hops


def majorize(positions: Floats, wanted: Floats) -> Floats:
    """Move actors until their distances are near to the `wanted` ones."""
    weight = np.zeros_like(wanted)
    apart = ~np.eye(len(wanted), dtype=bool)
    weight[apart] = wanted[apart] ** -2.0
    total = weight.sum(axis=1)
    for _ in range(STEPS):
        x, y = positions[:, 0], positions[:, 1]
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        ratio = wanted / np.maximum(np.sqrt(dx * dx + dy * dy), 1e-6)
        stretched = weight * ratio
        new_x = (weight @ x + (stretched * dx).sum(axis=1)) / total
        new_y = (weight @ y + (stretched * dy).sum(axis=1)) / total
        positions = np.stack([new_x, new_y], axis=1)
    return positions
