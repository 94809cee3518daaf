"""Which files of the inputs are documents."""

import fnmatch
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import UnreadableDocument
from graphkit.readers.labels import safe_name
from graphkit.readers.problems import DocumentWarning, Report
from graphkit.readers.source_metadata import SIDECAR_SUFFIXES, SOURCES_CSV

NOT_DOCUMENTS = (
    ".*",
    SOURCES_CSV,
    "graph.html",
    "graph.graphml",
    "claims.jsonl",
    "*.claims.jsonl",
    "graphkit.db*",
)
"""Names, in lower case, that are left out of folders without a word."""
# README.txt, LICENSE-MIT.txt, readme.md; but "License to print.txt" and "license_row.txt" may be articles.
_ABOUT_THE_FOLDER = re.compile(
    r"(README|LICEN[SC]E).*|(readme|licen[sc]e)(\.[^.]*)?|(Readme|Licen[sc]e)\.[^.]*"
)

SHOWN_FILES = 3
"""How many of the files that nobody can read a warning names."""
NO_FILE = ("it is a broken link or no regular file", "put the file in its place")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to read: its absolute path, the input folder it was found in (its own when it was named itself),
    and of how many parts its label has at least.
    """

    file: Path
    root: Path
    depth: int


def find_files(
    inputs: Iterable[Path], known: frozenset[str], left_out: frozenset[Path], report: Report
) -> list[Candidate]:
    """The files under `inputs` whose suffix is `known`, each once, less `left_out` (real paths).

    Unknown suffixes are a problem where the file was named itself, a warning in a folder. A file reached
    twice, also through links, keeps its longest path, then the first by name, whatever the order of inputs.
    """
    found: dict[str, Candidate] = {}
    for path in sorted(set(inputs)):
        for candidate in _candidates(path, known, report):
            key = os.path.realpath(candidate.file)
            if Path(key) not in left_out:
                found[key] = min(found.get(key, candidate), candidate, key=_preference)
    return sorted(found.values(), key=lambda candidate: candidate.file)


def _preference(candidate: Candidate) -> tuple[int, Path]:
    return -candidate.depth, candidate.file


def _candidates(path: Path, known: frozenset[str], report: Report) -> Iterator[Candidate]:
    # Not resolve(): a link keeps the name that the user gave it.
    absolute = Path(os.path.abspath(path))  # noqa: PTH100
    if absolute.is_dir():
        yield from _in_folder(absolute, known, report)
    elif not absolute.is_file():
        report(UnreadableDocument(str(path), "there is no such file or folder", "check the path"))
    elif absolute.suffix.lower() in known and absolute.name.lower() != SOURCES_CSV:
        yield Candidate(absolute, absolute.parent, 1)
    elif not _is_metadata(absolute, known):
        report(UnreadableDocument(path.name, f"no reader for {path.suffix!r} files", _remedy(known)))


def _is_metadata(file: Path, known: frozenset[str]) -> bool:
    """Whether `file` is sources.csv or a sidecar: given by a pattern such as docs/*, it is used, not read."""
    if file.suffix.lower() in SIDECAR_SUFFIXES:
        return any(file.with_suffix(suffix).is_file() for suffix in known)
    return file.name.lower() == SOURCES_CSV


def _in_folder(root: Path, known: frozenset[str], report: Report) -> Iterator[Candidate]:
    unknown: Counter[str] = Counter()
    examples: list[str] = []
    for file in _walk(root, report):
        if _is_left_out(file.name):
            continue
        if file.suffix.lower() in known and not file.is_file():
            report(UnreadableDocument(file.relative_to(root.parent).as_posix(), *NO_FILE))
        elif file.suffix.lower() in known:
            yield Candidate(file, root, len(file.relative_to(root).parts) + 1)
        elif not _is_metadata(file, known):
            unknown[safe_name(file.suffix.lower()) or "no suffix"] += 1
            examples += [file.relative_to(root).as_posix()] if len(examples) < SHOWN_FILES else []
    if unknown:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(unknown.items()))
        named = ", ".join(map(safe_name, examples)) + (", …" if unknown.total() > len(examples) else "")
        problem = f"files of other kinds left out ({kinds}): {named}"
        report(DocumentWarning(root.name or "/", problem, _remedy(known)))


def _is_left_out(name: str) -> bool:
    patterns = (fnmatch.fnmatchcase(name.lower(), pattern) for pattern in NOT_DOCUMENTS)
    return any(patterns) or bool(_ABOUT_THE_FOLDER.fullmatch(name))


def _walk(root: Path, report: Report) -> Iterator[Path]:
    """All files below `root` by name, hidden folders left out, links followed, no folder entered twice."""

    def unreadable(error: OSError) -> None:
        report(UnreadableDocument(str(error.filename), f"{error.strerror}", "check the permissions"))

    entered: set[str] = set()
    for folder, folders, files in os.walk(root, onerror=unreadable, followlinks=True):
        real = os.path.realpath(folder)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(files))


def _remedy(known: frozenset[str]) -> str:
    return f"convert to one of {' '.join(sorted(known))}"
