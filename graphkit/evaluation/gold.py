"""Gold: documents in which every claim is marked.

A gold folder holds actors.jsonl, claims.jsonl and docs/*.txt, as data/gold/README.md describes them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from graphkit.errors import FormatError
from graphkit.evaluation.matching import ActorNames

ACTOR_FIELDS = ("id", "name")
MENTION_FIELDS = ("doc", "start", "end", "kind", "actors")
CLAIM_FIELDS = ("doc", "subject", "relation", "object", "polarity", "certainty", "speakers", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """One marked document: what it is matched by, its actors' names, its rows of claims.jsonl, its text.

    `mentioned` are the actors that it mentions, None where mentions are not marked.
    """

    stem: str
    names: ActorNames
    claims: tuple[Mapping[str, Any], ...]
    path: Path | None = None
    mentioned: frozenset[str] | None = None


def load_gold(gold_dirs: Sequence[Path]) -> list[GoldDocument]:
    """The marked documents of all folders, by stem.

    Raises FormatError for a folder that is not gold, a line that lacks something, a stem in two folders.
    """
    documents: dict[str, GoldDocument] = {}
    for folder in gold_folders(gold_dirs):
        for document in _load_folder(folder):
            if document.stem in documents:
                raise FormatError(
                    f"{folder}: another gold folder has a document {document.stem!r} too; "
                    "predictions are matched by that name, so rename one or evaluate the folders apart"
                )
            documents[document.stem] = document
    return [documents[stem] for stem in sorted(documents)]


def gold_folders(gold_dirs: Sequence[Path]) -> list[Path]:
    """Each of `gold_dirs` that is a gold folder, or the gold folders in it; each once, in the given order."""
    found: dict[Path, Path] = {}
    for directory in gold_dirs:
        inside = [directory] if _is_gold(directory) else sorted(filter(_is_gold, directory.glob("*/")))
        if not inside:
            raise FormatError(
                f"{directory}: no gold here; name a folder that holds actors.jsonl and claims.jsonl, "
                "or a folder of such folders"
            )
        found.update((folder.resolve(), folder) for folder in inside)
    return list(found.values())


def documents_of(gold_dirs: Sequence[Path]) -> list[Path]:
    """The texts to be read when there are no predictions yet.

    Raises FormatError when a claim stands in a document that its folder does not hold.
    """
    documents = load_gold(gold_dirs)
    for document in documents:
        if document.path is None:
            raise FormatError(
                f"docs/{document.stem}.txt: gold has claims of it but not the text; "
                "name the documents to be read"
            )
    return [document.path for document in documents if document.path is not None]


def document_stem(document: Mapping[str, Any] | str) -> str:
    """What a prediction's document is matched by: its file name without the suffix, else its id.

    >>> document_stem({"id": "9538a7", "path": "docs/01_border.txt"})
    '01_border'
    """
    name = document if isinstance(document, str) else document.get("path") or document.get("id")
    return PurePosixPath(str(name)).stem


def _is_gold(folder: Path) -> bool:
    return (folder / "actors.jsonl").is_file() and (folder / "claims.jsonl").is_file()


def _load_folder(folder: Path) -> Iterator[GoldDocument]:
    actors = list(_rows(folder / "actors.jsonl", ACTOR_FIELDS))
    claims = list(_rows(folder / "claims.jsonl", CLAIM_FIELDS))
    texts = {path.stem: path for path in (folder / "docs").glob("*.txt")}
    mentions = _mentions(folder / "mentions.jsonl")
    # a document that asserts nothing counts too: whatever is read in it is wrong
    for stem in sorted({document_stem(row["doc"]) for row in claims} | texts.keys()):
        marked = tuple(row for row in claims if document_stem(row["doc"]) == stem)
        names = ActorNames(_own_first(actors, marked))
        mentioned = None if mentions is None else frozenset(mentions.get(stem, ()))
        yield GoldDocument(stem=stem, names=names, claims=marked, path=texts.get(stem), mentioned=mentioned)


def _mentions(path: Path) -> dict[str, set[str]] | None:
    """The actors that each document mentions, by its stem; None where the folder does not mark them."""
    if not path.is_file():
        return None
    found: dict[str, set[str]] = {}
    for row in _rows(path, MENTION_FIELDS):
        found.setdefault(document_stem(row["doc"]), set()).update(row["actors"])
    return found


def _own_first(
    actors: Iterable[Mapping[str, Any]], claims: Iterable[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """A folder's actors, those that the document's claims name before the others: theirs is a shared name."""
    own = {actor for row in claims for actor in (row["subject"], row["object"], *row["speakers"])}
    return sorted(actors, key=lambda actor: actor["id"] not in own)


def _rows(path: Path, required: Sequence[str]) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _row(line, required, f"{path}, line {number}")


def _row(line: str, required: Sequence[str], where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise FormatError(f"{where}: not JSON: {error}") from None
    if not isinstance(row, dict):
        raise FormatError(f"{where}: not a JSON object; a gold file has one object a line")
    if missing := [name for name in required if name not in row]:
        raise FormatError(f"{where}: lacks {', '.join(missing)}; data/gold/README.md describes the format")
    return row
