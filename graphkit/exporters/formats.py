"""The table of export formats: a new one is a module and a row here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from graphkit.errors import FormatError
from graphkit.exporters.claims import write_claims
from graphkit.exporters.graphml import write_graphml


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One export format; `write` takes what `takes` says (a graph, or rows of claims) and a path.

    A file whose suffix is among `suffixes` is of this format without being told.
    """

    name: str
    suffixes: tuple[str, ...]
    takes: Literal["graph", "rows"]
    write: Callable[[Any, Path], Any]


WRITERS: dict[str, Format] = {
    item.name: item
    for item in (
        Format(name="graphml", suffixes=(".graphml",), takes="graph", write=write_graphml),
        Format(name="claims", suffixes=(".jsonl",), takes="rows", write=write_claims),
    )
}


def format_for(path: Path, name: str | None = None) -> Format:
    """The format called `name`, else the one that the suffix tells; raises FormatError if there is none."""
    if name is not None:
        found = WRITERS.get(name)
    else:
        found = next((item for item in WRITERS.values() if path.suffix.lower() in item.suffixes), None)
    if found is None:
        wanted = f"no format {name!r}" if name else f"the suffix {path.suffix!r} tells no format"
        known = ", ".join(f"{item.name} ({' '.join(item.suffixes)})" for item in WRITERS.values())
        raise FormatError(f"{path}: {wanted}; choose one with --format; known: {known}")
    return found
