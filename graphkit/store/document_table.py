"""Writing and reading one document with all that was read from it."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from graphkit.errors import StoreError
from graphkit.records import Actor, Document, Extraction, Mention, claim_row
from graphkit.store import claim_rows
from graphkit.store.actor_facts import add_sightings, remove_sightings
from graphkit.store.database import REBUILD
from graphkit.store.places import copies_of, merged_places, places_of, source_of, write_places


def write_extraction(connection: sqlite3.Connection, extraction: Extraction, fingerprint: str | None) -> None:
    """Put one document in the place of what the store held of it; call inside a transaction."""
    document = extraction.document
    places = merged_places(places_of(connection, document.id), document)
    ensure_document(connection, document.id, document.path, document.label)
    connection.execute(
        "UPDATE documents SET text = ?, language = ?, fingerprint = ? WHERE id = ?",
        (document.text, document.language, fingerprint, document.id),
    )
    write_places(connection, document.id, places)
    remove_sightings(connection, document.id)
    add_sightings(connection, document.id, extraction.actors)
    _add_mentions(connection, extraction.mentions)
    _add_claims(connection, extraction)


def ensure_document(connection: sqlite3.Connection, document_id: str, path: str, label: str) -> None:
    """Make sure that the document has a row that others can refer to."""
    connection.execute(
        "INSERT INTO documents (id, path, label) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (document_id, path, label),
    )


def add_rows(connection: sqlite3.Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add rows of claims.jsonl to the table `claims`; their documents and sightings must be there."""
    connection.executemany(claim_rows.INSERT, [claim_rows.claim_values(row) for row in rows])


def remove_document(connection: sqlite3.Connection, document_id: str) -> None:
    """Remove a document with its mentions and claims; call inside a transaction."""
    remove_sightings(connection, document_id)
    connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))


def read_document(connection: sqlite3.Connection, found: sqlite3.Row) -> Document:
    """The document in a row of `documents` that has a text; StoreError where the row is damaged."""
    try:
        return Document(
            path=found["path"],
            text=found["text"],
            raw=found["text"] if found["raw"] is None else found["raw"],
            offsets=tuple((text, raw) for text, raw in json.loads(found["offsets"] or "[[0, 0]]")),
            source=source_of(found),
            also=copies_of(connection, found["id"]),
            language=found["language"],
        )
    except (TypeError, ValueError) as error:
        raise StoreError(f"document {found['id']} is damaged ({error}); {REBUILD}") from error


def rewrite_raw_spans(connection: sqlite3.Connection, document: Document) -> None:
    """Map the document's claims to its raw form anew, after it goes by another path."""
    found = connection.execute(
        "SELECT number, start, end FROM claims WHERE document_id = ?", (document.id,)
    ).fetchall()
    spans = [(*document.raw_span(row["start"], row["end"]), row["number"]) for row in found]
    connection.executemany("UPDATE claims SET raw_start = ?, raw_end = ? WHERE number = ?", spans)


def _add_mentions(connection: sqlite3.Connection, mentions: Iterable[Mention]) -> None:
    rows = sorted({(mention.document, mention.start, mention.end, mention.actor) for mention in mentions})
    connection.executemany(
        "INSERT INTO mentions (document_id, start, end, actor_id) VALUES (?, ?, ?, ?)", rows
    )


def _add_claims(connection: sqlite3.Connection, extraction: Extraction) -> None:
    stored = connection.execute("SELECT * FROM documents WHERE id = ?", (extraction.document.id,)).fetchone()
    # The stored document, not the given one: raw spans belong to the path that it goes by.
    document = read_document(connection, stored)
    actors: dict[str, Actor] = {actor.id: actor for actor in extraction.actors}
    add_rows(connection, [claim_row(claim, document, actors) for claim in extraction.claims])
