"""Rows of a CSV table, each with what is wrong about it: fields too many or too few, quotes left open."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

REMEDY = "is a quote missing or left open?"


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """One row below the header, `number` from 1; `problem` is None where it matches the header."""

    number: int
    values: dict[str, str]
    problem: str | None


def csv_rows(
    lines: Iterable[str], names: Sequence[str], *, delimiter: str = ",", skipinitialspace: bool = False
) -> Iterator[CsvRow]:
    """The rows in `lines`, which begin below the header `names`; empty lines are no rows.

    Every row is given, also a doubtful one: fields without a name are dropped, missing ones absent.
    Raises csv.Error where a field is longer than the csv module's limit.
    """
    of_row: list[str] = []
    number = 0
    for fields in csv.reader(
        _recorded(lines, of_row), delimiter=delimiter, skipinitialspace=skipinitialspace
    ):
        if fields:
            number += 1
            values = dict(zip(names, fields, strict=False))
            quotes_match = len(of_row) == 1 or _quotes_match(of_row, delimiter, skipinitialspace)
            problem = _problem(number, len(fields), len(names), None if quotes_match else len(of_row))
            yield CsvRow(number=number, values=values, problem=problem)
        of_row.clear()


def _recorded(lines: Iterable[str], record: list[str]) -> Iterator[str]:
    for line in lines:
        record.append(line)
        yield line


def _quotes_match(lines: list[str], delimiter: str, skipinitialspace: bool) -> bool:
    """Whether every quoted field closes right before a delimiter or the row's end.

    One that was left open closes in the middle of a later row, or not before the end of the table.
    """
    try:
        list(csv.reader(lines, delimiter=delimiter, skipinitialspace=skipinitialspace, strict=True))
    except csv.Error:
        return False
    return True


def _problem(number: int, fields: int, names: int, lines: int | None) -> str | None:
    if fields != names:
        return f"row {number} has {fields} fields, the header {names}"
    return f"row {number} runs over {lines} lines, and its quotes do not match" if lines else None
