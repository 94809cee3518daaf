"""A claim in the words that a person reads on a terminal."""

import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from graphkit.cli.terminal import plain
from graphkit.records import AUTHOR, Certainty, Polarity

MAX_WIDTH = 100
"""Longer lines are hard to read, however wide the terminal."""


COLUMNS = (
    *("subject", "relation", "object", "polarity", "certainty", "speakers", "evidence", "source", "title"),
    *("author", "date", "url", "document", "start", "end", "confidence", "id"),
)
"""What a claim is on one line of a table."""


def flat_claim(row: Mapping[str, Any]) -> dict[str, Any]:
    """The values of COLUMNS for a row of claims.jsonl: names in the place of nested objects."""
    from graphkit.store import row_label

    document = row["document"]
    return {
        **{name: row[name] for name in COLUMNS if name in row},
        **{name: document[name] for name in ("title", "author", "date", "url")},
        "subject": row["subject"]["name"],
        "object": row["object"]["name"],
        "source": row_label(row),
        "document": document["path"],
    }


def claim_lines(row: Mapping[str, Any], *, is_contested: bool = False) -> Iterator[str]:
    """The link, its quote, who says it in which publication, and where; `row` is one of claims.jsonl."""
    yield f"{link_text(row)}{_marks(row, is_contested)}"
    yield from wrapped(f"“{plain(row['evidence'])}”")
    yield from wrapped(f"{speaker_text(row['speakers'])} - {publication_text(row)}")
    where = f"{row['document']['path']}, characters {row['start']}-{row['end']}"
    yield click.style(f"  {plain(where)}; confidence {row['confidence']:.2f}", dim=True)


def link_text(row: Mapping[str, Any]) -> str:
    """Subject, relation, object, the two actors in bold."""
    subject, object_ = (click.style(plain(row[end]["name"]), bold=True) for end in ("subject", "object"))
    return f"{subject} {row['relation'].replace('_', ' ')} {object_}"


def speaker_text(speakers: Sequence[str]) -> str:
    """The innermost speaker first, then who cites them.

    >>> speaker_text(["UN report", "a member state"]), speaker_text(["author"])
    ('a member state, cited by UN report', 'the author')
    """
    names = ["the author" if name == AUTHOR else plain(name) for name in reversed(speakers)]
    return ", cited by ".join(names)


def publication_text(row: Mapping[str, Any]) -> str:
    """Source, title and date, as far as they are known."""
    from graphkit.store import row_label

    document = row["document"]
    title = f"“{document['title']}”" if document["title"] else None
    parts = (row_label(row), title, document["date"] or "undated")
    return plain(", ".join(part for part in parts if part))


def _marks(row: Mapping[str, Any], is_contested: bool) -> str:
    marks = [
        (row["polarity"] == Polarity.DENIED, "denied", "red"),
        (row["certainty"] == Certainty.HEDGED, "hedged", "yellow"),
        (is_contested, "contested", "magenta"),
    ]
    shown = [click.style(word, fg=color) for applies, word, color in marks if applies]
    return f" [{', '.join(shown)}]" if shown else ""


def wrapped(text: str, indent: str = "  ") -> list[str]:
    """The text in lines that fit the terminal."""
    width = min(shutil.get_terminal_size().columns, MAX_WIDTH)
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent="  ")
