"""The closed list of relations, which a file of one's own may change and extend."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graphkit.lexicon.data_path import data_path
from graphkit.lexicon.yaml_lines import Entry, read_entries

KEYS = ("name", "definition", "symmetric", "inverse", "color", "opposes", "plover", "triggers")
NAME = re.compile(r"[a-z][a-z0-9_]*")
COLOR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What one kind of link means; its direction is subject -> object.

    `inverse` is how the link reads from the object's side, `opposes` the relations that make a pair contested
    when both are affirmed, `plover` the root of the PLOVER event ontology. `triggers`, the words that carry
    the relation, is plain data for the claim extractor.
    """

    name: str
    definition: str
    symmetric: bool = False
    inverse: str
    color: str
    opposes: tuple[str, ...] = ()
    plover: str | None = None
    triggers: Any = None


def load_relations(extra: Path | None = None) -> dict[str, Relation]:
    """The relations of data/relations.yaml, then those of `extra`: the same name replaces.

    Within one file `opposes` must be mutual; between the two files the other side is filled in.
    Raises LexiconError, with file and line, where an entry cannot be used.
    """
    entries = _by_name(data_path("relations.yaml"))
    if extra is not None:
        entries |= _by_name(extra)
    relations = {name: _relation(entry) for name, entry in entries.items()}
    for name, entry in entries.items():
        for other in relations[name].opposes:
            _check_opposes(name, other, entry, entries.get(other), relations)
    return {name: _mutual(relation, relations) for name, relation in relations.items()}


def symmetric_names(relations: Mapping[str, Relation]) -> frozenset[str]:
    """The relations that say the same in both directions."""
    return frozenset(name for name, relation in relations.items() if relation.symmetric)


def _by_name(path: Path) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in read_entries(path, "relation", KEYS):
        name = entry.required("name")
        if not NAME.fullmatch(name):
            entry.fail(f'name "{name}" may hold a-z, 0-9 and _ only, a letter first', "name")
        if name in found:
            entry.fail(f'relation "{name}" is already given in line {found[name].line}; keep one', "name")
        found[name] = entry
    return found


def _relation(entry: Entry) -> Relation:
    color = entry.required("color")
    if not COLOR.fullmatch(color):
        entry.fail(f'color "{color}" is not of the form "#0072B2"', "color")
    return Relation(
        name=entry.required("name"),
        definition=entry.required("definition"),
        symmetric=entry.flag("symmetric"),
        inverse=entry.required("inverse"),
        color=color,
        opposes=tuple(name for name, _ in entry.texts("opposes")),
        plover=entry.text("plover"),
        triggers=entry.plain("triggers"),
    )


def _check_opposes(
    name: str, other: str, entry: Entry, opposite: Entry | None, relations: dict[str, Relation]
) -> None:
    if opposite is None:
        known = ", ".join(relations)
        entry.fail(f'"{name}" opposes "{other}", which is no relation; known: {known}', "opposes")
    if opposite.path == entry.path and name not in relations[other].opposes:
        entry.fail(f'"{name}" opposes "{other}", but not the other way round; add it to "{other}"', "opposes")


def _mutual(relation: Relation, relations: dict[str, Relation]) -> Relation:
    further = (name for name, other in relations.items() if relation.name in other.opposes)
    return replace(relation, opposes=tuple(dict.fromkeys((*relation.opposes, *further))))
