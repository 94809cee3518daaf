"""The store's tables, as ordered steps; each runs once, in its own transaction, and its name is kept.

A step that has been released is never edited: a change to the tables is a new function at the end.
"""

import sqlite3
from collections.abc import Callable

from graphkit.errors import StoreError
from graphkit.store.database import APPLICATION_ID, transaction

Migration = Callable[[sqlite3.Connection], None]

SOURCE_COLUMNS = "publisher TEXT, title TEXT, author TEXT, date TEXT, url TEXT"


def migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring the file to this graphkit's tables.

    Raises StoreError if it is another program's database or was written by a newer graphkit.
    """
    applied = applied_names(connection, path)
    newer = sorted(applied - {step.__name__ for step in MIGRATIONS})
    if newer:
        raise StoreError(
            f"{path}: written by a newer graphkit ({', '.join(newer)}); "
            "upgrade with `pip install --upgrade graphkit`"
        )
    for step in MIGRATIONS:
        if step.__name__ not in applied:
            with transaction(connection):
                step(connection)
                connection.execute("INSERT INTO migrations (name) VALUES (?)", (step.__name__,))


def applied_names(connection: sqlite3.Connection, path: str) -> set[str]:
    """Names of the steps that the file has been through; empty for a new file."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return set()
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not ours or "migrations" not in tables:
        raise StoreError(f"{path}: a SQLite database of another program; name a graphkit.db")
    return {row[0] for row in connection.execute("SELECT name FROM migrations")}


def m001_documents_actors_claims(connection: sqlite3.Connection) -> None:
    """The first tables.

    `documents` has the fields of the path that the document goes by, `copies` those of its further paths.
    `raw`, `offsets` and `digest` of a copy are null where it is known from `also` alone. `fingerprint` is
    null for a document that was not read from a file. `sightings` is what each document says of an actor,
    `actors` what follows from all of them; `stale` marks one that must be worked out anew.
    """
    place = f"path TEXT NOT NULL, {SOURCE_COLUMNS}, raw TEXT, offsets TEXT, digest TEXT"
    facts = "name TEXT NOT NULL, type TEXT NOT NULL, aliases TEXT NOT NULL, country TEXT, parent TEXT,"
    facts += " wikidata TEXT"
    sighted = "FOREIGN KEY (document_id, {0}) REFERENCES sightings (document_id, actor_id) ON DELETE CASCADE"
    owner = "document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE"
    for statement in (
        f"PRAGMA application_id = {APPLICATION_ID}",
        "CREATE TABLE migrations (name TEXT PRIMARY KEY)",
        f"CREATE TABLE documents (id TEXT PRIMARY KEY, {place}, label TEXT NOT NULL, language TEXT,"
        " text TEXT, fingerprint TEXT)",
        "CREATE UNIQUE INDEX documents_by_path ON documents (path, id)",
        f"CREATE TABLE copies ({owner}, {place}, PRIMARY KEY (document_id, path))",
        f"CREATE TABLE actors (id TEXT PRIMARY KEY, {facts}, stale INTEGER NOT NULL)",
        f"CREATE TABLE sightings ({owner}, actor_id TEXT NOT NULL, {facts},"
        " PRIMARY KEY (document_id, actor_id))",
        "CREATE INDEX sightings_by_actor ON sightings (actor_id)",
        f"CREATE TABLE mentions ({owner}, start INTEGER NOT NULL, end INTEGER NOT NULL,"
        " actor_id TEXT NOT NULL, PRIMARY KEY (document_id, start, end, actor_id),"
        f" {sighted.format('actor_id')})",
        f"CREATE TABLE claims ({claim_columns(owner)}, {sighted.format('subject_id')},"
        f" {sighted.format('object_id')})",
        "CREATE INDEX claims_in_order ON claims"
        " (document_id, start, end, subject_start, object_start, relation, id)",
        "CREATE INDEX claims_by_pair ON claims (low_id, high_id)",
        "CREATE TABLE relations (name TEXT PRIMARY KEY, definition TEXT NOT NULL, symmetric INTEGER NOT NULL,"
        " inverse TEXT NOT NULL, color TEXT NOT NULL, opposes TEXT NOT NULL, plover TEXT)",
    ):
        connection.execute(statement)


def claim_columns(owner: str) -> str:
    """Columns of `claims`: the fields of a row of claims.jsonl; `low_id`, `high_id` are the two actors."""
    end = "{0}_id TEXT NOT NULL, {0}_mention TEXT NOT NULL, {0}_start INTEGER NOT NULL,"
    end += " {0}_end INTEGER NOT NULL"
    return (
        f"number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {owner}, {end.format('subject')},"
        f" relation TEXT NOT NULL, {end.format('object')}, polarity TEXT NOT NULL, certainty TEXT NOT NULL,"
        " speakers TEXT NOT NULL, speaker_ids TEXT NOT NULL, speaker TEXT NOT NULL, evidence TEXT NOT NULL,"
        " start INTEGER NOT NULL, end INTEGER NOT NULL,"
        " trigger TEXT, trigger_start INTEGER, trigger_end INTEGER,"
        " context_start INTEGER, context_end INTEGER, raw_start INTEGER, raw_end INTEGER,"
        " confidence REAL NOT NULL, extractor TEXT NOT NULL,"
        " low_id TEXT GENERATED ALWAYS AS (min(subject_id, object_id)) VIRTUAL,"
        " high_id TEXT GENERATED ALWAYS AS (max(subject_id, object_id)) VIRTUAL"
    )


def m002_evidence_search(connection: sqlite3.Connection) -> None:
    """Full-text index over the evidence, kept by triggers; accents do not count."""
    add = "INSERT INTO evidence_index (rowid, evidence) VALUES (new.number, new.evidence);"
    drop = (
        "INSERT INTO evidence_index (evidence_index, rowid, evidence)"
        " VALUES ('delete', old.number, old.evidence);"
    )
    for statement in (
        "CREATE VIRTUAL TABLE evidence_index USING fts5 (evidence, content = 'claims',"
        " content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER claim_added AFTER INSERT ON claims BEGIN {add} END",
        f"CREATE TRIGGER claim_removed AFTER DELETE ON claims BEGIN {drop} END",
        f"CREATE TRIGGER claim_changed AFTER UPDATE OF evidence ON claims BEGIN {drop} {add} END",
    ):
        connection.execute(statement)


def m003_context_text(connection: sqlite3.Connection) -> None:
    """The words of the context beside their offsets; null where the store has no text to take them from."""
    # Not substr(), which ends a text at its first NUL.
    connection.create_function("words_at", 3, lambda text, start, end: text and text[start:end])
    for statement in (
        "ALTER TABLE claims ADD COLUMN context TEXT",
        "UPDATE claims SET context = (SELECT words_at(text, context_start, context_end)"
        " FROM documents WHERE documents.id = document_id) WHERE context_start IS NOT NULL",
    ):
        connection.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (m001_documents_actors_claims, m002_evidence_search, m003_context_text)
