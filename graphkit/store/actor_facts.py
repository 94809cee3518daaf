"""An actor's final name, type and aliases, from what all documents say of it, in any order."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any

from graphkit.records import Actor
from graphkit.store.database import transaction

FACTS = ("name", "type", "aliases", "country", "parent", "wikidata")

COLUMNS = ", ".join(FACTS)

ADD_SIGHTING = (
    f"INSERT INTO sightings (document_id, actor_id, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (document_id, actor_id) DO NOTHING"
)


def add_sightings(connection: sqlite3.Connection, document_id: str, actors: Iterable[Actor]) -> None:
    """Keep what the document says of its actors; they are stale until `refresh_actors`."""
    rows = [(document_id, *_values(actor)) for actor in actors]
    if not rows:
        return
    connection.executemany(ADD_SIGHTING, rows)
    connection.execute(
        f"INSERT INTO actors (id, {COLUMNS}, stale) SELECT actor_id, {COLUMNS}, 1 FROM sightings"
        " WHERE document_id = ? ON CONFLICT (id) DO UPDATE SET stale = 1",
        (document_id,),
    )


def remove_sightings(connection: sqlite3.Connection, document_id: str) -> None:
    """Forget what the document says of actors, and with it its mentions and claims."""
    connection.execute(
        "UPDATE actors SET stale = 1 WHERE id IN (SELECT actor_id FROM sightings WHERE document_id = ?)",
        (document_id,),
    )
    connection.execute("DELETE FROM sightings WHERE document_id = ?", (document_id,))


def refresh_actors(connection: sqlite3.Connection) -> None:
    """Work out anew the actors whose sightings changed; drop those that no document holds any more."""
    stale = [row["id"] for row in connection.execute("SELECT id FROM actors WHERE stale ORDER BY id")]
    if not stale:
        return
    with transaction(connection):
        for actor_id in stale:
            _refresh(connection, actor_id)


def merged_actor(actor_id: str, sightings: Iterable[tuple[Actor, int]]) -> Actor:
    """One actor from its sightings, each with how often it was seen.

    Every field takes its most frequent value (ties: the first in code point order, absent values do not
    vote). Aliases are all names and aliases that were seen, but for the final name.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACTS}
    aliases: set[str] = set()
    for actor, times in sightings:
        aliases.update(actor.aliases, [actor.name])
        for name, votes in counts.items():
            value = getattr(actor, name)
            if name != "aliases" and value is not None:
                votes[value] += times
    chosen: dict[str, Any] = {name: _most_frequent(votes) for name, votes in counts.items()}
    chosen["aliases"] = tuple(sorted(aliases - {chosen["name"]}))
    return Actor(id=actor_id, **chosen)


def read_actor(found: sqlite3.Row, actor_id: str) -> Actor:
    """The actor in a row of `actors` or `sightings`."""
    facts = {name: found[name] for name in FACTS}
    return Actor(id=actor_id, **{**facts, "aliases": tuple(json.loads(found["aliases"]))})


def _refresh(connection: sqlite3.Connection, actor_id: str) -> None:
    found = connection.execute(
        f"SELECT {COLUMNS}, count(*) AS times FROM sightings WHERE actor_id = ? GROUP BY {COLUMNS}",
        (actor_id,),
    ).fetchall()
    if not found:
        connection.execute("DELETE FROM actors WHERE id = ?", (actor_id,))
        return
    actor = merged_actor(actor_id, [(read_actor(row, actor_id), row["times"]) for row in found])
    settings = ", ".join(f"{name} = ?" for name in FACTS)
    connection.execute(
        f"UPDATE actors SET {settings}, stale = 0 WHERE id = ?", (*_values(actor)[1:], actor_id)
    )


def _values(actor: Actor) -> tuple[Any, ...]:
    aliases = json.dumps(sorted(set(actor.aliases)), ensure_ascii=False)
    return (actor.id, actor.name, actor.type.value, aliases, actor.country, actor.parent, actor.wikidata)


def _most_frequent(votes: Counter[str]) -> str | None:
    return min(votes, key=lambda value: (-votes[value], value)) if votes else None
