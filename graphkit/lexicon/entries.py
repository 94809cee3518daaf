"""Actor files: a list of {id, name, type, aliases, country, parent, wikidata}."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graphkit.lexicon.names import LexiconName, NameKind, name_kind, slug
from graphkit.lexicon.yaml_lines import Entry, read_entries
from graphkit.records import Actor, ActorType

KEYS = ("id", "name", "type", "aliases", "country", "parent", "wikidata")
ID = re.compile(r"[a-z0-9_]+")
COUNTRY = re.compile(r"[A-Z]{2}")
WIKIDATA = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor, its entry, its listed names with their lines, and further names made from them."""

    actor: Actor
    entry: Entry
    names: tuple[tuple[LexiconName, int], ...]
    further: tuple[LexiconName, ...] = ()


def read_actors(path: Path) -> Iterator[ListedActor]:
    """The actors of one file, each checked on its own; LexiconError names the file and the line."""
    for entry in read_entries(path, "actor", KEYS):
        actor_id = read_id(entry, "actor")
        aliases = entry.texts("aliases")
        actor = Actor(
            id=actor_id,
            name=entry.required("name"),
            type=_type(entry),
            aliases=tuple(text for text, _ in aliases),
            country=_matching(entry, "country", COUNTRY, 'an ISO 3166 code of two capitals, such as "PK"'),
            parent=entry.text("parent"),
            wikidata=_matching(entry, "wikidata", WIKIDATA, 'a Wikidata item, such as "Q42"'),
        )
        names = [(actor.name, entry.line_of("name")), *aliases]
        listed = tuple((LexiconName(text, actor_id, _kind(text, actor)), line) for text, line in names)
        yield ListedActor(actor, entry, listed)


def read_id(entry: Entry, what: str) -> str:
    """The entry's id, which must be a slug."""
    value = entry.required("id")
    if not ID.fullmatch(value):
        entry.fail(f'id "{value}" of {what} may hold a-z, 0-9 and _ only; try "{slug(value)}"', "id")
    return value


def _type(entry: Entry) -> ActorType:
    value = entry.required("type")
    try:
        return ActorType(value)
    except ValueError:
        entry.fail(f'type "{value}" is not known; the types are {", ".join(ActorType)}', "type")


def _kind(text: str, actor: Actor) -> NameKind:
    # "The Times" and "Foreign Policy" are titles; "the times" and "foreign policy" are none
    return "acronym" if actor.type is ActorType.MEDIA else name_kind(text)


def _matching(entry: Entry, key: str, pattern: re.Pattern[str], wanted: str) -> str | None:
    value = entry.text(key)
    if value is not None and not pattern.fullmatch(value):
        entry.fail(f'{key} "{value}" is not {wanted}', key)
    return value
