"""What a run need not read again, and what it must forget.

A document is known by its id (the text), each of its places by path, and each place by the digest of all that
was read there, metadata included. A document is unchanged if the store holds this digest at this path, read
by the same pipeline. Reading a file is cheap beside analysing it, so files are always read: only so are
texts found that moved or that came to lie in two places.

After a whole run the store holds, of the documents that come from files, those that the run has seen and no
others: a file that is gone, or whose content changed, takes its old document with it, unless that text still
lies at another path that the run has seen. Documents with no fingerprint were not read from files (imports)
and stay.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from graphkit.records import Document
from graphkit.store.database import transaction
from graphkit.store.document_table import read_document, remove_document, rewrite_raw_spans
from graphkit.store.places import document_digest, places_of, write_places

UNSEEN = (
    "SELECT id FROM documents WHERE fingerprint IS NOT NULL AND"
    " (NOT EXISTS (SELECT 1 FROM temp.seen"
    " WHERE seen.document_id = documents.id AND seen.path = documents.path)"
    " OR EXISTS (SELECT 1 FROM copies WHERE copies.document_id = documents.id AND NOT EXISTS"
    " (SELECT 1 FROM temp.seen WHERE seen.document_id = documents.id AND seen.path = copies.path)))"
    " ORDER BY id"
)


def unread(
    connection: sqlite3.Connection, documents: Iterable[Document], fingerprint: str
) -> Iterator[Document]:
    """Of the documents of this run those that must be analysed; all are noted as seen."""
    connection.execute("DROP TABLE IF EXISTS temp.seen")
    connection.execute(
        "CREATE TEMP TABLE seen (document_id TEXT, path TEXT, PRIMARY KEY (document_id, path)) WITHOUT ROWID"
    )
    return _unread(connection, documents, fingerprint)


def forget_unseen(connection: sqlite3.Connection) -> int:
    """Remove the places that the last `unread` did not see; returns how many documents went with them.

    Raises ValueError if there was none: then nothing is known to be gone.
    """
    if not connection.execute("SELECT 1 FROM sqlite_temp_master WHERE name = 'seen'").fetchone():
        raise ValueError("forget_unseen comes after unread, over all documents of the run")
    unseen = [row["id"] for row in connection.execute(UNSEEN).fetchall()]
    with transaction(connection):
        return sum(_forget_places(connection, document_id) for document_id in unseen)


def _unread(
    connection: sqlite3.Connection, documents: Iterable[Document], fingerprint: str
) -> Iterator[Document]:
    for document in documents:
        places = [(document.id, path) for path in (document.path, *(copy.path for copy in document.also))]
        connection.executemany("INSERT OR IGNORE INTO temp.seen VALUES (?, ?)", places)
        if not _is_read(connection, document, fingerprint):
            yield document


def _is_read(connection: sqlite3.Connection, document: Document, fingerprint: str) -> bool:
    found = connection.execute(
        "SELECT 1 FROM documents WHERE id = ? AND fingerprint = ?", (document.id, fingerprint)
    ).fetchone()
    if found is None:
        return False
    place = places_of(connection, document.id).get(document.path)
    return place is not None and place.digest == document_digest(document)


def _forget_places(connection: sqlite3.Connection, document_id: str) -> bool:
    query = "SELECT path FROM temp.seen WHERE document_id = ?"
    seen = {row["path"] for row in connection.execute(query, (document_id,))}
    places = places_of(connection, document_id)
    kept = {path: place for path, place in places.items() if path in seen}
    if not kept:
        remove_document(connection, document_id)
        return True
    write_places(connection, document_id, kept)
    stored = connection.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
    rewrite_raw_spans(connection, read_document(connection, stored))
    return False
