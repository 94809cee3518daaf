"""``graphkit evaluate``: how well claims agree with those that people marked."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from graphkit.cli.reading import INPUT, Losses, Reading, reading_options
from graphkit.cli.reading_run import loaded, opened, read_into, scratch_store
from graphkit.cli.tables import json_text
from graphkit.cli.terminal import plain

Row = dict[str, Any]

PREDICTION_FIELDS = {"subject", "relation", "object", "evidence"}
"""What a line of claims.jsonl has, and a line that is a document has not."""


@click.command()
@click.argument("inputs", nargs=-1, type=INPUT)
@click.option(
    "--gold",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of marked documents, or of such folders. Repeatable; data/gold/train if none is given.",
)
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Show so many missed and as many wrong claims, with their sentences.",
)
@click.option("--json", "as_json", is_flag=True, help="Write the figures as one JSON object.")
@reading_options
def evaluate(
    inputs: tuple[Path, ...], gold: tuple[Path, ...], errors: int, as_json: bool, reading: Reading
) -> None:
    """Score claims against documents that people marked.

    INPUTS are claims.jsonl files to score, or documents to read and score; without any, the marked documents
    are read.

    \b
    Example:
        graphkit evaluate --gold data/gold/train
        graphkit evaluate claims.jsonl --gold data/gold/train --errors 20
    """
    from graphkit.evaluation import documents_of, format_report, scores_json
    from graphkit.evaluation import evaluate as scored

    folders, losses = gold or _own_gold(), Losses()
    predictions = [path for path in inputs if _holds_claims(path)]
    if predictions and len(predictions) < len(inputs):
        raise click.UsageError("INPUTS must all be claims.jsonl files, or all be documents.")
    rows = (
        _read_rows(predictions)
        if predictions
        else _extracted_rows(inputs or documents_of(folders), reading, losses)
    )
    scores = scored(folders, rows)
    losses.tell()
    click.echo(json_text(scores_json(scores)) if as_json else plain(format_report(scores, errors), keep="\n"))
    raise SystemExit(losses.exit_status)


def _own_gold() -> tuple[Path, ...]:
    from graphkit.lexicon import data_path

    folder = data_path("gold", "train")
    if not folder.is_dir():
        raise click.UsageError(
            "Name a folder of marked documents with --gold; those in data/gold/train of the repository "
            "are not part of the installed package."
        )
    return (folder,)


def _holds_claims(path: Path) -> bool:
    """Whether the first line of a .jsonl file is a claim; else it is a document."""
    if path.suffix.lower() != ".jsonl":
        return False
    with path.open(encoding="utf-8", errors="replace") as lines:
        first = next((line for line in lines if line.strip()), "{}")
    try:
        return set(json.loads(first)) >= PREDICTION_FIELDS
    except (ValueError, TypeError):
        return False


def _read_rows(paths: Sequence[Path]) -> Iterator[Row]:
    from graphkit.store.claims_file import read_jsonl

    for path in paths:
        yield from (row for _, row in read_jsonl(path))


def _extracted_rows(inputs: Sequence[Path], reading: Reading, losses: Losses) -> Iterator[Row]:
    documents, nlp = opened(inputs, reading, losses), loaded(reading)
    with scratch_store() as store:
        read_into(store, documents, nlp, reading.processes, losses)
        yield from store.rows()
