"""From what was read, and by whom, to how often such a reading is right."""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from graphkit.components.reader.model_files import CALIBRATION

Point = tuple[float, float]


class Reader(StrEnum):
    """Who read a claim: the network, the rules, or both the same; what a claim's `extractor` says."""

    NETWORK = "model"
    RULES = "rules"
    BOTH = "model+rules"


@dataclass(frozen=True, slots=True)
class Calibration:
    """`least`: the confidence from which a reading is a claim; `curves`: (score, confidence) by reader."""

    least: float = 0.5
    curves: Mapping[str, Sequence[Point]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> "Calibration":
        """That of a trained network; where none is stored a plain one, which takes scores for confidences."""
        path = folder / CALIBRATION
        if not path.is_file():
            return cls()
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(stored["least"], stored["curves"])

    def store(self, folder: Path) -> None:
        """Write it beside the network."""
        text = json.dumps({"least": self.least, "curves": self.curves}, indent=1)
        (folder / CALIBRATION).write_text(text + "\n", encoding="utf-8")

    def confidence(self, score: float, reader: Reader) -> float:
        """Between the two nearest points of the reader's curve in a straight line.

        >>> curves = {"model": [(0.0, 0.0), (0.5, 0.4), (1.0, 0.9)]}
        >>> Calibration(curves=curves).confidence(0.75, Reader.NETWORK)
        0.65
        """
        points = self.curves.get(reader, ((0.0, 0.0), (1.0, 1.0)))
        scores = [point[0] for point in points]
        after = min(max(1, bisect_right(scores, score)), len(scores) - 1)
        (low, first), (high, second) = points[after - 1], points[after]
        share = first + (second - first) * (score - low) / (high - low)
        return round(min(max(share, 0.0), 1.0), 2)
