"""Which reader reads which files; a new format is one function and one row here."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from graphkit.readers.extracted import Extracted
from graphkit.readers.pdf import read_pdf
from graphkit.readers.plain_text import read_markdown, read_plain_text
from graphkit.readers.problems import Refusal, Remark
from graphkit.readers.rows import read_csv, read_jsonl
from graphkit.readers.web_page import read_web_page
from graphkit.readers.word import read_word

Reader = Callable[[BinaryIO, str], Iterator[Extracted | Refusal | Remark]]
"""(bytes, name of the text column) -> documents; a Refusal yielded loses one row, one raised the file.
A Remark yielded loses nothing.
"""

READERS: dict[str, Reader] = {
    ".txt": lambda stream, _: read_plain_text(stream),
    ".md": lambda stream, _: read_markdown(stream),
    ".html": lambda stream, _: read_web_page(stream),
    ".htm": lambda stream, _: read_web_page(stream),
    ".pdf": lambda stream, _: read_pdf(stream),
    ".docx": lambda stream, _: read_word(stream),
    ".jsonl": read_jsonl,
    ".csv": read_csv,
}
