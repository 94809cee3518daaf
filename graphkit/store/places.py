"""Where a document lies: the path it goes by and its further paths, each with the source given there."""

import json
import sqlite3
from dataclasses import dataclass, replace
from typing import Any

from graphkit.records import SOURCE_FIELDS, Copy, Document, Source, canonical_json, content_hash

PLACE_COLUMNS = ("path", *SOURCE_FIELDS, "raw", "offsets", "digest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One path at which a text was found.

    `raw` and `offsets` (JSON) are None where the path is known only from another document's `also`;
    `digest` is None unless the path was read by itself.
    """

    path: str
    source: Source
    raw: str | None = None
    offsets: str | None = None
    digest: str | None = None

    def values(self) -> tuple[str | None, ...]:
        """The values of PLACE_COLUMNS."""
        source = self.source.to_dict()
        return (self.path, *(source[name] for name in SOURCE_FIELDS), self.raw, self.offsets, self.digest)


def document_digest(document: Document) -> str:
    """Hash of everything that was read of a document: its text, its raw form, its metadata, its paths."""
    facts = {
        "id": document.id,
        "path": document.path,
        "raw": content_hash(document.raw),
        "offsets": document.offsets,
        "source": document.source.to_dict(),
        "also": [copy.to_dict() for copy in document.also],
        "language": document.language,
    }
    return content_hash(canonical_json(facts))


def places_of(connection: sqlite3.Connection, document_id: str) -> dict[str, Place]:
    """The places of a document that the store holds, by path; the one that it goes by first."""
    columns = ", ".join(PLACE_COLUMNS)
    found = connection.execute(
        f"SELECT 0 AS further, {columns} FROM documents WHERE id = :id"
        f" UNION ALL SELECT 1, {columns} FROM copies WHERE document_id = :id ORDER BY further, path",
        {"id": document_id},
    )
    return {row["path"]: _place(row) for row in found}


def merged_places(known: dict[str, Place], document: Document) -> dict[str, Place]:
    """The known places and those of a document that was just read; what was read last counts."""
    read = Place(
        path=document.path,
        source=document.source,
        raw=document.raw,
        offsets=json.dumps(document.offsets),
        digest=document_digest(document),
    )
    further = {copy.path: Place(path=copy.path, source=copy.source) for copy in document.also}
    return {**known, **further, document.path: read}


def write_places(connection: sqlite3.Connection, document_id: str, places: dict[str, Place]) -> None:
    """Give a document these places and no others: the smallest path is the one that it goes by.

    Where nothing but `also` told of that path, the raw form stays that of another place of the same text,
    and the missing digest makes the next run read it.
    """
    main, *others = (places[path] for path in sorted(places))
    if main.raw is None:
        known = next((place for place in places.values() if place.raw is not None), main)
        main = replace(main, raw=known.raw, offsets=known.offsets)
    settings = ", ".join(f"{name} = ?" for name in PLACE_COLUMNS)
    connection.execute(
        f"UPDATE documents SET {settings}, label = ? WHERE id = ?",
        (*main.values(), main.source.label(main.path), document_id),
    )
    connection.execute("DELETE FROM copies WHERE document_id = ?", (document_id,))
    marks = ", ".join("?" * (len(PLACE_COLUMNS) + 1))
    connection.executemany(
        f"INSERT INTO copies (document_id, {', '.join(PLACE_COLUMNS)}) VALUES ({marks})",
        [(document_id, *place.values()) for place in others],
    )


def copies_of(connection: sqlite3.Connection, document_id: str) -> tuple[Copy, ...]:
    """The further paths of a document and the sources given there, by path."""
    columns = ", ".join(("path", *SOURCE_FIELDS))
    found = connection.execute(
        f"SELECT {columns} FROM copies WHERE document_id = ? ORDER BY path", (document_id,)
    )
    return tuple(Copy(path=row["path"], source=source_of(row)) for row in found)


def source_of(found: sqlite3.Row) -> Source:
    """The source in a row of `documents` or `copies`."""
    fields: dict[str, Any] = {name: found[name] for name in SOURCE_FIELDS}
    return Source(**fields)


def _place(found: sqlite3.Row) -> Place:
    return Place(
        path=found["path"],
        source=source_of(found),
        raw=found["raw"],
        offsets=found["offsets"],
        digest=found["digest"],
    )
