"""The store: documents, actors, mentions and claims in one SQLite file; all else is derived from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from graphkit.errors import StoreError
from graphkit.lexicon import Relation, load_relations
from graphkit.records import Actor, Document, Extraction, Mention
from graphkit.store import claim_rows
from graphkit.store.actor_facts import read_actor, refresh_actors
from graphkit.store.claim_filter import ClaimFilter, Condition
from graphkit.store.contested import ContestedPair, contested_pairs
from graphkit.store.database import MEMORY, connect, prepare, readable_errors, transaction
from graphkit.store.document_table import read_document, write_extraction
from graphkit.store.migrations import migrate
from graphkit.store.places import copies_of
from graphkit.store.read_marks import forget_unseen, unread
from graphkit.store.relation_table import read_relations, write_relations
from graphkit.store.voices import assertions
from graphkit.store.whole_file import file_target

EVERYTHING = ClaimFilter()


class ClaimStore:
    """A store on disk, or in memory with ``":memory:"``; a file that is missing is made.

    Use it as a context manager. `relations` are the relations that the claims are read with, if they are not
    graphkit's own; the store remembers them.

    A run that reads files goes::

        with ClaimStore(path) as store:
            new = store.unread(read_documents(inputs), fingerprint)
            store.add(extract_claims(new, nlp), fingerprint=fingerprint)
            store.forget_unseen()

    Each document is written with all its claims in one transaction, so that a killed run leaves a usable
    store and the next run goes on from there. Raises StoreError for a file that is damaged, of another
    program, of a newer graphkit or in use, and GraphkitError for what is no file at all.
    """

    def __init__(self, path: Path | str, *, relations: Mapping[str, Relation] | None = None) -> None:
        self.path = str(path)
        file = self.path if self.path == MEMORY else str(file_target(path))
        with readable_errors(self.path):
            self.connection = connect(file)
            try:
                migrate(self.connection, self.path)
                prepare(self.connection)
                if relations is not None:
                    write_relations(self.connection, relations)
            except BaseException:
                self.connection.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added is in it already."""
        self.connection.close()

    @property
    def has_text(self) -> bool:
        """False if a document came without its text, as all do that are loaded from claims.jsonl."""
        return self._one("SELECT NOT EXISTS (SELECT 1 FROM documents WHERE text IS NULL)") == 1

    def relations(self) -> dict[str, Relation]:
        """The relations that the store's claims are read with: graphkit's own, and those it was given."""
        return {**load_relations(), **read_relations(self.connection)}

    def unread(self, documents: Iterable[Document], fingerprint: str) -> Iterator[Document]:
        """Of the documents just read, those that are new, changed, or were read by another pipeline.

        `fingerprint` names the pipeline: model, lexicon, rules. Every document is noted for `forget_unseen`.
        """
        return unread(self.connection, documents, fingerprint)

    def forget_unseen(self) -> int:
        """Remove what files no longer say; returns how many documents went.

        Call it after a whole run, never after a stopped one. See `read_marks`.
        """
        with readable_errors(self.path):
            return forget_unseen(self.connection)

    def add(self, extractions: Iterable[Extraction], *, fingerprint: str | None = None) -> int:
        """Write the extractions as they come, a transaction each; returns how many there were.

        The same document again replaces what the store held of it, but keeps its other paths. Without a
        `fingerprint` the documents count as not read from files: `forget_unseen` leaves them alone.
        """
        count = 0
        for extraction in extractions:
            with readable_errors(self.path), transaction(self.connection):
                write_extraction(self.connection, extraction, fingerprint)
            count += 1
        self._refresh()
        return count

    def rows(self, filter: ClaimFilter | None = None) -> Iterator[dict[str, Any]]:
        """The claims that pass, as rows of claims.jsonl: by document path, then place in the text.

        Streams: memory does not grow with the number of claims.
        """
        where = self._where(filter or EVERYTHING)
        yield from self._selected(where.sql, where.values)

    def search(self, words: str) -> Iterator[dict[str, Any]]:
        """Rows whose evidence holds all the words, in the order of `rows`; accents do not count."""
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        self._refresh()
        where = " WHERE claims.number IN (SELECT rowid FROM evidence_index WHERE evidence MATCH ?)"
        yield from self._selected(where, [quoted or '""'])

    def documents(self) -> Iterator[Document]:
        """The documents by path; those that came without text are left out."""
        query = "SELECT * FROM documents WHERE text IS NOT NULL ORDER BY path, id"
        with readable_errors(self.path):
            for row in self.connection.execute(query):
                yield read_document(self.connection, row)

    def document(self, document_id: str) -> Document:
        """One document. Raises StoreError if the store does not hold it, or not its text."""
        with readable_errors(self.path):
            query = "SELECT * FROM documents WHERE id = ? AND text IS NOT NULL"
            row = self.connection.execute(query, (document_id,)).fetchone()
        if row is None:
            raise StoreError(f"{self.path}: holds no text of a document {document_id!r}")
        return read_document(self.connection, row)

    def actors(self) -> dict[str, Actor]:
        """Every actor by id, in the order of the ids."""
        self._refresh()
        with readable_errors(self.path):
            found = self.connection.execute("SELECT * FROM actors ORDER BY id")
            return {row["id"]: read_actor(row, row["id"]) for row in found}

    def actors_of(self, filter: ClaimFilter | None = None) -> list[str]:
        """Ids of the actors that the claims which pass are about, ascending."""
        where = self._where(filter or EVERYTHING)
        ends = [f"SELECT claims.{end}_id{claim_rows.FROM}{where.sql}" for end in claim_rows.ENDS]
        with readable_errors(self.path):
            found = self.connection.execute(f"{' UNION '.join(ends)} ORDER BY 1", where.values * 2)
            return [row[0] for row in found]

    def mentions(self, document_id: str) -> Iterator[Mention]:
        """What stands for an actor in a document, in text order."""
        query = "SELECT * FROM mentions WHERE document_id = ? ORDER BY start, end, actor_id"
        with readable_errors(self.path):
            for row in self.connection.execute(query, (document_id,)):
                yield Mention(document=document_id, start=row["start"], end=row["end"], actor=row["actor_id"])

    def contested(self) -> list[ContestedPair]:
        """The contested pairs of the whole store, strongest first."""
        with readable_errors(self.path):
            return contested_pairs(assertions(self.connection), self.relations())

    def counts(self) -> dict[str, int]:
        """How many documents, actors, mentions, claims and sources there are."""
        self._refresh()
        tables = ("documents", "actors", "mentions", "claims")
        counted = {table: self._one(f"SELECT count(*) FROM {table}") for table in tables}
        return {**counted, "sources": self._one("SELECT count(DISTINCT label) FROM documents")}

    def _where(self, wanted: ClaimFilter) -> Condition:
        self._refresh()
        if wanted.contested:
            self._mark_contested()
        return wanted.where()

    def _selected(self, where: str, values: Sequence[str | int | float]) -> Iterator[dict[str, Any]]:
        with readable_errors(self.path):
            found = self.connection.execute(claim_rows.SELECT + where + claim_rows.ORDER, values)
            names = [column[0] for column in found.description]
            # dicts, since sqlite3.Row looks through all its columns for each name
            rows = (dict(zip(names, row, strict=True)) for row in found)
            for document_id, group in groupby(rows, key=lambda row: str(row["document_id"])):
                also = [copy.to_dict() for copy in copies_of(self.connection, document_id)]
                yield from (claim_rows.row_of(row, also) for row in group)

    def _refresh(self) -> None:
        with readable_errors(self.path):
            refresh_actors(self.connection)

    def _mark_contested(self) -> None:
        pairs = [found.pair for found in self.contested()]
        with readable_errors(self.path), transaction(self.connection):
            self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS contested_pairs (low_id, high_id)")
            self.connection.execute("DELETE FROM temp.contested_pairs")
            self.connection.executemany("INSERT INTO temp.contested_pairs VALUES (?, ?)", pairs)

    def _one(self, query: str) -> int:
        with readable_errors(self.path):
            return int(self.connection.execute(query).fetchone()[0])
