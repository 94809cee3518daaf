"""What is known of a pair before the network is asked about it."""

from collections.abc import Iterable, Mapping
from typing import Any

from spacy.tokens import Doc, Span

from graphkit.components.reader.labels import NONE, STATES, label_of
from graphkit.components.reader.queries import Named

RuleLinks = Mapping[tuple[int, int, int], str]
"""(first token of the sentence, token of one end, token of the other) -> link as seen from the first end."""
UNKNOWN = STATES.index(NONE)


def rule_links(doc: Doc, rows: Iterable[Mapping[str, Any]]) -> dict[tuple[int, int, int], str]:
    """What the rules read, by the tokens of the ends; where they read several links the surest counts."""
    links: dict[tuple[int, int, int], str] = {}
    for row in sorted(rows, key=lambda row: -row["confidence"]):
        sentence = tokens_of(doc, row).sent.start
        subject, other = tokens_of(doc, row["subject"]), tokens_of(doc, row["object"])
        sign = "!" if row["polarity"] == "denied" else ""
        for one in range(subject.start, subject.end):
            for two in range(other.start, other.end):
                links.setdefault((sentence, one, two), label_of(row["relation"], True) + sign)
                links.setdefault((sentence, two, one), label_of(row["relation"], False) + sign)
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
    first, second = ([item for item in mentions if item.actor == actor] for actor in pair)
    for one in first:
        for other in second:
            for token in range(one.start, one.end):
                for across in range(other.start, other.end):
                    found = links.get((sentence, token, across))
                    if found in STATES:
                        return STATES.index(found)
    for ends, forth in ((pair, True), (pair[::-1], False)):
        if ends in before:
            return STATES.index(f"earlier {label_of(before[ends], forth)}")
    return UNKNOWN
