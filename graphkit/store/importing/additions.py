"""Taking in what was imported: the store is only added to, and the same again changes nothing."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from graphkit.errors import UnreadableDocument
from graphkit.lexicon import Relation
from graphkit.readers.problems import Report
from graphkit.records import Actor, Extraction, claim_row
from graphkit.store.actor_facts import add_sightings
from graphkit.store.claim_rows import ENDS
from graphkit.store.claim_store import ClaimStore
from graphkit.store.claims_file import actor_of_end, source_in
from graphkit.store.database import readable_errors, transaction
from graphkit.store.document_table import add_rows, ensure_document, read_document, rewrite_raw_spans
from graphkit.store.importing.claim_tables import Item
from graphkit.store.importing.flat_rows import FACTS
from graphkit.store.places import Place, merged_places, places_of, write_places
from graphkit.store.verify import claim_problems

Row = Mapping[str, Any]

SAME_PLACE = (
    "the same words already carry this relation between other actors, or with another certainty",
    "quote a passage that names both actors",
)


BATCH = 500
"""Items in one transaction; one each took 2.6 times as long (20,000 rows, two cores)."""

NOT_A_CLAIM = (
    *(KeyError, TypeError, ValueError, OverflowError, AttributeError),
    *(sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.DataError),
)
"""What a row with values of wrong kinds raises on its way into the tables."""


@dataclass(slots=True)
class Tally:
    """How many claims were new, and how many the store held already."""

    added: int = 0
    known: int = 0


class _Unfit(Exception):
    """The store cannot take the claim: the problem, and what to do."""


def add_items(store: ClaimStore, items: Iterable[Item], report: Report) -> Tally:
    """Add each item whole or not at all; what cannot be added goes to `report`, and the next is added."""
    tally, relations, waiting = Tally(), store.relations(), iter(items)
    # read first: a problem in the file leaves what was added before it
    while batch := list(islice(waiting, BATCH)):
        with readable_errors(store.path), transaction(store.connection):
            for item in batch:
                try:
                    is_new = _added(store.connection, item, relations)
                except _Unfit as error:
                    report(UnreadableDocument(item.where, *error.args))
                    continue
                tally.added += is_new
                tally.known += not is_new
    return tally


def _added(connection: sqlite3.Connection, item: Item, relations: Mapping[str, Relation]) -> bool:
    """Whether the item was new; after `_Unfit` nothing of it is left."""
    connection.execute("SAVEPOINT item")
    try:
        if isinstance(item.content, Extraction):
            return _add_extraction(connection, item.content)
        return _add_row(connection, item.content, relations)
    except _Unfit:
        connection.execute("ROLLBACK TO item")
        raise
    finally:
        connection.execute("RELEASE item")


def _add_extraction(connection: sqlite3.Connection, extraction: Extraction) -> bool:
    document, (claim,) = extraction.document, extraction.claims
    held = connection.execute(
        "SELECT subject_id, object_id, certainty FROM claims WHERE id = ?", (claim.id,)
    ).fetchone()
    if held and tuple(held) != (claim.subject.actor, claim.object.actor, claim.certainty.value):
        raise _Unfit(*SAME_PLACE)
    known = places_of(connection, document.id)
    places = merged_places(known, document)
    if known != places:
        ensure_document(connection, document.id, document.path, document.label)
        connection.execute(
            "UPDATE documents SET text = coalesce(text, ?), language = coalesce(language, ?) WHERE id = ?",
            (document.text, document.language, document.id),
        )
        write_places(connection, document.id, places)
        rewrite_raw_spans(connection, _stored(connection, document.id))
    if held:
        return False
    add_sightings(connection, document.id, extraction.actors)
    mentions = [(document.id, item.start, item.end, item.actor) for item in extraction.mentions]
    connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)", mentions)
    by_id = {actor.id: actor for actor in extraction.actors}
    add_rows(connection, [claim_row(claim, _stored(connection, document.id), by_id)])
    return True


def _stored(connection: sqlite3.Connection, document_id: str) -> Any:
    found = connection.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
    return read_document(connection, found)


def _add_row(connection: sqlite3.Connection, row: Row, relations: Mapping[str, Relation]) -> bool:
    document = row["document"]
    try:
        _add_places(connection, document)
        if connection.execute("SELECT 1 FROM claims WHERE id = ?", (row["id"],)).fetchone():
            return False
        has_text = connection.execute(
            "SELECT text IS NOT NULL FROM documents WHERE id = ?", (document["id"],)
        ).fetchone()[0]
        row = {"context": None, **row}
        if has_text:
            row = _fitted(connection, row, relations)
        ends = [row[end] for end in ENDS]
        add_sightings(connection, document["id"], [_sighted(end) for end in ends])
        mentions = [(document["id"], end["start"], end["end"], end["id"]) for end in ends]
        connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)", mentions)
        add_rows(connection, [row])
    except NOT_A_CLAIM as error:
        problem = f"no field {error}" if isinstance(error, KeyError) else str(error)
        raise _Unfit(f"not a claim of graphkit ({problem})", "export it again, or leave it out") from error
    return True


def _sighted(end: Mapping[str, Any]) -> Actor:
    """The end's actor, with what a flat row tells of it beyond a row of claims.jsonl."""
    facts: dict[str, Any] = {name: end.get(name) for name in FACTS}
    return replace(actor_of_end(end), **facts)


def _add_places(connection: sqlite3.Connection, document: Mapping[str, Any]) -> None:
    """The document, if the store has none of its text, and those of its places that are new."""
    known = places_of(connection, document["id"])
    told = [(document["path"], source_in(document))]
    told += [(copy["path"], source_in(copy)) for copy in document["also"]]
    new = {path: Place(path=path, source=source) for path, source in told if path not in known}
    if not new:
        return
    ensure_document(connection, document["id"], document["path"], told[0][1].label(document["path"]))
    write_places(connection, document["id"], {**known, **new})
    if connection.execute("SELECT text FROM documents WHERE id = ?", (document["id"],)).fetchone()[0]:
        rewrite_raw_spans(connection, _stored(connection, document["id"]))


def _fitted(connection: sqlite3.Connection, row: Row, relations: Mapping[str, Relation]) -> Row:
    """The row with its raw span in the store's text; ValueError where its words do not stand there."""
    document = _stored(connection, row["document"]["id"])
    raw_start, raw_end = document.raw_span(row["start"], row["end"])
    fitted = {**row, "raw_start": raw_start, "raw_end": raw_end}
    if row["context"] is None and row["context_start"] is not None:
        # written before rows held these words
        fitted["context"] = document.text[row["context_start"] : row["context_end"]]
    problem = next(claim_problems(fitted, document, relations), None)
    if problem:
        raise ValueError(problem)
    return fitted
