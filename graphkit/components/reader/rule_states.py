"""What is known of a pair before the network is asked about it."""

from collections.abc import Iterable, Mapping
from typing import Any

from spacy.tokens import Doc, Span

from graphkit.components.reader.labels import NONE, RELATIONS, STATES, label_of
from graphkit.components.reader.queries import Named

RuleLinks = Mapping[int, Mapping[tuple[int, int], str]]
"""First token of a sentence -> (token of one end, token of the other) -> link as seen from the first end."""
NUMBERS = {state: number for number, state in enumerate(STATES)}
UNKNOWN = NUMBERS[NONE]


def rule_links(doc: Doc, rows: Iterable[Mapping[str, Any]]) -> dict[int, dict[tuple[int, int], str]]:
    """What the rules read, by the tokens of the ends; where they read several links the surest counts."""
    links: dict[int, dict[tuple[int, int], str]] = {}
    for row in sorted(rows, key=lambda row: -row["confidence"]):
        if row["relation"] not in RELATIONS:
            continue
        here = links.setdefault(tokens_of(doc, row).sent.start, {})
        subject, other = tokens_of(doc, row["subject"]), tokens_of(doc, row["object"])
        sign = "!" if row["polarity"] == "denied" else ""
        for one in range(subject.start, subject.end):
            for two in range(other.start, other.end):
                here.setdefault((one, two), label_of(row["relation"], True) + sign)
                here.setdefault((two, one), label_of(row["relation"], False) + sign)
    return links


def tokens_of(doc: Doc, place: Mapping[str, Any]) -> Span:
    """The tokens of a place in characters."""
    span = doc.char_span(place["start"], place["end"], alignment_mode="expand")
    assert span is not None  # the rules take their places from tokens
    return span


def state_of(
    pair: tuple[str, str],
    mentions: Iterable[Named],
    sentence: int,
    links: RuleLinks,
    before: Mapping[tuple[str, str], str],
) -> int:
    """The number in STATES for two actors, seen from the first, in the sentence that begins at a token.

    `before` are the links of the sentences shortly before: (subject, object) -> relation.
    """
    if here := links.get(sentence):
        first, second = (covered(actor, mentions) for actor in pair)
        found = min((ends for ends in here if ends[0] in first and ends[1] in second), default=None)
        if found:
            return NUMBERS[here[found]]
    for ends, forth in ((pair, True), (pair[::-1], False)):
        if ends in before:
            return NUMBERS[f"earlier {label_of(before[ends], forth)}"]
    return UNKNOWN


def covered(actor: str, mentions: Iterable[Named]) -> set[int]:
    """The tokens that mention the actor."""
    return {token for item in mentions if item.actor == actor for token in range(item.start, item.end)}
