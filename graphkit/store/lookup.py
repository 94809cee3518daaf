"""What a user may have meant: actors by any of their names, and filter values that match nothing."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from graphkit.errors import StoreError
from graphkit.records import Actor, ActorType, Certainty, Polarity
from graphkit.store.claim_filter import ANY_OF, ClaimFilter, relation_name
from graphkit.store.claim_store import ClaimStore
from graphkit.store.database import fold, is_document


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownValue:
    """A filter value that matches nothing in the store, and the known values next to it.

    `known` has all that it can be, where that is a closed list.
    """

    option: str
    value: str
    nearest: tuple[str, ...]
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        text = f'no {self.option.replace("_", " ")} "{self.value}"'
        if self.known:
            return f"{text}; known: {', '.join(self.known)}"
        near = " or ".join(f'"{value}"' for value in self.nearest)
        return f"{text}; nearest: {near}" if near else text


NEAREST = 3

CLOSED = ("relation", "actor_type", "polarity", "certainty")
"""Options whose values are a closed list, short enough to be shown."""


def unknown_values(store: ClaimStore, filter: ClaimFilter) -> list[UnknownValue]:
    """The filter's values that nothing in the store can match, in the order of the options."""
    found = []
    for option in ANY_OF:
        values = getattr(filter, option)
        known = KNOWN[option](store) if values else []
        for value in values:
            if not _is_known(option, value, known):
                near, closed = nearest(value, known), tuple(known) if option in CLOSED else ()
                found.append(UnknownValue(option=option, value=value, nearest=near, known=closed))
    return found


def find_actor(store: ClaimStore, text: str) -> Actor:
    """The actor with this id, else this name, else this alias; case does not count.

    Raises StoreError, with the nearest names, if there is none, and with the ids if there are several.
    """
    wanted, actors = fold(text), store.actors().values()
    groups: tuple[Callable[[Actor], Iterable[str]], ...] = (
        lambda actor: (actor.id,),
        lambda actor: (actor.name,),
        lambda actor: actor.aliases,
    )
    for names in groups:
        found = [actor for actor in actors if wanted in map(fold, names(actor))]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(actor.id for actor in found)
            raise StoreError(f'"{text}" may be any of {ids}; give the id')
    unknown = UnknownValue(option="actor", value=text, nearest=nearest(text, _actor_names(store)))
    raise StoreError(f"{store.path}: {unknown}")


def nearest(value: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known values: those of which a word begins so, then those spelled nearly like `value`."""
    folded: dict[str, str] = {}
    for name in sorted(known):
        folded.setdefault(fold(name), name)
    wanted = fold(value.strip())
    holding = [name for name in folded if wanted and re.search(rf"\b{re.escape(wanted)}", name)]
    close = get_close_matches(wanted, sorted(folded), n=NEAREST)
    found = dict.fromkeys([*sorted(holding, key=lambda name: (len(name), name)), *close])
    return tuple(folded[name] for name in found)[:NEAREST]


def _is_known(option: str, value: str, known: Iterable[str]) -> bool:
    if option == "document":
        return any(is_document(path, value) for path in known)
    wanted = relation_name(value) if option == "relation" else fold(value)
    return wanted in map(fold, known)


def _column(store: ClaimStore, query: str) -> list[str]:
    return [str(row[0]) for row in store.connection.execute(query) if row[0] is not None]


def _actor_names(store: ClaimStore) -> list[str]:
    return [name for actor in store.actors().values() for name in (actor.id, actor.name, *actor.aliases)]


def _speakers(store: ClaimStore) -> list[str]:
    chains = _column(store, "SELECT speakers FROM claims UNION SELECT speaker_ids FROM claims")
    return sorted({speaker for chain in chains for speaker in json.loads(chain) if speaker})


def _documents(store: ClaimStore) -> list[str]:
    paths = _column(store, "SELECT path FROM documents UNION SELECT path FROM copies")
    return [name for path in paths for name in (path, path.rpartition("/")[2])]


KNOWN: dict[str, Callable[[ClaimStore], list[str]]] = {
    "source": lambda store: _column(
        store, "SELECT label FROM documents UNION SELECT label_of(publisher, url, path) FROM copies"
    ),
    "document": _documents,
    "speaker": _speakers,
    "relation": lambda store: list(store.relations()),
    "actor": _actor_names,
    "actor_type": lambda _: [item.value for item in ActorType],
    "polarity": lambda _: [item.value for item in Polarity],
    "certainty": lambda _: [item.value for item in Certainty],
}
"""Option -> the values that it can take in this store."""
