"""Lists of actors that others keep: entities of FollowTheMoney, tables, actor files; one form for all.

FollowTheMoney: https://followthemoney.tech/docs/ (entities as lines of JSON: id, schema, properties).
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkit.errors import LexiconError, UnreadableDocument
from graphkit.lexicon.entries import COUNTRY, WIKIDATA
from graphkit.lexicon.yaml_lines import Entry, read_entries
from graphkit.readers import DocumentWarning
from graphkit.readers.problems import Report
from graphkit.records import ActorType
from graphkit.store.importing.columns import ACTOR_SYNONYMS, fields_of
from graphkit.store.importing.link_rows import RowError, actor_type, cell_text
from graphkit.store.importing.table_lines import TableRow, at_line, has_json_lines, read_rows

YAML_SUFFIXES = (".yaml", ".yml")

SCHEMATA = {
    "Person": ActorType.PERSON,
    "Company": ActorType.ORGANIZATION,
    "Organization": ActorType.ORGANIZATION,
    "PublicBody": ActorType.AGENCY,
    "LegalEntity": ActorType.OTHER,
}
"""The entities that can act; others (Address, Ownership, Sanction…) are passed over."""

ALIASES = ("alias", "weakAlias", "previousName", "abbreviation")
COUNTRIES = ("country", "nationality", "jurisdiction")
PARTED = re.compile(r"\s*[;|]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """One actor as the list has it; `where` names its line, `id` and `parent` are as written there."""

    where: str
    name: str
    type: ActorType
    id: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    wikidata: str | None = None


def read_actor_entries(path: Path, report: Report) -> Iterator[ActorEntry]:
    """The actors in a .csv, .tsv, .yaml, or in lines of FollowTheMoney; what is none goes to `report`.

    Raises FormatError for a file of another kind and LexiconError for one that is not YAML.
    """
    if path.suffix.lower() in YAML_SUFFIXES:
        yield from _from_yaml(path, report)
        return
    passed: Counter[str] = Counter()
    for row in read_rows(path, report):
        where = at_line(path, row.line)
        try:
            if has_json_lines(path) and ("schema" in row.values or "properties" in row.values):
                found = _from_entity(row.values, where, passed)
            else:
                found = _from_row(row, where, report)
        except RowError as error:
            report(UnreadableDocument(where, error.problem, error.remedy))
            continue
        if found is not None:
            yield found
    for schema, count in sorted(passed.items()):
        problem = f"{count:,} entities of the schema {schema!r}, which is of no actor"
        report(DocumentWarning(str(path), problem, f"passed over; read are {', '.join(SCHEMATA)}"))


def _from_entity(entity: Mapping[str, Any], where: str, passed: Counter[str]) -> ActorEntry | None:
    schema, properties = entity.get("schema"), entity.get("properties")
    kind = SCHEMATA.get(schema) if isinstance(schema, str) else None
    if kind is None:
        passed[str(schema)[:100]] += 1
        return None
    if not isinstance(properties, dict):
        raise RowError("it has no properties", "export it from FollowTheMoney again")
    names = _texts(properties, ("name",))
    caption = cell_text(entity.get("caption"), "caption")
    if not names:
        raise RowError("it has no name", "add one, or take the entity out")
    name = caption if caption in names else names[0]
    countries = [text.upper() for text in _texts(properties, COUNTRIES)]
    items = _texts(properties, ("wikidataId",))
    return ActorEntry(
        where=where,
        name=name,
        type=kind,
        aliases=tuple(text for text in (*names, *_texts(properties, ALIASES)) if text != name),
        country=next((code for code in countries if COUNTRY.fullmatch(code)), None),
        wikidata=next((item for item in items if WIKIDATA.fullmatch(item)), None),
    )


def _texts(properties: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        values = properties.get(name) or []
        for value in values if isinstance(values, list) else [values]:
            found.append(cell_text(value, name))
    return list(dict.fromkeys(filter(None, found)))


def _from_row(row: TableRow, where: str, report: Report) -> ActorEntry:
    fields = fields_of(row.values, ACTOR_SYNONYMS)
    cells = {field: row.values.get(column) for field, column in fields.items()}
    name = cell_text(cells.get("name"), "name")
    if not name:
        remedy = "fill it" if "name" in fields else "call a column name, label or actor"
        raise RowError("it has no name", remedy)
    return ActorEntry(
        where=where,
        name=name,
        type=actor_type(cells.get("type"), "type") or ActorType.OTHER,
        id=cell_text(cells.get("id"), "id") or None,
        aliases=tuple(alias for alias in _list(cells.get("aliases")) if alias != name),
        country=_checked(cells, "country", COUNTRY, where, report),
        parent=cell_text(cells.get("parent"), "parent") or None,
        wikidata=_checked(cells, "wikidata", WIKIDATA, where, report),
    )


def _list(value: Any) -> list[str]:
    """Texts of a list, of JSON in one cell, or parted by ; or |."""
    if isinstance(value, str) and value.lstrip().startswith("["):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            raise RowError("aliases is no list of JSON", "part the aliases by ;") from None
    parts = value if isinstance(value, list) else PARTED.split(cell_text(value, "aliases"))
    return list(dict.fromkeys(filter(None, (cell_text(part, "aliases") for part in parts))))


def _checked(
    cells: Mapping[str, Any], name: str, pattern: re.Pattern[str], where: str, report: Report
) -> str | None:
    text = cell_text(cells.get(name), name).upper()
    if text and not pattern.fullmatch(text):
        example = "PK" if pattern is COUNTRY else "Q42"
        problem = f"{name} {text[:100]!r} is not of the form {example}"
        report(DocumentWarning(where, problem, "kept without it"))
        return None
    return text or None


def _from_yaml(path: Path, report: Report) -> Iterator[ActorEntry]:
    for entry in read_entries(path, "actor", tuple(ACTOR_SYNONYMS)):
        where = at_line(path, entry.line)
        try:
            cells: dict[str, Any] = {name: entry.text(name) for name in ACTOR_SYNONYMS if name != "aliases"}
            row = TableRow(entry.line, entry.line, {**cells, "aliases": _aliases(entry)})
            yield _from_row(row, where, report)
        except LexiconError as error:
            report(UnreadableDocument(at_line(path, error.line), error.problem, "correct the entry"))
        except RowError as error:
            report(UnreadableDocument(where, error.problem, error.remedy))


def _aliases(entry: Entry) -> list[str]:
    return [text for text, _ in entry.texts("aliases")]
