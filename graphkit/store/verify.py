"""Does every claim still stand where the store says it stands?"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graphkit.errors import StoreError
from graphkit.lexicon import Relation
from graphkit.records import AUTHOR, Document, Mention, Polarity, claim_id, content_hash
from graphkit.store.claim_rows import ENDS
from graphkit.store.claim_store import ClaimStore
from graphkit.store.document_table import read_document

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as it should be; `claim` is None where a document or the file is not."""

    claim: str | None
    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {f'claim {self.claim}: ' if self.claim else ''}{self.what}"


def verify(store: ClaimStore) -> Iterator[Problem]:
    """Everything that does not hold: the file, then the documents, then the claims, in the order of rows.

    Of claims that were imported without their text, ids and speakers are checked. Raises StoreError for a
    store without any text, such as one loaded from claims.jsonl.
    """
    textless = {row[0] for row in store.connection.execute("SELECT id FROM documents WHERE text IS NULL")}
    if textless and next(store.documents(), None) is None:
        raise StoreError(
            f"{store.path}: verify needs graphkit.db with the texts; claims.jsonl and GraphML have none"
        )
    yield from _file_problems(store)
    for found in store.connection.execute("SELECT * FROM documents WHERE text IS NOT NULL ORDER BY path, id"):
        document = read_document(store.connection, found)
        yield from _document_problems(store.connection, document, found["id"])
    relations = store.relations()
    for document_id, rows in groupby(store.rows(), key=lambda row: str(row["document"]["id"])):
        text = None if document_id in textless else store.document(document_id)
        for row in rows:
            for what in claim_problems(row, text, relations):
                yield Problem(claim=row["id"], path=row["document"]["path"], what=what)


def claim_problems(row: Row, document: Document | None, relations: Mapping[str, Relation]) -> Iterator[str]:
    """What does not hold of one claim; without its document, of its spans nothing is known."""
    if document is not None:
        yield from _span_problems(row, document.text)
        yield from _raw_problems(row, document)
    yield from _speaker_problems(row)
    relation = relations.get(row["relation"])
    if relation is None:
        yield f"relation {row['relation']!r} is not known"
    elif relation.symmetric and row["subject"]["start"] > row["object"]["start"]:
        yield f"{relation.name} is symmetric, but its subject stands behind its object"
    yield from _id_problems(row, symmetric=relation is not None and relation.symmetric)


def _span_problems(row: Row, text: str) -> Iterator[str]:
    spans = [("evidence", row["start"], row["end"], row["evidence"])]
    spans += [(end, row[end]["start"], row[end]["end"], row[end]["mention"]) for end in ENDS]
    for name in ("trigger", "context"):
        quote, start, end = row[name], row[f"{name}_start"], row[f"{name}_end"]
        if (quote, start, end) != (None, None, None):
            spans.append((name, start, end, quote))
    for name, start, end, quote in spans:
        if not _is_span(start, end, len(text)):
            yield f"{name} [{start}, {end}) does not lie within the document's {len(text)} characters"
        elif text[start:end] != quote:
            yield f"{name} {quote!r} is not what stands at [{start}, {end}): {text[start:end]!r}"


def _raw_problems(row: Row, document: Document) -> Iterator[str]:
    start, end = row["raw_start"], row["raw_end"]
    if not _is_span(start, end, len(document.raw)):
        yield f"raw span [{start}, {end}) does not lie within the {len(document.raw)} raw characters"
    elif _is_span(row["start"], row["end"], len(document.text)):
        mapped = document.raw_span(row["start"], row["end"])
        if mapped != (start, end):
            yield f"raw span [{start}, {end}) should be [{mapped[0]}, {mapped[1]})"


def _speaker_problems(row: Row) -> Iterator[str]:
    speakers, ids = row["speakers"], row["speaker_ids"]
    if not speakers or not all(speakers) or len(speakers) != len(ids):
        yield f"speakers {speakers} and speaker ids {ids} do not pair up"
    if AUTHOR in speakers and len(speakers) > 1:
        yield f"'author' does not stand alone in {speakers}"


def _id_problems(row: Row, *, symmetric: bool) -> Iterator[str]:
    try:
        subject, object_ = (
            Mention(
                document=row["document"]["id"],
                start=row[end]["start"],
                end=row[end]["end"],
                actor=row[end]["id"],
            )
            for end in ENDS
        )
    except ValueError:
        return  # reported as a span
    if row["polarity"] not in {*Polarity}:
        yield f"polarity {row['polarity']!r} is not known"
        return
    polarity = Polarity(row["polarity"])
    right = claim_id(subject, object_, row["relation"], polarity, row["speakers"], symmetric=symmetric)
    if right != row["id"]:
        yield f"its id should be {right}"


def _document_problems(
    connection: sqlite3.Connection, document: Document, document_id: str
) -> Iterator[Problem]:
    def problem(what: str) -> Problem:
        return Problem(claim=None, path=document.path, what=what)

    if content_hash(document.text) != document_id:
        yield problem(f"its text does not have the hash {document_id}: it was changed")
    if any(not 0 <= raw <= len(document.raw) for _, raw in document.offsets):
        yield problem("its offset map points outside of its raw form")
    query = "SELECT start, end, actor_id FROM mentions WHERE document_id = ? ORDER BY start, end, actor_id"
    for start, end, actor in connection.execute(query, (document_id,)):
        if not _is_span(start, end, len(document.text)):
            yield problem(f"mention [{start}, {end}) of {actor} does not lie within the text")


def _file_problems(store: ClaimStore) -> Iterator[Problem]:
    checks: dict[str, Callable[[sqlite3.Row], str | None]] = {
        "PRAGMA integrity_check": lambda row: None if row[0] == "ok" else str(row[0]),
        "PRAGMA foreign_key_check": lambda row: (
            f"a row of {row[0]} refers to a row of {row[2]} that is missing"
        ),
    }
    for query, read in checks.items():
        for row in store.connection.execute(query):
            what = read(row)
            if what is not None:
                yield Problem(claim=None, path=store.path, what=what)


def _is_span(start: int | None, end: int | None, length: int) -> bool:
    return start is not None and end is not None and 0 <= start < end <= length
