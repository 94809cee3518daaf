"""Governments: one actor for each country of data/countries.yaml, under all the names of a state."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graphkit.lexicon.entries import ListedActor, read_id
from graphkit.lexicon.names import LexiconName, NameKind, name_kind
from graphkit.lexicon.yaml_lines import Entry, read_entries
from graphkit.records import Actor, ActorType

KEYS = ("code", "id", "name", "aliases", "adjectives", "demonyms", "capital", "seats", "heads")
BODIES = ("government", "administration", "regime", "authorities")
LISTED: tuple[tuple[str, NameKind], ...] = (
    ("adjectives", "adjective"),
    ("demonyms", "demonym"),
    ("seats", "capital"),
)


def read_countries(path: Path) -> Iterator[ListedActor]:
    """The governments of the file; a name left out is the English one of the CLDR (through babel)."""
    from babel import Locale

    english: dict[str, str] = dict(Locale("en").territories)
    for entry in read_entries(path, "country", KEYS):
        yield _government(entry, english)


def government_names(names: Sequence[str], modifiers: Sequence[str]) -> Iterator[str]:
    """What a state's government is called: by the state's names, adjectives, heads and capital.

    >>> list(government_names(["Chad"], ["Chadian"]))[:3]
    ['Chad government', 'Chadian government', 'Chad administration']
    """
    # "the Burmese junta" and "the Zionist regime" say already what they are
    proper = [name for name in names if name.split()[-1][0].isupper()]
    for body in BODIES:
        yield from (f"{word} {body}" for word in (*proper, *modifiers))
    yield from (f"government of {article}{name}" for article in ("", "the ") for name in proper)


def _government(entry: Entry, english: dict[str, str]) -> ListedActor:
    name, spelled = _state_name(entry, english)
    names = [(name, entry.line), *spelled, *entry.texts("aliases")]
    actor = Actor(
        id=read_id(entry, "country"),
        name=name,
        type=ActorType.GOVERNMENT,
        aliases=tuple(text for text, _ in names[1:]),
        country=entry.text("code"),
    )
    listed = [(LexiconName(text, actor.id, name_kind(text)), line) for text, line in names]
    for key, kind in LISTED:
        listed += [(LexiconName(text, actor.id, kind), line) for text, line in entry.texts(key)]
    modifiers = [text for key in ("adjectives", "heads") for text, _ in entry.texts(key)]
    if capital := entry.text("capital"):
        listed.append((LexiconName(capital, actor.id, "capital"), entry.line_of("capital")))
        modifiers.append(capital)
    made = government_names([text for text, _ in names], modifiers)
    further = tuple(LexiconName(text, actor.id, "name") for text in made)
    return ListedActor(actor, entry, tuple(listed), further)


def _state_name(entry: Entry, english: dict[str, str]) -> tuple[str, list[tuple[str, int]]]:
    """The state's name and, where the CLDR shortens it (St. Lucia), that spelling as an alias."""
    name, code = entry.text("name"), entry.text("code")
    if name:
        return name, []
    if code not in english:
        entry.fail(f'code "{code}" is no territory of the CLDR; give the name too', "code")
    spelled = english[code]
    written_out = spelled.replace(" & ", " and ").replace("St. ", "Saint ").replace("’", "'")
    return written_out, [(spelled, entry.line)] if spelled != written_out else []
