"""Found files to documents: read, clean, check, put in order, and bring copies of one text together."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from graphkit.errors import GraphkitError, UnreadableDocument
from graphkit.readers.cleaning import clean
from graphkit.readers.copies import Spool
from graphkit.readers.extracted import Extracted
from graphkit.readers.formats import READERS
from graphkit.readers.found import Found, find_documents
from graphkit.readers.language import foreign_language, foreign_script
from graphkit.readers.problems import DocumentWarning, Refusal, Remark, Report, raise_problem
from graphkit.readers.source_metadata import checked_fields, merged
from graphkit.records import Document

MAX_CHARACTERS = 1_000_000
"""Code points of cleaned text that one document may have: spaCy's own limit (``Language.max_length``)."""
# JSON can escape half a character, which no file or database takes.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_documents(
    inputs: Iterable[Path | str],
    *,
    metadata: Path | None = None,
    text_column: str = "text",
    on_problem: Report | None = None,
    progress: Callable[[str], None] | None = None,
) -> Iterator[Document]:
    """Read every document that `inputs` (files, folders, ``-``) lead to, sorted by path, each text once.

    `on_problem` gets an UnreadableDocument for each file or row that is lost, and a DocumentWarning (nothing
    lost) for what was not understood; without it the first loss is raised, and warnings are Python's.
    `progress` gets each file's path when it is read. Raises MetadataError when a metadata table is damaged.
    """
    found = find_documents(inputs, metadata=metadata, text_column=text_column, on_problem=on_problem)
    yield from read_found(found, on_problem=on_problem, progress=progress)


def read_found(
    found: Iterable[Found],
    *,
    on_problem: Report | None = None,
    progress: Callable[[str], None] | None = None,
) -> Iterator[Document]:
    """Documents of the files `found`, sorted by path; the same text once, its further places in `also`.

    The first document comes when the last file was read, since a copy may be anywhere. Each file is read
    once (two passes would parse every PDF twice); documents wait in a temporary file, so that memory holds
    only their ids and paths, also for 100,000 articles.
    """
    with closing(Spool()) as spool:
        for item in sorted(found, key=lambda item: item.path):
            if progress:
                progress(item.path)
            for document in read_file(item, on_problem=on_problem):
                spool.add(document)
        yield from spool.documents()


def read_file(found: Found, *, on_problem: Report | None = None) -> Iterator[Document]:
    """Documents of one file: one, or one per row, named ``path#row``; copies are not joined."""
    report = on_problem or raise_problem
    try:
        with found.open() as stream:
            for item in READERS[found.suffix](stream, found.text_column):
                yield from _documents(item, found, report)
    except Refusal as refusal:
        report(_unreadable(found, refusal))
    except OSError as error:
        problem = f"it cannot be opened ({error.strerror or error})"
        report(UnreadableDocument(found.path, problem, "check that it exists and may be read"))
    except (GraphkitError, ImportError):
        raise
    except Exception as error:
        # Parsers of other people's formats fail in their own ways; one file must not end the batch.
        problem = f"its reader failed ({type(error).__name__}: {' '.join(str(error).split())})"
        report(UnreadableDocument(found.path, problem, "save it anew, or as .txt"))


def _documents(item: Extracted | Refusal | Remark, found: Found, report: Report) -> Iterator[Document]:
    if isinstance(item, Remark):
        report(DocumentWarning(_row_path(found, item.row), item.problem, item.remedy))
        return
    try:
        if isinstance(item, Refusal):
            raise item
        document = _document(item, found, report)
    except Refusal as refusal:
        refusal.row = item.row
        report(_unreadable(found, refusal))
    else:
        yield document


def _document(item: Extracted, found: Found, report: Report) -> Document:
    """Raises Refusal when the text is empty, too long or not English."""
    path = _row_path(found, item.row)
    raw = _LONE_SURROGATE.sub("�", item.raw)
    text, offsets = clean(raw, start=item.start, markdown=item.markdown)
    _check_readable(text)
    if item.warning:
        report(DocumentWarning(path, item.warning, "kept without it"))
    stated, own = (checked_fields(values, path, report) for values in (item.stated, item.own))
    given = {name: value for name, value in found.given.to_dict().items() if value}
    source = merged([stated, given, own])
    return Document(path=path, text=text, raw=raw, offsets=offsets, source=source)


def _check_readable(text: str) -> None:
    if not text:
        raise Refusal("it holds no text", "fill it or take it out")
    if len(text) > MAX_CHARACTERS:
        problem = f"it has {len(text):,} characters, and {MAX_CHARACTERS:,} can be read at once"
        raise Refusal(problem, "split it, e.g. a file per chapter")
    if language := foreign_language(text):
        raise Refusal(f"its language is not English but {language!r}", "translate it or take it out")
    if script := foreign_script(text):
        raise Refusal(f"its letters are not Latin but {script}", "translate it or take it out")


def _row_path(found: Found, row: int | None) -> str:
    return found.path if row is None else f"{found.path}#{row}"


def _unreadable(found: Found, refusal: Refusal) -> UnreadableDocument:
    return UnreadableDocument(_row_path(found, refusal.row), refusal.problem, refusal.remedy)
