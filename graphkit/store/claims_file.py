"""claims.jsonl: written from rows, and loaded back into a store that then has no texts."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from graphkit.errors import StoreError
from graphkit.records import SOURCE_FIELDS, Actor, ActorType, Certainty, Claim, Mention, Polarity, Source
from graphkit.store import claim_rows
from graphkit.store.actor_facts import add_sightings
from graphkit.store.database import transaction
from graphkit.store.document_table import add_rows, ensure_document
from graphkit.store.places import Place, write_places


def write_jsonl(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> int:
    """Write rows as lines of JSON, keys in the order they have; returns how many."""
    count = 0
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def read_jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a claims.jsonl with their line numbers, from 1; empty lines are skipped.

    Raises StoreError, with the line, for what is not JSON or not UTF-8.
    """
    with path.open(encoding="utf-8", newline="\n") as lines:
        try:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, _parsed(path, number, line)
        except UnicodeDecodeError as error:
            raise StoreError(
                f"{path}: not UTF-8 ({error.reason}); name a claims.jsonl of graphkit"
            ) from error


def load_claims(connection: sqlite3.Connection, path: Path) -> None:
    """Fill an empty store from a claims.jsonl; raises StoreError where a line is not a claim of graphkit."""
    with transaction(connection):
        known: set[tuple[str, ...]] = set()
        for number, row in read_jsonl(path):
            try:
                _add_row(connection, row, known)
            except (KeyError, TypeError, ValueError, OverflowError, sqlite3.Error) as error:
                problem = f"no field {error}" if isinstance(error, KeyError) else str(error)
                raise _not_a_claim(path, number, problem) from error


def _add_row(connection: sqlite3.Connection, row: Mapping[str, Any], known: set[tuple[str, ...]]) -> None:
    document, ends = row["document"], [row[end] for end in claim_rows.ENDS]
    check_row(row)
    if (document["id"],) not in known:
        _add_document(connection, document)
    new = [end for end in ends if (document["id"], end["id"]) not in known]
    add_sightings(connection, document["id"], [actor_of_end(end) for end in new])
    known.update([(document["id"],), *((document["id"], end["id"]) for end in ends)])
    mentions = [(document["id"], end["start"], end["end"], end["id"]) for end in ends]
    connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)", mentions)
    # Files of graphkit 0.1.0 have the offsets of the context, but not its words.
    add_rows(connection, [{"context": None, **row}])


def check_row(row: Mapping[str, Any]) -> None:
    """Raise ValueError, TypeError or KeyError for a row that `records.claim_row` cannot have written."""
    document = row["document"]["id"]
    subject, object_ = (
        Mention(document=document, start=row[end]["start"], end=row[end]["end"], actor=row[end]["id"])
        for end in claim_rows.ENDS
    )
    Claim(
        id=row["id"],
        document=document,
        subject=subject,
        relation=row["relation"],
        object=object_,
        polarity=Polarity(row["polarity"]),
        certainty=Certainty(row["certainty"]),
        speakers=tuple(row["speakers"]),
        speaker_ids=tuple(row["speaker_ids"]),
        evidence=row["evidence"],
        start=row["start"],
        end=row["end"],
        confidence=row["confidence"],
    )
    names = [*row["speakers"], *filter(None, row["speaker_ids"])]
    if not all(isinstance(name, str) for name in names):
        raise TypeError(f"speakers {row['speakers']} with ids {row['speaker_ids']} are not all texts")


def _add_document(connection: sqlite3.Connection, document: Mapping[str, Any]) -> None:
    source = source_in(document)
    ensure_document(connection, document["id"], document["path"], source.label(document["path"]))
    places = [Place(path=document["path"], source=source)]
    places += [Place(path=copy["path"], source=source_in(copy)) for copy in document["also"]]
    write_places(connection, document["id"], {place.path: place for place in places})


def source_in(fields: Mapping[str, Any]) -> Source:
    """The source in a row's `document`, or in one of its `also`."""
    return Source(**{name: fields[name] for name in SOURCE_FIELDS})


def actor_of_end(end: Mapping[str, Any]) -> Actor:
    """The actor in a row's `subject` or `object`."""
    return Actor(id=end["id"], name=end["name"], type=ActorType(end["type"]), aliases=tuple(end["aliases"]))


def _parsed(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise _not_a_claim(path, number, str(error)) from error
    if not isinstance(row, dict):
        raise _not_a_claim(path, number, "not an object")
    return row


def _not_a_claim(path: Path, number: int, problem: str) -> StoreError:
    return StoreError(
        f"{path}, line {number}: not a claim of graphkit ({problem}); name a claims.jsonl or graphkit.db"
    )
