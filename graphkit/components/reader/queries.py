"""Which pairs of actors the network is asked about: those that one sentence mentions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

MOST_PAIRS = 60
"""Pairs of one sentence that are asked about, the nearest ones: a list of thirty names is no claim."""
REACH = 2
"""How many sentences back a link may stand that a sentence answers: nine of ten on the training gold."""


class Named(NamedTuple):
    """A mention of an actor: half-open token range and actor id."""

    start: int
    end: int
    actor: str


class Query(NamedTuple):
    """Two mentions in text order, and the sentence in which a link between them may be asserted."""

    first: Named
    second: Named
    sentence: tuple[int, int]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The token ranges of the three markers."""
        return (self.first[:2], self.second[:2], self.sentence)


def queries(sentence: tuple[int, int], mentions: Iterable[Named]) -> Iterator[Query]:
    """One query for each two actors of the sentence, about the two mentions that stand nearest."""
    by_actor: dict[str, list[Named]] = {}
    for item in sorted(mentions):
        by_actor.setdefault(item.actor, []).append(item)
    found = [nearest(by_actor[one], by_actor[other]) for one, other in combinations(by_actor, 2)]
    kept = sorted(found, key=lambda pair: (distance(*pair), pair))[:MOST_PAIRS]
    for pair in sorted(kept):
        yield Query(*pair, sentence)


def answering(
    sentence: tuple[int, int],
    pairs: Iterable[tuple[str, str]],
    mentions: Sequence[Named],
    asked: Iterable[Query],
) -> Iterator[Query]:
    """Queries about links of earlier sentences that this one may deny or confirm without naming both ends.

    `pairs` are the actors of those links, `mentions` all up to the end of the sentence.
    """
    done = {frozenset((query.first.actor, query.second.actor)) for query in asked}
    for pair in pairs:
        if frozenset(pair) in done:
            continue
        done.add(frozenset(pair))
        last = [max((item for item in mentions if item.actor == actor), default=None) for actor in pair]
        if last[0] and last[1]:
            first, second = sorted((last[0], last[1]))
            yield Query(first, second, sentence)


def earlier(number: int, linked: Mapping[int, Mapping[tuple[str, str], str]]) -> dict[tuple[str, str], str]:
    """The links of the sentences shortly before: (subject, object) -> relation; the nearest stays."""
    return {
        pair: relation
        for back in range(max(0, number - REACH), number)
        for pair, relation in linked.get(back, {}).items()
    }


def nearest(some: Sequence[Named], others: Sequence[Named]) -> tuple[Named, Named]:
    """The two mentions that stand nearest, in text order."""
    pairs = (tuple(sorted((one, other))) for one in some for other in others)
    first, second = min(pairs, key=lambda pair: (distance(*pair), pair))
    return first, second


def distance(first: Named, second: Named) -> int:
    """Tokens between the two."""
    return max(0, second.start - first.end)
