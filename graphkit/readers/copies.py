"""The same text in several places is one document: copies brought together, most of them kept on disk."""

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphkit.records import Copy, Document, Source

# Bytes of pickled documents that wait in memory before they go to a temporary file.
MEMORY_BYTES = 64 * 2**20


class Spool:
    """Documents that wait in a temporary file until all are read; memory holds their ids and paths only."""

    def __init__(self) -> None:
        self.file = tempfile.SpooledTemporaryFile(max_size=MEMORY_BYTES)  # noqa: SIM115 - closed by close()
        self.places: dict[str, list[tuple[str, int]]] = {}

    def add(self, document: Document) -> None:
        """Put `document` away."""
        self.places.setdefault(document.id, []).append((document.path, self.file.tell()))
        pickle.dump(document, self.file)

    def documents(self) -> Iterator[Document]:
        """All that were added, sorted by path, copies joined."""
        groups = sorted(sorted(places) for places in self.places.values())
        for places in groups:
            yield with_copies([self._read(offset) for _, offset in places])

    def _read(self, offset: int) -> Document:
        self.file.seek(offset)
        document: Document = pickle.load(self.file)
        return document

    def close(self) -> None:
        """Delete the temporary file."""
        self.file.close()


def with_copies(documents: Iterable[Document]) -> Document:
    """One document for several of the same text: that of the smallest path, with the others in `also`.

    Where two say different things of one path, the later one counts. Raises ValueError when the texts differ.
    """
    given = list(documents)
    if len({document.text for document in given}) != 1:
        raise ValueError("copies must be at least one document, and all have the same text")
    sources: dict[str, Source] = {}
    for document in given:
        sources |= {document.path: document.source, **{copy.path: copy.source for copy in document.also}}
    first = min(given, key=lambda document: document.path)
    latest = next(document for document in reversed(given) if document.path == first.path)
    also = tuple(Copy(path=path, source=sources[path]) for path in sorted(sources) if path != first.path)
    return replace(latest, also=also)
