"""Line breaks that only the page's width put there: hyphens joined, sentences made whole again."""

import re
from collections.abc import Iterator

from graphkit.readers.edits import Edit, EditedText

# A hard-wrapped text fills its lines to a width between these (code points); beyond, a line is a whole paragraph.
MIN_WIDTH, MAX_WIDTH = 40, 140
# Share of the lines with a line right below that end a sentence. Wrapped text measures 0.05 to 0.2 (seeds and
# training documents), a text of one paragraph a line 0.8 and more.
MAX_SENTENCE_ENDS = 0.45
# A line is full when the next word would have brought it to this share of the width: proportional type varies.
FULL, FULL_AT_SENTENCE_END = 0.8, 0.9
# Share of indented lines below which an indent marks a paragraph.
MAX_INDENTED = 0.2

_COMPOUND_FIRST = frozenset(
    "all anti co counter cross double ex four half high inter long low mid multi near non one out over post pre pro "
    "quasi self semi short single so state sub then three two ultra vice well".split()
)
_COMPOUND_SECOND = frozenset(
    "affiliated aligned allied armed backed based born bound called called centric controlled designated designate "
    "driven era financed free funded general held in inspired language led level like linked made minded occupied "
    "off old out owned paid profile range ranking related run scale sponsored style supported term time to trained "
    "up wide wing".split()
)
_HYPHEN_BREAK = re.compile(r"([^\W_]+)-( ?(?:\n|\f) ?)(?=([^\W_]+))")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GAP = re.compile(r"[ \n\f]*[\n\f][ \n\f]*")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•▪◦‣*·-] ")
_ITEM = re.compile(r"(?:[–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[A-Z][\w. ]{0,20}:) ")


def join_hyphens(edited: EditedText) -> None:
    """Close words that were broken at a line's end; keep the hyphen where it belongs to the word.

    It goes when the text has the closed word elsewhere, stays when the text has the hyphenated one elsewhere, when
    either part commonly forms compounds (state-/sponsored), or when the parts are not lower-case words; else it goes.
    """
    breaks = list(_HYPHEN_BREAK.finditer(edited.text))
    if breaks:
        words = {word.casefold() for word in _WORD.findall(edited.text)}
        edited.apply((match.end(1), match.end(), _hyphen(match, words)) for match in breaks)


def _hyphen(match: re.Match[str], words: set[str]) -> str:
    first, second = match.group(1), match.group(3)
    if (first + second).casefold() in words:
        return ""
    keeps = (
        f"{first}-{second}".casefold() in words
        or first.casefold() in _COMPOUND_FIRST
        or second in _COMPOUND_SECOND
        or not second[0].islower()
        or (first.isupper() and len(first) > 1)
    )
    return "-" if keeps else ""


def fold_lines(edited: EditedText) -> None:
    """Turn line breaks inside a sentence into a blank, form feeds and empty lines into one empty line."""
    edited.apply(list(_folds(edited.text)))


def _folds(text: str) -> Iterator[Edit]:
    gaps = list(_GAP.finditer(text))
    lines = _Lines(text, gaps)
    for number, gap in enumerate(gaps):
        yield gap.start(), gap.end(), lines.separator(number)


class _Lines:
    """The lines of a text and, from their statistics, the width that they were wrapped to."""

    def __init__(self, text: str, gaps: list[re.Match[str]]) -> None:
        edges = [0, *(place for gap in gaps for place in gap.span()), len(text)]
        self.lines = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
        self.gaps = [gap.group() for gap in gaps]
        indented = sum(gap.endswith(" ") for gap in self.gaps)
        self.indent_marks = indented <= MAX_INDENTED * len(self.gaps)
        self.width = self._width()

    def _width(self) -> float | None:
        """Code points of a full line; None where the text is not hard-wrapped."""
        upper = [line for line, gap in zip(self.lines, self.gaps, strict=False) if gap.count("\n") == 1]
        if len(upper) < 2:
            return None
        width = sorted(map(len, upper))[int(0.95 * (len(upper) - 1))]
        ends = sum(bool(_SENTENCE_END.search(line)) for line in upper) / len(upper)
        return width if MIN_WIDTH <= width <= MAX_WIDTH and ends <= MAX_SENTENCE_ENDS else None

    def separator(self, number: int) -> str:
        """What stands for gap `number`: a blank, a line break or an empty line."""
        gap = self.gaps[number]
        if "\f" in gap:
            return " " if self._runs_on(number) else "\n\n"
        if gap.count("\n") > 1:
            return "\n\n"
        return " " if self._is_wrap(number) else "\n"

    def _runs_on(self, number: int) -> bool:
        """Whether line `number` breaks off inside a sentence that the next line takes up in lower case."""
        upper, lower = self.lines[number], self.lines[number + 1]
        return len(upper) >= MIN_WIDTH and lower[:1].islower() and not _SENTENCE_END.search(upper)

    def _is_wrap(self, number: int) -> bool:
        upper, lower = self.lines[number], self.lines[number + 1]
        if _BULLET.match(lower):
            return False
        if self._runs_on(number):
            return True
        if self.width is None or (self.indent_marks and self.gaps[number].endswith(" ")):
            return False
        ends = bool(_SENTENCE_END.search(upper))
        if _ITEM.match(lower) and ends:
            return False
        reach = len(upper) + 1 + len(lower.split(" ", 1)[0])
        return reach > self.width * (FULL_AT_SENTENCE_END if ends else FULL)
