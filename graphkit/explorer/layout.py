"""Where each actor stands: seeded, in numpy alone, the same bytes for the same graph.

Neighbours pull, a sample of the other actors of the same component pushes, and both cool down: time grows
with pairs + actors, not with their square. Method after the negative sampling of J. Tang et al., Visualizing
Large-scale and High-dimensional Data (LargeVis), WWW 2016, with degree-normed pull and linear cooling.
All lengths are page units: one unit is one CSS pixel at zoom 1.
"""

from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graphkit.explorer.packing import pack
from graphkit.explorer.pairs import Ints, Pairs
from graphkit.explorer.stress import STRESS_LIMIT, majorize, path_lengths

Floats = NDArray[np.float64]

SEED = 7
STEPS = 200
SPACING = 118.0
"""Wanted distance between neighbours: what a name of some 15 letters takes."""
ASPECT = 1.12
"""Width to height of the drawing: the space between the two panels on a 1280 x 800 screen."""
CLIP_PERCENTILE = 98
CHARACTER_WIDTH, LABEL_HEIGHT = 6.6, 44.0
FIRST_SIGHT = 700.0
"""Width and height of the drawing on a 1280 x 800 screen; what is larger is first seen from further away."""
SPREAD_LIMIT = 500
"""Names are pulled apart pairwise, so only among so many."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which component each actor is in: `start` and `size` of its run when actors are sorted by component."""

    component: Ints
    order: Ints
    start: Ints
    size: Ints


def lay_out(pairs: Pairs, label_lengths: Ints, shown: Ints) -> Ints:
    """Integer (x, y) of each actor; names of the actors of the `shown` pairs are pulled apart."""
    if not pairs.actors:
        return np.zeros((0, 2), dtype=np.int64)
    shape = _components(pairs)
    positions = _settle(pairs, shape)
    positions = _refine(_scale_components(positions, shape), pairs, shape)
    ends = np.unique(np.concatenate([pairs.low[shown], pairs.high[shown]]))
    widths = np.clip(label_lengths * CHARACTER_WIDTH, 40, 190) + 10
    parts = _runs(shape)
    lines = np.stack([pairs.low, pairs.high], axis=1)[shape.component[pairs.low] == 0]
    half = np.stack([widths / 2, np.full(len(widths), LABEL_HEIGHT / 2)], axis=1)
    positions = pack(positions, parts, half, lines, ASPECT)
    degrees = pairs.degrees()[ends]
    strongest = np.sort(ends[np.argsort(-degrees, kind="stable")[:SPREAD_LIMIT]])
    positions[strongest] = _pull_names_apart(positions[strongest], widths[strongest])
    rounded: Ints = np.rint(positions - positions.mean(axis=0)).astype(np.int64)
    return rounded


def _components(pairs: Pairs) -> Shape:
    graph = nx.Graph()
    graph.add_nodes_from(range(len(pairs.actors)))
    graph.add_edges_from(zip(pairs.low.tolist(), pairs.high.tolist(), strict=True))
    found = sorted(
        (sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part)
    )
    sizes = np.array([len(part) for part in found], dtype=np.int64)
    order = np.array([actor for part in found for actor in part], dtype=np.int64)
    component = np.empty(len(order), dtype=np.int64)
    component[order] = np.repeat(np.arange(len(found)), sizes)
    starts = np.cumsum(sizes) - sizes
    return Shape(component, order, starts[component], sizes[component])


def _settle(pairs: Pairs, shape: Shape) -> Floats:
    """The force simulation, each component around its own origin, in units of about a pair's length."""
    random = np.random.default_rng(SEED)
    count = len(pairs.actors)
    joined = pairs.low != pairs.high
    low, high = pairs.low[joined], pairs.high[joined]
    degree: Floats = (np.bincount(low, minlength=count) + np.bincount(high, minlength=count)).astype(
        float
    ) + 1
    root = np.sqrt(shape.size)
    positions = random.normal(size=(count, 2)) * root[:, None] * [ASPECT, 1.0]
    samples = max(5, min(count - 1, 4000 // count))
    for step in range(STEPS):
        heat = 1 - step / STEPS
        force = _pull(positions, low, high) / degree[:, None]
        force += _push(positions, shape, degree, random.random((count, samples)))
        length = np.sqrt((force**2).sum(axis=1)) + 1e-9
        positions += force * (np.minimum(length, root * 0.2 * heat + 0.01) / length)[:, None]
    return positions


def _pull(positions: Floats, low: Ints, high: Ints) -> Floats:
    apart = positions[high] - positions[low]
    length = np.sqrt((apart**2).sum(axis=1)) + 1e-9
    pull = apart * (np.minimum(length, 50) / length * 0.5)[:, None]
    count = len(positions)
    axes = [
        np.bincount(low, pull[:, axis], count) - np.bincount(high, pull[:, axis], count) for axis in (0, 1)
    ]
    return np.stack(axes, axis=1)


def _push(positions: Floats, shape: Shape, degree: Floats, chance: Floats) -> Floats:
    """Away from a sample of the own component; `chance` in [0, 1) per actor and sample picks them."""
    picked = shape.start[:, None] + (chance * shape.size[:, None]).astype(np.int64)
    other = shape.order[picked]
    x, y = positions[:, 0], positions[:, 1]
    dx, dy = x[:, None] - x[other], y[:, None] - y[other]
    square = dx * dx + dy * dy + 0.01
    weight = np.sqrt(shape.size)[:, None] * 2.0 / chance.shape[1] / square * np.minimum(1, degree[other] / 4)
    return np.stack([(dx * weight).sum(axis=1), (dy * weight).sum(axis=1)], axis=1)


def _scale_components(positions: Floats, shape: Shape) -> Floats:
    """Each component centred, far outliers drawn in, and given room by its number of actors."""
    scaled = np.empty_like(positions)
    for part in _runs(shape):
        local = positions[part] - np.median(positions[part], axis=0)
        radius = np.sqrt((local**2).sum(axis=1))
        limit = np.percentile(radius, CLIP_PERCENTILE) if len(part) > 20 else radius.max()
        local *= np.minimum(1, limit / np.maximum(radius, 1e-9))[:, None]
        spread = np.sqrt((local**2).sum(axis=1).mean()) + 1e-9
        # actors spread evenly over a disc of n cells of SPACING² have this root mean square radius
        local *= SPACING * np.sqrt(len(part) / (2 * np.pi)) / spread
        scaled[part] = local * [np.sqrt(ASPECT), 1 / np.sqrt(ASPECT)]
    return scaled


def _refine(positions: Floats, pairs: Pairs, shape: Shape) -> Floats:
    """Small components laid out anew, from where they stand, by the distances between their actors."""
    refined = positions.copy()
    place = np.empty(len(positions), dtype=np.int64)
    component_of_pair = shape.component[pairs.low]
    by_component = np.argsort(component_of_pair, kind="stable")
    bounds = np.searchsorted(component_of_pair[by_component], np.arange(shape.component.max() + 2))
    lengths = _pair_lengths(pairs)
    for number, part in enumerate(_runs(shape)):
        if not 2 < len(part) <= STRESS_LIMIT:
            continue
        place[part] = np.arange(len(part))
        own = by_component[bounds[number] : bounds[number + 1]]
        ways = path_lengths(len(part), place[pairs.low[own]], place[pairs.high[own]], lengths[own])
        refined[part] = majorize(positions[part], ways) * [np.sqrt(ASPECT), 1 / np.sqrt(ASPECT)]
    return refined


def _pair_lengths(pairs: Pairs) -> Floats:
    """Wanted length of each pair's line: short to an actor with no other pair, long between two hubs."""
    count = len(pairs.actors)
    joined = pairs.low != pairs.high
    partners = np.bincount(pairs.low[joined], minlength=count) + np.bincount(
        pairs.high[joined], minlength=count
    )
    fewer = np.maximum(1, np.minimum(partners[pairs.low], partners[pairs.high]))
    lengths: Floats = SPACING * (0.62 + 0.38 * np.sqrt(fewer - 1))
    return lengths


def _runs(shape: Shape) -> list[Ints]:
    return np.split(shape.order, np.flatnonzero(np.diff(shape.component[shape.order])) + 1)


def _pull_names_apart(points: Floats, widths: Floats, steps: int = 40) -> Floats:
    """Move overlapping boxes of names apart, along the axis of the smaller overlap."""
    if len(points) < 2:
        return points
    points = points.copy()
    zoom_out = np.clip((points.max(axis=0) - points.min(axis=0)).max() / FIRST_SIGHT, 1, 1.6)
    room = zoom_out * np.stack(
        [(widths[:, None] + widths[None, :]) / 2, np.full((len(widths),) * 2, LABEL_HEIGHT)], axis=2
    )
    order = np.arange(len(points))
    ahead = np.where(order[:, None] < order[None, :], -1.0, 1.0)
    for _ in range(steps):
        apart = points[:, None, :] - points[None, :, :]
        overlap = room - np.abs(apart)
        hit = np.logical_and(overlap[:, :, 0] > 0, overlap[:, :, 1] > 0)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        sign = np.where(apart == 0, ahead[:, :, None], np.sign(apart))
        sideways = overlap[:, :, 0] < overlap[:, :, 1]
        move = np.stack([sideways, ~sideways], axis=2) * sign * overlap * hit[:, :, None]
        points += move.sum(axis=1) * 0.3
    return points
