"""From what the network says of a link to how often it is right when it says so."""

import json
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from graphkit.components.reader.model_files import CALIBRATION


@dataclass(frozen=True, slots=True)
class Calibration:
    """`least`: the score from which a link is a claim; `points`: (score, confidence), rising."""

    least: float = 0.5
    points: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))

    @classmethod
    def load(cls, folder: Path) -> "Calibration":
        """That of a trained network; a plain one where none is stored."""
        path = folder / CALIBRATION
        if not path.is_file():
            return cls()
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(stored["least"], tuple((score, share) for score, share in stored["points"]))

    def confidence(self, score: float) -> float:
        """Between the two nearest points in a straight line.

        >>> Calibration(points=((0.0, 0.0), (0.5, 0.4), (1.0, 0.9))).confidence(0.75)
        0.65
        """
        scores = [point[0] for point in self.points]
        after = min(max(1, bisect_right(scores, score)), len(scores) - 1)
        (low, first), (high, second) = self.points[after - 1], self.points[after]
        share = first + (second - first) * (score - low) / (high - low)
        return round(min(max(share, 0.0), 1.0), 2)
