"""One run over inputs: open them, load the model, read what is new into a store, with bars."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graphkit.cli.interrupts import children_that_end
from graphkit.cli.progress import counted, progress_bar, spinner
from graphkit.cli.reading import Losses, Reading
from graphkit.errors import GraphkitError, UnreadableDocument

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.records import Document, Extraction
    from graphkit.store import ClaimStore


@dataclass(slots=True)
class Run:
    """What a run has done: documents seen in the inputs, those that had to be read, and their claims.

    At `failed` of those that had to be read a component of the pipeline failed.
    """

    seen: int = 0
    new: int = 0
    failed: int = 0
    claims: int = 0

    @property
    def unchanged(self) -> int:
        """Documents that the store held already."""
        return self.seen - self.new


def opened(inputs: Sequence[Path], reading: Reading, losses: Losses) -> "Iterator[Document]":
    """The documents of `inputs`, of which there is at least one.

    Readers give the first document when the last file was opened: after this call the losses are complete.
    Raises GraphkitError, after telling of the losses, when no document is left.
    """
    with progress_bar("Opening files", None) as advance:
        documents = reading.documents(inputs, losses, on_file=lambda _: advance())
        first = next(documents, None)
    if first is None:
        losses.tell()
        raise GraphkitError(_nothing_to_read(losses))
    return chain([first], documents)


def loaded(reading: Reading) -> "Language":
    """The pipeline; it takes seconds."""
    with spinner("Loading the language model"):
        return reading.load_pipeline()


def read_into(
    store: "ClaimStore",
    documents: "Iterable[Document]",
    nlp: "Language",
    processes: int,
    losses: Losses,
) -> Run:
    """Read the documents that the store does not hold yet, a transaction each: what is done stays done.

    One at which a component of the pipeline fails is lost like a file that cannot be read.
    Raises GraphkitError, after telling of the losses, when that is the lot of all.
    """
    from graphkit.pipeline import extract_claims, fingerprint
    from graphkit.readers.copies import Spool

    run, version = Run(), fingerprint(nlp)

    def fail(problem: UnreadableDocument) -> None:
        run.failed += 1
        losses.add(problem)

    with children_that_end(), closing(Spool()) as waiting:
        for document in store.unread(_noted(documents, run), version):
            waiting.add(document)
            run.new += 1
        with progress_bar("Reading documents", run.new) as advance:
            found = extract_claims(waiting.documents(), nlp, n_process=processes, on_problem=fail)
            store.add(counted(_with_claims(found, run), advance), fingerprint=version)
    if run.failed and run.failed == run.seen:
        losses.tell()
        raise GraphkitError(_nothing_to_read(losses))
    return run


@contextmanager
def scratch_store() -> "Iterator[ClaimStore]":
    """A store that is thrown away: it knows the order and the actors' final names."""
    from graphkit.store import STORE_NAME, ClaimStore

    with TemporaryDirectory(prefix="graphkit-") as folder, ClaimStore(Path(folder, STORE_NAME)) as store:
        yield store


def _noted(documents: "Iterable[Document]", run: Run) -> "Iterator[Document]":
    for document in documents:
        run.seen += 1
        yield document


def _with_claims(extractions: "Iterable[Extraction]", run: Run) -> "Iterator[Extraction]":
    for extraction in extractions:
        run.claims += len(extraction.claims)
        yield extraction


def _nothing_to_read(losses: Losses) -> str:
    if losses.lost:
        reasons = "reason is" if len(losses.lost) == 1 else f"{len(losses.lost):,} reasons are"
        return f"none of the inputs could be read; the {reasons} listed above"
    return "no documents in the inputs; name files or folders that hold articles"
