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
from graphkit.evaluation.counts import PRF, Reliability, Share
from graphkit.evaluation.gold import GoldDocument, document_stem, load_gold
from graphkit.evaluation.matching import UNKNOWN, same_speaker
from graphkit.lexicon import load_relations, symmetric_names
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
    - polarity: over the predicted links that gold has, affirmed or denied
    - speaker, cited, certainty, hedged: over the matched claims; cited: gold's speaker is not the author
    - actors: who is mentioned, by name or otherwise, over the documents whose mentions are marked
    - reliability: predicted claims by confidence in tenths, and how many of their edges are right
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
    actors: PRF = NO_EDGES
    polarity: Share = NO_MATCHES
    speaker: Share = NO_MATCHES
    cited: Share = NO_MATCHES
    certainty: Share = NO_MATCHES
    by_relation: Mapping[str, PRF] = field(default_factory=dict)
    reliability: Mapping[int, Reliability] = field(default_factory=dict)
    unknown_actors: Counter[str] = field(default_factory=Counter)
    missed: tuple[tuple[Edge, str], ...] = ()
    wrong: tuple[tuple[Edge, str], ...] = ()
    unmatched_rows: int = 0

    def __add__(self, other: "Scores") -> "Scores":
        sums = {
            item.name: getattr(self, item.name) + getattr(other, item.name)
            for item in fields(self)
            if item.name not in ("by_relation", "reliability")
        }
        return Scores(
            **sums,
            by_relation=_added(self.by_relation, other.by_relation, NO_EDGES),
            reliability=_added(self.reliability, other.reliability, Reliability()),
        )


def _added(one: Mapping[Any, Any], other: Mapping[Any, Any], nothing: Any) -> dict[Any, Any]:
    keys = sorted({*one, *other})
    return {key: one.get(key, nothing) + other.get(key, nothing) for key in keys}


def evaluate(
    gold_dirs: Sequence[Path],
    rows: Iterable[Mapping[str, Any]],
    mentioned: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
) -> Scores:
    """Score rows of claims.jsonl against all gold in `gold_dirs`, micro-averaged.

    `mentioned`: the actors (id, name, aliases) that were found in each document, by its stem.
    Raises FormatError when the gold cannot be used or a row lacks what is compared.
    """
    return reduce(add, evaluate_documents(gold_dirs, rows, mentioned).values())


def evaluate_documents(
    gold_dirs: Sequence[Path],
    rows: Iterable[Mapping[str, Any]],
    mentioned: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
) -> dict[str, Scores]:
    """The same for each document by itself; "" has the rows of documents that gold does not hold."""
    documents = load_gold(gold_dirs)
    predicted: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        predicted[_stem_of(row, number)].append(row)
    symmetric = symmetric_names(load_relations())
    scored = {}
    for document in documents:
        found = None if mentioned is None else mentioned.get(document.stem, ())
        scored[document.stem] = score_document(document, predicted.pop(document.stem, ()), symmetric, found)
    return scored | {"": Scores(unmatched_rows=sum(map(len, predicted.values())))}


def score_document(
    document: GoldDocument,
    rows: Iterable[Mapping[str, Any]],
    symmetric: Collection[str],
    mentioned: Sequence[Mapping[str, Any]] | None = None,
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
        actors=_actors(document, mentioned),
        polarity=_polarity(gold_edges, predicted_edges),
        speaker=_speakers(matches),
        cited=_speakers([match for match in matches if match[0].is_cited]),
        certainty=Share(sum(one.certainty == other.certainty for one, other in matches), len(matches)),
        by_relation=_by_relation(gold_edges, predicted_edges),
        reliability=_reliability(predicted, gold_edges),
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


def _actors(document: GoldDocument, mentioned: Sequence[Mapping[str, Any]] | None) -> PRF:
    if mentioned is None or document.mentioned is None:
        return NO_EDGES
    return _overlap(set(document.mentioned), {document.names.actor(actor) for actor in mentioned})


def _polarity(gold: set[Edge], predicted: set[Edge]) -> Share:
    """Of the predicted links that gold has in some polarity, how many have the right one."""
    known = {edge.link for edge in gold}
    shared = {edge for edge in predicted if edge.link in known}
    return Share(len(shared & gold), len(shared))


def _reliability(predicted: Iterable[ComparedClaim], gold: set[Edge]) -> dict[int, Reliability]:
    found: dict[int, Reliability] = {}
    for claim in predicted:
        if claim.confidence is not None:
            tenth = min(int(claim.confidence * 10), 9)
            one = Reliability(1, claim.confidence, claim.edge in gold)
            found[tenth] = found.get(tenth, Reliability()) + one
    return found


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
