"""What belongs to the page and not to the text: page numbers, running heads, link lists at the foot.

A gap where furniture stood becomes one form feed: the next repair knows that a sentence may run across it.
"""

import re
from collections import Counter
from collections.abc import Iterator

from graphkit.readers.edits import Edit, EditedText

MIN_PAGES = 3
"""A line at the edge of this many pages is a running head or foot."""
EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be furniture."""
MAX_HEAD_LENGTH = 120
"""Code points; a longer line is text, however often it comes."""

_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|pg\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*"
    r"|\|\s*\d{1,4}(?:\s*\|)?|\d{1,4}\s*\||[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s+of\s+\d{1,4}",
    re.I,
)
# "14      THE REVIEW      May 1987": a number in a column of its own, on a line of its own.
_NUMBERED_HEAD = re.compile(r"\d{1,4}[^\S\n\f]{3,}\S.*|\S.*[^\S\n\f]{3,}\d{1,4}")
_BARE_NUMBER = re.compile(r"\W*(?:\d{1,4}(?:\s*/\s*\d{1,4})?|[ivxl]{1,6})\W*")
_BARE_URL = re.compile(r"\s*(?:https?://|www\.)\S+\s*")
_LINE = re.compile(r"[^\n\f]+")
_DIGITS = re.compile(r"\d+")


def remove_page_furniture(edited: EditedText) -> None:
    """Replace each run of furniture, with the empty lines around it, by one form feed."""
    text = edited.text
    lines = list(_LINE.finditer(text))
    pages = _pages(text, lines)
    gone = _running_heads(pages) | {match.start() for match in lines if _is_numbered(match)}
    if gone or len(pages) > 1:
        gone |= {match.start() for match in lines if _BARE_URL.fullmatch(match.group())}
        edited.apply(_gaps(text, [match for match in lines if match.start() not in gone]))


def _is_numbered(line: re.Match[str]) -> bool:
    """Whether a line is a page number, or a head with one that stands alone between empty lines."""
    words = line.group().strip()
    if len(words) > MAX_HEAD_LENGTH:
        return False
    if _PAGE_NUMBER.fullmatch(words):
        return True
    alone = all(edge in ("", "\n\n") or "\f" in edge for edge in _surroundings(line))
    return alone and bool(_NUMBERED_HEAD.fullmatch(words))


def _surroundings(line: re.Match[str]) -> tuple[str, str]:
    """The two characters before and behind a line; "" at the edges of the text."""
    text, start, end = line.string, line.start(), line.end()
    return text[max(start - 2, 0) : start], text[end : end + 2]


def _pages(text: str, lines: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The lines that are not blank, page by page; pages are parted by form feeds."""
    pages: list[list[re.Match[str]]] = [[]]
    place = 0
    for line in lines:
        if "\f" in text[place : line.start()]:
            pages.append([])
        place = line.end()
        if line.group().strip():
            pages[-1].append(line)
    return pages


def _running_heads(pages: list[list[re.Match[str]]]) -> set[int]:
    """Starts of the lines at page edges that come on MIN_PAGES pages, numbers aside, or are a bare number."""
    if len(pages) < 2:
        return set()
    edges = [{line.start(): line for line in page[:EDGE_LINES] + page[-EDGE_LINES:]} for page in pages]
    heads = Counter(key for page in edges for key in {_head_key(line) for line in page.values()})
    return {
        start
        for page in edges
        for start, line in page.items()
        if len(line.group()) <= MAX_HEAD_LENGTH
        if _BARE_NUMBER.fullmatch(line.group()) or heads[_head_key(line)] >= MIN_PAGES
    }


def _head_key(line: re.Match[str]) -> str:
    return _DIGITS.sub("#", " ".join(line.group().casefold().split()))


def _gaps(text: str, kept: list[re.Match[str]]) -> Iterator[Edit]:
    """Between two kept lines: one form feed for whatever is more than line breaks."""
    place = 0
    for start, end in [*(line.span() for line in kept), (len(text), len(text))]:
        if text[place:start].strip("\n"):
            yield place, start, "\f"
        place = end
