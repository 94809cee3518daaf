"""``graphkit import``: claims and actors that others wrote down."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.options import EXISTING_FILE
from graphkit.cli.progress import counted, progress_bar
from graphkit.cli.reading import NO_LEXICON, Losses, lexicon_files
from graphkit.cli.terminal import STDOUT, plural, talk
from graphkit.errors import FormatError, GraphkitError, UnreadableDocument

if TYPE_CHECKING:
    from graphkit.lexicon import Relation
    from graphkit.store import ClaimStore
    from graphkit.store.importing import Item, Tally

ACTOR_FILES = (".yaml", ".yml")
GRAPHS = (".graphml",)


@click.command("import")
@click.argument("file", metavar="FILE", type=EXISTING_FILE)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="The store that claims are added to: a .db file or a folder; for actors, the .yaml file to write.",
)
@click.option(
    "--kind",
    type=click.Choice(["claims", "actors"]),
    help="What the file holds; without it, actors where the output is .yaml.",
)
@click.option(
    "--lexicon",
    multiple=True,
    metavar="FILE|none",
    callback=lexicon_files,
    help="A file of further actors; the same id replaces. Repeatable; none leaves graphkit's own out.",
)
@click.option("--relations", type=EXISTING_FILE, help="A file of further relations; the same name replaces.")
def import_(
    file: Path, output: Path, kind: str | None, lexicon: tuple[str, ...], relations: Path | None
) -> None:
    """Take in claims that others wrote down, or a list of actors.

    Claims: a table (.csv, .tsv, .jsonl) with the columns subject, relation, object and quote, and, where they
    are known, polarity, certainty, speaker, publisher, title, author, date, url, subject_type, object_type,
    confidence, trigger; a claims.jsonl or a .graphml of graphkit. A store that is there is only added to.

    Actors: entities of FollowTheMoney (.json), a .csv or a .yaml, for --lexicon.

    \b
    Example:
        graphkit import links.csv -o out
        graphkit import people.ftm.json -o actors.yaml
    """
    is_list = output.suffix.lower() in ACTOR_FILES
    if is_list != ((kind or ("actors" if is_list else "claims")) == "actors"):
        wanted = "actors go to a .yaml file" if kind == "actors" else "claims go to a .db file or a folder"
        raise click.BadParameter(f"{output}: {wanted}.", param_hint="'-o' / '--output'")
    losses = Losses()
    files = [Path(name) for name in lexicon if name != NO_LEXICON]
    builtin = NO_LEXICON not in lexicon
    if is_list:
        _import_actors(file, output, losses, files, builtin)
    else:
        _import_claims(file, _store_file(output), losses, (files, builtin), relations)
    raise SystemExit(losses.exit_status)


def _store_file(output: Path) -> Path:
    from graphkit.store import STORE_NAME, file_target

    if output.suffix.lower() == ".db" and not output.is_dir():
        file_target(output)
        return output
    if output == STDOUT or output.is_file() or (output.suffix and not output.is_dir()):
        raise click.BadParameter(
            f"{output}: claims go to a .db file or a folder; then: graphkit export STORE -o {output}",
            param_hint="'-o' / '--output'",
        )
    file_target(output / STORE_NAME)
    return output / STORE_NAME


def _import_actors(file: Path, output: Path, losses: Losses, files: list[Path], builtin: bool) -> None:
    from graphkit.store.importing import read_actor_entries, write_actor_file

    entries = read_actor_entries(file, losses.add)
    count, known = write_actor_file(entries, output, losses.add, files=files, builtin=builtin)
    losses.tell()
    if known:
        talk(f"{plural(known, 'government')} that the lexicon has already, left out.")
    if not count:
        raise GraphkitError(f"{file}: no actors to write; {output} is left as it was")
    talk(f"{output}: {plural(count, 'actor')}; use it with --lexicon {output}.")


def _import_claims(
    file: Path,
    store_file: Path,
    losses: Losses,
    lexicon: tuple[list[Path], bool],
    relations_file: Path | None,
) -> None:
    from graphkit.lexicon import load_relations
    from graphkit.store import ClaimStore

    given = load_relations(relations_file) if relations_file else None
    known, is_new = _known_relations(store_file, given), not store_file.exists()
    items = _items(file, losses, lexicon, known)
    first = next(items, None)
    if first is None:
        losses.tell()
        raise GraphkitError(f"{file}: no claims to take in; nothing was written")
    store_file.parent.mkdir(parents=True, exist_ok=True)
    with ClaimStore(store_file, relations=given) as store:
        tally = _added(store, chain([first], items), losses)
        held = store.counts()["claims"]
    losses.tell()
    if is_new and not held:
        store_file.unlink()
        raise GraphkitError(f"{file}: no claims to take in; nothing was written")
    talk(
        f"{plural(tally.added, 'claim')} added, {tally.known:,} there already; "
        f"{store_file} now holds {plural(held, 'claim')}."
    )


def _added(store: "ClaimStore", items: "Iterator[Item]", losses: Losses) -> "Tally":
    from graphkit.store.importing import add_items

    with progress_bar("Importing claims", None) as advance:
        return add_items(store, counted(items, advance), losses.add)


def _known_relations(store_file: Path, given: "dict[str, Relation] | None") -> "dict[str, Relation]":
    """The relations of the store that is there, and those of --relations."""
    from graphkit.lexicon import load_relations
    from graphkit.store import open_store

    if not store_file.exists():
        return given or load_relations()
    with open_store(store_file) as store:
        return {**store.relations(), **(given or {})}


def _items(
    file: Path,
    losses: Losses,
    lexicon: tuple[list[Path], bool],
    relations: "dict[str, Relation]",
) -> "Iterator[Item]":
    if file.suffix.lower() in GRAPHS:
        return _graph_items(file, losses, relations)
    from graphkit.lexicon import load_lexicon
    from graphkit.store.importing import read_items

    if file.suffix.lower() in ACTOR_FILES:
        raise FormatError(f"{file}: holds no claims; write a list of actors: -o actors.yaml")
    files, builtin = lexicon
    return read_items(file, load_lexicon(files, builtin=builtin), relations, losses.add)


def _graph_items(file: Path, losses: Losses, relations: "dict[str, Relation]") -> "Iterator[Item]":
    from graphkit.exporters import read_graphml
    from graphkit.graph.graph_rows import graph_edges, is_graph_of_claims
    from graphkit.store.importing import RowError, checked_items, row_of_flat

    graph = read_graphml(file)
    if not is_graph_of_claims(graph):
        raise FormatError(
            f"{file}: its edges are not claims of graphkit; export it with --flavour claims, all attributes"
        )

    def rows() -> "Iterator[tuple[str, dict[str, object]]]":
        for key, flat in graph_edges(graph):
            where = f"{file}, edge {key}"
            try:
                yield where, row_of_flat(flat)
            except RowError as error:
                losses.add(UnreadableDocument(where, error.problem, error.remedy))

    return checked_items(rows(), relations, losses.add)
