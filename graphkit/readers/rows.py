"""Tables of texts (.csv, .jsonl): one row, one document; its other columns are its metadata."""

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from graphkit.readers.csv_rows import REMEDY, csv_rows
from graphkit.readers.decoding import encoding_of
from graphkit.readers.extracted import Extracted
from graphkit.readers.problems import Refusal, Remark

# Bytes that the encoding is told from; the rest is streamed.
SAMPLE_BYTES = 2**20


def read_jsonl(stream: BinaryIO, text_column: str) -> Iterator[Extracted | Refusal]:
    """Each line's object as a document, numbered by line; a line that is none is yielded as a Refusal."""
    waiting: list[Refusal] | None = []
    with _decoded(stream) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            item = _json_row(line, text_column, number)
            if isinstance(item, Refusal) and waiting is not None:
                waiting.append(item)
                continue
            yield from waiting or ()
            waiting = None
            yield item
    if waiting is not None:
        raise _one_for_all(waiting, text_column)


def read_csv(stream: BinaryIO, text_column: str) -> Iterator[Extracted | Refusal | Remark]:
    """Each row as a document, numbered from 1 below the header; one that does not match it has a Remark."""
    # News articles are longer than the module's 128 KiB a cell.
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with _decoded(stream) as lines:
        first = lines.readline()
        delimiter = max(",;\t", key=first.count)
        names = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
        if text_column not in names:
            raise _no_column(text_column, names)
        for row in csv_rows(lines, names, delimiter=delimiter):
            if row.problem:
                yield Remark(row.problem, REMEDY, row.number)
            yield _row(row.values, text_column, row.number)


@contextmanager
def _decoded(stream: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """The lines of `stream`, which stays open."""
    sample = stream.read(SAMPLE_BYTES)
    stream.seek(0)
    # A character may be cut at the sample's end; up to the last line break all are whole.
    whole = sample[: sample.rfind(b"\n") + 1] if len(sample) == SAMPLE_BYTES and b"\n" in sample else sample
    lines = io.TextIOWrapper(stream, encoding=encoding_of(whole), errors="replace", newline="")
    try:
        yield lines
    finally:
        lines.detach()


def _json_row(line: str, text_column: str, number: int) -> Extracted | Refusal:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Refusal(f"it is not JSON ({error})", "correct the line", number)
    if not isinstance(row, dict):
        return Refusal("it is not a JSON object", "write one object a line", number)
    return _row(row, text_column, number)


def _row(row: Mapping[str, object], text_column: str, number: int) -> Extracted | Refusal:
    text = row.get(text_column)
    if not isinstance(text, str):
        return Refusal(
            f"it has no text in {text_column!r}", "fill it, or name the column by --text-column", number
        )
    stated = {str(name): value for name, value in row.items() if name != text_column}
    return Extracted(raw=text, stated=stated, row=number)


def _one_for_all(refusals: list[Refusal], text_column: str) -> Refusal:
    """One problem for a file in which no row is a document: it is of another kind."""
    if not refusals:
        return Refusal("it holds no rows", "fill it or take it out")
    problem = f"none of its {len(refusals)} rows has a text (row {refusals[0].row}: {refusals[0].problem})"
    return Refusal(problem, f"name the column by --text-column (now {text_column!r}), or take the file out")


def _no_column(text_column: str, names: list[str]) -> Refusal:
    listed = ", ".join(name for name in names if name) or "none"
    remedy = "name the column by --text-column, or take the file out"
    return Refusal(f"it has no column {text_column!r} (its columns: {listed})", remedy)
