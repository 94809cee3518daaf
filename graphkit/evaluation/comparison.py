"""Gold and predicted claims in one form, and which of them stand for each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphkit.evaluation.gold import GoldDocument
from graphkit.evaluation.matching import evidence_overlaps, innermost, normalize_name, same_speaker
from graphkit.records import AUTHOR


class Edge(NamedTuple):
    """What the graph shows of one document; the ends of a symmetric relation are in alphabetical order."""

    document: str
    subject: str
    relation: str
    object: str
    polarity: str

    @property
    def link(self) -> tuple[str, str, str]:
        """The edge, whether it is affirmed or denied."""
        return (self.subject, self.relation, self.object)

    @property
    def pair(self) -> tuple[str, str]:
        """The two ends, whichever way round."""
        return (self.subject, self.object) if self.subject <= self.object else (self.object, self.subject)


@dataclass(frozen=True, slots=True)
class ComparedClaim:
    """A claim in the terms that are compared: gold ids for ends and speaker where gold knows them."""

    edge: Edge
    speaker: str
    is_cited: bool
    certainty: str
    evidence: str
    confidence: float | None = None

    def agrees_with(self, other: "ComparedClaim") -> bool:
        """Whether speaker and certainty are the same."""
        return self.certainty == other.certainty and same_speaker(self.speaker, other.speaker)


Match = tuple[ComparedClaim, ComparedClaim]
"""A gold claim and the predicted claim that stands for it."""


def gold_claims(document: GoldDocument, symmetric: Collection[str]) -> list[ComparedClaim]:
    """The document's marked claims; `symmetric` are the relations whose ends have no order."""
    return [_compared(row, row["subject"], row["object"], document, symmetric) for row in document.claims]


def predicted_claims(
    rows: Iterable[Mapping[str, Any]], document: GoldDocument, symmetric: Collection[str]
) -> list[ComparedClaim]:
    """Rows of claims.jsonl, their ends looked up among the document's gold actors."""
    find = document.names.actor
    return [_compared(row, find(row["subject"]), find(row["object"]), document, symmetric) for row in rows]


def match_claims(gold: Iterable[ComparedClaim], predicted: Iterable[ComparedClaim]) -> list[Match]:
    """Pair claims of the same edge whose evidence overlaps, one to one.

    Those that agree in speaker and certainty go first, so that of two claims of one edge each finds its own.
    """
    pools: dict[Edge, list[ComparedClaim]] = defaultdict(list)
    for claim in predicted:
        pools[claim.edge].append(claim)
    agreeing, left = _take_matches(gold, pools, must_agree=True)
    others, _ = _take_matches(left, pools, must_agree=False)
    return agreeing + others


def _compared(
    row: Mapping[str, Any], subject: str, object: str, document: GoldDocument, symmetric: Collection[str]
) -> ComparedClaim:
    ends = sorted((subject, object)) if row["relation"] in symmetric else (subject, object)
    speakers = row.get("speakers")
    return ComparedClaim(
        edge=Edge(document.stem, ends[0], row["relation"], ends[1], row["polarity"]),
        speaker=document.names.speaker(speakers),
        is_cited=normalize_name(innermost(speakers)) != AUTHOR,
        certainty=row["certainty"],
        evidence=row["evidence"],
        confidence=row.get("confidence"),
    )


def _take_matches(
    gold: Iterable[ComparedClaim], pools: Mapping[Edge, list[ComparedClaim]], *, must_agree: bool
) -> tuple[list[Match], list[ComparedClaim]]:
    """The matches, each taken out of its pool, and the gold claims that are left."""
    matches: list[Match] = []
    left: list[ComparedClaim] = []
    for claim in gold:
        pool = pools.get(claim.edge, [])
        index = _first_match(claim, pool, must_agree)
        if index is None:
            left.append(claim)
        else:
            matches.append((claim, pool.pop(index)))
    return matches, left


def _first_match(claim: ComparedClaim, pool: Sequence[ComparedClaim], must_agree: bool) -> int | None:
    for index, candidate in enumerate(pool):
        if must_agree and not claim.agrees_with(candidate):
            continue
        if evidence_overlaps(claim.evidence, candidate.evidence):
            return index
    return None
