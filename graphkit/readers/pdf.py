"""PDF files: the text of their pages, parted by form feeds."""

import re
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from statistics import median
from typing import Any, BinaryIO

from graphkit.readers.extracted import Extracted
from graphkit.readers.problems import Refusal

# What word processors write into the title when nobody gave one.
_NO_TITLE = re.compile(
    r"untitled.*|microsoft (word|powerpoint).*|.*\.(docx?|pdf|indd|qxd|odt|rtf|tmp)|\W*", re.I
)
_LINE = re.compile(r"[^\r\n]+")
# Paragraphs set apart are half a line apart and more. Headlines are a fifth larger and more; what differs
# less may be a word of another typeface at the beginning of a line.
WIDE_STEP, OTHER_SIZE = 1.25, 0.17


def read_pdf(stream: BinaryIO) -> Iterator[Extracted]:
    """All pages as one document; raises Refusal when it is encrypted, damaged or holds only pictures."""
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(stream.read())) as pdf:
            pages = [_page_text(page) for page in pdf]
            own = _own(pdf.get_metadata_dict(skip_empty=True))
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    if not any(page.strip() for page in pages):
        raise Refusal("its pages hold no text, only pictures", "run a text recognition (OCR) over it first")
    yield Extracted(raw="\f".join(pages), own=own)


def _page_text(page: Any) -> str:
    """The lines of a page, with an empty line where it leaves room or the type changes its size."""
    with closing(page), closing(page.get_textpage()) as text_page:
        text = str(text_page.get_text_range())
        # PDFium counts characters outside of the basic plane twice: then places in text and page differ.
        if len(text) != text_page.count_chars():
            return text
        lines = [match.span() for match in _LINE.finditer(text)]
        boxes = [text_page.get_charbox(start, loose=True) for start, _ in lines]
    return _spaced([text[start:end] for start, end in lines], [(bottom, top) for _, bottom, _, top in boxes])


def _spaced(lines: list[str], boxes: list[tuple[float, float]]) -> str:
    """`lines` joined; `boxes` are bottom and top of each, in points, upwards."""
    steps = [upper[0] - lower[0] for upper, lower in pairwise(boxes)]
    heights = [top - bottom for bottom, top in boxes]
    usual = median([step for step in steps if step > 0] or [0.0])
    text = "".join(lines[:1])
    for line, step, (before, height) in zip(lines[1:], steps, pairwise(heights), strict=True):
        is_apart = step > WIDE_STEP * usual or abs(height - before) > OTHER_SIZE * max(before, height)
        text += ("\n\n" if is_apart else "\n") + line
    return text


def _own(properties: dict[str, str]) -> dict[str, object]:
    """Title and author; the date in a PDF is that of the file, not of the publication."""
    title = properties.get("Title", "")
    return {"title": None if _NO_TITLE.fullmatch(title) else title, "author": properties.get("Author")}


def _refusal(error: Exception) -> Refusal:
    if "password" in str(error).lower():
        return Refusal("it is encrypted", "save a copy without password")
    return Refusal("it is not a readable PDF", "open it in a viewer and save or print it to PDF again")
