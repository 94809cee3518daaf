"""Read a document with the trained network: which tokens name actors or refer back, and to what.

The first of the components of the learned reader; what it finds is used by those behind it and thrown away by
the last, since arrays do not belong into a Doc that travels between processes.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components.reader.labels import TYPES
from graphkit.components.reader.model_files import Arrays, ReaderModel
from graphkit.components.reader.pieces import Pieces
from graphkit.components.reader.signs import SignWeights
from graphkit.components.reader.windows import Window, inputs, place, windows
from graphkit.lexicon import data_path
from graphkit.records import ActorType

KEY = "graphkit.encoded"
"""Where the reading is kept in ``doc.user_data``."""


Shares = np.ndarray[tuple[int, int], np.dtype[np.float32]]
KINDS = ("", "name", "anaphor")
KEPT_WHOLE = 28
"""Windows of a document whose encoding is kept, about 200 MB; an article of 5,000 words has so many."""
AFRESH = 4
"""How many times likelier a name must be to begin than to go on for two names to stand side by side."""


class Tagged(NamedTuple):
    """A span that the network takes for a mention: half-open token range, name or anaphor, type."""

    start: int
    end: int
    kind: str
    type: str


class EncodedWindow(NamedTuple):
    """A window, what the network's text half gave for it, and the mentions that it found there."""

    window: Window
    arrays: Arrays
    tagged: list[Tagged]


class Reading:
    """What the network's text half found in a document.

    `names`: each token's share of being in a name; `shares`: by first token of an anaphor, how sure its actor
    is.
    """

    def __init__(
        self,
        words: Sequence[str],
        pieces: Pieces,
        encoded: Iterable[tuple[Window, Arrays]],
        signs: SignWeights,
    ) -> None:
        self.words, self.pieces, self.signs = words, pieces, signs
        self.names = np.zeros(len(words))
        self.shares: dict[int, float] = {}
        self.windows = [
            EncodedWindow(window, arrays if number < KEPT_WHOLE else light(arrays), tagged)
            for number, (window, arrays) in enumerate(encoded)
            for tagged in [list(whole_names(self._tagged(window, arrays)))]
        ]

    @property
    def tagged(self) -> list[Tagged]:
        """The mentions of all windows, in text order."""
        return [tag for item in self.windows for tag in item.tagged]

    def _tagged(self, window: Window, arrays: Arrays) -> Iterator[Tagged]:
        tokens = range(window.target, window.end)
        places = [place(token, window, self.pieces) for token in tokens]
        shares = arrays["tags"][0][places]
        kinds = arrays["types"][0][places]
        self.names[window.target : window.end] = shares[:, 1] + shares[:, 2]
        for start, end, kind in spans(shares):
            # a blank has no pieces: it has the tags of the word before it
            solid = [token for token in tokens[start:end] if not self.words[token].isspace()]
            if not solid:
                continue
            first, last = solid[0], solid[-1] + 1
            written_small = "".join(self.words[first:last]).islower()
            named = TYPES[int(kinds[start].argmax())]
            yield Tagged(first, last, "anaphor" if written_small else kind, named)


def whole_names(tagged: Iterable[Tagged]) -> Iterator[Tagged]:
    """The mentions; two persons with nothing between are one: "Dagobert" and "Unsel" are Dagobert Unsel."""
    last: Tagged | None = None
    for tag in tagged:
        if last and last.end == tag.start and last[2:] == tag[2:] == ("name", ActorType.PERSON):
            tag = tag._replace(start=last.start)
        elif last:
            yield last
        last = tag
    if last:
        yield last


def light(arrays: Arrays) -> Arrays:
    """What the antecedents need; the rest, 20 KB a piece, is worked out again where it is asked for."""
    return {"antecedents": arrays["antecedents"]}


def spans(shares: Shares) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of each mention, from shares of MENTION_TAGS by token.

    Whether a token is in a mention is asked first, and only then whether it begins one: a B that is a little
    weaker than an I must not cost the mention.
    """
    inside = np.stack([shares[:, 0], shares[:, 1:3].sum(-1), shares[:, 3:5].sum(-1)], axis=1)
    start, before = 0, 0
    for index, kind in enumerate(inside.argmax(-1).tolist()):
        if before and (kind != before or begins(kind, shares[index])):
            yield start, index, KINDS[before]
            before = 0
        if kind and not before:
            start, before = index, kind
    if before:
        yield start, len(shares), KINDS[before]


def begins(kind: int, shares: "np.ndarray[tuple[int], np.dtype[np.float32]]") -> bool:
    """Whether a token of the kind begins a mention behind another of the same kind."""
    return bool(shares[2 * kind - 1] > (AFRESH if KINDS[kind] == "name" else 1) * shares[2 * kind])


@Language.factory("text_encoder", requires=["doc.sents"], default_config={"model_folder": None})
def make_text_encoder(nlp: Language, name: str, model_folder: str | None) -> "TextEncoder":
    """The factory: `model_folder` holds the trained network, graphkit's own if None."""
    return TextEncoder(Path(model_folder) if model_folder else data_path("model"))


class TextEncoder:
    """Keep a `Reading` of each document for the components behind this one."""

    def __init__(self, folder: Path) -> None:
        self.model = ReaderModel(folder)

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        words = [token.text for token in doc]
        pieces = self.model.pieces(words)
        sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
        found = (
            (window, self.model.encode(*inputs(window, pieces))) for window in windows(sentences, pieces)
        )
        doc.user_data[KEY] = Reading(words, pieces, found, self.model.signs)
        return doc


def reading_of(doc: Doc) -> Reading | None:
    """What the network found in the document; None where it was not asked."""
    return cast("Reading | None", doc.user_data.get(KEY))
