"""What the network takes an anaphor to stand for."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from operator import attrgetter

import numpy as np

from graphkit.components.anaphora import Anaphor
from graphkit.components.cast import Named
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.signs import Scene, Sighting, form
from graphkit.components.reader.windows import place
from graphkit.components.text_encoder import EncodedWindow, Reading, Tagged

SIGNS_WEIGHT = 1.5
"""What the signs' opinion counts beside the network's; measured on folders that neither had seen."""
SECOND_OF_TWO = 0.15
SURE_ENOUGH = 0.35
"""Share of all candidates that the best actor must have; below, nobody knows whom the anaphor stands for."""


class Antecedents:
    """The mentions of a document in text order, and what the network says of whom anaphors stand for."""

    def __init__(self, reading: Reading, names: Iterable[Named], tree: DependencyTree) -> None:
        self.reading, self.tree = reading, tree
        named = sorted(names)
        self.scene = Scene(tree, named)
        self.known = [self.scene.sighting(item, is_name=True) for item in named]
        self.taken = {token for item in named for token in range(item.start, item.end)}

    def resolved(self) -> Iterator[Anaphor]:
        """The anaphors with the actor that they stand for, in text order; unsure ones are left out.

        Each may lean on those before it; the reading keeps how sure each is.
        """
        for item in self.reading.windows:
            for tag in item.tagged:
                if self.is_anaphor(tag):
                    for found in self.actors_of(tag, item):
                        yield Anaphor(tag.start, tag.end, found.actor, found.type, (found.start, found.end))
                        here = Named(tag.start, tag.end, found.actor, found.type)
                        insort(self.known, self.scene.sighting(here, is_name=False))

    def is_anaphor(self, tag: Tagged) -> bool:
        """Whether the network takes it for one, nothing else does, and it is more than an article."""
        tokens = range(tag.start, tag.end)
        bare = all(self.tree.pos[token] == "DET" for token in tokens) and not is_two(tag, self.tree)
        return tag.kind == "anaphor" and not bare and self.taken.isdisjoint(tokens)

    def actors_of(self, tag: Tagged, item: EncodedWindow) -> list[Sighting]:
        """The last mention of the actor with the largest share of all that the window mentions before it.

        Of two actors for "both" and "the two groups"; none where no share is large enough.
        """
        first = bisect_left(self.known, item.window.start, key=start_of)
        last = bisect_left(self.known, tag.start, key=start_of)
        before = [mention for mention in self.known[first:last] if mention.end <= tag.start]
        if not before:
            return []
        scores = self.scores(tag, before, item)
        weights = np.exp(scores - scores.max())
        by_actor: dict[str, float] = {}
        for known, weight in zip(before, (weights / weights.sum()).tolist(), strict=True):
            by_actor[known.actor] = by_actor.get(known.actor, 0) + weight
        ranked = sorted(by_actor, key=lambda actor: (-by_actor[actor], actor))
        wanted, least = (2, SECOND_OF_TWO) if is_two(tag, self.tree) else (1, SURE_ENOUGH)
        best = [actor for actor in ranked[:wanted] if by_actor[actor] >= least]
        self.reading.shares[tag.start] = sum(by_actor[actor] for actor in best)
        return [next(known for known in reversed(before) if known.actor == actor) for actor in best]

    def scores(
        self, tag: Tagged, before: list[Sighting], item: EncodedWindow
    ) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
        """How well each mention before it suits the anaphor: by the network, and by the signs."""
        window, pieces = item.window, self.reading.pieces
        row = place(tag.end - 1, window, pieces)
        read = item.arrays["antecedents"][0][row, [place(known.end - 1, window, pieces) for known in before]]
        anaphor = self.scene.sighting(Named(tag.start, tag.end, "", tag.type), is_name=False)
        signs = self.reading.signs.weighed(self.scene.signs(anaphor, before))
        return np.asarray(read + SIGNS_WEIGHT * signs, dtype=np.float32)


start_of = attrgetter("start")


def is_two(tag: Tagged, tree: DependencyTree) -> bool:
    """ "both", "the two companies", "neither group"."""
    return form(tree.words[tag.start : tag.end]) == "two"
