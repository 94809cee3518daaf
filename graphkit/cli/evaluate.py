"""``graphkit evaluate``: how well claims agree with those that people marked."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from graphkit.cli.reading import INPUT, Losses, Reading, reading_options
from graphkit.cli.reading_run import loaded, opened, read_into, scratch_store
from graphkit.cli.tables import json_text
from graphkit.cli.terminal import plain

Row = dict[str, Any]
Mentioned = dict[str, list[dict[str, Any]]]

PREDICTION_FIELDS = {"subject", "relation", "object", "evidence"}
"""What a line of claims.jsonl has, and a line that is a document has not."""


@click.command()
@click.argument("inputs", nargs=-1, type=INPUT)
@click.option(
    "--gold",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of marked documents, or of such folders. Repeatable; data/gold/test if none is given.",
)
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Show so many missed and as many wrong claims, with their sentences.",
)
@click.option(
    "--cross-validate",
    is_flag=True,
    help="Score what was read of folders of data/gold/train by a network that was trained without them.",
)
@click.option("--json", "as_json", is_flag=True, help="Write the figures as one JSON object.")
@reading_options
def evaluate(
    inputs: tuple[Path, ...],
    gold: tuple[Path, ...],
    errors: int,
    cross_validate: bool,
    as_json: bool,
    reading: Reading,
) -> None:
    """Score claims against documents that people marked.

    INPUTS are claims.jsonl files to score, or documents to read and score; without any, the marked documents
    are read.

    \b
    Example:
        graphkit evaluate
        graphkit evaluate --cross-validate
        graphkit evaluate claims.jsonl --gold data/gold/train --errors 20
    """
    if cross_validate:
        if inputs or gold:
            raise click.UsageError("--cross-validate goes without INPUTS and --gold: its claims are stored.")
        _tell_folds(errors, as_json)
        return
    from graphkit.evaluation import documents_of

    folders, losses = gold or (_own_gold("test"),), Losses()
    predictions = [path for path in inputs if _holds_claims(path)]
    if predictions and len(predictions) < len(inputs):
        raise click.UsageError("INPUTS must all be claims.jsonl files, or all be documents.")
    if predictions:
        found: tuple[Iterable[Row], Mentioned | None] = (_read_rows(predictions), None)
    else:
        found = _read(inputs or documents_of(folders), reading, losses)
    _tell(folders, *found, errors, as_json)
    losses.tell()
    raise SystemExit(losses.exit_status)


def _tell(
    folders: Sequence[Path],
    rows: Iterable[Mapping[str, Any]],
    mentioned: Mentioned | None,
    errors: int,
    as_json: bool,
) -> None:
    from graphkit.evaluation import evaluate as scored
    from graphkit.evaluation import format_report, scores_json

    scores = scored(folders, rows, mentioned)
    click.echo(json_text(scores_json(scores)) if as_json else plain(format_report(scores, errors), keep="\n"))


def _tell_folds(errors: int, as_json: bool) -> None:
    from graphkit.components.reader.calibration import Calibration
    from graphkit.evaluation import fold_predictions, folders_read, format_folds, told
    from graphkit.lexicon import data_path

    rows = told(fold_predictions(_own_gold("folds.jsonl.gz")), Calibration.load(data_path("model")))
    folders = folders_read([_own_gold("train")], rows)
    _tell(folders, rows, None, errors, as_json)
    if not as_json:
        click.echo(plain(format_folds(folders, rows), keep="\n"))


def _own_gold(name: str) -> Path:
    from graphkit.lexicon import data_path

    found = data_path("gold", name)
    if not found.exists():
        raise click.UsageError(
            f"data/gold/{name} of the repository is not part of the installed package; "
            "run this in a checkout, or name a folder of marked documents with --gold."
        )
    return found


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


def _read(inputs: Sequence[Path], reading: Reading, losses: Losses) -> tuple[list[Row], Mentioned]:
    """The claims of the documents, and the actors that each mentions."""
    from graphkit.evaluation import document_stem

    documents, nlp = opened(inputs, reading, losses), loaded(reading)
    with scratch_store() as store:
        read_into(store, documents, nlp, reading.processes, losses)
        actors = store.actors()
        mentioned = {
            document_stem({"path": document.path}): [
                actors[actor].to_dict()
                for actor in sorted({mention.actor for mention in store.mentions(document.id)})
            ]
            for document in store.documents()
        }
        return list(store.rows()), mentioned
