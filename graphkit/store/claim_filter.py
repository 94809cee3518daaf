"""Which claims to show: the filters that every command has, as one value and as SQL."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, Self

from graphkit.errors import StoreError
from graphkit.records import PARTIAL_DATE
from graphkit.store.database import fold

ACTOR = (
    "SELECT id FROM actors WHERE fold(id) IN ({0}) OR fold(name) IN ({0})"
    " OR EXISTS (SELECT 1 FROM json_each(aliases) WHERE fold(value) IN ({0}))"
)

SPEAKER = (
    "EXISTS (SELECT 1 FROM json_each(claims.speakers) WHERE fold(value) IN ({0}))"
    " OR EXISTS (SELECT 1 FROM json_each(claims.speaker_ids) WHERE fold(value) IN ({0}))"
)

SOURCE = (
    "fold(documents.label) IN ({0}) OR documents.id IN"
    " (SELECT document_id FROM copies WHERE fold(label_of(publisher, url, path)) IN ({0}))"
)

DOCUMENT = (
    "is_document(documents.path, ?) OR EXISTS (SELECT 1 FROM copies"
    " WHERE copies.document_id = documents.id AND is_document(copies.path, ?))"
)

PAIRS_OF_SOURCES = (
    "(claims.low_id, claims.high_id) IN (SELECT inside.low_id, inside.high_id FROM claims AS inside"
    " JOIN documents AS inside_documents ON inside_documents.id = inside.document_id"
    " GROUP BY 1, 2 HAVING count(DISTINCT inside_documents.label) >= ?)"
)

CONTESTED = "(claims.low_id, claims.high_id) IN (SELECT low_id, high_id FROM temp.contested_pairs)"
"""The store fills temp.contested_pairs before it asks."""

# A partial date stands for an interval: "2021-08" ends on "2021-08-31", "2021" on "2021-12-31". As texts are
# compared, a 31 February does no harm. Null, an undated document, compares to nothing and falls out.
FIRST_DAY = "documents.date || substr('-01-01', length(documents.date) - 3)"
LAST_DAY = "documents.date || substr('-12-31', length(documents.date) - 3)"


class Condition(NamedTuple):
    """A piece of SQL with `?` and what goes there."""

    sql: str
    values: list[str | int | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims to show; several values of one field mean or, several fields mean and.

    `source` is the label of a source that printed the text, be it the one that the document goes by or that
    of a copy: a text that stands in three papers is a document of all three. `document` is a path, file name
    or its stem, `speaker` a name or id anywhere in the chain of speakers, `actor` an id, name or alias of
    either end, `actor_type` the type of either end; case does not count but for `document`. In a `relation`
    blanks and hyphens count as underscores. `since` and `until` are dates that may be partial: the interval
    that a document's date stands for must overlap theirs, and undated documents fall out.

    `min_sources` and `contested` are properties of the pair of actors in the whole store, not of what the
    other filters leave: with ``--source Dawn --contested`` one wants Dawn's part in every contest, which on
    its own would hardly ever be one.

    Raises StoreError for a date or number that cannot be.
    """

    source: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    actor_type: tuple[str, ...] = ()
    polarity: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    min_confidence: float | None = None
    since: str | None = None
    until: str | None = None
    min_sources: int | None = None
    contested: bool = False

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            value = getattr(self, name)
            if value is not None and not PARTIAL_DATE.fullmatch(value):
                raise StoreError(f"--{name} {value!r}: write a date as 2021, 2021-08 or 2021-08-26")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise StoreError(f"--min-confidence {self.min_confidence}: must lie between 0 and 1")

    @classmethod
    def of(cls, **values: Any) -> Self:
        """The filter of these values, of which one alone needs no tuple around it: ``of(source="Dawn")``.

        Raises StoreError for a value that cannot be, TypeError for a filter that does not exist.
        """
        several = {item.name for item in fields(cls) if item.default == ()}
        for name in several & values.keys():
            values[name] = (values[name],) if isinstance(values[name], str) else tuple(values[name])
        return cls(**values)

    def words(self) -> str:
        """What the filter asks for, as it stands in files and on the page; "" when it asks for nothing.

        >>> ClaimFilter.of(source=["Dawn", "BBC"], since="2020", contested=True).words()
        'source Dawn or BBC; since 2020; contested'
        """
        asked = [(item.name.replace("_", " "), getattr(self, item.name)) for item in fields(self)]
        words = [(name, " or ".join(value) if isinstance(value, tuple) else value) for name, value in asked]
        return "; ".join(
            name if value is True else f"{name} {value}"
            for name, value in words
            if value not in ("", None) and value is not False
        )

    def where(self) -> Condition:
        """The filter as an SQL clause over `documents`, `claims`, `subjects` and `objects`."""
        conditions = [*self._any_of(), *self._bounds()]
        sql = " AND ".join(f"({condition.sql})" for condition in conditions)
        return Condition(
            f" WHERE {sql}" if sql else "", [value for item in conditions for value in item.values]
        )

    def _any_of(self) -> list[Condition]:
        return [make(getattr(self, name)) for name, make in ANY_OF.items() if getattr(self, name)]

    def _bounds(self) -> list[Condition]:
        bounds = (
            ("claims.confidence >= ?", self.min_confidence),
            (f"{LAST_DAY} >= ?", self.since and first_day(self.since)),
            (f"{FIRST_DAY} <= ?", self.until and last_day(self.until)),
            (PAIRS_OF_SOURCES, self.min_sources),
        )
        found = [Condition(sql, [value]) for sql, value in bounds if value is not None]
        return [*found, Condition(CONTESTED, [])] if self.contested else found


def relation_name(text: str) -> str:
    """The name of a relation that is written as a reader would: "allied with".

    >>> relation_name("Allied-with")
    'allied_with'
    """
    return fold(text).replace("-", "_").replace(" ", "_")


def first_day(date: str) -> str:
    """The first day of the interval that a partial date stands for: 2021-08 -> 2021-08-01."""
    return date + "-01-01"[len(date) - 4 :]


def last_day(date: str) -> str:
    """Its last day; as texts are compared, a 31 February does no harm."""
    return date + "-12-31"[len(date) - 4 :]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _folded(values: tuple[str, ...]) -> list[str | int | float]:
    return [fold(value) for value in values]


def _is(column: str) -> Callable[[tuple[str, ...]], Condition]:
    return lambda values: Condition(f"fold({column}) IN ({_marks(values)})", _folded(values))


def _is_source(values: tuple[str, ...]) -> Condition:
    return Condition(SOURCE.format(_marks(values)), _folded(values) * 2)


def _is_relation(values: tuple[str, ...]) -> Condition:
    return _is("claims.relation")(tuple(map(relation_name, values)))


def _is_actor(values: tuple[str, ...]) -> Condition:
    found = ACTOR.format(_marks(values))
    return Condition(f"claims.subject_id IN ({found}) OR claims.object_id IN ({found})", _folded(values) * 6)


def _is_actor_type(values: tuple[str, ...]) -> Condition:
    marks = _marks(values)
    return Condition(f"subjects.type IN ({marks}) OR objects.type IN ({marks})", _folded(values) * 2)


def _is_speaker(values: tuple[str, ...]) -> Condition:
    return Condition(SPEAKER.format(_marks(values)), _folded(values) * 2)


def _is_document(values: tuple[str, ...]) -> Condition:
    doubled: list[str | int | float] = [value for value in values for _ in range(2)]
    return Condition(" OR ".join(f"({DOCUMENT})" for _ in values), doubled)


ANY_OF: dict[str, Callable[[tuple[str, ...]], Condition]] = {
    "source": _is_source,
    "document": _is_document,
    "speaker": _is_speaker,
    "relation": _is_relation,
    "actor": _is_actor,
    "actor_type": _is_actor_type,
    "polarity": _is("claims.polarity"),
    "certainty": _is("claims.certainty"),
}
"""Field -> the condition for its values; the field's name is the option's."""
