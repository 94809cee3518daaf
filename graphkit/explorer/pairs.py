"""From claims to pairs of actors: the lines that are drawn."""

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Every two actors that share a claim, and which claims those are.

    `actors` are ids in ascending order, `claims` (id, attributes) in the order of documents and sentences.
    Pair `p` joins the actors `low[p]` <= `high[p]`; claim `c` belongs to pair `pair[c]` and points from low
    to high where `forward[c]`.
    """

    actors: tuple[str, ...]
    claims: tuple[tuple[str, dict[str, Any]], ...]
    low: Ints
    high: Ints
    pair: Ints
    forward: Ints

    def claim_counts(self) -> Ints:
        """Number of claims of each pair."""
        return np.bincount(self.pair, minlength=len(self.low)).astype(np.int64)

    def degrees(self) -> Ints:
        """Number of claims at each actor."""
        counts, size = self.claim_counts(), len(self.actors)
        ends = np.bincount(self.low, counts, size) + np.bincount(self.high, counts, size)
        return ends.astype(np.int64)

    def strongest(self, limit: int) -> Ints:
        """The pairs that are drawn first, ascending: many claims, and between actors with many claims.

        The same rule as ``strongestPairs`` in assets/filters.mjs; a browser test holds the two together.
        """
        degrees = self.degrees()
        score = np.minimum(degrees[self.low], degrees[self.high]) + 2 * self.claim_counts()
        best = np.argsort(-score, kind="stable")[:limit]
        return np.sort(best)


def pair_up(graph: nx.MultiDiGraph) -> Pairs:
    """The pairs of `graph`; the order in which it was filled does not matter."""
    actors = tuple(sorted(graph.nodes))
    index = {actor: number for number, actor in enumerate(actors)}
    edges = sorted(graph.edges(keys=True, data=True), key=_reading_order)
    ends = np.array([(index[u], index[v]) for u, v, _, _ in edges], dtype=np.int64).reshape(-1, 2)
    low, high = ends.min(axis=1), ends.max(axis=1)
    codes, pair = np.unique(low * max(1, len(actors)) + high, return_inverse=True)
    return Pairs(
        actors=actors,
        claims=tuple((str(key), data) for _, _, key, data in edges),
        low=codes // max(1, len(actors)),
        high=codes % max(1, len(actors)),
        pair=pair.reshape(-1).astype(np.int64),
        forward=(ends[:, 0] == low).astype(np.int64),
    )


def _reading_order(edge: tuple[str, str, str, dict[str, Any]]) -> tuple[str, int, int, str]:
    _, _, key, data = edge
    return str(data.get("document", "")), int(data.get("start", 0)), int(data.get("end", 0)), str(key)
