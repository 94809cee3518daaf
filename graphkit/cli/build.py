"""``graphkit build``: the whole job, from articles to page, graph and claims."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.lazy_group import INTERRUPTED
from graphkit.cli.options import TEXT
from graphkit.cli.progress import spinner
from graphkit.cli.reading import INPUT, Losses, Reading, reading_options
from graphkit.cli.reading_run import Run, loaded, opened, read_into
from graphkit.cli.summary import summary_lines
from graphkit.cli.terminal import plural, talk
from graphkit.errors import GraphkitError
from graphkit.records import CAUTION

if TYPE_CHECKING:
    from graphkit.store import ClaimStore

PAGE, GRAPHML, CLAIMS = "graph.html", "graph.graphml", "claims.jsonl"


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=INPUT)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder for graph.html, graph.graphml, claims.jsonl and graphkit.db; made if missing.",
)
@click.option("--title", type=TEXT, help="The page's heading.")
@reading_options
def build(inputs: tuple[Path, ...], folder: Path, title: str | None, reading: Reading) -> None:
    """Read articles and write the page, the graph and the claim table.

    INPUTS are files, folders, or - for one plain text on stdin. A second run reads only what changed, and
    forgets what is no longer in the inputs.

    \b
    Example:
        graphkit build articles/ -o out
        graphkit build articles/ more.jsonl -o out --lexicon my-actors.yaml --processes 2
    """
    losses = Losses()
    try:
        with _output_folder(folder):
            _build(inputs, folder, title, reading, losses)
    except KeyboardInterrupt:
        talk("\nStopped. The documents read so far are kept; the same command goes on from there.")
        raise SystemExit(INTERRUPTED) from None
    raise SystemExit(losses.exit_status)


def _build(
    inputs: tuple[Path, ...], folder: Path, title: str | None, reading: Reading, losses: Losses
) -> None:
    from graphkit.store import STORE_NAME, ClaimStore, summarize

    documents, nlp = opened(inputs, reading, losses), loaded(reading)
    with ClaimStore(folder / STORE_NAME, relations=reading.load_relations()) as store:
        run = read_into(store, documents, nlp, reading.processes, losses)
        removed = store.forget_unseen()
        with spinner("Writing"):
            write_outputs(store, folder, title)
        losses.tell()
        talk(_documents_line(run, removed))
        talk("\n".join(summary_lines(summarize(store))))
    talk(f"Open {folder / PAGE}; beside it are {GRAPHML}, {CLAIMS} and {STORE_NAME}.")
    talk(CAUTION)


def write_outputs(store: "ClaimStore", folder: Path, title: str | None) -> None:
    """Derive the page, the graph and the claim table from the store."""
    from graphkit.explorer import render_html
    from graphkit.exporters import write_claims, write_graphml
    from graphkit.graph import build_graph

    relations = store.relations()
    write_claims(store, folder / CLAIMS)
    write_graphml(store, folder / GRAPHML)
    graph = build_graph(store.rows(), store.actors(), relations)
    render_html(graph, title=title, relations=relations).save(folder / PAGE)


@contextmanager
def _output_folder(folder: Path) -> Iterator[None]:
    """Make the folder before the work, and take it away again if the work fails and leaves it empty."""
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _check_writable(folder)
        yield
    except BaseException:
        with suppress(OSError):
            for place in made:
                place.rmdir()
        raise


def _check_writable(folder: Path) -> None:
    """Find out before the work, not after it."""
    from graphkit.store import STORE_NAME, file_target

    if not os.access(folder, os.W_OK | os.X_OK):
        raise GraphkitError(f"{folder}: cannot be written to; choose another folder with -o")
    for name in (PAGE, GRAPHML, CLAIMS, STORE_NAME):
        file_target(folder / name)


def _documents_line(run: Run, removed: int) -> str:
    gone = f", {removed:,} removed" if removed else ""
    return f"Read {plural(run.new - run.failed, 'document')}; {run.unchanged:,} unchanged{gone}."
