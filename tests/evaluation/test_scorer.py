"""Counts over small gold folders, worked out by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import FormatError
from graphkit.evaluation import PRF, Scores, Share, evaluate

ACTORS: list[dict[str, Any]] = [
    {"id": name[0].lower(), "name": name, "aliases": []} for name in ("Xan", "Yol", "Zim")
]


def claim(subject: str, relation: str, object: str, **changes: Any) -> dict[str, Any]:
    row = {
        "doc": "a.txt",
        "subject": subject,
        "relation": relation,
        "object": object,
        "polarity": "affirmed",
        "certainty": "asserted",
        "speakers": ["author"],
        "evidence": "One day Xan met Yol and Zim there.",
    }
    return row | changes


GOLD = [
    claim("x", "supports", "y"),
    claim("x", "supports", "y", speakers=["Zim"], certainty="hedged"),
    claim("x", "allied_with", "z"),
    claim("y", "attacks", "z", polarity="denied", speakers=["y"]),
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "actors.jsonl").write_text("".join(json.dumps(actor) + "\n" for actor in ACTORS))
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in GOLD))
    for stem in ("a", "silent"):
        (tmp_path / "docs" / f"{stem}.txt").write_text("One day Xan met Yol and Zim there.")
    return tmp_path


def test_gold_itself_is_perfect(gold: Path) -> None:
    scores = evaluate([gold], GOLD)
    assert (scores.documents, scores.edge, scores.pair) == (2, PRF(3, 3, 3), PRF(3, 3, 3))
    assert scores.claim == scores.whole == PRF(4, 4, 4)
    assert (scores.speaker, scores.cited, scores.certainty) == (Share(4, 4), Share(2, 2), Share(4, 4))
    assert (scores.denied, scores.hedged) == (PRF(1, 1, 1), PRF(1, 1, 1))
    assert scores.by_relation == dict.fromkeys(("allied_with", "attacks", "supports"), PRF(1, 1, 1))
    assert (scores.missed, scores.wrong, scores.unknown_actors, scores.unmatched_rows) == ((), (), {}, 0)


def test_nothing_predicted_is_all_missed(gold: Path) -> None:
    scores = evaluate([gold], [])
    assert (scores.edge, scores.edge.f1, scores.claim, scores.speaker.rate) == (
        PRF(0, 0, 3),
        0.0,
        PRF(0, 0, 4),
        0,
    )
    assert [edge[:4] for edge, _ in scores.missed] == [
        ("a", "x", "allied_with", "z"),
        ("a", "x", "supports", "y"),
        ("a", "y", "attacks", "z"),
    ]


@pytest.mark.parametrize(
    ("predicted", "edge", "pair"),
    [
        (claim("Xan", "supports", "Yol"), 1, 1),
        (claim("Yol", "supports", "Xan"), 0, 1),  # the wrong way round
        (claim("Zim", "allied_with", "Xan"), 1, 1),  # either way round
        (claim("Xan", "attacks", "Yol"), 0, 1),
        (claim("Xan", "supports", "Yol", polarity="denied"), 0, 1),
        (claim("Xan", "supports", "Yolanda"), 0, 0),
        (claim("Xan", "supports", "Yol", doc="silent.txt"), 0, 0),  # right words, another document
    ],
)
def test_one_prediction(gold: Path, predicted: dict[str, Any], edge: int, pair: int) -> None:
    scores = evaluate([gold], [predicted])
    assert (scores.edge, scores.pair) == (PRF(edge, 1, 3), PRF(pair, 1, 3))
    assert len(scores.wrong) == 1 - edge


def test_two_speakers_of_one_edge_each_find_their_own(gold: Path) -> None:
    scores = evaluate([gold], [GOLD[1], GOLD[0]])
    assert (scores.edge, scores.claim, scores.whole) == (PRF(1, 1, 3), PRF(2, 2, 4), PRF(2, 2, 4))


def test_a_matched_claim_with_another_speaker_is_not_whole(gold: Path) -> None:
    scores = evaluate([gold], [GOLD[3] | {"speakers": ["author"], "certainty": "hedged"}])
    assert (scores.claim, scores.whole) == (PRF(1, 1, 4), PRF(0, 1, 4))
    assert (scores.speaker, scores.cited, scores.certainty) == (Share(0, 1), Share(0, 1), Share(0, 1))
    assert scores.hedged == PRF(0, 1, 0)


def test_an_edge_with_evidence_from_elsewhere_is_no_claim(gold: Path) -> None:
    scores = evaluate([gold], [GOLD[0] | {"evidence": "Nothing of the kind."}])
    assert (scores.edge, scores.claim) == (PRF(1, 1, 3), PRF(0, 1, 4))


def test_each_gold_claim_matches_once(gold: Path) -> None:
    scores = evaluate([gold], [GOLD[2]] * 3)
    assert (scores.edge, scores.claim) == (PRF(1, 1, 3), PRF(1, 3, 4))


def test_unknown_actors_and_foreign_documents_are_counted(gold: Path) -> None:
    rows = [claim("The Quill", "supports", "Quill"), claim("x", "supports", "y", doc="elsewhere.txt")]
    scores = evaluate([gold], rows)
    assert (scores.unknown_actors, scores.unmatched_rows, scores.edge) == ({"quill": 2}, 1, PRF(0, 1, 3))


@pytest.mark.parametrize(
    ("row", "lacks"),
    [({"document": {"id": "a"}}, "subject, relation"), (claim("x", "supports", "y", doc=None), "document")],
)
def test_a_row_that_is_no_claim_is_named(gold: Path, row: dict[str, Any], lacks: str) -> None:
    with pytest.raises(FormatError, match=f"predicted claim 2 lacks {lacks}"):
        evaluate([gold], [GOLD[0], row])


def test_scores_add_up(gold: Path) -> None:
    one, other = evaluate([gold], GOLD[:2]), evaluate([gold], GOLD[2:])
    both = one + other
    assert (both.documents, both.edge, both.claim) == (4, PRF(3, 3, 6), PRF(4, 4, 8))
    assert both.by_relation["supports"] == PRF(1, 1, 2)
    assert both.missed == one.missed + other.missed
    assert one + Scores() == one


def test_prf_rates() -> None:
    counts = PRF(tp=3, predicted=4, gold=6)
    assert (counts.precision, counts.recall, counts.fp, counts.fn) == (0.75, 0.5, 1, 3)
    assert counts.f1 == pytest.approx(0.6)
    assert PRF().f1 == PRF(0, 5, 0).precision == Share().rate == 0.0
