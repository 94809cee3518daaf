"""Rows on stdout: a table on a terminal, tab-separated lines in a pipe or file, JSON lines on request."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from graphkit.cli.terminal import STEERING, plain

Row = Mapping[str, Any]


def write_rows(
    rows: Iterable[Row], columns: Sequence[str], *, as_json: bool, narrow: Sequence[str] | None = None
) -> None:
    """Write rows: all keys as JSON, or `columns` as a table, of which a terminal shows `narrow`."""
    if as_json:
        write_json_lines(rows)
    elif sys.stdout.isatty():
        _write_table(rows, narrow or columns)
    else:
        write_tab_separated(rows, columns)


def write_json_lines(rows: Iterable[Row]) -> None:
    """One object a line, UTF-8 whatever the terminal's encoding; a lone surrogate becomes its JSON escape."""
    out = sys.stdout.buffer
    for row in rows:
        out.write((json_text(row) + "\n").encode("utf-8", "backslashreplace"))
    out.flush()


def json_text(value: object) -> str:
    """JSON in which what could steer a terminal is escaped; read back it is the same value."""
    text = json.dumps(value, ensure_ascii=False)
    return STEERING.sub(lambda found: "".join(f"\\u{ord(sign):04x}" for sign in found[0]), text)


def write_tab_separated(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """A line of column names, then a line for each row; tabs and line breaks in values become blanks."""
    click.echo("\t".join(columns))
    for row in rows:
        click.echo("\t".join(cell(row.get(name)) for name in columns))


def cell(value: object) -> str:
    """A value in a table: nothing for None, a list joined by semicolons, on one line.

    >>> cell(None), cell(["a", None]), cell(True)
    ('', 'a; -', 'yes')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join("-" if item is None else cell(item) for item in value)
    return "" if value is None else plain(str(value))


def _write_table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    rows = list(rows)
    for name in columns:
        is_number = any(isinstance(row.get(name), int | float) for row in rows)
        table.add_column(
            Text(name.replace("_", " ")), justify="right" if is_number else "left", overflow="fold"
        )
    for row in rows:
        table.add_row(*(Text(cell(row.get(name))) for name in columns))
    Console().print(table)
