"""``graphkit render``: a store as one HTML page."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.asking import asked_store
from graphkit.cli.options import TEXT, filter_options, store_argument
from graphkit.cli.terminal import STDOUT, plural, talk

if TYPE_CHECKING:
    from graphkit.explorer import ColorBy
    from graphkit.store import ClaimFilter


@click.command()
@store_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default="graph.html",
    show_default=True,
    help="The page to write, or - for stdout.",
)
@click.option("--title", type=TEXT, help="The page's heading.")
@click.option(
    "--color-by",
    type=click.Choice(["source", "relation", "polarity"]),
    default="source",
    show_default=True,
    help="What the lines are coloured by at first.",
)
@click.option(
    "--max-pairs",
    type=click.IntRange(min=1),
    default=400,
    show_default=True,
    help="How many pairs of actors are drawn at once, the strongest first.",
)
@click.option("--open", "open_page", is_flag=True, help="Show the page in the web browser.")
@filter_options
def render(
    store_path: Path,
    output: Path,
    title: str | None,
    color_by: "ColorBy",
    max_pairs: int,
    open_page: bool,
    filters: "ClaimFilter",
) -> None:
    """Draw the graph as one HTML page.

    The page works offline; every line leads to the sentences behind it.

    \b
    Example:
        graphkit render out -o denied.html --polarity denied --title "What is denied"
    """
    from graphkit.explorer import render_html
    from graphkit.graph import build_graph

    with asked_store(store_path, filters) as store:
        relations = store.relations()
        graph = build_graph(store.rows(filters), store.actors(), relations)
    if words := filters.words():
        graph.graph["filters"] = words
    page = render_html(graph, title=title, color_by=color_by, max_pairs=max_pairs, relations=relations)
    if output == STDOUT:
        sys.stdout.buffer.write(page.html.encode("utf-8"))
        return
    written = page.save(output)
    claims = plural(graph.number_of_edges(), "claim")
    talk(f"{written}: {claims} between {plural(graph.number_of_nodes(), 'actor')}.")
    if open_page:
        click.launch(written.resolve().as_uri())
