"""Who says a claim: the network points at the speaker, the rules know the chain around."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import numpy as np
from spacy.tokens import Doc

from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.places import name_head
from graphkit.components.reader.labels import POLARITIES
from graphkit.components.reader.pieces import Pieces
from graphkit.components.reader.questions import Answer
from graphkit.components.reader.windows import Window
from graphkit.components.references import Reference, References
from graphkit.components.speaker_chains import without_repeats
from graphkit.components.speakers import described
from graphkit.records import ActorType, Polarity

PARALLEL = 0.3
"""Share from which a second speaker says the same."""
DOUBT = 0.25
"""Share from which a speaker that the rules see too is believed before the author."""
INSIDE_NOUN = frozenset(
    ("compound", "amod", "det", "poss", "nummod", "nmod", "punct", "case", "quantmod", "advmod")
)
"""How a word hangs on the noun whose phrase it is part of."""
BEHIND_NOUN = frozenset(("for", "of", "at", "to", "from", "in"))
"""Between "spokesman" and the body that he speaks for."""

Speaker = tuple[str | None, str]
"""Actor id, or None and the words of the text; (None, "") is the author."""
AUTHOR_ITSELF: Speaker = (None, "")
Shares = np.ndarray[Any, np.dtype[np.float32]]


class Citations:
    """Turns shares of piece places into speakers."""

    def __init__(self, doc: Doc, tree: DependencyTree, references: References, pieces: Pieces) -> None:
        self.doc, self.tree, self.references, self.pieces = doc, tree, references, pieces

    def of(self, answer: Answer, polarity: Polarity) -> list[list[dict[str, Any]]]:
        """One chain of speakers for each who says so, outermost first; [] is the author."""
        shares = self.shares(answer.speaker[POLARITIES.index(polarity)], answer.window)
        ranked = sorted(shares, key=lambda speaker: (-shares[speaker], str(speaker)))
        if ranked[0] == AUTHOR_ITSELF:
            doubted = [who for who in ranked[1:2] if shares[who] >= DOUBT and self.is_cited(who, answer)]
            return [self.chain(who, answer) for who in doubted] or [[]]
        parallel = [who for who in ranked[1:2] if who[0] and shares[who] >= PARALLEL]
        return [self.chain(who, answer) for who in (ranked[0], *parallel)]

    def is_cited(self, who: Speaker, answer: Answer) -> bool:
        """Whether the rules read that they say what is said of both actors."""
        return any(
            speaker_of(row) == who and all(row["start"] <= end.start < row["end"] for end in answer.query[:2])
            for row in self.doc._.attributions
        )

    def shares(self, choices: Shares, window: Window) -> dict[Speaker, float]:
        """How likely each speaker is: the places of its words together."""
        found: dict[Speaker, float] = {AUTHOR_ITSELF: float(choices[0])}
        offset = self.pieces.starts[window.start] - 1
        tokens: dict[int, float] = {}
        for place, share in enumerate(choices[1:].tolist()):
            if share >= 0.02 and 0 < place < len(choices) - 2:
                token = bisect_right(self.pieces.starts, place + offset) - 1
                tokens[token] = tokens.get(token, 0) + share
        for token, share in tokens.items():
            for who in self.speakers_at(self.whole_of(token, tokens)):
                found[who] = found.get(who, 0) + share
        return found

    def whole_of(self, token: int, tokens: Mapping[int, float]) -> int:
        """The "judges" of "judges in town" for its last word, where the network points at both; the
        "spokesman" of "a spokesman for the ministry" always.
        """
        noun = token
        while self.tree.deps[noun] in INSIDE_NOUN and self.tree.heads[noun] != noun:
            noun = self.tree.heads[noun]
        above = self.tree.heads[self.tree.heads[noun]]
        inside = self.tree.deps[noun] == "pobj" and self.tree.pos[above] == "NOUN"
        is_one = above in tokens or self.tree.lemmas[above] in load_cues("nominals")["representatives"]
        if inside and is_one and not self.references.covering.keys() & {noun, above}:
            return self.whole_of(above, tokens)
        return token

    def speakers_at(self, token: int) -> list[Speaker]:
        """The actors whose mention the token is part of, else the words of its noun phrase."""
        if items := self.references.covering.get(token):
            attendant = self.attendant_of(items[0])
            if attendant is not None:
                return [(None, described(self.few_of(attendant), self.tree).words)]
            return [(item.actor, "") for item in items]
        while self.tree.deps[token] in INSIDE_NOUN and self.tree.pos[self.tree.heads[token]] in (
            "NOUN",
            "PROPN",
        ):
            token = self.tree.heads[token]
            if items := self.references.covering.get(token):
                return [(item.actor, "") for item in items]
        token = self.few_of(token)
        if self.tree.pos[token] not in ("NOUN", "PROPN") and not self.references.is_quantity(token):
            return []
        words = described(token, self.tree).words
        return [(None, words)] if words else []

    def few_of(self, noun: int) -> int:
        """The "one" of "one of the officials", for its last word; another noun is its own."""
        preposition = self.tree.heads[noun]
        few = self.tree.heads[preposition]
        if self.tree.deps[noun] != "pobj" or self.tree.lemmas[preposition] != "of":
            return noun
        return few if self.references.is_quantity(few) and few not in self.references.covering else noun

    def attendant_of(self, item: Reference) -> int | None:
        """The "lawyer" of "Holt's lawyer", "spokesman" of "a spokesman for Orvex": neither is Holt or Orvex.

        Other nouns of a body speak for it: "Orvex's statement", "Orvex's chairman".
        """
        tree = self.tree
        last = name_head(item, tree)
        somebody = load_cues("nominals")["attendants" if item.type == ActorType.PERSON else "representatives"]
        if last == item.end - 1 > item.start and tree.pos[last] == "NOUN" and tree.lemmas[last] in somebody:
            return last  # "Norwegian officials" is one mention
        head = tree.heads[last]
        if tree.deps[last] == "pobj" and tree.lemmas[head] in BEHIND_NOUN:
            head = tree.heads[head]
        elif tree.deps[last] not in INSIDE_NOUN:
            return None
        return head if tree.lemmas[head] in somebody and head not in self.references.covering else None

    def chain(self, who: Speaker, answer: Answer) -> list[dict[str, Any]]:
        """The speaker, behind those who cite them."""
        around = [
            row
            for row in self.doc._.attributions
            if any(row["start"] <= end.start < row["end"] for end in answer.query[:2])
        ]
        inner = next((row for row in around if speaker_of(row) == who), None)
        outer = [
            row
            for row in around
            if inner
            and row is not inner
            and row["start"] <= inner["cue"] < row["end"]
            and speaker_of(row) != who
        ]
        chain = without_repeats([{"speaker": row["speaker"]} for row in outer])
        return [
            *({"actor": row["speaker"]["actor"], "words": row["speaker"]["words"]} for row in chain),
            {"actor": who[0], "words": who[1]},
        ]


def speaker_of(row: dict[str, Any]) -> Speaker:
    """The speaker of an attribution."""
    return (row["speaker"]["actor"], "" if row["speaker"]["actor"] else row["speaker"]["words"])
