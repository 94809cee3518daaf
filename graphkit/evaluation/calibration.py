"""From scores and whether they were right to a confidence that can be trusted, and the score to ask for."""

from collections.abc import Sequence
from typing import NamedTuple

from graphkit.evaluation.scorer import Scores

SMALLEST_GROUP = 60
"""Claims that a point of the curve stands on."""


class Scored(NamedTuple):
    """A predicted claim: its score, and whether gold has its edge."""

    score: float
    right: bool


def curve(claims: Sequence[Scored]) -> list[tuple[float, float]]:
    """Points (score, share of right edges), both rising, from 0 to 1.

    Isotonic regression by pooling neighbours (Zadrozny & Elkan 2002, KDD).
    """
    groups: list[list[Scored]] = [[]]
    for claim in sorted(claims):
        if len(groups[-1]) >= SMALLEST_GROUP and claim.score > groups[-1][-1].score:
            groups.append([])
        groups[-1].append(claim)
    pools: list[list[Scored]] = []
    for group in groups:
        pools.append(group)
        while len(pools) > 1 and share(pools[-2]) >= share(pools[-1]):
            last = pools.pop()
            pools[-1] = pools[-1] + last
    points = [(sum(item.score for item in pool) / len(pool), share(pool)) for pool in pools if pool]
    rounded = [(round(score, 4), round(right, 4)) for score, right in points]
    return [(0.0, 0.0), *(point for point in rounded if 0 < point[0] < 1), (1.0, rounded[-1][1])]


def share(claims: Sequence[Scored]) -> float:
    """Share of right edges."""
    return sum(item.right for item in claims) / max(1, len(claims))


def best_threshold(curve_of: Sequence[tuple[float, Scores]], precision: float) -> float:
    """The score with the best edge F1 among those that reach the precision; the most precise if none does."""
    fitting = [item for item in curve_of if item[1].edge.precision >= precision]
    if not fitting:
        return max(curve_of, key=lambda item: item[1].edge.precision)[0]
    return max(fitting, key=lambda item: item[1].edge.f1)[0]
