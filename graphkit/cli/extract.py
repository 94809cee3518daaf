"""``graphkit extract``: the reading alone."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.options import TEXT
from graphkit.cli.reading import INPUT, Losses, Reading, reading_options
from graphkit.cli.reading_run import Run, loaded, opened, read_into, scratch_store
from graphkit.cli.tables import write_json_lines
from graphkit.cli.terminal import STDOUT, plain, plural, talk

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.records import Document

STORE_SUFFIX = ".db"
SUFFIXES = (".jsonl", STORE_SUFFIX)


@click.command()
@click.argument("inputs", nargs=-1, type=INPUT)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default="-",
    show_default=True,
    help="Where the claims go: a .jsonl file, a .db store that they are added to, or - for stdout.",
)
@click.option(
    "--explain",
    type=TEXT,
    metavar="SENTENCE",
    help="Read one sentence and show how: mentions, trigger, cue, and why there is no claim.",
)
@reading_options
def extract(inputs: tuple[Path, ...], output: Path, explain: str | None, reading: Reading) -> None:
    """Read articles and write their claims, nothing else.

    INPUTS are files, folders, or - for one plain text on stdin.

    \b
    Example:
        graphkit extract articles/ -o claims.jsonl
        graphkit extract --explain "The ministry denied that Iran arms the Taliban."
    """
    if explain is not None:
        _explain(explain, reading)
        return
    if not inputs:
        raise click.UsageError("Name files or folders to read, - for stdin, or a sentence with --explain.")
    if output != STDOUT and output.suffix.lower() not in SUFFIXES:
        raise click.BadParameter(
            f"{output.name}: the suffix must be one of {', '.join(SUFFIXES)}.", param_hint="'-o' / '--output'"
        )
    raise SystemExit(_extract(inputs, output, reading))


def _explain(sentence: str, reading: Reading) -> None:
    from graphkit.pipeline import explain

    click.echo(plain(explain(sentence, reading.load_pipeline()), keep="\n"))


def _extract(inputs: tuple[Path, ...], output: Path, reading: Reading) -> int:
    from graphkit.store import file_target

    if output != STDOUT:
        file_target(output)  # before the work, not after it
    losses = Losses()
    documents, nlp = opened(inputs, reading, losses), loaded(reading)
    into = _into_store if output.suffix.lower() == STORE_SUFFIX else _into_lines
    run, held = into(documents, output, nlp, reading, losses)
    losses.tell()
    read = f"{plural(run.seen, 'document')} ({run.unchanged:,} unchanged), {plural(run.claims, 'claim')} read"
    now = f"; {output} now holds {plural(held, 'claim')}" if into is _into_store else ""
    talk(f"{read}{now}.")
    return losses.exit_status


def _into_store(
    documents: "Iterable[Document]", path: Path, nlp: "Language", reading: Reading, losses: Losses
) -> tuple[Run, int]:
    from graphkit.store import ClaimStore

    with ClaimStore(path, relations=reading.load_relations()) as store:
        run = read_into(store, documents, nlp, reading.processes, losses)
        return run, store.counts()["claims"]


def _into_lines(
    documents: "Iterable[Document]", path: Path, nlp: "Language", reading: Reading, losses: Losses
) -> tuple[Run, int]:
    from graphkit.exporters import write_claims

    with scratch_store() as store:
        run = read_into(store, documents, nlp, reading.processes, losses)
        if path == STDOUT:
            write_json_lines(store.rows())
        else:
            write_claims(store, path)
        return run, store.counts()["claims"]
