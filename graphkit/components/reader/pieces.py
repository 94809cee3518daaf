"""A document as the network sees it: word pieces, each with the case of its word and its token."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from graphkit.components.reader.labels import CASES

LONGEST_WORD = 8
"""Pieces of one token that are kept: the rest of an address or of a line of dashes tells nothing."""
MOST_WORDS = 200_000
"""Words that are remembered; every address and every number is another one."""
OPENING, CLOSING = 101, 102
"""[CLS] and [SEP] of BERT's uncased vocabulary."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Piece ids and cases of a document, and where each token's begin: token i has
    [starts[i], starts[i + 1]).
    """

    ids: list[int]
    cases: list[int]
    starts: list[int]

    def count(self, start: int, end: int) -> int:
        """How many pieces the tokens [start, end) have."""
        return self.starts[end] - self.starts[start]


class PieceMaker:
    """Cuts words into pieces, each word once."""

    def __init__(self, vocabulary: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(vocabulary))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known: dict[str, list[int]] = {}

    def __call__(self, words: Sequence[str]) -> Pieces:
        """The pieces of a tokenized text; a token of blanks has none."""
        ids: list[int] = []
        cases: list[int] = []
        starts = [0]
        for word in words:
            if len(self.known) > MOST_WORDS:
                self.known.clear()
            pieces = self.known.get(word)
            if pieces is None:
                pieces = self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids[
                    :LONGEST_WORD
                ]
            ids += pieces
            cases += [case_of(word)] * len(pieces)
            starts.append(len(ids))
        return Pieces(ids, cases, starts)


def case_of(word: str) -> int:
    """The number in CASES of how the word is written.

    >>> [CASES[case_of(word)] for word in ("the", "Front", "UDL", "iPhone", "2021", "I")]
    ['lower', 'title', 'upper', 'other', 'none', 'title']
    """
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return CASES.index("none")
    if all(letter.islower() for letter in letters):
        return CASES.index("lower")
    if letters[0].isupper() and all(letter.islower() for letter in letters[1:]):
        return CASES.index("title")
    return CASES.index("upper" if all(letter.isupper() for letter in letters) else "other")
