"""Every file that is to be read, with the metadata that applies to it, before any of them is parsed."""

import io
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from graphkit.readers.folders import Candidate, find_files
from graphkit.readers.formats import READERS
from graphkit.readers.labels import labels
from graphkit.readers.problems import DocumentWarning, Report, raise_problem
from graphkit.readers.source_metadata import (
    SOURCES_CSV,
    Fields,
    merged,
    read_sidecar,
    read_table,
    sidecar_of,
)
from graphkit.records import Source

STDIN = "stdin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One file to read: its label `path`, the `file` on disk (None for standard input, which is in `data`).

    `given` is the metadata from sidecar, sources.csv and --metadata, in this order.
    """

    path: str
    file: Path | None
    given: Source = field(default_factory=Source)
    text_column: str = "text"
    data: bytes = b""

    @property
    def suffix(self) -> str:
        """The format: suffix in lower case; standard input is plain text."""
        return self.file.suffix.lower() if self.file else ".txt"

    def open(self) -> AbstractContextManager[BinaryIO]:
        """The bytes, as a stream to be closed. Raises OSError."""
        return self.file.open("rb") if self.file else io.BytesIO(self.data)


def find_documents(
    inputs: Iterable[Path | str],
    *,
    metadata: Path | None = None,
    text_column: str = "text",
    on_problem: Report | None = None,
) -> list[Found]:
    """All files that `inputs` (files, folders, ``-``) lead to, sorted by label; none of them is opened.

    Raises MetadataError when a sources.csv or `metadata` cannot be used; other problems go to `on_problem`.
    """
    report = on_problem or raise_problem
    given = [str(entry) for entry in inputs]
    left_out = frozenset({Path(os.path.realpath(metadata))} if metadata else ())
    paths = [Path(entry) for entry in given if entry != "-"]
    candidates = find_files(paths, frozenset(READERS), left_out, report)
    names = labels({candidate.file: candidate.depth for candidate in candidates})
    tables = _Tables(metadata, report)
    found = [
        Found(
            path=names[candidate.file],
            file=candidate.file,
            given=tables.given(candidate, names[candidate.file]),
            text_column=text_column,
        )
        for candidate in candidates
    ]
    tables.report_unused()
    if "-" in given:
        found.append(Found(path=STDIN, file=None, given=tables.named(STDIN), data=sys.stdin.buffer.read()))
    return sorted(found, key=lambda item: item.path)


class _Tables:
    """The metadata tables of a run: --metadata FILE, and each folder's sources.csv once it is needed."""

    def __init__(self, metadata: Path | None, report: Report) -> None:
        self.report = report
        self.metadata = read_table(metadata, report) if metadata else {}
        self.folder = Path(os.path.realpath(metadata)).parent if metadata else None
        self.tables: dict[Path, dict[str, Fields]] = {}

    def given(self, candidate: Candidate, label: str) -> Source:
        """What is said about a file: its sidecar, the sources.csv nearest to it first, --metadata."""
        sidecar = sidecar_of(candidate.file)
        layers: list[Mapping[str, str]] = [read_sidecar(sidecar, label, self.report)] if sidecar else []
        layers += (self._row(folder, candidate.file) for folder in _folders_up(candidate))
        layers += self._metadata_rows(candidate, label)
        return merged(layers)

    def named(self, label: str) -> Source:
        """What --metadata says about a label that is no file."""
        return merged([self.metadata.get(label, {})])

    def _row(self, folder: Path, file: Path) -> Fields:
        if folder not in self.tables:
            table = folder / SOURCES_CSV
            self.tables[folder] = read_table(table, self.report) if table.is_file() else {}
        return self.tables[folder].get(file.relative_to(folder).as_posix(), {})

    def _metadata_rows(self, candidate: Candidate, label: str) -> list[Fields]:
        """Rows of --metadata name a file by its label, or relative to the input folder or to the table."""
        if not self.metadata:
            return []
        keys = [label, candidate.file.relative_to(candidate.root).as_posix()]
        real = Path(os.path.realpath(candidate.file))
        if self.folder and real.is_relative_to(self.folder):
            keys.append(real.relative_to(self.folder).as_posix())
        return [self.metadata.get(key, {}) for key in keys]

    def report_unused(self) -> None:
        """Name the rows of a sources.csv whose file does not exist: their metadata would be lost unseen."""
        for folder in sorted(self.tables):
            for path in self.tables[folder]:
                if not (folder / path.split("#", 1)[0]).exists():
                    problem = f"it has a row for {path!r}, but there is no such file"
                    self.report(DocumentWarning(f"{folder.name}/{SOURCES_CSV}", problem, "correct the path"))


def _folders_up(candidate: Candidate) -> list[Path]:
    """The folder of the file and those above it, up to the input folder."""
    folders = [candidate.file.parent, *candidate.file.parent.parents]
    return folders[: folders.index(candidate.root) + 1]
