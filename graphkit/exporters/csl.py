"""CSL-JSON: one item per document that has claims, for Zotero, pandoc and every citation processor.

Format: https://github.com/citation-style-language/schema (csl-data.json, version 1.0.2). The format is a bare
list, so that each item says in `custom` which graphkit made it, with which caution, filters and store.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.exporters.cited import Cited, about_of, cited_documents
from graphkit.exporters.json_text import SURROGATE
from graphkit.exporters.view import GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx


def write_csl(
    content: "ClaimStore | nx.MultiDiGraph[str]",
    path: Path | str,
    *,
    filters: ClaimFilter | None = None,
) -> None:
    """Write the documents of a store's or graph's claims, whole or not at all; the same content, same bytes.

    Blanks are folded, lone surrogates become U+FFFD. Types are guessed from publisher and address, and
    authors taken apart only where initials show how (see `graphkit.exporters.cited`).
    """
    view = view_of(content, filters)
    with whole_file(path) as stream:
        stream.writelines(_lines(view))


def _lines(view: GraphView) -> Iterator[str]:
    about = about_of(view)
    before = "[\n"
    for cited in cited_documents(view):
        text = json.dumps(_item(cited, about), ensure_ascii=False)
        yield before + SURROGATE.sub("\ufffd", text)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _item(cited: Cited, about: dict[str, str]) -> dict[str, Any]:
    publisher = "publisher" if cited.kind == "report" else "container-title"
    values = {
        "id": cited.key,
        "type": cited.kind,
        "title": cited.title,
        "author": [{part: text for part, text in name._asdict().items() if text} for name in cited.authors],
        publisher: cited.text("publisher"),
        "issued": _issued(cited),
        "URL": cited.text("url"),
        "note": cited.note(),
        "custom": {**_counts(cited), **about},
    }
    return {name: value for name, value in values.items() if value}


def _issued(cited: Cited) -> dict[str, Any]:
    if cited.date_parts:
        return {"date-parts": [cited.date_parts]}
    return {"literal": cited.text("date")} if cited.text("date") else {}


def _counts(cited: Cited) -> dict[str, Any]:
    told = {name: cited.text(name) for name in ("document", "document_id", "publication")}
    return {**{name: text for name, text in told.items() if text}, "claims": cited.claims, **cited.counts}
