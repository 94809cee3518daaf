"""The SQLite connection under a store: how it is opened, and SQLite's errors in the user's words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unicodedata import normalize

from graphkit.errors import StoreError
from graphkit.records import Source

MEMORY = ":memory:"

APPLICATION_ID = 0x676B6974
"""Marks a SQLite file as graphkit's: "gkit" in ASCII."""

WAIT_SECONDS = 30


def connect(path: str) -> sqlite3.Connection:
    """A connection in autocommit mode; transactions are opened by name with `transaction`.

    WAL with synchronous=NORMAL: a killed process leaves every finished transaction, and a commit needs no
    wait for the disk, so that each document can have its own. A file that cannot be written, on a read-only
    share, say, can still be read.
    """
    file = path if path == MEMORY or is_writable(Path(path)) else _frozen(Path(path))
    connection = sqlite3.connect(file, timeout=WAIT_SECONDS, isolation_level=None, uri=file != path)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.create_function("fold", 1, lambda text: text and fold(text), deterministic=True)
    connection.create_function("is_document", 2, is_document, deterministic=True)
    connection.create_function("label_of", 3, _label_of, deterministic=True)
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Make a new or known file ready to be written: write-ahead log and full-text search.

    Raises StoreError where this Python's SQLite has no FTS5.
    """
    if not connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()[0]:
        raise StoreError("this Python's SQLite has no FTS5; use a Python from python.org, conda or Debian")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or, after an exception, nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def readable_errors(path: str) -> Iterator[None]:
    """Turn what SQLite reports about the file into a StoreError with a remedy; bugs pass through."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(f"{path}: in use by another program; wait until it is done") from error
        raise StoreError(f"{path}: {error}; check the folder, its rights and the space left") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: not a graphkit store, or damaged ({error}); {REBUILD}") from error


REBUILD = "build it anew with `graphkit build INPUTS… -o DIR`"


def fold(text: str) -> str:
    r"""The text as names are compared: without case, composed (NFC).

    >>> fold("NU\u0301N\u0303EZ") == fold("núñez")
    True
    """
    return normalize("NFC", text.casefold())


def is_document(path: str, wanted: str) -> bool:
    """True if `wanted` is the document's path, its file's name, or the name without the suffix.

    A row ``rows.jsonl#12`` is also found by its file.

    >>> is_document("in/rows.jsonl#12", "rows"), is_document("in/a.txt", "b.txt")
    (True, False)
    """
    file, mark, row = path.rpartition("#")
    names = {path, file} if mark and row.isdigit() else {path}
    return any(wanted in (name, Path(name).name, Path(name).stem) for name in names)


def _label_of(publisher: str | None, url: str | None, path: str) -> str:
    return Source(publisher=publisher, url=url).label(path)


def is_writable(file: Path) -> bool:
    """True if SQLite can write the file and, beside it, its log."""
    return os.access(file.parent, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))


def _frozen(file: Path) -> str:
    """Address of a file that nobody can write: SQLite then needs no log and no locks."""
    log = file.with_name(f"{file.name}-wal")
    if log.exists() and log.stat().st_size:
        raise StoreError(f"{file}: a run was stopped here; copy the folder to where you can write")
    return f"{file.resolve().as_uri()}?immutable=1"
