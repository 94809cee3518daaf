"""Learn from stored predictions how sure the network may be, and from which score it should speak."""

import json
from collections.abc import Sequence
from pathlib import Path

from graphkit.components.reader.model_files import CALIBRATION
from graphkit.evaluation import evaluate, fold_predictions
from graphkit.evaluation.calibration import Scored, best_threshold, curve
from graphkit.evaluation.comparison import gold_claims, predicted_claims
from graphkit.evaluation.gold import document_stem, load_gold
from graphkit.lexicon import load_relations

PRECISION = 0.70
"""What a claim should at least be worth: below it a reader loses trust before they find anything."""
THRESHOLDS = [round(0.3 + 0.02 * step, 2) for step in range(26)]


def calibrated(predictions: Path, gold: Sequence[Path], output: Path) -> str:
    """Write the calibration of the network in `output`; returns what was learned, for people."""
    rows = list(fold_predictions(predictions))
    scores = [
        (threshold, evaluate(gold, [row for row in rows if row["confidence"] >= threshold]))
        for threshold in THRESHOLDS
    ]
    least = best_threshold(scores, PRECISION)
    points = curve(scored(rows, gold))
    text = json.dumps({"least": least, "points": points}, indent=1)
    (output / CALIBRATION).write_text(text + "\n", encoding="utf-8")
    table = [
        f"{threshold:.2f}: P {found.edge.precision:.3f} R {found.edge.recall:.3f} F1 {found.edge.f1:.3f}"
        for threshold, found in scores
    ]
    return "\n".join([*table, f"speaks from {least}"])


def scored(rows: Sequence[dict[str, object]], gold: Sequence[Path]) -> list[Scored]:
    """Each predicted claim's score, and whether gold has its edge."""
    symmetric = {name for name, relation in load_relations().items() if relation.symmetric}
    by_document: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        by_document.setdefault(document_stem(str(row["doc"])), []).append(row)
    found = []
    for document in load_gold(gold):
        right = {claim.edge for claim in gold_claims(document, symmetric)}
        for claim in predicted_claims(by_document.get(document.stem, ()), document, symmetric):
            found.append(Scored(claim.confidence or 0.0, claim.edge in right))
    return found
