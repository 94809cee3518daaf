"""``graphkit compare``: what is disputed, in whose words, and what two sources say of the same actors."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.asking import asked_store
from graphkit.cli.claim_text import COLUMNS as CLAIM_COLUMNS
from graphkit.cli.claim_text import flat_claim
from graphkit.cli.compare_text import voice_text, write_contradictions, write_links
from graphkit.cli.options import filter_options, json_option, store_argument
from graphkit.cli.tables import write_json_lines, write_tab_separated
from graphkit.cli.terminal import talk

if TYPE_CHECKING:
    from graphkit.graph import Comparison, Contradiction, Link
    from graphkit.store import ClaimFilter, Side

Names = Mapping[str, str]
"""Actor names by id."""

LINK_COLUMNS = ("said_by", "subject", "relation", "object", "affirmed_by", "denied_by")


@click.command()
@store_argument
@click.option(
    "--quotes",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="Show so many claims of each side at most, where the output is text.",
)
@json_option
@filter_options
def compare(store_path: Path, quotes: int, as_json: bool, filters: "ClaimFilter") -> None:
    """Show what sources agree on and what they contest.

    Lists every dispute, strongest first, with the words of both sides; filters choose the claims that are
    shown. With --source twice it compares these two: where they stand on different sides, what both write
    about, and what only one does.

    \b
    Example:
        graphkit compare out
        graphkit compare out --source Dawn --source "Washington Examiner"
    """
    from graphkit.graph import compare_sources, contradictions

    with asked_store(store_path, filters) as store:
        names = {actor.id: actor.name for actor in store.actors().values()}
        if len(filters.source) == 2:
            first, second = filters.source
            compared = compare_sources(store.rows(filters), first, second, store.relations())
            _show_comparison(compared, names, quotes, as_json)
        else:
            _show_contradictions(list(contradictions(store, filters)), names, quotes, as_json)


def _show_contradictions(found: "list[Contradiction]", names: Names, quotes: int, as_json: bool) -> None:
    if as_json:
        write_json_lines(_contradiction_json(item) for item in found)
    elif sys.stdout.isatty():
        write_contradictions(found, names, quotes)
    else:
        write_tab_separated(_contradiction_rows(found), ("dispute", "side", *CLAIM_COLUMNS))
    if not found:
        talk("Nothing is contested among these claims.")


def _show_comparison(compared: "Comparison", names: Names, quotes: int, as_json: bool) -> None:
    if as_json:
        write_json_lines([_comparison_json(compared)])
    elif sys.stdout.isatty():
        write_contradictions(compared.contradictions, names, quotes)
        for heading, found in _link_groups(compared):
            write_links(heading, found, names)
    else:
        write_tab_separated(_link_rows(compared, names), LINK_COLUMNS)


def _link_groups(compared: "Comparison") -> "tuple[tuple[str, tuple[Link, ...]], ...]":
    return (
        ("both", compared.shared),
        (f"only {compared.first}", compared.only_first),
        (f"only {compared.second}", compared.only_second),
    )


def _link_rows(compared: "Comparison", names: Names) -> Iterator[dict[str, Any]]:
    for group, found in _link_groups(compared):
        for link in found:
            yield {
                "said_by": group,
                "subject": names[link.subject],
                "relation": link.relation,
                "object": names[link.object],
                "affirmed_by": list(map(voice_text, link.affirming)),
                "denied_by": list(map(voice_text, link.denying)),
            }


def _contradiction_rows(found: "Iterable[Contradiction]") -> Iterator[dict[str, Any]]:
    for number, item in enumerate(found, 1):
        for side, rows in enumerate((item.first, item.second), 1):
            for row in rows:
                yield {"dispute": number, "side": side, **flat_claim(row)}


def _comparison_json(compared: "Comparison") -> dict[str, Any]:
    return {
        "first": compared.first,
        "second": compared.second,
        "contradictions": [_contradiction_json(item) for item in compared.contradictions],
        "shared": [_link_json(link) for link in compared.shared],
        "only_first": [_link_json(link) for link in compared.only_first],
        "only_second": [_link_json(link) for link in compared.only_second],
    }


def _contradiction_json(item: "Contradiction") -> dict[str, Any]:
    return {
        "pair": list(item.pair),
        "first": _side_json(item.dispute.first, item.first),
        "second": _side_json(item.dispute.second, item.second),
    }


def _side_json(side: "Side", rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "subject": side.subject,
        "relation": side.relation,
        "object": side.object,
        "polarity": side.polarity,
        "voices": [{"source": label, "speaker": speaker} for label, speaker in side.voices],
        "claims": list(rows),
    }


def _link_json(link: "Link") -> dict[str, Any]:
    return {
        "subject": link.subject,
        "relation": link.relation,
        "object": link.object,
        "affirmed": list(link.affirmed),
        "denied": list(link.denied),
    }
