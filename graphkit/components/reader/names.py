"""Names of actors as the network and the lexicon see them together."""

from collections.abc import Iterable, Iterator

from graphkit.components.candidates import Candidate, trimmed
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.places import as_actor, is_of_nation, is_place
from graphkit.components.text_encoder import Reading
from graphkit.records import ActorType

PLACE_NAMES = ("capital", "adjective", "demonym")
"""Kinds of lexicon names that mostly do not stand for an actor; the network says when they do."""
LIKELY, SURE = 0.2, 0.8
"""Shares of being in a name that a state needs to be an actor: where it may be one, and where hardly."""


def names(reading: Reading, known: Iterable[Candidate], tree: DependencyTree) -> Iterator[Candidate]:
    """The network's names, with the lexicon's ids, and the lexicon's other names that can be actors.

    May overlap; the caller keeps the longest.
    """
    matches = list(known)
    tagged = [item for item in reading.tagged if item.kind == "name"]
    adjectives = {item.start: item.end for item in matches if item.kind == "adjective"}
    exact = {(item.start, item.end): item for item in matches}
    for item in tagged:
        start, end = trimmed(item.start, item.end, tree)
        behind = adjectives.get(start, end)
        if item.type == ActorType.PERSON and behind < end:
            start, end = trimmed(behind, end, tree)  # "the Norwegian Dana Holt"
        if start < end:
            found = exact.get((start, end)) or beginning(start, end, matches, tree)
            name = found or Candidate(start, end, "", item.type, "tagged")
            if is_actor(name, reading, tree):
                yield name
    for match in matches:
        over = [item for item in tagged if item.start < match.end and match.start < item.end]
        if over:
            # "Islamic State Khorasan" where the network has "Islamic State"
            inside = all(match.start <= item.start and item.end <= match.end for item in over)
            if inside and is_actor(match, reading, tree):
                yield match
        elif is_actor(match, reading, tree) and as_actor(match, tree):
            yield match


def beginning(start: int, end: int, matches: Iterable[Candidate], tree: DependencyTree) -> Candidate | None:
    """The lexicon's name before words that are no part of it: "ISIS-K affiliate", "al Qaeda in Tarva"."""
    found = [item for item in matches if item.start == start and item.end < end]
    best = max(found, key=lambda item: item.end, default=None)
    return best if best and tree.words[best.end].islower() else None


def is_actor(item: Candidate, reading: Reading, tree: DependencyTree) -> bool:
    """Whether the name stands for an actor here: a state, a capital or a town may be a mere place.

    Where grammar says that it is one ("in Norway"), the network must be sure that it is an actor all the
    same; a capital is none there ("in Oslo", "the Oslo airport"), however sure.
    """
    if item.kind not in PLACE_NAMES and item.type != ActorType.GOVERNMENT:
        return True
    share = float(reading.names[item.start : item.end].mean())
    if item.kind in ("adjective", "demonym"):
        return share > (SURE if is_of_nation(item, tree) else LIKELY)
    if is_place(item._replace(kind="GPE"), tree):
        return share > SURE and item.kind != "capital"
    return share > LIKELY
