"""Scores as a plain-text table with counts, and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from graphkit.evaluation.comparison import Edge
from graphkit.evaluation.counts import PRF, Share
from graphkit.evaluation.scorer import Scores
from graphkit.records import Polarity

STAGES = ("pair", "edge", "claim", "whole", "denied")
SENTENCE_WIDTH = 200
"""Characters of a sentence that are shown beside an error."""

MAX_UNKNOWN_ACTORS = 15


def format_report(scores: Scores, errors: int = 0) -> str:
    """The figures with their counts; below them up to `errors` missed and as many wrong edges."""
    lines = [
        *_table("", [(stage, getattr(scores, stage)) for stage in STAGES]),
        "",
        f"Of {scores.claim.tp} matched claims in {scores.documents} documents, right:",
        _share_line("speaker", scores.speaker),
        _share_line("cited speaker", scores.cited),
        _share_line("certainty", scores.certainty),
        "",
        "Of the predicted links that gold affirms or denies, right:",
        _share_line("polarity", scores.polarity),
        "",
        *_table(
            "", [("hedged", scores.hedged), *([("actors", scores.actors)] if scores.actors.gold else [])]
        ),
        "",
        *_table("edges of", list(scores.by_relation.items())),
        *_reliability_lines(scores),
        *_warning_lines(scores),
        *_error_lines("missed", scores.missed[:errors]),
        *_error_lines("wrong", scores.wrong[:errors]),
    ]
    return "\n".join(lines) + "\n"


def scores_json(scores: Scores) -> dict[str, Any]:
    """The figures, rates to three decimals, as plain dicts, lists and numbers."""
    return {
        "documents": scores.documents,
        **{stage: _prf_json(getattr(scores, stage)) for stage in STAGES},
        "hedged": _prf_json(scores.hedged),
        "speaker": round(scores.speaker.rate, 3),
        "speaker_cited": round(scores.cited.rate, 3),
        "certainty": round(scores.certainty.rate, 3),
        "polarity": round(scores.polarity.rate, 3),
        "actors": _prf_json(scores.actors),
        "reliability": [
            {
                "from": tenth / 10,
                "claims": found.claims,
                "mean": round(found.expected, 3),
                "right": round(found.rate, 3),
            }
            for tenth, found in scores.reliability.items()
        ],
        "by_relation": {name: _prf_json(counts) for name, counts in scores.by_relation.items()},
        "unknown_actors": [[name, count] for name, count in _commonest_unknown(scores)],
        "unmatched_rows": scores.unmatched_rows,
    }


def _prf_json(counts: PRF) -> dict[str, float | int]:
    rates = {"p": counts.precision, "r": counts.recall, "f1": counts.f1}
    rounded = {name: round(rate, 3) for name, rate in rates.items()}
    return {**rounded, "tp": counts.tp, "pred": counts.predicted, "gold": counts.gold}


def _table(title: str, rows: Sequence[tuple[str, PRF]]) -> Iterator[str]:
    yield f"{title:<22}{'P':>7}{'R':>7}{'F1':>7}{'right':>8}{'predicted':>11}{'gold':>7}"
    for name, counts in rows:
        rates = "".join(f"{rate:7.3f}" for rate in (counts.precision, counts.recall, counts.f1))
        yield f"{name:<22}{rates}{counts.tp:8}{counts.predicted:11}{counts.gold:7}"


def _reliability_lines(scores: Scores) -> Iterator[str]:
    if scores.reliability:
        yield f"\n{'confidence':<22}{'mean':>7}{'right':>7}{'claims':>8}"
    for tenth, found in scores.reliability.items():
        band = f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}"
        yield f"{band:<22}{found.expected:7.2f}{found.rate:7.2f}{found.claims:8}"


def _share_line(name: str, share: Share) -> str:
    return f"{name:<22}{share.rate:7.3f}  ({share.right} of {share.total})"


def _commonest_unknown(scores: Scores) -> list[tuple[str, int]]:
    """Most frequent first, then by name: the order of the predictions must not show."""
    ranked = sorted(scores.unknown_actors.items(), key=lambda item: (-item[1], item[0]))
    return ranked[:MAX_UNKNOWN_ACTORS]


def _warning_lines(scores: Scores) -> Iterator[str]:
    if unknown := _commonest_unknown(scores):
        names = ", ".join(f"{name} ×{count}" for name, count in unknown)
        yield f"\n{len(scores.unknown_actors)} actors that gold does not know, the commonest: {names}"
    if scores.unmatched_rows:
        yield f"\n{scores.unmatched_rows} claims, in documents that gold does not hold, are not counted"


def _error_lines(kind: str, errors: Sequence[tuple[Edge, str]]) -> Iterator[str]:
    for edge, sentence in errors:
        relation = f"{edge.relation} (denied)" if edge.polarity == Polarity.DENIED else edge.relation
        link = f"{kind}: {edge.document}: {edge.subject} —{relation}→ {edge.object}"
        yield f"\n{_one_line(link)}\n    {_one_line(sentence)[:SENTENCE_WIDTH]}"


def _one_line(text: str) -> str:
    """`text` without line breaks and without characters that steer a terminal."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())
