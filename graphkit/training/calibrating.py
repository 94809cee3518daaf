"""Learn from stored predictions how sure a reading may be, and how sure it must be to be a claim."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from graphkit.components.reader.calibration import Calibration, Reader
from graphkit.evaluation import evaluate, fold_predictions, folders_read
from graphkit.evaluation.calibration import Scored, best_threshold, curve
from graphkit.evaluation.comparison import gold_claims, predicted_claims
from graphkit.evaluation.folds import told
from graphkit.evaluation.gold import document_stem, load_gold
from graphkit.lexicon import load_relations, symmetric_names

PRECISION = 0.77
"""What claims together should at least be worth on folders that were left out. Below it a reader loses trust
before they find anything."""
THRESHOLDS = [round(0.4 + 0.02 * step, 2) for step in range(21)]
"""What is less sure than the first is no claim, whatever else it would win."""
Row = Mapping[str, Any]


def calibrated(predictions: Path, gold: Sequence[Path], output: Path) -> str:
    """Write the calibration of the network in `output`; returns what was learned, for people."""
    rows = list(fold_predictions(predictions))
    folders = folders_read(gold, rows)
    scores = scored(rows, folders)
    curves = {reader.value: curve(scores[reader]) for reader in Reader if scores[reader]}
    tried = [(least, evaluate(folders, told(rows, Calibration(least, curves)))) for least in THRESHOLDS]
    least = best_threshold(tried, PRECISION)
    Calibration(least, curves).store(output)
    lines = [
        f"{share:.2f}: P {found.edge.precision:.3f} R {found.edge.recall:.3f} F1 {found.edge.f1:.3f}"
        for share, found in tried
    ]
    return "\n".join([*lines, f"a claim from a confidence of {least}"])


def scored(rows: Iterable[Row], gold: Sequence[Path]) -> dict[Reader, list[Scored]]:
    """By reader, each predicted claim's score, and whether gold has its edge."""
    symmetric = symmetric_names(load_relations())
    by_document: dict[str, list[Row]] = {}
    for row in rows:
        by_document.setdefault(document_stem(row["doc"]), []).append(row)
    found: dict[Reader, list[Scored]] = {reader: [] for reader in Reader}
    for document in load_gold(gold):
        right = {claim.edge for claim in gold_claims(document, symmetric)}
        here = by_document.get(document.stem, ())
        for row, claim in zip(here, predicted_claims(here, document, symmetric), strict=True):
            found[Reader(row["extractor"])].append(Scored(row["confidence"], claim.edge in right))
    return found
