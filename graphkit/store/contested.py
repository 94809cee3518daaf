"""Which pairs of actors are contested.

A pair is contested when one relation (in the same direction, unless symmetric) is both affirmed and denied,
or when two opposing relations are both affirmed (in whichever direction), by at least two distinct voices. A
voice is (source, innermost speaker): one speaker who contradicts himself in one paper makes no contest.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from graphkit.lexicon import Relation
from graphkit.records import Polarity, Source

Pair = tuple[str, str]
"""Two actor ids, the smaller first."""

Voice = tuple[str, str]
"""Label of the source, innermost speaker."""


class Assertion(NamedTuple):
    """What one claim says, as far as it matters for contests."""

    subject: str
    relation: str
    object: str
    polarity: str
    voice: Voice

    @property
    def pair(self) -> Pair:
        """Its two actors, the smaller id first."""
        return min(self.subject, self.object), max(self.subject, self.object)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a dispute: who affirms, or denies, one relation in one direction."""

    subject: str
    relation: str
    object: str
    polarity: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two sides that cannot both be right."""

    first: Side
    second: Side

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All who take part, on either side."""
        return tuple(sorted({*self.first.voices, *self.second.voices}))

    @property
    def strength(self) -> tuple[int, int]:
        """Voices on the weaker side, then voices altogether: a contest of many against many counts most."""
        return min(len(self.first.voices), len(self.second.voices)), len(self.voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestedPair:
    """Two actors whose link is disputed; `disputes` has the strongest first."""

    pair: Pair
    disputes: tuple[Dispute, ...]


def assertion_of(row: Mapping[str, Any]) -> Assertion:
    """What a row of claims.jsonl says."""
    label = row_label(row)
    return Assertion(
        row["subject"]["id"],
        row["relation"],
        row["object"]["id"],
        row["polarity"],
        (label, row["speakers"][-1]),
    )


def row_label(row: Mapping[str, Any]) -> str:
    """The key and label of the source of a row of claims.jsonl."""
    document = row["document"]
    return source_label(document["publisher"], document["url"], document["path"])


@lru_cache(maxsize=1024)
def source_label(publisher: str | None, url: str | None, path: str) -> str:
    """The label of a document's source; remembered, since a document's claims come one after the other."""
    return Source(publisher=publisher, url=url).label(path)


def row_labels(row: Mapping[str, Any]) -> set[str]:
    """The labels of all sources that a row's text stands in: `row_label`, and those of the copies."""
    copies = row["document"]["also"]
    labels = {source_label(copy["publisher"], copy["url"], copy["path"]) for copy in copies}
    return {row_label(row), *labels}


def contested_pairs(
    assertions: Iterable[Assertion], relations: Mapping[str, Relation]
) -> list[ContestedPair]:
    """The contested pairs among the assertions, strongest dispute first, then by ids.

    Fixed memory per pair, relation and voice, not per claim. A relation that `relations` does not know is
    taken as directed and without opposite.
    """
    voices: dict[Pair, dict[tuple[str, str, str, str], set[Voice]]] = defaultdict(lambda: defaultdict(set))
    for said in assertions:
        subject, object_ = direction_of(said, relations)
        voices[said.pair][subject, said.relation, object_, said.polarity].add(said.voice)
    found = [
        ContestedPair(pair=pair, disputes=disputes)
        for pair in voices
        if (disputes := _disputes(voices[pair], relations))
    ]
    return sorted(found, key=lambda contested: (_strongest_first(contested.disputes[0]), contested.pair))


def direction_of(said: Assertion, relations: Mapping[str, Relation]) -> tuple[str, str]:
    """Subject and object; of a symmetric relation the smaller id first, as its direction says nothing."""
    relation = relations.get(said.relation)
    return said.pair if relation is not None and relation.symmetric else (said.subject, said.object)


def is_on(said: Assertion, side: Side, relations: Mapping[str, Relation]) -> bool:
    """Whether the assertion is one of those that make up the side of a dispute."""
    ends = direction_of(said, relations)
    return (*ends, said.relation, said.polarity) == (side.subject, side.object, side.relation, side.polarity)


def _disputes(
    voices: Mapping[tuple[str, str, str, str], set[Voice]], relations: Mapping[str, Relation]
) -> tuple[Dispute, ...]:
    sides = [
        Side(
            subject=key[0], relation=key[1], object=key[2], polarity=key[3], voices=tuple(sorted(voices[key]))
        )
        for key in sorted(voices)
    ]
    disputes = [
        Dispute(first=first, second=second)
        for number, first in enumerate(sides)
        for second in sides[number + 1 :]
        if _contradict(first, second, relations)
    ]
    contested = [dispute for dispute in disputes if len(dispute.voices) > 1]
    return tuple(sorted(contested, key=_strongest_first))


def _contradict(first: Side, second: Side, relations: Mapping[str, Relation]) -> bool:
    if first.polarity != second.polarity:
        return (first.subject, first.relation, first.object) == (
            second.subject,
            second.relation,
            second.object,
        )
    relation = relations.get(first.relation)
    return (
        first.polarity == Polarity.AFFIRMED and relation is not None and second.relation in relation.opposes
    )


def _strongest_first(dispute: Dispute) -> tuple[Any, ...]:
    weaker, all_voices = dispute.strength
    first, second = dispute.first, dispute.second
    return (
        -weaker,
        -all_voices,
        first.relation,
        second.relation,
        first.subject,
        second.subject,
        second.polarity,
    )
