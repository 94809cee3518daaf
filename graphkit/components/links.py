"""Pairs of actors that a frame links, and which of several readings of one pair stays."""

from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from graphkit.components.frame import Frame
from graphkit.components.references import ANAPHOR, Reference
from graphkit.records import ActorType

LEAST_SPECIFIC = "linked_to"
SURELY_NO_PERSON = frozenset((ActorType.ARMED_GROUP, ActorType.GOVERNMENT, ActorType.AGENCY, ActorType.MEDIA))
# Shares of right edges on data/gold/train, printed by tests/benchmarks/frame_reliability.py; of "compound"
# there are too few to tell, so it takes what titles have.
RELIABILITY = {
    "verb": 0.8,
    "noun": 0.6,
    "role": 0.77,
    "title": 0.82,
    "adjective": 0.75,
    "compound": 0.82,
    "echo": 0.62,
}
ANAPHOR_DISCOUNT = 0.65


class Link(NamedTuple):
    """A frame with one subject and one object picked from it."""

    frame: Frame
    subject: Reference
    object: Reference


def links(frame: Frame, symmetric: frozenset[str]) -> Iterator[Link]:
    """One link a pair; all pairs of the subjects where a symmetric relation has no object."""
    alone = frame.relation in symmetric and not frame.objects
    pairs = combinations(frame.subjects, 2) if alone else product(frame.subjects, frame.objects)
    for subject, other in pairs:
        if subject.actor != other.actor and is_possible(frame.relation, subject, other):
            yield Link(frame, subject, other)


def is_possible(relation: str, subject: Reference, other: Reference) -> bool:
    """Whether actors of these types can be linked so: nobody is a member of a person, or led by a government.

    Types of single words and of "organizations" are NER's guess, and forbid nothing.
    """
    if relation in ("leads", "member_of", "founded") and is_surely_person(other):
        return False
    if relation == "leads":
        return subject.type not in SURELY_NO_PERSON
    if relation == "family_of":
        return (subject.type in SURELY_NO_PERSON) == (other.type in SURELY_NO_PERSON)
    return True


def is_surely_person(end: Reference) -> bool:
    """A full name, or "she"."""
    return end.type == ActorType.PERSON and (end.end - end.start > 1 or end.kind == ANAPHOR)


def distinct(found: list[Link], symmetric: frozenset[str]) -> list[Link]:
    """One link a relation and pair, the surest; the vague "linked" gives way to what says more."""
    best: dict[tuple[str, str, str], Link] = {}
    for link in found:
        first, second = link.subject.actor, link.object.actor
        if link.frame.relation in symmetric and first > second:
            first, second = second, first
        key = (link.frame.relation, first, second)
        if key not in best or confidence(link) > confidence(best[key]):
            best[key] = link
    telling = {frozenset(key[1:]) for key in best if key[0] != LEAST_SPECIFIC}
    return [
        link
        for key, link in best.items()
        if (key[0] != LEAST_SPECIFIC or frozenset(key[1:]) not in telling) and not is_outdone(link, key, best)
    ]


def is_outdone(link: Link, key: tuple[str, str, str], best: dict[tuple[str, str, str], Link]) -> bool:
    """ "X belongs to Y" can be both: a company is owned, a person or a militia is a member."""
    relation, first, second = key
    if relation == "controls" and ("member_of", second, first) in best:
        return link.object.type != ActorType.ORGANIZATION
    if relation == "member_of" and ("controls", second, first) in best:
        return link.subject.type == ActorType.ORGANIZATION
    return False


def confidence(link: Link) -> float:
    """How likely the reading is right: by kind of frame, less for each pronoun that was resolved."""
    anaphors = sum(end.kind == ANAPHOR for end in (link.subject, link.object))
    return round(RELIABILITY[link.frame.kind] * ANAPHOR_DISCOUNT**anaphors, 2)
