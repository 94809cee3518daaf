"""Disputes and compared links in the words that a person reads on a terminal."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.claim_text import claim_lines, wrapped
from graphkit.cli.terminal import plain, plural
from graphkit.records import AUTHOR

if TYPE_CHECKING:
    from graphkit.graph import Contradiction, Link
    from graphkit.store import Side


def voice_text(voice: tuple[str, str]) -> str:
    """Who speaks in which source; the author goes without saying.

    >>> voice_text(("Dawn", "author")), voice_text(("Dawn", "a spokesman"))
    ('Dawn', 'a spokesman in Dawn')
    """
    label, speaker = voice
    return label if speaker == AUTHOR else f"{speaker} in {label}"


def write_contradictions(found: "Iterable[Contradiction]", names: Mapping[str, str], quotes: int) -> None:
    """Each dispute: one side with its first `quotes` claims, then the other."""
    for number, item in enumerate(found, 1):
        pair = " - ".join(plain(names[actor]) for actor in item.pair)
        click.secho(f"{number}. {pair}", bold=True, underline=True)
        _write_side(item.dispute.first, item.first, names, quotes)
        click.secho("against", italic=True)
        _write_side(item.dispute.second, item.second, names, quotes)
        click.echo()


def write_links(heading: str, found: "Iterable[Link]", names: Mapping[str, str]) -> None:
    """What is said of pairs of actors: a line for each link, with who affirms and who denies it."""
    click.secho(f"Said by {plain(heading)}", bold=True, underline=True)
    for link in found:
        sides = (("affirmed", link.affirming), ("denied", link.denying))
        said = [f"{word} by {'; '.join(map(voice_text, voices))}" for word, voices in sides if voices]
        link_text = f"{names[link.subject]} {link.relation.replace('_', ' ')} {names[link.object]}"
        click.echo("\n".join(wrapped(plain(f"{link_text}: {', '.join(said)}"))))
    click.echo()


def _write_side(
    side: "Side", rows: tuple[Mapping[str, Any], ...], names: Mapping[str, str], quotes: int
) -> None:
    link = f"{names[side.subject]} {side.relation.replace('_', ' ')} {names[side.object]}"
    voices = "; ".join(map(voice_text, side.voices))
    said = f"{link}: {side.polarity} by {plural(len(side.voices), 'voice')}: {voices}"
    click.echo("\n".join(wrapped(plain(said), indent="")))
    for row in rows[:quotes]:
        click.echo("\n".join(list(claim_lines(row))[1:]))
    if len(rows) > quotes:
        click.echo(f"  … and {len(rows) - quotes:,} more")
