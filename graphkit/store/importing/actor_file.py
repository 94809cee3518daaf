"""An actor file for --lexicon from a list of actors, such that graphkit's own loader takes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from graphkit.errors import UnreadableDocument
from graphkit.lexicon import Lexicon, LexiconName, load_lexicon, slug
from graphkit.lexicon.entries import ID
from graphkit.lexicon.names import NameKind, name_kind
from graphkit.readers import DocumentWarning
from graphkit.readers.problems import Report
from graphkit.records import ActorType, content_hash
from graphkit.store.importing.actor_entries import ActorEntry
from graphkit.store.whole_file import whole_file

HEAD = "# Actors for graphkit's --lexicon, written by `graphkit import`.\n"


@dataclass(slots=True, kw_only=True)
class _Listed:
    where: str
    values: dict[str, Any]
    keys: set[str] = field(default_factory=set)


@dataclass(slots=True, kw_only=True)
class Joined:
    """The actors of a list, checked against each other and against a lexicon's names.

    Two entries of one name and type are one actor, as everywhere in graphkit. An actor that the lexicon has
    keeps its id there and gets the further aliases; a name that belongs to another is left out and told.
    """

    lexicon: Lexicon
    report: Report
    listed: dict[str, _Listed] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    known: int = 0

    def __post_init__(self) -> None:
        self.owners = {name.key: name.actor for name in self.lexicon.names}

    def add(self, entry: ActorEntry) -> None:
        """Take one entry in, or report why not."""
        owner = self.owners.get(_key(entry.name, entry.type))
        if owner in self.lexicon.actors and owner not in self.listed:
            self._start_known(owner, entry)
        elif owner is None:
            owner = self._start(entry)
        if owner is None or owner not in self.listed:
            return
        self._join(owner, entry)

    def rows(self) -> list[dict[str, Any]]:
        """The entries of the actor file, by id."""
        self._settle_parents()
        return [self.listed[actor_id].values for actor_id in sorted(self.listed)]

    def _start_known(self, actor_id: str, entry: ActorEntry) -> None:
        known = self.lexicon.actors[actor_id]
        if known.type is ActorType.GOVERNMENT:
            # what a state is called besides (demonyms, capital) has no place in an actor file
            self.known += 1
            return
        values = {name: value for name, value in known.to_dict().items() if value}
        values.setdefault("aliases", [])
        names = (known.name, *known.aliases)
        self.listed[actor_id] = _Listed(
            where=entry.where, values=values, keys={_key(name, known.type) for name in names}
        )

    def _start(self, entry: ActorEntry) -> str | None:
        actor_id = self._new_id(entry)
        if actor_id in self.listed or actor_id in self.lexicon.actors:
            other = self.listed[actor_id].where if actor_id in self.listed else "the lexicon"
            self._lose(entry, f"its id {actor_id!r} is that of another actor in {other}", "change its name")
            return None
        values: dict[str, Any] = {"id": actor_id, "name": entry.name, "type": entry.type.value}
        values["aliases"] = []
        key = _key(entry.name, entry.type)
        self.listed[actor_id] = _Listed(where=entry.where, values=values, keys={key})
        self.owners[key] = actor_id
        return actor_id

    def _new_id(self, entry: ActorEntry) -> str:
        """The id as given, else a slug of a name in Latin letters, else one made of the name's hash."""
        tried = [entry.id] if entry.id else []
        tried += [slug(name) for name in (entry.name, *entry.aliases)]
        return next((text for text in tried if ID.fullmatch(text)), f"actor_{content_hash(entry.name)}")

    def _join(self, actor_id: str, entry: ActorEntry) -> None:
        listed = self.listed[actor_id]
        values = listed.values
        items = {values.get("wikidata"), entry.wikidata} - {None}
        is_known = actor_id in self.lexicon.actors
        if len(items) > 1 or (values["type"] != entry.type.value and not is_known):
            self._lose(entry, f"its name is that of another actor, in {listed.where}", "change its name")
            return
        if listed.where != entry.where:
            self._doubt(entry, f"{entry.name!r} is the actor {actor_id} of {listed.where}", "joined")
        for name in ("country", "parent", "wikidata"):
            if value := getattr(entry, name):
                values.setdefault(name, value)
        for alias in (entry.name, *entry.aliases):
            self._add_alias(actor_id, listed, alias, entry)

    def _add_alias(self, actor_id: str, listed: _Listed, alias: str, entry: ActorEntry) -> None:
        key = _key(alias, ActorType(listed.values["type"]))
        if key in listed.keys or alias in (listed.values["name"], *listed.values["aliases"]):
            return
        owner = self.owners.setdefault(key, actor_id)
        if owner != actor_id:
            self._doubt(entry, f"alias {alias!r} belongs to {owner}", "kept without it")
            return
        listed.keys.add(key)
        listed.values["aliases"].append(alias)

    def _settle_parents(self) -> None:
        """A parent is an actor here or in the lexicon, by id or by name; any other is left out and told."""
        for listed in self.listed.values():
            parent = listed.values.get("parent")
            known = self.listed.keys() | self.lexicon.actors.keys()
            if parent is None or parent in known:
                continue
            found = self.owners.get(parent) or self.owners.get(parent.casefold())
            if found in known and found != listed.values["id"]:
                listed.values["parent"] = found
            else:
                del listed.values["parent"]
                problem = f"parent {parent!r} is no actor"
                self.report(DocumentWarning(listed.where, problem, "kept without it"))

    def _lose(self, entry: ActorEntry, problem: str, remedy: str) -> None:
        self.report(UnreadableDocument(entry.where, problem, remedy))

    def _doubt(self, entry: ActorEntry, problem: str, remedy: str) -> None:
        self.report(DocumentWarning(entry.where, problem, remedy))


def write_actor_file(
    entries: Iterable[ActorEntry],
    path: Path,
    report: Report,
    *,
    files: Sequence[Path] = (),
    builtin: bool = True,
) -> tuple[int, int]:
    """Write the actors as a file for --lexicon; how many there are, and how many states were known already.

    `files` and `builtin` are the lexicon that the file will be used with. The file appears whole, after
    `load_lexicon` has taken it, or, where no actor is left, not at all.
    """
    joined = Joined(lexicon=load_lexicon(files, builtin=builtin), report=report)
    for entry in entries:
        joined.add(entry)
    rows = joined.rows()
    if not rows:
        return 0, joined.known
    text = HEAD + yaml.safe_dump(
        [{name: value for name, value in row.items() if value} for row in rows],
        allow_unicode=True,
        sort_keys=False,
        width=1000,
    )
    with TemporaryDirectory(prefix="graphkit-") as folder:
        draft = Path(folder, path.name)
        draft.write_text(text, encoding="utf-8")
        load_lexicon([*files, draft], builtin=builtin)
    with whole_file(path) as stream:
        stream.write(text)
    return len(rows), joined.known


def _key(name: str, kind: ActorType) -> str:
    """What the loader tells names apart by; titles of media are taken in their own case."""
    name_is: NameKind = "acronym" if kind is ActorType.MEDIA else name_kind(name)
    return LexiconName(name, "", name_is).key
