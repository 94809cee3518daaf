"""Line breaks that only the page's width put there: taken out, so that sentences are whole again."""

import re
from collections.abc import Iterator

from graphkit.readers.edits import EditedText

# A hard-wrapped text fills its lines to a width between these, in code points; longer lines are paragraphs.
MIN_WIDTH, MAX_WIDTH = 40, 140
# Share of the text in longer lines above which it is not hard-wrapped, whatever its short lines look like.
MAX_LONG_LINES = 0.3
# Share of the lines with a line right below that end a sentence. Wrapped text measures 0.05 to 0.2 (seeds and
# training documents), a text of one paragraph a line 0.8 and more.
MAX_SENTENCE_ENDS = 0.45
# A line is full when the next word would have brought it to this share of the width: type varies in width.
FULL, FULL_AT_SENTENCE_END = 0.8, 0.9
# Share of indented lines below which an indent marks a paragraph.
MAX_INDENTED = 0.2

_GAP = re.compile(r"[ \n\f]*[\n\f][ \n\f]*")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_TAKEN_UP = re.compile(r"[\"'“‘«(\[]*[^\W\d_A-Z]")
_BYLINE = re.compile(r"by [A-Z]")
_BREAKS_OFF = re.compile(r"[\w,-]$")
_BULLET = re.compile(r"[•▪◦‣*·-] ")
_ITEM = re.compile(r"(?:[–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[A-Z][\w. ]{0,20}:) ")


def fold_lines(edited: EditedText) -> None:
    """Turn line breaks inside a sentence into a blank, form feeds and empty lines into one empty line."""
    gaps = list(_GAP.finditer(edited.text))
    separators = _Lines(edited.text, gaps).separators()
    edited.apply((gap.start(), gap.end(), new) for gap, new in zip(gaps, separators, strict=True))


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
        long = sum(len(line) for line in self.lines if len(line) > MAX_WIDTH)
        if len(upper) < 2 or long > MAX_LONG_LINES * sum(map(len, self.lines)):
            return None
        width = sorted(map(len, upper))[int(0.95 * (len(upper) - 1))]
        ends = sum(bool(_SENTENCE_END.search(line)) for line in upper) / len(upper)
        return width if MIN_WIDTH <= width <= MAX_WIDTH and ends <= MAX_SENTENCE_ENDS else None

    def separators(self) -> Iterator[str]:
        """What stands for each gap: a blank inside a paragraph, else a line break or an empty line."""
        inside = False
        for number, gap in enumerate(self.gaps):
            if "\f" in gap or gap.count("\n") > 1:
                torn = inside and "\f" in gap and _BREAKS_OFF.search(self.lines[number])
                inside = bool(torn) or self._runs_on(number, inside)
                yield " " if inside else "\n\n"
            else:
                inside = self._runs_on(number, inside) or self._is_wrapped(number, inside)
                yield " " if inside else "\n"

    def _runs_on(self, number: int, inside: bool) -> bool:
        """Whether line `number` breaks off inside a sentence that the next line takes up in lower case."""
        upper, lower = self.lines[number], self.lines[number + 1]
        # A short line that begins a paragraph may be the item of a list.
        long_enough = inside or len(upper) >= MIN_WIDTH
        taken_up = _TAKEN_UP.match(lower) and not _BYLINE.match(lower)
        return long_enough and bool(taken_up and _BREAKS_OFF.search(upper))

    def _is_wrapped(self, number: int, inside: bool) -> bool:
        """Whether the page's width broke line `number`; `inside` says that the one before it was."""
        upper, lower = self.lines[number], self.lines[number + 1]
        if self.width is None or _BULLET.match(lower):
            return False
        if not (ends := bool(_SENTENCE_END.search(upper))) and inside:
            return True
        if (self.indent_marks and self.gaps[number].endswith(" ")) or (ends and _ITEM.match(lower)):
            return False
        reach = len(upper) + 1 + len(lower.split(" ", 1)[0])
        return reach > self.width * (FULL_AT_SENTENCE_END if ends else FULL)
