"""The records that everything else passes around: frozen, typed, self-checking, JSON in and out.

All offsets are Unicode code points into ``Document.text``, half-open: ``text[start:end]``.
"""

import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

AUTHOR = "author"
"""The speaker of what a document says in its own voice."""

CAUTION = "Allegations as read by software, not facts: check each against its sentence."
"""What every page and export says of itself."""

PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
"""ISO 8601 calendar date, of which the day, or day and month, may be missing."""


class Polarity(StrEnum):
    """What the text says of the link."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Certainty(StrEnum):
    """How sure the text sounds."""

    ASSERTED = "asserted"
    HEDGED = "hedged"


class ActorType(StrEnum):
    """The closed list of what an actor can be."""

    PERSON = "person"
    ARMED_GROUP = "armed_group"
    ORGANIZATION = "organization"
    AGENCY = "agency"
    GOVERNMENT = "government"
    MEDIA = "media"
    OTHER = "other"


def content_hash(text: str) -> str:
    """First 16 hex digits of the SHA-256 of `text` in UTF-8.

    >>> content_hash("")
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def canonical_json(value: object) -> str:
    """JSON with sorted keys and no blanks: the same value gives the same text everywhere."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def check_span(start: int, end: int, what: str) -> None:
    """Raise ValueError unless [start, end) is a span that is not empty."""
    if not 0 <= start < end:
        raise ValueError(f"{what} [{start}, {end}) is empty or reversed")


def host_of(url: str) -> str:
    """The host of an address, less "www."; "" where there is none to be read.

    >>> host_of("https://www.example.org:80/a"), host_of("http://["), host_of("mailto:nobody")
    ('example.org', '', '')
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The publication that a document comes from; each field is a value or None, never ""."""

    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        for item in fields(self):
            if getattr(self, item.name) == "":
                raise ValueError(f"Source.{item.name} is empty; use None")
        if self.date is not None and not PARTIAL_DATE.fullmatch(self.date):
            raise ValueError(f"Source.date {self.date!r} is not YYYY, YYYY-MM or YYYY-MM-DD")

    def label(self, path: str) -> str:
        """What this source is called and filtered by: publisher, else the url's host, else the file name.

        >>> Source(url="https://www.example.org/a").label("in/a.txt")
        'example.org'
        """
        return self.publisher or host_of(self.url or "") or path.rsplit("/", 1)[-1]

    def to_dict(self) -> dict[str, str | None]:
        """The fields, None included."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


SOURCE_FIELDS = tuple(item.name for item in fields(Source))
"""The names of a source's fields, in the order of sources.csv."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Another place where the same text was found."""

    path: str
    source: Source

    def to_dict(self) -> dict[str, Any]:
        """``{"path": …, publisher, title, …}``, flat."""
        return {"path": self.path, **self.source.to_dict()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text that was read.

    `raw` is what the reader decoded, `text` the same cleaned for reading, `offsets` the way back: pairs
    (start in text, start in raw), ascending; between two pairs both sides advance together. `id` is a hash of
    the text: the same text is the same document, wherever it lies.
    """

    path: str
    text: str
    raw: str
    offsets: tuple[tuple[int, int], ...] = ((0, 0),)
    source: Source = field(default_factory=Source)
    also: tuple[Copy, ...] = ()
    language: str = "en"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if self.path.startswith("/") or "\\" in self.path or not self.path:
            raise ValueError(f"Document.path {self.path!r} must be relative and posix")
        if not self.text.strip():
            raise ValueError(f"{self.path}: Document.text is empty")
        # Worked out once: every mention and claim of the document asks for it.
        object.__setattr__(self, "id", content_hash(self.text))

    @property
    def label(self) -> str:
        """Its source's key and label."""
        return self.source.label(self.path)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of `raw` that ``text[start:end]`` was read from."""
        check_span(start, end, f"{self.path}: span")
        return self._raw_offset(start), self._raw_offset(end - 1) + 1

    def _raw_offset(self, offset: int) -> int:
        text_start, raw_start = self.offsets[bisect_right(self.offsets, (offset, len(self.raw))) - 1]
        return raw_start + offset - text_start


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, armed group, organization, agency, government or media outlet that has an id."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    wikidata: str | None = None

    def __post_init__(self) -> None:
        if not self.id or not self.name:
            raise ValueError(f"Actor needs an id and a name, not {self.id!r} and {self.name!r}")
        object.__setattr__(self, "type", ActorType(self.type))

    def to_dict(self) -> dict[str, Any]:
        """The fields; aliases as a list."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return {**values, "type": self.type.value, "aliases": list(self.aliases)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One span of a document's text that stands for an actor."""

    document: str
    start: int
    end: int
    actor: str

    def __post_init__(self) -> None:
        check_span(self.start, self.end, f"mention of {self.actor} in {self.document}")


def claim_id(
    subject: Mention,
    object: Mention,
    relation: str,
    polarity: Polarity,
    speakers: Sequence[str],
    *,
    symmetric: bool,
) -> str:
    """Hash of where the claim stands and what it says; actor ids stay out, so merges keep claim ids."""
    ends = [[subject.start, subject.end], [object.start, object.end]]
    if symmetric:
        ends.sort()
    return content_hash(canonical_json([subject.document, *ends, relation, polarity.value, list(speakers)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One asserted link: subject, relation, object, and how and by whom it is asserted.

    `evidence` is the sentence ``text[start:end]``; `trigger` the words that carry the relation; `context`
    what resolves a pronoun or a speaker in another sentence. `speakers` runs from the outermost to the one
    who says it, ("author",) when nobody is cited; `speaker_ids` runs in parallel. `confidence` is 0 to 1.
    """

    id: str
    document: str
    subject: Mention
    relation: str
    object: Mention
    polarity: Polarity
    certainty: Certainty
    speakers: tuple[str, ...]
    speaker_ids: tuple[str | None, ...]
    evidence: str
    start: int
    end: int
    trigger: tuple[int, int] | None = None
    context: tuple[int, int] | None = None
    confidence: float
    extractor: str = "rules"

    def __post_init__(self) -> None:
        check_span(self.start, self.end, f"evidence of claim {self.id}")
        if self.end - self.start != len(self.evidence):
            raise ValueError(f"claim {self.id}: evidence is not as long as [{self.start}, {self.end})")
        if {self.subject.document, self.object.document} != {self.document}:
            raise ValueError(f"claim {self.id}: its two ends stand in another document")
        if not self.speakers or not all(self.speakers) or len(self.speakers) != len(self.speaker_ids):
            raise ValueError(
                f"claim {self.id}: speakers {self.speakers} and ids {self.speaker_ids} do not pair up"
            )
        if AUTHOR in self.speakers and len(self.speakers) > 1:
            raise ValueError(f"claim {self.id}: 'author' stands alone or not at all, not in {self.speakers}")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"claim {self.id}: confidence {self.confidence} is not between 0 and 1")
        object.__setattr__(self, "polarity", Polarity(self.polarity))
        object.__setattr__(self, "certainty", Certainty(self.certainty))
        object.__setattr__(self, "confidence", round(self.confidence, 2))

    @property
    def speaker(self) -> str:
        """The innermost speaker: the one who asserts the link."""
        return self.speakers[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was read from one document: its actors, their mentions, and the claims."""

    document: Document
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


def claim_row(claim: Claim, document: Document, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """The claim as a line of claims.jsonl: joined with its document's metadata and its actors' names."""
    trigger, context = claim.trigger or (None, None), claim.context or (None, None)
    raw_start, raw_end = document.raw_span(claim.start, claim.end)
    return {
        "id": claim.id,
        "document": {
            "id": document.id,
            "path": document.path,
            "also": [copy.to_dict() for copy in document.also],
            **document.source.to_dict(),
        },
        "subject": _end_row(claim.subject, document, actors),
        "relation": claim.relation,
        "object": _end_row(claim.object, document, actors),
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "speakers": list(claim.speakers),
        "speaker_ids": list(claim.speaker_ids),
        "evidence": claim.evidence,
        "start": claim.start,
        "end": claim.end,
        "trigger": document.text[slice(*claim.trigger)] if claim.trigger else None,
        "trigger_start": trigger[0],
        "trigger_end": trigger[1],
        "context": document.text[slice(*claim.context)] if claim.context else None,
        "context_start": context[0],
        "context_end": context[1],
        "raw_start": raw_start,
        "raw_end": raw_end,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
    }


def _end_row(mention: Mention, document: Document, actors: Mapping[str, Actor]) -> dict[str, Any]:
    actor = actors[mention.actor]
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type.value,
        "aliases": list(actor.aliases),
        "mention": document.text[mention.start : mention.end],
        "start": mention.start,
        "end": mention.end,
    }
