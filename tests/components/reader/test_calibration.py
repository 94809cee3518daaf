"""Scores become confidences along the stored points, by who read the claim."""

from pathlib import Path

import pytest

from graphkit.components.reader.calibration import Calibration, Reader


def test_without_a_stored_calibration_the_score_is_the_confidence(tmp_path: Path) -> None:
    plain = Calibration.load(tmp_path)
    assert plain == Calibration(0.5, {})
    assert plain.confidence(0.37, Reader.NETWORK) == 0.37


@pytest.mark.parametrize(
    ("score", "confidence"), [(0.0, 0.0), (0.25, 0.3), (0.5, 0.6), (0.75, 0.75), (1.0, 0.9)]
)
def test_between_two_points_the_confidence_rises_in_a_straight_line(
    tmp_path: Path, score: float, confidence: float
) -> None:
    Calibration(0.4, {"model": [(0, 0), (0.5, 0.6), (1, 0.9)], "rules": [(0, 0.1), (1, 0.1)]}).store(tmp_path)
    calibration = Calibration.load(tmp_path)
    assert calibration.least == 0.4
    assert calibration.confidence(score, Reader.NETWORK) == confidence
    assert calibration.confidence(score, Reader.RULES) == 0.1
