"""A claim in one flat row, as edges of GraphML and lines of our own claims.csv have it, to a row again."""

import json
import re
from collections.abc import Mapping
from typing import Any

from graphkit.records import SOURCE_FIELDS
from graphkit.store.claim_rows import ENDS
from graphkit.store.importing.link_rows import RowError

MADE_SAFE = re.compile(r"''*[=+\-@\t\r]")
"""How a cell begins that our own tables put an apostrophe before, so that no spreadsheet runs it."""

FACTS = ("country", "parent", "wikidata")

ENDS_SPANS = frozenset(f"{end}_{name}" for end in ENDS for name in ("id", "start", "end"))
OURS = ENDS_SPANS | {"document_id", "evidence", "start", "end"}
"""Columns that a table of claims of graphkit has, and none that is made by hand."""

PLACES = ("trigger", "context", "raw")


def is_flat_claim(columns: Mapping[str, Any]) -> bool:
    """Whether these are the columns of a claim of graphkit."""
    return columns.keys() >= OURS


def row_of_flat(flat: Mapping[str, Any], *, spreadsheet: bool = False) -> dict[str, Any]:
    """The row of claims.jsonl; `spreadsheet` takes away the apostrophes before what looks like a formula.

    Raises RowError where a value is missing or of another kind.
    """
    text = _Texts(flat, spreadsheet)
    return {
        "id": text.needed("id", "claim"),
        "document": {
            "id": text.needed("document_id"),
            "path": text.needed("document", "path", "document_path"),
            "also": [_copy(item) for item in text.items("also")],
            **{name: text.first(name, f"document_{name}") for name in SOURCE_FIELDS},
        },
        **{end: _end(text, end) for end in ENDS},
        "relation": text.needed("relation"),
        "polarity": text.needed("polarity"),
        "certainty": text.needed("certainty"),
        "speakers": text.items("speakers"),
        "speaker_ids": text.items("speaker_ids"),
        "evidence": text.spanned("evidence", text.number("start"), text.number("end")),
        "start": text.number("start"),
        "end": text.number("end"),
        **_places(text),
        "confidence": text.decimal("confidence"),
        "extractor": text.needed("extractor"),
    }


class _Texts:
    def __init__(self, flat: Mapping[str, Any], spreadsheet: bool) -> None:
        self.flat, self.spreadsheet = flat, spreadsheet

    def first(self, *names: str) -> str | None:
        """The first of the values that there is, as text."""
        for name in names:
            value = self.flat.get(name)
            if value is not None and value != "":
                return self._bare(str(value))
        return None

    def needed(self, *names: str) -> str:
        value = self.first(*names)
        if value is None:
            raise RowError(f"it has no {names[0]}", "export the claims again, with all their columns")
        return value

    def spanned(self, name: str, start: int | None, end: int | None) -> str | None:
        """A text as long as its span: the length tells whether an apostrophe is its own."""
        value = self.flat.get(name)
        if value is None or (value == "" and start is None):
            return None
        text = str(value)
        return text if start is None or end is None or len(text) == end - start else self._bare(text)

    def number(self, name: str) -> int | None:
        value = self.flat.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError, OverflowError):
            raise RowError(
                f"{name} {str(value)[:100]!r} is no number", "do not edit the columns of places"
            ) from None

    def decimal(self, name: str) -> float:
        try:
            return float(self.needed(name))
        except ValueError:
            raise RowError(f"{name} is no number", "write 0.8, say") from None

    def items(self, name: str) -> list[Any]:
        """A list: JSON in one text, or texts joined by semicolons, where - stands for nothing."""
        value = self.first(name)
        if value is None:
            return []
        try:
            found = json.loads(value)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list):
            return found
        return [None if item == "-" else item for item in value.split("; ")]

    def _bare(self, text: str) -> str:
        return text[1:] if self.spreadsheet and MADE_SAFE.match(text) else text


def _end(text: _Texts, end: str) -> dict[str, Any]:
    start, stop = text.number(f"{end}_start"), text.number(f"{end}_end")
    return {
        "id": text.needed(f"{end}_id"),
        "name": text.needed(f"{end}_name", f"{end}_label", end),
        "type": text.needed(f"{end}_type"),
        "aliases": text.items(f"{end}_aliases"),
        "mention": text.spanned(f"{end}_mention", start, stop),
        "start": start,
        "end": stop,
        **{name: text.first(f"{end}_{name}") for name in FACTS},
    }


def _places(text: _Texts) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in PLACES:
        start, end = text.number(f"{name}_start"), text.number(f"{name}_end")
        if name != "raw":
            found[name] = text.spanned(name, start, end)
        found |= {f"{name}_start": start, f"{name}_end": end}
    return found


def _copy(item: Any) -> dict[str, Any]:
    """A copy of the document: where only its path was kept, its source is not known."""
    given = item if isinstance(item, dict) else {"path": item}
    if not isinstance(given.get("path"), str):
        raise RowError("a copy of the document has no path", "do not edit the column also")
    return {"path": given["path"], **{name: given.get(name) for name in SOURCE_FIELDS}}
