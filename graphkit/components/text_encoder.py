"""Read a document with the trained network: which tokens name actors or refer back, and to what.

The first of the components of the learned reader; what it finds is used by those behind it and thrown away by
the last, since arrays do not belong into a Doc that travels between processes.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components.reader.labels import MENTION_TAGS, TYPES
from graphkit.components.reader.model_files import Arrays, ReaderModel
from graphkit.components.reader.pieces import Pieces
from graphkit.components.reader.windows import Window, inputs, place, windows
from graphkit.lexicon import data_path

KEY = "graphkit.encoded"
"""Where the reading is kept in ``doc.user_data``."""


class Tagged(NamedTuple):
    """A span that the network takes for a mention: half-open token range, name or anaphor, type, share."""

    start: int
    end: int
    kind: str
    type: str
    share: float


class EncodedWindow(NamedTuple):
    """A window and what the network's text half gave for it."""

    window: Window
    arrays: Arrays


class Reading:
    """What the network's text half found in a document; `names`: each token's share of being in a name."""

    def __init__(self, pieces: Pieces, encoded: list[EncodedWindow], length: int) -> None:
        self.pieces, self.windows = pieces, encoded
        self.names = np.zeros(length)
        self.tagged: list[Tagged] = []
        for item in encoded:
            self._read(item)

    def _read(self, item: EncodedWindow) -> None:
        window, arrays = item
        tokens = range(window.target, window.end)
        places = [place(token, window, self.pieces) for token in tokens]
        shares = arrays["tags"][0][places]
        kinds = arrays["types"][0][places]
        self.names[window.target : window.end] = shares[:, 1] + shares[:, 2]
        for start, end, kind in spans(shares.argmax(-1).tolist()):
            share = float(1 - shares[start:end, 0].mean())
            named = TYPES[int(kinds[start].argmax())]
            self.tagged.append(Tagged(tokens[start], tokens[end - 1] + 1, kind, named, share))


def spans(tags: list[int]) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of each run of tags; an I without a B of its kind before it begins a new span.

    >>> [MENTION_TAGS[tag] for tag in (1, 2, 0, 4)]
    ['B-NAME', 'I-NAME', 'O', 'I-ANAPHOR']
    >>> list(spans([1, 2, 0, 4]))
    [(0, 2, 'name'), (3, 4, 'anaphor')]
    """
    start, kind = 0, ""
    for index, tag in enumerate([*tags, 0]):
        first, _, name = MENTION_TAGS[tag].partition("-")
        if kind and (first != "I" or name.lower() != kind):
            yield start, index, kind
            kind = ""
        if name and not kind:
            start, kind = index, name.lower()


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
        pieces = self.model.pieces([token.text for token in doc])
        sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
        found = [
            EncodedWindow(window, self.model.encode(*inputs(window, pieces)))
            for window in windows(sentences, pieces)
        ]
        doc.user_data[KEY] = Reading(pieces, found, len(doc))
        return doc


def reading_of(doc: Doc) -> Reading | None:
    """What the network found in the document; None where it was not asked."""
    return cast("Reading | None", doc.user_data.get(KEY))
