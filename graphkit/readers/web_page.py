"""Web pages: the main text without menus and advertisements, and what the page says about itself."""

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from graphkit.readers.decoding import decode
from graphkit.readers.extracted import Extracted
from graphkit.readers.problems import Refusal

# Only dates that the page states: guessing from its text finds other days. Without a limit today is one.
DATE_OPTIONS = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_web_page(stream: BinaryIO) -> Iterator[Extracted]:
    """The article of a saved page as one document; raises Refusal when none is found."""
    # trafilatura takes half a second to load, which folders without web pages need not wait for.
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = _decoded(stream.read())
    found: Any = trafilatura.bare_extraction(
        page, include_comments=False, with_metadata=True, date_extraction_params=DATE_OPTIONS
    )
    if found is None or not (found.text or "").strip():
        raise Refusal(
            "no article text was found in the page", "save the page once it is fully shown, or as .txt"
        )
    own = {
        "publisher": found.sitename,
        "title": found.title,
        "author": found.author,
        "date": found.date,
        "url": found.url,
    }
    yield Extracted(raw=found.text, own=own)


def _decoded(data: bytes) -> str:
    page = decode(data)
    if not page.strip():
        raise Refusal("it is empty", "fill it or take it out")
    return page
