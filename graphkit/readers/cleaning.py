"""Raw text to text for reading, with the way back: one function that runs the repairs in their order."""

import re

from graphkit.readers.edits import EditedText
from graphkit.readers.hyphens import join_hyphens
from graphkit.readers.line_breaks import fold_lines
from graphkit.readers.markup import remove_markdown, remove_markup
from graphkit.readers.page_furniture import remove_page_furniture

_LINE_END = re.compile("\r\n?|[\v\x85\u2028\u2029]")
# What terminals obey (ECMA-48): colors and the like; titles and links up to their end mark; character sets.
# An end mark that is missing costs the introducer only, never the text behind it.
_TERMINAL_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n\f]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[()*+#%][0-9A-Za-z@]"
    r"|(?:\x1b[\[\]]|[\x9b\x9d])"
)
_SOFT_HYPHEN_BREAK = re.compile(r"\xad[^\S\n\f]*\n[^\S\n\f]*")
# PDFium writes one of these for a hyphen at the end of a line, and the line break with it.
_PDF_HYPHEN = re.compile(r"(?<=\w)[\x02\ufffe](?=\w)")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe]+")
_TRAILING_BLANKS = re.compile(r"(?<![^\S\n\f])[^\S\n\f]++(?=[\n\f]|\Z)")
_BLANKS = re.compile(r"[^\S\n\f]+")
_EDGES = re.compile(r"\A\s+|\s+\Z")


def clean(raw: str, *, start: int = 0, markdown: bool = False) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text to read in ``raw[start:]``, and its offset map back to `raw` (see records.Document).

    Paragraphs are parted by an empty line, or by a line break where the raw text parts them so. Nothing is
    added or rewritten except blanks, line breaks and entities: quotes and dashes stay as they are.
    """
    edited = EditedText(raw, start)
    edited.sub(_LINE_END, "\n")
    edited.sub(_TERMINAL_SEQUENCE, "")
    remove_markup(edited)
    edited.sub(_SOFT_HYPHEN_BREAK, "")
    edited.sub(_PDF_HYPHEN, "-\n")
    edited.sub(_INVISIBLE, "")
    edited.sub(_TRAILING_BLANKS, "")
    remove_page_furniture(edited)
    edited.sub(_BLANKS, " ")
    if markdown:
        remove_markdown(edited)
    join_hyphens(edited)
    fold_lines(edited)
    edited.sub(_EDGES, "")
    return edited.text, edited.offsets()
