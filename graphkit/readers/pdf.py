"""PDF files: the text of their pages, parted by form feeds."""

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any, BinaryIO

from graphkit.readers.extracted import Extracted
from graphkit.readers.problems import Refusal

# What word processors write into the title when nobody gave one.
_NO_TITLE = re.compile(
    r"untitled.*|microsoft (word|powerpoint).*|.*\.(docx?|pdf|indd|qxd|odt|rtf|tmp)|\W*", re.I
)


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
    with closing(page), closing(page.get_textpage()) as text:
        return str(text.get_text_range())


def _own(properties: dict[str, str]) -> dict[str, object]:
    """Title and author; the date in a PDF is that of the file, not of the publication."""
    title = properties.get("Title", "")
    return {"title": None if _NO_TITLE.fullmatch(title) else title, "author": properties.get("Author")}


def _refusal(error: Exception) -> Refusal:
    if "password" in str(error).lower():
        return Refusal("it is encrypted", "save a copy without password")
    return Refusal("it is not a readable PDF", "open it in a viewer and save or print it to PDF again")
