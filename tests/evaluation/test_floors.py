"""What graphkit reads on the test gold does not fall below what it was measured at."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from graphkit.evaluation import documents_of, evaluate, scores_json
from graphkit.pipeline import extract_claims
from graphkit.readers import read_documents
from graphkit.records import claim_row

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"
FLOORS: dict[str, Any] = json.loads((GOLD / "floors.json").read_text(encoding="utf-8"))
SLACK = 0.01
"""Another processor may round a score to the other side of the threshold."""


def digest(folder: Path) -> str:
    """Of what the gold says, so that nobody lifts a figure by changing the gold unseen."""
    found = hashlib.sha256()
    for path in sorted(folder.glob("*/*.jsonl")):
        found.update(path.read_bytes())
    return found.hexdigest()


@pytest.fixture(scope="module")
def figures(reader_nlp: Language) -> dict[str, Any]:
    rows = []
    for found in extract_claims(read_documents(documents_of([GOLD / "test"])), reader_nlp):
        actors = {actor.id: actor for actor in found.actors}
        rows += [claim_row(claim, found.document, actors) for claim in found.claims]
    return scores_json(evaluate([GOLD / "test"], rows))


def test_the_gold_is_the_one_that_was_measured() -> None:
    assert digest(GOLD / "test") == FLOORS["gold"]


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FLOORS["floors"]))
def test_figure_stands(figures: dict[str, Any], name: str) -> None:
    stage, _, rate = name.partition(".")
    measured = figures[stage][rate] if rate else figures[stage]
    assert measured >= FLOORS["floors"][name] - SLACK


@pytest.mark.slow
def test_confidence_is_what_it_says(figures: dict[str, Any]) -> None:
    """In each tenth with enough claims to tell, the share of right edges is near the mean confidence."""
    bands = [band for band in figures["reliability"] if band["claims"] >= 50]
    assert bands
    assert max(abs(band["mean"] - band["right"]) for band in bands) < 0.2
