"""Confidence is learned from what was right, and the threshold from what claims are then worth."""

from graphkit.evaluation import PRF, Scores
from graphkit.evaluation.calibration import SMALLEST_GROUP, Scored, best_threshold, curve


def claims(score: float, right: int, wrong: int) -> list[Scored]:
    return [Scored(score, True)] * right + [Scored(score, False)] * wrong


def test_the_curve_has_the_share_of_right_ones_at_each_score() -> None:
    found = curve([*claims(0.2, 30, 70), *claims(0.8, 90, 10)])
    assert found == [(0.0, 0.0), (0.2, 0.3), (0.8, 0.9), (1.0, 0.9)]


def test_a_curve_never_falls() -> None:
    found = curve([*claims(0.2, 50, 50), *claims(0.5, 40, 60), *claims(0.9, 80, 20)])
    assert [share for _, share in found] == [0.0, 0.45, 0.8, 0.8]


def test_few_claims_make_no_point_of_their_own() -> None:
    found = curve([*claims(0.2, 1, SMALLEST_GROUP), *claims(0.3, 1, 0), *claims(0.9, 60, 0)])
    assert len(found) == 4


def test_the_best_figure_among_those_precise_enough_is_chosen() -> None:
    def scores(right: int, predicted: int) -> Scores:
        return Scores(edge=PRF(right, predicted, 100))

    tried = [(0.3, scores(60, 100)), (0.5, scores(50, 68)), (0.7, scores(30, 34))]
    assert best_threshold(tried, 0.7) == 0.5
    assert best_threshold(tried, 0.5) == 0.3
    assert best_threshold(tried, 0.95) == 0.7, "the most precise where none is precise enough"
