"""Cross-validation: what was read of each training folder by a network that never saw it."""

import gzip
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path
from statistics import stdev
from typing import Any

from graphkit.evaluation.gold import gold_folders
from graphkit.evaluation.scorer import Scores, evaluate_documents

RESAMPLES = 200
"""Draws of documents with replacement (bootstrap: Efron 1979, Annals of Statistics 7:1)."""


def fold_predictions(path: Path) -> Iterator[dict[str, Any]]:
    """The stored rows: like those of claims.jsonl, with what is compared and nothing else."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def format_folds(gold: Path, rows: Sequence[Mapping[str, Any]]) -> str:
    """Edge figures of each folder, and the standard error of the figure over all."""
    lines = [f"{'left out':<22}{'P':>7}{'R':>7}{'F1':>7}{'documents':>11}"]
    documents: list[Scores] = []
    for folder in gold_folders([gold]):
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
