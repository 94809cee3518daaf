"""Metadata of a document's source: fields checked, and found in sidecars, sources.csv and --metadata FILE."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from graphkit.errors import MetadataError
from graphkit.readers.csv_rows import REMEDY, csv_rows
from graphkit.readers.dates import iso_date
from graphkit.readers.decoding import decode
from graphkit.readers.problems import DocumentWarning, Refusal, Report
from graphkit.records import SOURCE_FIELDS, Source, host_of

SIDECAR_SUFFIXES = (".json", ".yaml", ".yml")
SOURCES_CSV = "sources.csv"
EXPECTED = f"path,{','.join(SOURCE_FIELDS)}"
SHOWN_LENGTH = 100
"""Code points of a value that a message shows."""
NO_VALUE = {"", "null", "none", "~", "n/a"}

Fields = dict[str, str]
"""Checked values by field name; what is not known is absent."""


def checked_fields(values: Mapping[str, object], where: str, report: Report) -> Fields:
    """The source fields among `values`; a value that cannot be used is reported and left out."""
    fields: Fields = {}
    for name in SOURCE_FIELDS:
        value = values.get(name)
        text = _as_text(value)
        checked = _CHECKS.get(name, str)(text) if text else None
        if checked:
            fields[name] = checked
        elif text is None or text:
            report(DocumentWarning(where, f"{name} {_shown(value)} {_EXPECTATION[name]}", "kept without it"))
    return fields


def _shown(value: object) -> str:
    """The value in a message. Of a structure only the kind: a few lines of YAML can stand for gigabytes."""
    text = repr(value) if isinstance(value, str | int | float) else f"({type(value).__name__})"
    return text if len(text) <= SHOWN_LENGTH else f"{text[:SHOWN_LENGTH]}…"


def merged(layers: Iterable[Mapping[str, str]]) -> Source:
    """Field by field the first layer that has it."""
    fields: Fields = {}
    for layer in layers:
        fields = {**layer, **fields}
    return Source(**fields)


def _as_text(value: object) -> str | None:
    """`value` on one line; "" when there is none, None when it is not a value but a structure."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if value is None or isinstance(value, str | int | float):
        text = " ".join(str("" if value is None else value).split()).encode("utf-8", "replace").decode()
        return "" if text.casefold() in NO_VALUE else text
    return None


def _checked_url(text: str) -> str | None:
    is_web = text.casefold().startswith(("http://", "https://"))
    return text if is_web and " " not in text and host_of(text) else None


_CHECKS = {"date": iso_date, "url": _checked_url}
_EXPECTATION = {
    **dict.fromkeys(SOURCE_FIELDS, "is not one line of text"),
    "date": "is not a date with one reading (write 2021-08-26, 2021-08 or 2021)",
    "url": "is not an http(s) address",
}


def sidecar_of(file: Path) -> Path | None:
    """The metadata file beside `file` with the same stem, .json before .yaml before .yml."""
    beside = (file.with_suffix(suffix) for suffix in SIDECAR_SUFFIXES)
    return next((path for path in beside if path.is_file()), None)


def read_sidecar(path: Path, where: str, report: Report) -> Fields:
    """The fields of a sidecar; {} and a report when it is damaged."""
    try:
        text = decode(path.read_bytes())
        values = (
            json.loads(text) if path.suffix.lower() == ".json" else yaml.load(text, Loader=yaml.BaseLoader)
        )
        if not isinstance(values, dict):
            raise ValueError("it is not one object of `key: value`")
    except (ValueError, yaml.YAMLError, OSError, Refusal, RecursionError) as error:
        reason = " ".join(str(error).split())
        report(DocumentWarning(where, f"{path.name} is not understood ({reason})", "kept without it"))
        return {}
    return checked_fields(values, f"{where} ({path.name})", report)


def read_table(path: Path, report: Report) -> dict[str, Fields]:
    """Rows of sources.csv or --metadata FILE (.csv, .json, .jsonl): fields by path.

    Raises MetadataError when the file cannot be read or has no paths.
    """
    try:
        text = decode(path.read_bytes())
        rows = _rows(text, path, report)
    except (ValueError, OSError, csv.Error, Refusal, RecursionError) as error:
        raise MetadataError(f"{path}: it cannot be read ({error}); expected is a table {EXPECTED}") from error
    table: dict[str, Fields] = {}
    for number, row in enumerate(rows, 1):
        place = row.get("path") if isinstance(row, dict) else None
        if not isinstance(place, str) or not place.strip():
            raise MetadataError(f"{path}, row {number}: it has no path; expected are the columns {EXPECTED}")
        key = place.strip().replace("\\", "/").removeprefix("./")
        table.setdefault(key, checked_fields(row, f"{path.name}, row {number}", report))
    return table


def _rows(text: str, path: Path, report: Report) -> list[Any]:
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        # Not splitlines(): JSON may hold U+2028 and the like as they are.
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    if suffix == ".json":
        values = json.loads(text)
        if isinstance(values, dict):
            return [{"path": path, **fields} for path, fields in values.items()]
        return list(values)
    # StringIO without newline translation: a quoted cell may hold line breaks.
    lines = io.StringIO(text, newline="")
    names = next(csv.reader(lines, skipinitialspace=True), [])
    rows = [row for row in csv_rows(lines, names, skipinitialspace=True) if any(row.values.values())]
    for row in rows:
        if row.problem:
            report(DocumentWarning(path.name, row.problem, REMEDY))
    return [row.values for row in rows]
