"""Cross-validation: what was read of each training folder by a network that never saw it."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path
from statistics import stdev
from typing import Any

from graphkit.components.reader.calibration import Calibration, Reader
from graphkit.evaluation.gold import gold_folders
from graphkit.evaluation.scorer import Scores, evaluate_documents

Row = Mapping[str, Any]
RESAMPLES = 200
"""Draws of documents with replacement (bootstrap: Efron 1979, Annals of Statistics 7:1)."""


def fold_predictions(path: Path) -> Iterator[dict[str, Any]]:
    """The stored rows: like those of claims.jsonl, with what is compared and nothing else."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def folders_read(gold: Sequence[Path], rows: Iterable[Row]) -> list[Path]:
    """The folders of the gold of which documents were read."""
    read = {row["doc"] for row in rows}
    return [
        folder
        for folder in gold_folders(gold)
        if any(path.name in read for path in (folder / "docs").glob("*.txt"))
    ]


def told(rows: Iterable[Row], calibration: Calibration) -> list[Row]:
    """The stored rows, whose confidence is a bare score, as the calibrated pipeline would tell them.

    What the rules read of a pair in a sentence gives way to what the network reads there.
    """
    sure = [
        {**row, "confidence": calibration.confidence(row["confidence"], Reader(row["extractor"]))}
        for row in rows
    ]
    kept = [row for row in sure if row["confidence"] >= calibration.least]
    network = {_pair(row) for row in kept if row["extractor"] != Reader.RULES}
    return [row for row in kept if row["extractor"] != Reader.RULES or _pair(row) not in network]


def _pair(row: Row) -> tuple[object, ...]:
    """The document, the sentence and the two actors."""
    return row["doc"], row["evidence"], frozenset((row["subject"]["id"], row["object"]["id"]))


def format_folds(folders: Sequence[Path], rows: Sequence[Row]) -> str:
    """Edge figures of each folder, and the standard error of the figure over all."""
    lines = [f"{'left out':<22}{'P':>7}{'R':>7}{'F1':>7}{'documents':>11}"]
    documents: list[Scores] = []
    for folder in folders:
        here = [scores for stem, scores in evaluate_documents([folder], rows).items() if stem]
        documents += here
        edge = reduce(add, here).edge
        lines.append(f"{folder.name:<22}{edge.precision:7.3f}{edge.recall:7.3f}{edge.f1:7.3f}{len(here):11}")
    lines.append(
        f"edge F1 {reduce(add, documents).edge.f1:.3f}, standard error {standard_error(documents):.3f}"
    )
    return "\n".join(lines)


def standard_error(documents: Sequence[Scores]) -> float:
    """Of the edge F1, over draws of as many documents."""
    chance = random.Random(0)
    edges = [scores.edge for scores in documents]
    return stdev(reduce(add, chance.choices(edges, k=len(edges))).f1 for _ in range(RESAMPLES))
