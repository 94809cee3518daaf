"""Predicted claims against gold, document by document; figures are counts that add up."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any, TypeVar

from graphkit.errors import FormatError
from graphkit.evaluation.comparison import (
    ComparedClaim,
    Edge,
    Match,
    gold_claims,
    match_claims,
    predicted_claims,
)
from graphkit.evaluation.counts import PRF, Share
from graphkit.evaluation.gold import GoldDocument, document_stem, load_gold
from graphkit.evaluation.matching import UNKNOWN, same_speaker
from graphkit.lexicon import load_relations
from graphkit.records import Certainty, Polarity

PREDICTED_FIELDS = ("subject", "relation", "object", "polarity", "certainty", "evidence")
NO_EDGES, NO_MATCHES = PRF(), Share()
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All figures of one document or, added up, of several.

    - pair: {subject, object}; was it seen that the document asserts or denies some link between the two?
    - edge: (subject, relation, object, polarity), what the graph shows; the headline figure
    - claim: an edge whose evidence overlaps the gold evidence, one to one
    - whole: a claim with the right innermost speaker and the right certainty
    - denied, by_relation: edges, over the denied ones or those of one relation alone
    - speaker, cited, certainty, hedged: over the matched claims; cited: gold's speaker is not the author
    - unknown_actors: how often a claim's end is no gold actor, by normalised name
    - missed, wrong: gold edges that were not found, predicted edges that gold has not, each with a sentence
    - unmatched_rows: predictions in documents that gold does not hold, which count nowhere else
    """

    documents: int = 0
    pair: PRF = NO_EDGES
    edge: PRF = NO_EDGES
    claim: PRF = NO_EDGES
    whole: PRF = NO_EDGES
    denied: PRF = NO_EDGES
    hedged: PRF = NO_EDGES
    speaker: Share = NO_MATCHES
    cited: Share = NO_MATCHES
    certainty: Share = NO_MATCHES
    by_relation: Mapping[str, PRF] = field(default_factory=dict)
    unknown_actors: Counter[str] = field(default_factory=Counter)
    missed: tuple[tuple[Edge, str], ...] = ()
    wrong: tuple[tuple[Edge, str], ...] = ()
    unmatched_rows: int = 0

    def __add__(self, other: "Scores") -> "Scores":
        sums = {
            item.name: getattr(self, item.name) + getattr(other, item.name)
            for item in fields(self)
            if item.name != "by_relation"
        }
        relations = sorted({*self.by_relation, *other.by_relation})
        by_relation = {
            name: self.by_relation.get(name, NO_EDGES) + other.by_relation.get(name, NO_EDGES)
            for name in relations
        }
        return Scores(**sums, by_relation=by_relation)


def evaluate(gold_dirs: Sequence[Path], rows: Iterable[Mapping[str, Any]]) -> Scores:
    """Score rows of claims.jsonl against all gold in `gold_dirs`, micro-averaged.

    Raises FormatError when the gold cannot be used or a row lacks what is compared.
    """
    documents = load_gold(gold_dirs)
    predicted: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        predicted[_stem_of(row, number)].append(row)
    symmetric = {name for name, relation in load_relations().items() if relation.symmetric}
    scored = [score_document(document, predicted.pop(document.stem, ()), symmetric) for document in documents]
    return reduce(add, scored, Scores(unmatched_rows=sum(map(len, predicted.values()))))


def score_document(
    document: GoldDocument, rows: Iterable[Mapping[str, Any]], symmetric: Collection[str]
) -> Scores:
    """Score the predictions of one document; `symmetric` are the relations whose ends have no order."""
    gold, predicted = gold_claims(document, symmetric), predicted_claims(rows, document, symmetric)
    gold_edges, predicted_edges = {claim.edge for claim in gold}, {claim.edge for claim in predicted}
    matches = match_claims(gold, predicted)
    return Scores(
        documents=1,
        pair=_overlap({edge.pair for edge in gold_edges}, {edge.pair for edge in predicted_edges}),
        edge=_overlap(gold_edges, predicted_edges),
        claim=PRF(len(matches), len(predicted), len(gold)),
        whole=PRF(sum(one.agrees_with(other) for one, other in matches), len(predicted), len(gold)),
        denied=_overlap(_denied(gold_edges), _denied(predicted_edges)),
        hedged=_hedged(matches),
        speaker=_speakers(matches),
        cited=_speakers([match for match in matches if match[0].is_cited]),
        certainty=Share(sum(one.certainty == other.certainty for one, other in matches), len(matches)),
        by_relation=_by_relation(gold_edges, predicted_edges),
        unknown_actors=_unknown_actors(predicted),
        missed=_with_sentences(gold_edges - predicted_edges, gold),
        wrong=_with_sentences(predicted_edges - gold_edges, predicted),
    )


def _stem_of(row: Mapping[str, Any], number: int) -> str:
    document = row.get("document", row.get("doc"))
    missing = [name for name in PREDICTED_FIELDS if name not in row]
    if missing or not document:
        raise FormatError(
            f"predicted claim {number} lacks {', '.join(missing or ['document'])}; "
            "give the rows of a claims.jsonl as graphkit extract writes them"
        )
    return document_stem(document)


def _overlap(gold: set[Item], predicted: set[Item]) -> PRF:
    return PRF(len(gold & predicted), len(predicted), len(gold))


def _denied(edges: Iterable[Edge]) -> set[Edge]:
    return {edge for edge in edges if edge.polarity == Polarity.DENIED}


def _by_relation(gold: set[Edge], predicted: set[Edge]) -> dict[str, PRF]:
    def of(edges: set[Edge], relation: str) -> set[Edge]:
        return {edge for edge in edges if edge.relation == relation}

    relations = sorted({edge.relation for edge in gold | predicted})
    return {relation: _overlap(of(gold, relation), of(predicted, relation)) for relation in relations}


def _hedged(matches: Sequence[Match]) -> PRF:
    gold = {index for index, (claim, _) in enumerate(matches) if claim.certainty == Certainty.HEDGED}
    predicted = {index for index, (_, claim) in enumerate(matches) if claim.certainty == Certainty.HEDGED}
    return _overlap(gold, predicted)


def _speakers(matches: Sequence[Match]) -> Share:
    return Share(sum(same_speaker(one.speaker, other.speaker) for one, other in matches), len(matches))


def _unknown_actors(predicted: Iterable[ComparedClaim]) -> Counter[str]:
    """Ends as predicted, one count for each claim that they stand in."""
    ends = (end for claim in predicted for end in (claim.edge.subject, claim.edge.object))
    return Counter(end.removeprefix(UNKNOWN) for end in ends if end.startswith(UNKNOWN))


def _with_sentences(edges: Iterable[Edge], claims: Sequence[ComparedClaim]) -> tuple[tuple[Edge, str], ...]:
    """Each edge in order, with the evidence of the first claim that asserts it."""
    evidence: dict[Edge, str] = {}
    for claim in claims:
        evidence.setdefault(claim.edge, claim.evidence)
    return tuple((edge, evidence[edge]) for edge in sorted(edges))
