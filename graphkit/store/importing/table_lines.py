"""Rows of a .csv, .tsv or .jsonl with their lines; a bad row never takes the next with it."""

import csv
import io
import json
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from graphkit.errors import FormatError, UnreadableDocument
from graphkit.readers import DocumentWarning
from graphkit.readers.csv_rows import REMEDY
from graphkit.readers.decoding import encoding_of
from graphkit.readers.problems import Refusal, Report

JSON_SUFFIXES = (".json", ".jsonl", ".ndjson", ".ijson", ".ftm")
TABLE_SUFFIXES = (".csv", ".tsv", ".tab", ".txt")
DELIMITERS = ",;\t"
SAMPLE_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number (as in ``rows.csv#12``: below the header, or the line of a .jsonl) and its line."""

    number: int
    line: int
    values: Mapping[str, Any]


def at_line(path: Path, line: int) -> str:
    """The place in a message."""
    return f"{path}, line {line}"


def has_json_lines(path: Path) -> bool:
    """Whether the suffix says that each line is an object of JSON."""
    return path.suffix.lower() in JSON_SUFFIXES


def read_rows(path: Path, report: Report) -> Iterator[TableRow]:
    """The rows of the file; one that cannot be read goes to `report`, and the next is read.

    Raises FormatError where the file is no table, and OSError where it cannot be opened.
    """
    suffix = path.suffix.lower()
    if suffix not in (*JSON_SUFFIXES, *TABLE_SUFFIXES):
        known = ", ".join((".csv", ".tsv", ".jsonl"))
        raise FormatError(f"{path}: the suffix {suffix!r} tells no table; save it as {known}")
    with _decoded(path) as lines:
        yield from _json_rows(path, lines, report) if has_json_lines(path) else _csv_rows(path, lines, report)


def mended(text: str) -> str:
    """The text without lone surrogates, which no file in UTF-8 and no store can hold; each becomes U+FFFD."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@contextmanager
def _decoded(path: Path) -> Iterator[Iterator[str]]:
    with path.open("rb") as stream:
        sample = stream.read(SAMPLE_BYTES)
        stream.seek(0)
        # a character may be cut at the sample's end; up to the last line break all are whole
        cut = len(sample) == SAMPLE_BYTES and b"\n" in sample
        try:
            encoding = encoding_of(sample[: sample.rfind(b"\n") + 1] if cut else sample)
        except Refusal as error:
            raise FormatError(f"{path}: {error.problem}; save the table as text (.csv in UTF-8)") from None
        yield io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")


def _json_rows(path: Path, lines: Iterable[str], report: Report) -> Iterator[TableRow]:
    for number, line in enumerate(_split_at_newlines(lines), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line, object_pairs_hook=_mended_object)
        except (ValueError, RecursionError) as error:
            report(UnreadableDocument(at_line(path, number), f"it is not JSON ({error})", "correct the line"))
            continue
        if isinstance(values, dict):
            yield TableRow(number, number, values)
        else:
            problem = "it is not a JSON object"
            report(UnreadableDocument(at_line(path, number), problem, "write one object a line"))


def _split_at_newlines(lines: Iterable[str]) -> Iterator[str]:
    r"""A carriage return alone ends no line here: JSON may hold one between its values."""
    waiting = ""
    for line in lines:
        waiting += line
        if line.endswith("\n"):
            yield waiting
            waiting = ""
    if waiting:
        yield waiting


def _mended_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {mended(name): _mended_value(value) for name, value in pairs}


def _mended_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_mended_value(item) for item in value]
    return mended(value) if isinstance(value, str) else value


class _Lines:
    """Lines with their number, of which some can be put back: those that an open quote took in."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines, self.back, self.number = iter(lines), deque[str](), 0
        self.of_row: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.back.popleft() if self.back else next(self.lines)
        self.number += 1
        self.of_row.append(line)
        return line

    def keep_first(self) -> None:
        """Put all but the first line of the row back."""
        self.back.extendleft(reversed(self.of_row[1:]))
        self.number -= len(self.of_row) - 1


def _csv_rows(path: Path, stream: Iterable[str], report: Report) -> Iterator[TableRow]:
    # quotes may be longer than the module's 128 KiB a cell
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = _Lines(stream)
    first = next(lines, "")
    delimiter = "\t" if path.suffix.lower() in (".tsv", ".tab") else max(DELIMITERS, key=first.count)
    lines.back.appendleft(first)
    lines.number = 0
    header = next(csv.reader(lines, delimiter=delimiter), [])
    names = [name.strip() for name in header]
    number = 0
    while True:
        lines.of_row.clear()
        start = lines.number + 1
        try:
            fields = next(csv.reader(lines, delimiter=delimiter), None)
        except csv.Error as error:
            report(UnreadableDocument(at_line(path, start), str(error), REMEDY))
            lines.keep_first()
            continue
        if fields is None:
            return
        if not fields:
            continue
        number += 1
        where = at_line(path, start)
        if len(lines.of_row) > 1 and not _quotes_match(lines.of_row, delimiter):
            lines.keep_first()
            report(UnreadableDocument(where, "a quote is left open", 'close it with ", or write "" for "'))
            continue
        if len(fields) != len(names):
            problem = f"it has {len(fields)} fields, the header {len(names)}"
            report(DocumentWarning(where, problem, f"kept as far as it goes; {REMEDY}"))
        yield TableRow(number, start, _values(names, fields))


def _values(names: list[str], fields: list[str]) -> dict[str, str]:
    """Every column's cell, "" where the row ends before it; of two columns of one name the first counts."""
    values: dict[str, str] = {}
    for name, text in zip_longest(names, fields[: len(names)], fillvalue=""):
        values.setdefault(name, text)
    return values


def _quotes_match(lines: list[str], delimiter: str) -> bool:
    """Whether each quoted cell closes right before a delimiter or the row's end."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True
