"""Plain text and Markdown, with or without YAML front matter."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import yaml

from graphkit.readers.decoding import decode
from graphkit.readers.extracted import Extracted
from graphkit.records import SOURCE_FIELDS

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(.{0,10000}?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_KNOWN_KEY = re.compile(rf"^(?:{'|'.join(SOURCE_FIELDS)})[ \t]*:", re.M)


def read_plain_text(stream: BinaryIO) -> Iterator[Extracted]:
    """The whole of a .txt file as one document."""
    yield _extracted(stream.read(), markdown=False)


def read_markdown(stream: BinaryIO) -> Iterator[Extracted]:
    """The whole of a .md file as one document, without the marks of Markdown."""
    yield _extracted(stream.read(), markdown=True)


def _extracted(data: bytes, *, markdown: bool) -> Extracted:
    raw = decode(data)
    match = _FRONT_MATTER.match(raw)
    if match is None or not _KNOWN_KEY.search(match.group(1)):
        return Extracted(raw=raw, markdown=markdown)
    stated, warning = _front_matter(match.group(1))
    return Extracted(raw=raw, start=match.end(), stated=stated, markdown=markdown, warning=warning)


def _front_matter(block: str) -> tuple[dict[str, object], str | None]:
    try:
        # BaseLoader makes no objects and leaves dates as they are written.
        values = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())
        return {}, f"its front matter is not YAML ({reason})"
    return (
        (values, None) if isinstance(values, dict) else ({}, "its front matter is not a list of `key: value`")
    )
