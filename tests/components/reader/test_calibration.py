"""Scores become confidences along the stored points."""

import json
from pathlib import Path

import pytest

from graphkit.components.reader.calibration import Calibration
from graphkit.components.reader.model_files import CALIBRATION


def test_without_a_stored_calibration_the_score_is_the_confidence(tmp_path: Path) -> None:
    assert Calibration.load(tmp_path) == Calibration(0.5, ((0.0, 0.0), (1.0, 1.0)))


@pytest.mark.parametrize(
    ("score", "confidence"), [(0.0, 0.0), (0.25, 0.3), (0.5, 0.6), (0.75, 0.75), (1.0, 0.9)]
)
def test_between_two_points_the_confidence_rises_in_a_straight_line(
    tmp_path: Path, score: float, confidence: float
) -> None:
    stored = {"least": 0.4, "points": [[0, 0], [0.5, 0.6], [1, 0.9]]}
    (tmp_path / CALIBRATION).write_text(json.dumps(stored), encoding="utf-8")
    calibration = Calibration.load(tmp_path)
    assert calibration.least == 0.4
    assert calibration.confidence(score) == confidence
