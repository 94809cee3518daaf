"""Word files (.docx): paragraphs and tables in their order."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from graphkit.readers.extracted import Extracted
from graphkit.readers.problems import Refusal

# What programs write into the properties when nobody filled them.
_NO_VALUE = {"python-docx", "word document", "microsoft office user", "user", "admin", "administrator"}


def read_word(stream: BinaryIO) -> Iterator[Extracted]:
    """The whole text as one document; raises Refusal when the file is damaged or encrypted."""
    import docx

    try:
        document = docx.Document(stream)
        raw = "\n\n".join(block for block in _blocks(document) if block.strip())
        own = _own(document.core_properties)
    except Exception as error:
        # python-docx lets zipfile's, lxml's and its own errors through; all mean the same here.
        raise Refusal(
            "it is not a readable Word file (damaged or with a password)",
            "open it in a word processor and save it as .docx again, without password",
        ) from error
    yield Extracted(raw=raw, own=own)


def _blocks(document: Any) -> Iterator[str]:
    """Paragraphs, and tables with one row a line; a merged cell counts once."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield "\n".join(_row(row) for row in block.rows)
        else:
            yield block.text


def _row(row: Any) -> str:
    cells = list({cell._tc: " ".join(cell.text.split()) for cell in row.cells}.values())
    return " | ".join(cell for cell in cells if cell)


def _own(properties: Any) -> dict[str, object]:
    """Title and author; the dates in the properties are those of the file, not of the publication."""
    values = {"title": properties.title, "author": properties.author}
    return {name: value for name, value in values.items() if (value or "").casefold() not in _NO_VALUE}
