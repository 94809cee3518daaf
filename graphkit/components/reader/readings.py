"""The network's answers as claims: plain dicts, like those of the rules."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from graphkit.components.claim_rows import end_dict, evidence_span
from graphkit.components.links import is_possible
from graphkit.components.reader.calibration import Calibration, Reader
from graphkit.components.reader.citations import Citations
from graphkit.components.reader.labels import BOTH, LABELS, RELATIONS, SYMMETRIC, relation_of
from graphkit.components.reader.queries import Named
from graphkit.components.reader.questions import Answer, Questions
from graphkit.components.references import NAME, Reference, References
from graphkit.records import Certainty, Polarity

LEAST_LINKED = 0.1
"""Share of all links together below which an answer is not looked at: one of twenty such is right."""
FURTHER = 0.35
"""Share from which a second link between the same two counts too."""


def claim_rows(
    questions: Questions, answers: Iterable[Answer], calibration: Calibration
) -> Iterator[dict[str, Any]]:
    """What the network reads, a row each link and speaker; then what the rules read of other pairs.

    Without curves, to learn them from, all that the rules read.
    """
    references = References(questions.doc, questions.tree)
    citations = Citations(questions.doc, questions.tree, references, questions.reading.pieces)
    advice = {key_of(row): row for row in questions.doc._.claims}
    told: set[tuple[int, frozenset[str]]] = set()
    for answer in answers:
        if answer.linked < LEAST_LINKED:
            continue
        for label, polarity in product(labels(answer), polarities(answer)):
            row = link_row(answer, label, polarity, questions, references)
            if row and is_told(row, advice, calibration):
                told.add(pair_of(row))
                for speakers in citations.of(answer, polarity):
                    yield {**row, "speakers": speakers}
    for row in questions.doc._.claims:
        sure = calibration.confidence(row["confidence"], Reader.RULES)
        is_news = pair_of(row) not in told or not calibration.curves
        if row["relation"] not in RELATIONS or (sure >= calibration.least and is_news):
            yield {**row, "confidence": sure, "reader": Reader.RULES.value}


def is_told(
    row: dict[str, Any], advice: Mapping[tuple[object, ...], dict[str, Any]], calibration: Calibration
) -> bool:
    """Whether the reading is sure enough; says in the row how sure it is, and whether the rules agree."""
    reader = Reader.BOTH if key_of(row) in advice else Reader.NETWORK
    row["confidence"] = calibration.confidence(row.pop("score"), reader)
    row["reader"] = reader.value
    return bool(row["confidence"] >= calibration.least)


def pair_of(row: Mapping[str, Any]) -> tuple[int, frozenset[str]]:
    """The sentence and the two actors."""
    return row["start"], frozenset((row["subject"]["actor"], row["object"]["actor"]))


def key_of(row: Mapping[str, Any]) -> tuple[object, ...]:
    """What makes two readings of a sentence the same."""
    ends = (row["subject"]["actor"], row["object"]["actor"])
    ordered = tuple(sorted(ends)) if row["relation"] in SYMMETRIC else ends
    return row["start"], row["relation"], ordered, row["polarity"]


def labels(answer: Answer) -> list[str]:
    """The likeliest link, and another one that is as good as certain too."""
    ranked = sorted(range(1, len(LABELS)), key=lambda index: (-answer.relation[index], index))
    return [LABELS[ranked[0]], *(LABELS[index] for index in ranked[1:2] if answer.relation[index] >= FURTHER)]


def polarities(answer: Answer) -> list[Polarity]:
    """What is likelier, or both where that is likeliest."""
    if answer.polarity.argmax() == BOTH:
        return list(Polarity)
    return [max(Polarity, key=answer.said)]


def link_row(
    answer: Answer, label: str, polarity: Polarity, questions: Questions, references: References
) -> dict[str, Any] | None:
    """The claim without its speakers; None where actors of such types are never linked so."""
    relation, forth = relation_of(label)
    ends = (answer.query.first, answer.query.second) if forth else (answer.query.second, answer.query.first)
    subject, other = (reference(end, references) for end in ends)
    if not is_possible(relation, subject, other):
        return None
    sure = min(questions.reading.shares.get(end.start, 1.0) for end in ends)
    score = sure * float(answer.relation[LABELS.index(label)]) * answer.said(polarity)
    start, end = evidence_span(answer.query.sentence[0], questions.doc, questions.tree)
    return {
        "subject": end_dict(subject, questions.doc),
        "relation": relation,
        "object": end_dict(other, questions.doc),
        "polarity": polarity.value,
        "certainty": (Certainty.HEDGED if answer.hedged >= 0.5 else Certainty.ASSERTED).value,
        "start": start,
        "end": end,
        "context": context(ends, answer.number, questions),
        "score": score,
        "token": trigger(answer, relation, questions),
    }


def reference(end: Named, references: References) -> Reference:
    """The mention as the rules know it, with the type of its actor."""
    for found in references.covering.get(end.start, ()):
        if found.actor == end.actor:
            return found
    return Reference(end.start, end.end, end.actor, "", NAME)


def context(ends: tuple[Named, Named], number: int, questions: Questions) -> list[int] | None:
    """The other sentence that says who an end is: by its mention, or by the antecedent of a pronoun."""
    for end in ends:
        first, _ = questions.doc._.antecedents.get(str(end.start), (end.start, end.end))
        if questions.tree.sentence_of[first] != number:
            return list(evidence_span(first, questions.doc, questions.tree))
    return None


def trigger(answer: Answer, relation: str, questions: Questions) -> int | None:
    """The word that carries the link: the rules' trigger, else the word on which both mentions hang."""
    tree, doc = questions.tree, questions.doc
    first, last = answer.query.sentence
    starts = {doc[end.start].idx for end in answer.query[:2]}
    for row in doc._.claims:
        if (
            row["relation"] == relation
            and first <= row["token"] < last
            and starts == {row["subject"]["start"], row["object"]["start"]}
        ):
            return int(row["token"])
    above = [[end.end - 1, *tree.ancestors(end.end - 1)] for end in answer.query[:2]]
    common = next((token for token in above[0] if token in above[1]), None)
    if common is None or not first <= common < last or tree.pos[common] not in ("VERB", "NOUN", "ADJ"):
        return None
    inside = any(end.start <= common < end.end for end in answer.query[:2])
    return None if inside else common
