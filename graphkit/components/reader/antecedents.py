"""What the network takes an anaphor to stand for."""

from collections.abc import Iterator, Sequence

import numpy as np

from graphkit.components.anaphora import Anaphor
from graphkit.components.reader.queries import Named
from graphkit.components.reader.windows import Window, place
from graphkit.components.text_encoder import Reading, Tagged

SURE_ENOUGH = 0.35
"""Share of all candidates that the best actor must have; below, nobody knows whom the anaphor stands for."""


def resolved(reading: Reading, names: Sequence[Named], types: dict[str, str]) -> Iterator[Anaphor]:
    """The anaphors of a document with the actor that they stand for, in text order; unsure ones are left out.

    Each may lean on those before it. `types` are those of the actors.
    """
    known = sorted(names)
    taken = {token for item in known for token in range(item.start, item.end)}
    for item in reading.windows:
        scores = item.arrays["antecedents"][0]
        for tag in reading.tagged:
            here = item.window.target <= tag.start < item.window.end
            if not here or tag.kind != "anaphor" or not taken.isdisjoint(range(tag.start, tag.end)):
                continue
            found = best_actor(tag, item.window, scores, known, reading)
            if found:
                yield Anaphor(tag.start, tag.end, found.actor, types[found.actor], (found.start, found.end))
                known = sorted([*known, Named(tag.start, tag.end, found.actor)])


def best_actor(
    tag: Tagged,
    window: Window,
    scores: "np.ndarray[tuple[int, int], np.dtype[np.float32]]",
    known: Sequence[Named],
    reading: Reading,
) -> Named | None:
    """The last mention of the actor with the largest share of what the window mentions before the anaphor."""
    before = [item for item in known if window.start <= item.start and item.end <= tag.start]
    if not before:
        return None
    row = place(tag.end - 1, window, reading.pieces)
    places = [place(item.end - 1, window, reading.pieces) for item in before]
    raw = scores[row, places]
    shares = np.exp(raw - raw.max())
    shares /= shares.sum()
    by_actor: dict[str, float] = {}
    for item, share in zip(before, shares.tolist(), strict=True):
        by_actor[item.actor] = by_actor.get(item.actor, 0) + share
    best = max(sorted(by_actor), key=lambda actor: by_actor[actor])
    if by_actor[best] < SURE_ENOUGH:
        return None
    return next(item for item in reversed(before) if item.actor == best)
