"""What the network takes an anaphor to stand for."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from operator import attrgetter

import numpy as np

from graphkit.components.anaphora import BODIES, PERSONS, SINGULAR_PERSON, THING, Anaphor
from graphkit.components.cast import Named as Typed
from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.windows import place
from graphkit.components.text_encoder import EncodedWindow, Reading, Tagged

TWO = frozenset(("both", "two", "neither", "either"))
MISFIT = 0.1
"""What a mention of another type than the anaphor wants is worth; not nothing, since types may be wrong."""
SECOND_OF_TWO = 0.15
SURE_ENOUGH = 0.35
"""Share of all candidates that the best actor must have; below, nobody knows whom the anaphor stands for."""


class Antecedents:
    """The mentions of a document in text order, and what the network says of whom anaphors stand for."""

    def __init__(self, reading: Reading, names: Iterable[Typed], tree: DependencyTree) -> None:
        self.reading, self.tree = reading, tree
        self.known = sorted(names)
        self.taken = {token for item in self.known for token in range(item.start, item.end)}

    def resolved(self) -> Iterator[Anaphor]:
        """The anaphors with the actor that they stand for, in text order; unsure ones are left out.

        Each may lean on those before it.
        """
        for item in self.reading.windows:
            for tag in item.tagged:
                if self.is_anaphor(tag):
                    for found in self.actors_of(tag, item):
                        yield Anaphor(tag.start, tag.end, found.actor, found.type, (found.start, found.end))
                        insort(self.known, found._replace(start=tag.start, end=tag.end))

    def is_anaphor(self, tag: Tagged) -> bool:
        """Whether the network takes it for one, nothing else does, and it is more than an article."""
        tokens = range(tag.start, tag.end)
        bare = all(self.tree.pos[token] == "DET" for token in tokens) and not is_two(tag, self.tree)
        return tag.kind == "anaphor" and not bare and self.taken.isdisjoint(tokens)

    def actors_of(self, tag: Tagged, item: EncodedWindow) -> list[Typed]:
        """The last mention of the actor with the largest share of all that the window mentions before it.

        Of two actors for "both" and "the two groups"; none where no share is large enough.
        """
        window, pieces = item.window, self.reading.pieces
        first, last = (bisect_left(self.known, place, key=start_of) for place in (window.start, tag.start))
        before = [mention for mention in self.known[first:last] if mention.end <= tag.start]
        if not before:
            return []
        row = place(tag.end - 1, window, pieces)
        raw = item.arrays["antecedents"][0][row, [place(known.end - 1, window, pieces) for known in before]]
        fitting = types_for(tag, self.tree)
        weights = np.exp(raw - raw.max()) * [1 if known.type in fitting else MISFIT for known in before]
        by_actor: dict[str, float] = {}
        for known, weight in zip(before, (weights / weights.sum()).tolist(), strict=True):
            by_actor[known.actor] = by_actor.get(known.actor, 0) + weight
        ranked = sorted(by_actor, key=lambda actor: (-by_actor[actor], actor))
        wanted, least = (2, SECOND_OF_TWO) if is_two(tag, self.tree) else (1, SURE_ENOUGH)
        best = [actor for actor in ranked[:wanted] if by_actor[actor] >= least]
        return [next(known for known in reversed(before) if known.actor == actor) for actor in best]


start_of = attrgetter("start")


def is_two(tag: Tagged, tree: DependencyTree) -> bool:
    """ "both", "the two companies", "neither group"."""
    return any(tree.words[token].lower() in TWO for token in range(tag.start, tag.end))


def types_for(tag: Tagged, tree: DependencyTree) -> frozenset[str]:
    """The types of actors that go with "she", "it", "the ministry"; all where the words do not tell."""
    word, noun = tree.words[tag.end - 1].lower(), tree.lemmas[tag.end - 1]
    if word in SINGULAR_PERSON:
        return PERSONS
    if word in THING:
        return BODIES
    nouns = load_cues("nominals")["anaphors"]
    return frozenset(kind for kind, words in nouns.items() if noun in words) or PERSONS | BODIES
