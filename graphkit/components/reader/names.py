"""Names of actors as the network and the lexicon see them together."""

from collections.abc import Iterable, Iterator

from graphkit.components.candidates import Candidate, trimmed
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.places import as_actor
from graphkit.components.text_encoder import Reading
from graphkit.records import ActorType

PLACE_NAMES = ("capital", "adjective", "demonym")
"""Kinds of lexicon names that mostly do not stand for an actor; the network says when they do."""
LIKELY = 0.2
"""Share of being in a name that a token needs for a state to be taken for an actor there."""


def names(reading: Reading, known: Iterable[Candidate], tree: DependencyTree) -> Iterator[Candidate]:
    """The network's names, with the lexicon's ids, and the lexicon's other names that can be actors.

    May overlap; the caller keeps the longest.
    """
    matches = list(known)
    tagged = [item for item in reading.tagged if item.kind == "name"]
    exact = {(item.start, item.end): item for item in matches}
    for item in tagged:
        start, end = trimmed(item.start, item.end, tree)
        if start < end:
            found = exact.get((start, end))
            yield found or Candidate(start, end, "", item.type, "tagged")
    covered = {token for item in tagged for token in range(item.start, item.end)}
    for match in matches:
        if covered.isdisjoint(range(match.start, match.end)) and is_likely(match, reading, tree):
            yield match


def is_likely(match: Candidate, reading: Reading, tree: DependencyTree) -> bool:
    """Whether a lexicon name that the network left out stands for an actor all the same."""
    share = float(reading.names[match.start : match.end].mean())
    if match.kind in PLACE_NAMES or match.type == ActorType.GOVERNMENT:
        return share > LIKELY and as_actor(match, tree) is not None
    return True
