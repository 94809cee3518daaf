"""The tables of sources and actors that the commands of these names print."""

from collections import defaultdict
from dataclasses import dataclass, field

from graphkit.records import SOURCE_FIELDS, Actor
from graphkit.store.claim_filter import ClaimFilter
from graphkit.store.claim_rows import ENDS
from graphkit.store.claim_store import ClaimStore
from graphkit.store.contested import row_label, row_labels
from graphkit.store.database import fold

FIELDS = ", ".join(SOURCE_FIELDS)

# Of several places of one text in one source the first counts: SQLite takes the other columns from its row.
PLACES = (
    f"SELECT label, document_id, {FIELDS}, is_copy, min(is_copy || path) FROM ("
    f"SELECT label, id AS document_id, {FIELDS}, 0 AS is_copy, path FROM documents UNION ALL"
    f" SELECT label_of(publisher, url, path), document_id, {FIELDS}, 1, path FROM copies"
    ") GROUP BY label, document_id"
)

SOURCES = (
    "SELECT label, max(publisher) AS publisher, count(*) AS documents, sum(is_copy) AS copies,"
    " min(date) AS first, max(date) AS last,"
    + ",".join(f" sum({name} IS NULL) AS no_{name}" for name in SOURCE_FIELDS)
    + f" FROM ({PLACES}) GROUP BY label ORDER BY label"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source: its documents and claims, its first and last date, and how many documents lack which field.

    A source without publisher is called by its url's host or its file's name. `copies` are those of its
    documents whose text goes by another source's path; their claims count for both.
    """

    label: str
    publisher: str | None
    documents: int
    copies: int
    claims: int
    first: str | None
    last: str | None
    missing: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsourced:
    """A document that lacks metadata, and which."""

    path: str
    label: str
    missing: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class ActorLine:
    """One actor and the claims that it is in: as subject, as object, from which sources."""

    actor: Actor
    as_subject: int = 0
    as_object: int = 0
    sources: set[str] = field(default_factory=set)

    @property
    def claims(self) -> int:
        """How many claims it is in."""
        return self.as_subject + self.as_object


def source_table(store: ClaimStore, filter: ClaimFilter | None = None) -> list[SourceLine]:
    """Every source by label; `filter` counts the claims that pass and leaves out sources without any."""
    claims: dict[str, int] = defaultdict(int)
    for row in store.rows(filter):
        for label in row_labels(row):
            claims[label] += 1
    return [
        SourceLine(
            label=row["label"],
            publisher=row["publisher"],
            documents=row["documents"],
            copies=row["copies"],
            claims=claims[row["label"]],
            first=row["first"],
            last=row["last"],
            missing={name: row[f"no_{name}"] for name in SOURCE_FIELDS if row[f"no_{name}"]},
        )
        for row in store.connection.execute(SOURCES)
        if filter is None or row["label"] in claims
    ]


def unsourced_documents(store: ClaimStore, filter: ClaimFilter | None = None) -> list[Unsourced]:
    """Every document that lacks publisher, title, author, date or url, by path.

    With a `filter` only documents of the claims that pass.
    """
    passed = {row["document"]["id"] for row in store.rows(filter)} if filter is not None else None
    query = f"SELECT id, path, label, {', '.join(SOURCE_FIELDS)} FROM documents ORDER BY path, id"
    found = [
        Unsourced(
            path=row["path"],
            label=row["label"],
            missing=tuple(name for name in SOURCE_FIELDS if row[name] is None),
        )
        for row in store.connection.execute(query)
        if passed is None or row["id"] in passed
    ]
    return [line for line in found if line.missing]


def actor_table(store: ClaimStore, filter: ClaimFilter | None = None) -> list[ActorLine]:
    """The actors of the claims that pass, those with most claims first, ties by id; without a filter, all.

    Where the filter names types, only actors of these, not those at the other ends of their claims.
    """
    actors = store.actors()
    lines = {actor_id: ActorLine(actor=actor) for actor_id, actor in actors.items()}
    for row in store.rows(filter):
        for end in ENDS:
            line = lines[row[end]["id"]]
            line.as_subject += end == "subject"
            line.as_object += end == "object"
            line.sources.add(row_label(row))
    types = set(map(fold, filter.actor_type)) if filter else set()
    found = [
        line
        for line in lines.values()
        if (filter is None or line.claims) and (not types or line.actor.type in types)
    ]
    return sorted(found, key=lambda line: (-line.claims, line.actor.id))
