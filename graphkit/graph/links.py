"""What is said of two actors: one line per relation, direction and polarity, with those who say it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphkit.lexicon import Relation
from graphkit.records import Polarity
from graphkit.store import assertion_of
from graphkit.store.contested import Pair, Voice, direction_of

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One relation in one direction, and the rows that affirm and that deny it.

    For a symmetric relation `subject` is the smaller id.
    """

    subject: str
    relation: str
    object: str
    affirmed: tuple[Row, ...]
    denied: tuple[Row, ...]

    @property
    def affirming(self) -> tuple[Voice, ...]:
        """Who affirms it: (source, innermost speaker), sorted."""
        return voices(self.affirmed)

    @property
    def denying(self) -> tuple[Voice, ...]:
        """Who denies it."""
        return voices(self.denied)


def links(rows: Iterable[Row], relations: Mapping[str, Relation]) -> list[Link]:
    """The rows as links: those of most claims first, ties by relation and ids. Holds the rows in memory."""
    found: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        said = assertion_of(row)
        subject, object_ = direction_of(said, relations)
        found[subject, said.relation, object_].append(row)
    ordered = sorted(found, key=lambda key: (-len(found[key]), key[1], key))
    return [_link(*key, found[key]) for key in ordered]


def links_between(
    rows: Iterable[Row], first: str, second: str, relations: Mapping[str, Relation]
) -> list[Link]:
    """The links between two actors, given by id, in either direction."""
    wanted: Pair = (min(first, second), max(first, second))
    return links((row for row in rows if assertion_of(row).pair == wanted), relations)


def voices(rows: Iterable[Row]) -> tuple[Voice, ...]:
    """Who speaks in the rows: (source, innermost speaker), each once, sorted."""
    return tuple(sorted({assertion_of(row).voice for row in rows}))


def _link(subject: str, relation: str, object_: str, rows: list[Row]) -> Link:
    return Link(
        subject=subject,
        relation=relation,
        object=object_,
        affirmed=tuple(row for row in rows if row["polarity"] == Polarity.AFFIRMED),
        denied=tuple(row for row in rows if row["polarity"] == Polarity.DENIED),
    )
