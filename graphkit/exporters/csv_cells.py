"""What all CSV exports have in common: cells that no spreadsheet runs, and the note that travels with them.

Lines end in CR LF and quotes are doubled, as in RFC 4180.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a text begins that a spreadsheet would run (OWASP, CSV injection), or that looks like one made safe."""

NOT_CSV = re.compile("[\0\ud800-\udfff]")
"""What UTF-8 cannot hold, and the character at which many programs stop reading."""


def cell(value: Any) -> str:
    """A value as text: "" for None; NUL and lone surrogates become U+FFFD.

    A text that a spreadsheet would run gets an apostrophe before it, and so does one that begins as if it had
    got one, so that `plain_text` gives every text back.

    >>> cell("=1+1"), cell("'=1+1"), cell("1=1"), cell(-1), cell(True), cell(None)
    ("'=1+1", "''=1+1", '1=1', '-1', 'true', '')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return "" if value is None else str(value)
    text = NOT_CSV.sub("\ufffd", value)
    return f"'{text}" if FORMULA.match(text) else text


def plain_text(text: str) -> str:
    """The text that `cell` wrote.

    >>> plain_text("'=1+1"), plain_text("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def write_rows(stream: TextIO, head: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """A line of names, then a line for each row."""
    lines = csv.writer(stream)
    lines.writerow(map(cell, head))
    lines.writerows(map(cell, row) for row in rows)


def note(about: Mapping[str, Any]) -> str:
    """What the whole says of itself, for the last cell of each row.

    >>> note({"graphkit": "1.0", "caution": "Check.", "filters": "since 2020"})
    'graphkit 1.0. Check. Filters: since 2020.'
    """
    names = {"graphkit": "graphkit ", "caution": "", "filters": "Filters: ", "store": "Store: "}
    said = (f"{names[name]}{about[name]}".rstrip(".") + "." for name in names if about.get(name))
    return " ".join(said)
