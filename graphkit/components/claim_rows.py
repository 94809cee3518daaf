"""A link with its speakers as plain values, with offsets in characters."""

from typing import Any

from spacy.tokens import Doc

from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.frame import AUTHORIAL, Frame
from graphkit.components.links import Link, confidence
from graphkit.components.references import ANAPHOR, Reference
from graphkit.records import Certainty, Polarity


def claim_dict(link: Link, speakers: list[dict[str, Any]], doc: Doc, tree: DependencyTree) -> dict[str, Any]:
    """The claim as plain values; ``speakers`` is empty for the author."""
    frame = link.frame
    denied, hedged = factuality(frame, doc, tree)
    if frame.kind not in AUTHORIAL:
        denied ^= any(has_negative_quantity(end, tree) for end in (link.subject, link.object))
    believed = any(row["stance"] == "believed" for row in speakers)
    start, end = evidence_span(frame.token, doc, tree)
    return {
        "subject": end_dict(link.subject, doc),
        "relation": frame.relation,
        "object": end_dict(link.object, doc),
        "polarity": (Polarity.DENIED if denied else Polarity.AFFIRMED).value,
        "certainty": (Certainty.HEDGED if hedged or believed else Certainty.ASSERTED).value,
        "speakers": [
            {"actor": row["speaker"]["actor"], "words": row["speaker"]["words"]} for row in speakers
        ],
        "start": start,
        "end": end,
        "context": context_span(link, doc, tree),
        "confidence": confidence(link),
        "frame": frame.kind,
        "token": frame.token,
    }


def end_dict(end: Reference, doc: Doc) -> dict[str, Any]:
    """An end of the claim, in characters."""
    return {
        "actor": end.actor,
        "start": doc[end.start].idx,
        "end": doc[end.end - 1].idx + len(doc[end.end - 1]),
    }


def factuality(frame: Frame, doc: Doc, tree: DependencyTree) -> tuple[bool, bool]:
    """Whether the trigger is denied, and whether it or its carrier is hedged; titles are plain facts."""
    if frame.kind in AUTHORIAL:
        return False, False
    marked = [
        doc._.factuality[str(token)]
        for token in {frame.token, frame.carrier}
        if str(token) in doc._.factuality
    ]
    denied = doc._.factuality.get(str(frame.token), [False])[0]
    # "gives no support": the negation sits on the noun that the verb carries
    carried = tree.heads[frame.carrier] == frame.token and has_no(frame.carrier, tree)
    return denied ^ carried, any(row[1] for row in marked)


def has_no(noun: int, tree: DependencyTree) -> bool:
    """ "no support"."""
    return any(tree.words[kid].lower() == "no" for kid in tree.kids(noun, "det"))


def has_negative_quantity(end: Reference, tree: DependencyTree) -> bool:
    """ "arms neither X nor Y", "no Pakistani force fought": the negation sits on the noun."""
    token = end.end - 1
    for _ in range(3):
        if any(tree.words[kid].lower() in ("neither", "no") for kid in tree.kids(token, "preconj", "det")):
            return True
        if tree.deps[token] not in ("conj", "compound", "amod"):
            return False
        token = tree.heads[token]
    return False


def evidence_span(token: int, doc: Doc, tree: DependencyTree) -> tuple[int, int]:
    """The sentence of the token, in characters, without blanks at its ends."""
    first, last = tree.sentences[tree.sentence_of[token]]
    text = doc[first:last].text
    start = doc[first].idx + len(text) - len(text.lstrip())
    return start, doc[first].idx + len(text.rstrip())


def context_span(link: Link, doc: Doc, tree: DependencyTree) -> list[int] | None:
    """The other sentence in which the antecedent stands, if one end is a pronoun or nominal."""
    for end in (link.subject, link.object):
        found = doc._.antecedents.get(str(end.start)) if end.kind == ANAPHOR else None
        if found and tree.sentence_of[found[0]] != tree.sentence_of[link.frame.token]:
            return list(evidence_span(found[0], doc, tree))
    return None
