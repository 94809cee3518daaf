"""The actor lexicon: every actor that is known beforehand, and every name that may stand for one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import LexiconError
from graphkit.lexicon.countries import read_countries
from graphkit.lexicon.data_path import data_path
from graphkit.lexicon.entries import ListedActor, read_actors
from graphkit.lexicon.names import LexiconName, spellings
from graphkit.records import Actor, canonical_json, content_hash


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Actors by id, the names that stand for them, and a hash that changes when either does.

    Two names of two actors never have the same `key`.
    """

    actors: dict[str, Actor]
    names: tuple[LexiconName, ...]
    fingerprint: str


def load_lexicon(files: Sequence[Path] = (), *, builtin: bool = True) -> Lexicon:
    """graphkit's own actors (unless `builtin` is false), then those of each file: the same id replaces.

    Raises LexiconError, with file and line, where an entry cannot be used.
    """
    layers = [_builtin_actors()] if builtin else []
    layers += [read_actors(Path(file)) for file in files]
    listed: dict[str, ListedActor] = {}
    for layer in layers:
        later = _by_id(layer)
        # what a later file says comes last, so that complaints name its lines, not graphkit's own
        listed = {actor_id: item for actor_id, item in listed.items() if actor_id not in later} | later
    _check_parents(listed)
    actors = {actor_id: listed[actor_id].actor for actor_id in sorted(listed)}
    names = _names(list(listed.values()))
    return Lexicon(actors, names, _fingerprint(actors, names))


def _builtin_actors() -> Iterator[ListedActor]:
    yield from read_countries(data_path("countries.yaml"))
    for path in sorted(data_path("actors").glob("*.yaml")):
        yield from read_actors(path)


def _by_id(layer: Iterable[ListedActor]) -> dict[str, ListedActor]:
    found: dict[str, ListedActor] = {}
    for item in layer:
        if first := found.get(item.actor.id):
            where = f"{first.entry.path.name}, line {first.entry.line}"
            item.entry.fail(f'id "{item.actor.id}" is already given in {where}; ids are unique', "id")
        found[item.actor.id] = item
    return found


def _check_parents(listed: dict[str, ListedActor]) -> None:
    for item in listed.values():
        parent = item.actor.parent
        if parent is not None and parent not in listed:
            item.entry.fail(
                f'parent "{parent}" of {item.actor.id} is no actor; add it or drop the key', "parent"
            )


def _names(listed: Sequence[ListedActor]) -> tuple[LexiconName, ...]:
    """The listed names, then what is made from them where that belongs to one actor only."""
    taken = _listed_names(listed)
    made: dict[str, list[LexiconName]] = {}
    for name in _made_names(listed, taken.values()):
        made.setdefault(name.key, []).append(name)
    for key, names in made.items():
        if key not in taken and len({name.actor for name in names}) == 1:
            taken[key] = min(names)
    return tuple(sorted(taken.values()))


def _listed_names(listed: Sequence[ListedActor]) -> dict[str, LexiconName]:
    taken: dict[str, LexiconName] = {}
    for item in listed:
        for name, line in item.names:
            first = taken.setdefault(name.key, name)
            if first is not name:
                raise LexiconError(item.entry.path, line, _clash(name, first))
    return taken


def _clash(name: LexiconName, first: LexiconName) -> str:
    if name.actor == first.actor:
        return f'"{name.text}" is listed twice for {name.actor}; keep one'
    return f'"{name.text}" belongs to both {first.actor} and {name.actor}; keep it for one of them'


def _made_names(listed: Sequence[ListedActor], names: Iterable[LexiconName]) -> Iterator[LexiconName]:
    further = [name for item in listed for name in item.further]
    yield from further
    for name in (*names, *further):
        yield from (LexiconName(text, name.actor, name.kind) for text in spellings(name.text))


def _fingerprint(actors: dict[str, Actor], names: tuple[LexiconName, ...]) -> str:
    rows = [actor.to_dict() for actor in actors.values()]
    return content_hash(canonical_json([rows, [[name.text, name.actor, name.kind] for name in names]]))
