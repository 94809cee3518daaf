"""Marked documents as they are read: cleaned text, with mentions and claims at their places in it."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from graphkit.errors import FormatError, UnreadableDocument
from graphkit.readers import DocumentWarning, read_documents
from graphkit.records import Document


class GoldMention(NamedTuple):
    """Code points [start, end) of the text; "name" or "anaphor"; the actors it stands for."""

    start: int
    end: int
    kind: str
    actors: tuple[str, ...]


class GoldClaim(NamedTuple):
    """A row of claims.jsonl, and where its evidence stands in the text."""

    start: int
    end: int
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """One marked document; `types` and full `names` are those of the actors of its folder."""

    folder: str
    document: Document
    mentions: tuple[GoldMention, ...]
    claims: tuple[GoldClaim, ...]
    types: Mapping[str, str]
    names: Mapping[str, str]


def gold_texts(folders: Sequence[Path]) -> Iterator[GoldText]:
    """The marked documents of gold folders that have a mentions.jsonl, by folder and name.

    Raises FormatError where a mark cannot be found in its text.
    """
    for folder in sorted(folders):
        rows = {name: read_rows(folder / f"{name}.jsonl") for name in ("actors", "claims", "mentions")}
        types = {actor["id"]: actor["type"] for actor in rows["actors"]}
        names = {actor["id"]: actor["name"] for actor in rows["actors"]}
        for document in read_documents([folder / "docs"], on_problem=refuse):
            name = document.path.rsplit("/", 1)[-1]
            yield GoldText(
                folder=folder.name,
                document=document,
                mentions=tuple(mentions_of(name, document, rows["mentions"])),
                claims=tuple(claims_of(name, document, rows["claims"])),
                types=types,
                names=names,
            )


def refuse(problem: UnreadableDocument) -> None:
    """Marks of a document that cannot be read would be lost unseen; a mere doubt does no harm."""
    if not isinstance(problem, DocumentWarning):
        raise problem


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def origins(document: Document) -> list[int]:
    """For each code point of the text, where in `raw` it was read."""
    return [document.raw_span(place, place + 1)[0] for place in range(len(document.text))]


def span_in_text(start: int, end: int, places: list[int]) -> tuple[int, int] | None:
    """The part of the text that was read from raw[start:end]; None where nothing was."""
    first, last = bisect_left(places, start), bisect_left(places, end)
    return (first, last) if first < last else None


def mentions_of(name: str, document: Document, rows: Sequence[Mapping[str, Any]]) -> Iterator[GoldMention]:
    """The mentions marked in the document, in text order."""
    places = origins(document)
    here = [row for row in rows if row["doc"] == name]
    for row in sorted(here, key=lambda row: (row["start"], row["end"])):
        if found := span_in_text(row["start"], row["end"], places):
            yield GoldMention(*found, row["kind"], tuple(row["actors"]))


def claims_of(name: str, document: Document, rows: Sequence[Mapping[str, Any]]) -> Iterator[GoldClaim]:
    """The claims marked in the document."""
    places = origins(document)
    for row in rows:
        if row["doc"] != name:
            continue
        start = document.raw.find(row["evidence"])
        found = span_in_text(start, start + len(row["evidence"]), places) if start >= 0 else None
        if not found:
            raise FormatError(f"{name}: evidence is not in the text: {row['evidence'][:80]!r}")
        yield GoldClaim(*found, row)
