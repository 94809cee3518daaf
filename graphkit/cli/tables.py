"""Rows on stdout: a table on a terminal, tab-separated lines in a pipe or file, JSON lines on request."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import click

from graphkit.cli.terminal import STEERING, plain

Row = Mapping[str, Any]


GAP = 2
"""Blanks between the columns of the table; there is one at its left edge and one at its right."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write_rows(
    rows: Iterable[Row], columns: Sequence[str], *, as_json: bool, narrow: Sequence[str] | None = None
) -> None:
    """Write rows: all keys as JSON, or `columns` as a table, of which a terminal shows `narrow`.

    A terminal too narrow for the words of all columns goes without the column called id.
    """
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
        click.echo("\t".join(spreadsheet_cell(row.get(name)) for name in columns))


def spreadsheet_cell(value: object) -> str:
    """A value as `cell` writes it, with ' before a text that a spreadsheet would take for a formula.

    >>> spreadsheet_cell("=1+1"), spreadsheet_cell("1=1"), spreadsheet_cell(-1)
    ("'=1+1", '1=1', '-1')
    """
    text = cell(value)
    first = next(iter(value), None) if isinstance(value, list | tuple) else value
    is_formula = isinstance(first, str) and first.startswith(FORMULA_SIGNS)
    return f"'{text}" if is_formula else text


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

    console, rows = Console(), list(rows)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    widths = _widths(rows, columns, console.width)
    for name, width in widths.items():
        is_number = any(isinstance(row.get(name), int | float) for row in rows)
        justify: Literal["left", "right"] = "right" if is_number else "left"
        table.add_column(Text(_heading(name)), justify=justify, overflow="ellipsis", width=width)
    for row in rows:
        table.add_row(*(Text(cell(row.get(name))) for name in widths))
    console.print(table)


def _widths(rows: Sequence[Row], columns: Sequence[str], room: int) -> dict[str, int]:
    """How wide each column is drawn: as its longest text; where that is too much, rather as its longest word.

    Where not even the words of all fit, the id goes, then the first column gets narrower, then all.
    """
    texts = {name: [_heading(name), *(cell(row.get(name)) for row in rows)] for name in columns}
    widths = {name: max(map(_width, texts[name])) for name in columns}
    least = {
        name: max(_width(word) for text in texts[name] for word in [*text.split(), ""]) for name in columns
    }
    if sum(least.values()) + GAP * len(least) > room:
        widths.pop("id", None)
    first = columns[0]
    floors = ({**least, first: widths[first]}, least, dict.fromkeys(columns, 1))
    for floor in floors:
        while sum(widths.values()) + GAP * len(widths) > room:
            slack = {name: width - floor[name] for name, width in widths.items()}
            name = max(slack, key=lambda name: slack[name])
            if slack[name] <= 0:
                break
            widths[name] -= 1
    return widths


def _heading(name: str) -> str:
    return name.replace("_", " ")


def _width(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)
