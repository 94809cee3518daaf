"""Files of claims to what a store takes in: extractions of link rows, rows of graphkit's own claims."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkit.errors import FormatError, UnreadableDocument
from graphkit.lexicon import Lexicon, Relation
from graphkit.readers import DocumentWarning
from graphkit.readers.problems import Report
from graphkit.records import Extraction
from graphkit.store.claims_file import check_row
from graphkit.store.importing.actor_names import ActorNames
from graphkit.store.importing.columns import REQUIRED, SYNONYMS, fields_of
from graphkit.store.importing.flat_rows import is_flat_claim, row_of_flat
from graphkit.store.importing.link_rows import RowError, link_extraction, note_types
from graphkit.store.importing.table_lines import TableRow, at_line, has_json_lines, mended, read_rows

Row = Mapping[str, Any]

REMEDY = "correct it, or name a claims.jsonl of graphkit"


@dataclass(frozen=True, slots=True)
class Item:
    """What one line gives, a document with a claim or a row of graphkit; `where` names the line."""

    where: str
    content: Extraction | Row


def read_items(
    path: Path, lexicon: Lexicon, relations: Mapping[str, Relation], report: Report
) -> Iterator[Item]:
    """The claims in a .csv, .tsv or .jsonl; a row that is none goes to `report`, and the next is read.

    The file is gone through twice: an actor's type may stand in one of its rows only. Raises FormatError
    where the file is no table or lacks a column.
    """
    names = ActorNames(lexicon)
    for found in read_rows(path, lambda problem: None):
        _learn(found.values, names)
    reader = _Reader(path, names, relations, report)
    for found in read_rows(path, report):
        where = at_line(path, found.line)
        try:
            content = reader.content(found, where)
        except RowError as error:
            report(UnreadableDocument(where, error.problem, error.remedy))
            continue
        yield from (
            (Item(where, content),)
            if not isinstance(content, dict)
            else checked_items([(where, content)], relations, report)
        )


def checked_items(
    rows: Iterable[tuple[str, Row]], relations: Mapping[str, Relation], report: Report
) -> Iterator[Item]:
    """Of rows of claims.jsonl, each with its place in messages, those that are claims of known relations."""
    for where, row in rows:
        try:
            check_row(row)
            if row["relation"] not in relations:
                raise ValueError(f"relation {row['relation']!r} is not known; --relations FILE adds it")
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            problem = f"no field {error}" if isinstance(error, KeyError) else str(error)
            report(UnreadableDocument(where, f"not a claim of graphkit ({problem})", REMEDY))
            continue
        yield Item(where, row)


class _Reader:
    """Turns the rows of one file into contents; knows which columns it has."""

    def __init__(
        self, path: Path, names: ActorNames, relations: Mapping[str, Relation], report: Report
    ) -> None:
        self.path, self.names, self.relations, self.report = path, names, relations, report
        self.file = mended(path.name).replace("\\", "_")
        self.columns: tuple[str, ...] = ()
        self.fields: dict[str, str] = {}
        self.told = False

    def content(self, found: TableRow, where: str) -> Extraction | dict[str, Any]:
        """What the row holds; raises RowError, and FormatError where a .csv lacks a column."""
        values = found.values
        if isinstance(values.get("document"), dict):
            return dict(values)
        if is_flat_claim(values):
            return row_of_flat(values, spreadsheet=not has_json_lines(self.path))
        if isinstance(values.get("properties"), dict):
            raise RowError(
                "it is an entity of FollowTheMoney, not a claim", "write a list of actors: -o actors.yaml"
            )
        self._know(values)
        cells = {field: values.get(column) for field, column in self.fields.items()}
        note_types(cells, self.names)
        place = f"{self.file}#{found.number}"
        return link_extraction(cells, place, self.names, self.relations, self.report, where)

    def _know(self, values: Row) -> None:
        columns = tuple(values)
        if columns == self.columns:
            return
        self.columns, self.fields = columns, fields_of(columns)
        if has_json_lines(self.path):
            return
        self._check_header(columns)

    def _check_header(self, columns: tuple[str, ...]) -> None:
        """Missing columns end it; those that are not used are told once."""
        if self.told:
            return
        self.told = True
        missing = [name for name in REQUIRED if name not in self.fields]
        listed = ", ".join(filter(None, columns)) or "none"
        where = at_line(self.path, 1)
        if missing:
            ways = "; ".join(f"call one {' or '.join((name, *SYNONYMS[name]))}" for name in missing)
            raise FormatError(f"{where}: no column for {', '.join(missing)} (its columns: {listed}); {ways}")
        unused = [name for name in columns if name and name not in self.fields.values()]
        if unused:
            problem = f"columns that are not used: {', '.join(unused)}"
            self.report(DocumentWarning(where, problem, f"known are {', '.join(SYNONYMS)}"))


def _learn(values: Row, names: ActorNames) -> None:
    fields = fields_of(values)
    try:
        note_types({field: values.get(column) for field, column in fields.items()}, names)
    except RowError:
        return  # told when the row is read
