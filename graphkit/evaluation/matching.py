"""When two names, two speakers or two pieces of evidence count as the same.

Gold and graphkit may write them differently ("the U.S.", "US"); here both are brought to one form.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from graphkit.records import AUTHOR

UNKNOWN = "?"
"""Stands before the name of an actor that gold does not know; no gold id begins with it."""

MIN_SHARED_SPEAKER_WORDS = 1 / 3
"""Of the words of both names, how many two unresolved speakers must share (Jaccard)."""

MIN_SHARED_EVIDENCE = 0.6
"""Of the words of the shorter evidence, how many must stand in the longer."""

MAX_EVIDENCE_RATIO = 5
"""How many times the words of the other a piece of evidence may have: a paragraph is not a sentence."""

_TITLE = re.compile(r"^(the|a|an|mr|mrs|ms|dr|president|general|gen|mullah|mawlawi|former|then|late)\.?\s+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"'s\b|s'(?=\s|$)")


@lru_cache(maxsize=65536)
def normalize_name(text: str) -> str:
    """`text` without case, accents, punctuation, possessive, leading articles and titles.

    >>> normalize_name("The U.S. President’s")
    'us president'
    >>> normalize_name("the late Gen. Åsa_Berg")
    'asa berg'
    """
    text = unicodedata.normalize("NFKD", text).casefold().replace("’", "'")
    text = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text)
    text = "".join(character for character in text if not unicodedata.combining(character))
    text = _POSSESSIVE.sub("", text)
    text = re.sub(r"[\W_]+", " ", text).strip()
    while (shorter := _TITLE.sub("", text)) != text:
        text = shorter
    return text


class ActorNames:
    """The names that one gold document's actors go by; finds the gold id of a prediction's."""

    def __init__(self, actors: Iterable[Mapping[str, Any]]) -> None:
        """`actors` are rows of actors.jsonl; a name that two of them bear belongs to the first."""
        self._ids: dict[str, str] = {}
        for actor in actors:
            for name in (actor["name"], *actor.get("aliases", ()), actor["id"]):
                self._ids.setdefault(normalize_name(name), actor["id"])

    def actor(self, end: Mapping[str, Any] | str) -> str:
        """The gold id of a claim's end, found by its name, its id or an alias; else "?" and its name."""
        if isinstance(end, str):
            end = {"name": end}
        name, slug = end.get("name"), end.get("id") or ""
        for known_as in (name, slug.replace("_", " "), *(end.get("aliases") or ())):
            if known_as and (found := self._ids.get(normalize_name(known_as))):
                return found
        return UNKNOWN + normalize_name(name or slug)

    def speaker(self, speakers: Sequence[Mapping[str, Any] | str] | None) -> str:
        """The gold id of the innermost speaker, else the speaker's normalised words; nobody is the author."""
        name = normalize_name(innermost(speakers))
        return self._ids.get(name, name)


def innermost(speakers: Sequence[Mapping[str, Any] | str] | None) -> str:
    """The one who says it, in words: an id's underscores are blanks."""
    last = (speakers or [AUTHOR])[-1]
    name = last if isinstance(last, str) else str(last.get("name", ""))
    return name.replace("_", " ")


def same_speaker(one: str, other: str) -> bool:
    """Whether two results of `ActorNames.speaker` mean the same: equal, or a third of their words shared.

    >>> same_speaker("defence ministry", "ministry")
    True
    >>> same_speaker("author", "author of the report")
    False
    """
    if one == other:
        return True
    if AUTHOR in (one, other):
        return False
    words, others = set(one.replace("_", " ").split()), set(other.replace("_", " ").split())
    return bool(words and others) and len(words & others) / len(words | others) >= MIN_SHARED_SPEAKER_WORDS


def evidence_overlaps(one: str, other: str) -> bool:
    """Whether two pieces of evidence stand for the same sentence, by the words that they share."""
    words, others = _words(one), _words(other)
    shared, (shorter, longer) = (words & others).total(), sorted((words.total(), others.total()))
    return shared > 0 and shared / shorter >= MIN_SHARED_EVIDENCE and longer <= MAX_EVIDENCE_RATIO * shorter


@lru_cache(maxsize=16384)
def _words(text: str) -> Counter[str]:
    return Counter(re.sub(r"\W+", " ", text.casefold()).split())
