"""Stored predictions are told as a calibrated pipeline would tell them."""

import gzip
import json
from pathlib import Path
from typing import Any

from graphkit.components.reader.calibration import Calibration
from graphkit.evaluation import PRF, Scores, fold_predictions, told
from graphkit.evaluation.folds import standard_error

Row = dict[str, Any]
CURVES = {"model": [(0, 0), (1, 1)], "model+rules": [(0, 0.5), (1, 1)], "rules": [(0, 0.6), (1, 0.6)]}


def row(
    extractor: str, score: float, evidence: str = "A pays B.", relation: str = "supports"
) -> dict[str, Any]:
    ends = {
        end: {"id": name, "name": name, "aliases": []} for end, name in (("subject", "a"), ("object", "b"))
    }
    return {
        "doc": "a.txt",
        **ends,
        "relation": relation,
        "confidence": score,
        "extractor": extractor,
        "evidence": evidence,
    }


def test_scores_become_confidences_by_reader() -> None:
    rows = [row("model", 0.7), row("model+rules", 0.7, "B?"), row("rules", 0.1, "C?")]
    assert [found["confidence"] for found in told(rows, Calibration(0.0, CURVES))] == [0.7, 0.85, 0.6]


def test_what_is_not_sure_enough_is_not_told() -> None:
    assert told([row("model", 0.4)], Calibration(0.5, CURVES)) == []


def test_rules_give_way_to_the_network_where_it_speaks() -> None:
    rows = [row("model", 0.9), row("rules", 0.8, relation="controls"), row("rules", 0.8, "Another one.")]
    found = told(rows, Calibration(0.5, CURVES))
    assert [(item["extractor"], item["evidence"]) for item in found] == [
        ("model", "A pays B."),
        ("rules", "Another one."),
    ]
    assert len(told(rows, Calibration(0.5, CURVES | {"model": [(0, 0), (1, 0.1)]}))) == 2, "it is silent"


def test_predictions_are_read_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "folds.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"doc": "é.txt"}) + "\n")
    assert list(fold_predictions(path)) == [{"doc": "é.txt"}]


def test_the_standard_error_falls_with_the_number_of_documents() -> None:
    two = [Scores(edge=PRF(1, 10, 10)), Scores(edge=PRF(9, 10, 10))]
    assert 0 < standard_error(two * 20) < standard_error(two)
    assert standard_error(two[:1] * 5) == 0
