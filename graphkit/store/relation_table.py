"""The relations that a store's claims are read with, where they are not graphkit's own."""

import json
import sqlite3
from collections.abc import Mapping

from graphkit.lexicon import Relation
from graphkit.store.database import transaction


def write_relations(connection: sqlite3.Connection, relations: Mapping[str, Relation]) -> None:
    """Keep the relations; the same name replaces. Triggers are the extractor's and are not kept."""
    rows = [
        (
            item.name,
            item.definition,
            item.symmetric,
            item.inverse,
            item.color,
            json.dumps(item.opposes),
            item.plover,
        )
        for item in relations.values()
    ]
    with transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO relations VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def read_relations(connection: sqlite3.Connection) -> dict[str, Relation]:
    """The relations that were kept, by name."""
    found = connection.execute("SELECT * FROM relations ORDER BY rowid")
    return {
        row["name"]: Relation(
            name=row["name"],
            definition=row["definition"],
            symmetric=bool(row["symmetric"]),
            inverse=row["inverse"],
            color=row["color"],
            opposes=tuple(json.loads(row["opposes"])),
            plover=row["plover"],
        )
        for row in found
    }
