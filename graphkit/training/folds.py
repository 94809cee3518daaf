"""Cross-validation: each folder of the gold is read by a network that never saw it."""

import gzip
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graphkit.components.reader.calibration import Calibration
from graphkit.errors import FormatError
from graphkit.pipeline import extract_claims, load_pipeline
from graphkit.readers import read_documents
from graphkit.records import claim_row
from graphkit.training.export import export
from graphkit.training.fit import Plan
from graphkit.training.runs import Say, Trained, marked_folders, prepared, trained

LEAST = 0.15
"""Score from which a reading is kept: low enough for a calibration to choose from."""
KEPT = ("relation", "polarity", "certainty", "speakers", "evidence", "confidence", "extractor")
"""Fields of a claim that are kept with its document and the names of its ends."""


def read_folds(
    gold: Sequence[Path], names: Collection[str], plan: Plan, threads: int, say: Say
) -> Iterator[dict[str, Any]]:
    """The claims of every folder in turn, or of those called `names` at once, by a network that never saw it.

    Raises FormatError where no folder has one of the names.
    """
    folders = marked_folders(gold)
    together = called(names, folders)
    items = prepared(folders)
    for left_out in [together] if together else [[folder] for folder in folders]:
        names = {folder.name for folder in left_out}
        say(f"without {', '.join(sorted(names))}")
        found = trained([item for item in items if item.folder not in names], plan, threads, say)
        yield from read_by(found, left_out)


def called(names: Collection[str], folders: Sequence[Path]) -> list[Path]:
    """The folders that have one of the names; raises FormatError for a name that none has."""
    if unknown := set(names) - {folder.name for folder in folders}:
        raise FormatError(f"no marked folder is called {', '.join(sorted(unknown))}")
    return [folder for folder in folders if folder.name in names]


def read_by(found: Trained, folders: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The claims that a network which is trained reads in the folders, also those it is hardly sure of."""
    with TemporaryDirectory() as scratch:
        export(*found, Path(scratch))
        Calibration(least=LEAST).store(Path(scratch))
        yield from predictions(folders, Path(scratch))


def predictions(folders: Iterable[Path], network: Path) -> Iterator[dict[str, Any]]:
    """The claims that the network reads in the folders' documents, with what an evaluation compares."""
    nlp = load_pipeline(network=network)
    for folder in folders:
        for found in extract_claims(read_documents([folder / "docs"]), nlp):
            actors = {actor.id: actor for actor in found.actors}
            for claim in found.claims:
                yield compact(claim_row(claim, found.document, actors))


def compact(row: Mapping[str, Any]) -> dict[str, Any]:
    """A line of claims.jsonl with what an evaluation compares, and nothing else."""
    ends = {
        end: {name: row[end][name] for name in ("id", "name", "aliases")} for end in ("subject", "object")
    }
    return {"doc": row["document"]["path"].rsplit("/", 1)[-1], **ends, **{name: row[name] for name in KEPT}}


def write_predictions(rows: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Lines of JSON, gzipped without a time, in the order of their text."""
    lines = sorted(json.dumps(row, ensure_ascii=False) for row in rows)
    draft = path.with_name(f".{path.name}.tmp")
    with draft.open("wb") as stream, gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="") as packed:
        packed.writelines(f"{line}\n".encode() for line in lines)
    draft.replace(path)
