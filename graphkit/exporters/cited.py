"""The documents that claims stand in, as works to be cited: what CSL-JSON and BibTeX are written from.

Memory grows with the number of documents, not of claims.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from graphkit.exporters.rdf_terms import text_list
from graphkit.exporters.view import Attributes, GraphView
from graphkit.graph.builder import graph_attributes
from graphkit.lexicon import load_lexicon
from graphkit.records import PARTIAL_DATE, ActorType, content_hash

COUNTED = ("affirmed", "denied", "asserted", "hedged")

PAPER = re.compile(
    r"\b(?:Times|Post|News|Gazette|Herald|Tribune|Guardian|Courier|Daily|Journal|Chronicle|Telegraph|Observer"
    r"|Mail|Express|Standard|Examiner|Magazine|Review|Weekly|Wire|Press|Radio|TV|Channel)\b",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?:Ministry|Department|Government|Council|Commission|Committee|Court|Office|Agency|Institute|Senate"
    r"|University|Parliament|Bureau|Inspectorate|Authority|United Nations|School|Bank|Embassy|Police)\b",
    re.IGNORECASE,
)
"""Words that tell a publication from a body that publishes reports."""

SAFE_KEY = re.compile("[A-Za-z0-9_-]{1,64}")
BLANKS = re.compile(r"\s+")
INITIALS = r"(?:[^\W\d_]\. ?)+"
WORD = r"[^\W\d_][\w'’-]+"
SURE_NAMES = (
    re.compile(rf"(?P<family>{WORD}(?: {WORD})?), (?P<given>(?:{WORD} )?{INITIALS})"),
    re.compile(rf"(?P<given>(?:{WORD} )?{INITIALS}) ?(?P<family>{WORD})"),
)


class Name(NamedTuple):
    """An author: family and given name, or one text that is not taken apart."""

    literal: str = ""
    family: str = ""
    given: str = ""


@dataclass(slots=True)
class Cited:
    """A document, by the attributes of its first claim, with counts of all its claims."""

    first: Attributes
    claims: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))

    def add(self, claim: Attributes) -> None:
        """Count one claim in."""
        self.claims += 1
        for name in ("polarity", "certainty"):
            if claim.get(name) in self.counts:
                self.counts[claim[name]] += 1

    def text(self, name: str) -> str:
        """An attribute on one line, "" where it is not known."""
        value = self.first.get(name)
        return "" if value is None else BLANKS.sub(" ", str(value)).strip()

    @property
    def key(self) -> str:
        """``doc-`` and the document's id, a hash of its text: it stays when metadata are corrected."""
        name = str(self.first.get("document_id", self.text("document")))
        return f"doc-{name}" if SAFE_KEY.fullmatch(name) else f"doc-x{content_hash(name)}"

    @property
    def title(self) -> str:
        """Its title, else its file's name in square brackets, as catalogues mark a title that they supply."""
        return self.text("title") or f"[{self.text('document').rsplit('/', 1)[-1] or 'untitled'}]"

    @property
    def kind(self) -> str:
        """Its type in CSL; see `kind_of`."""
        return kind_of(self.text("publisher"), has_url=bool(self.text("url")))

    @property
    def date_parts(self) -> list[int]:
        """Year, month, day as far as they are known; [] where the date is none."""
        date = self.text("date")
        return [int(part) for part in date.split("-")] if PARTIAL_DATE.fullmatch(date) else []

    @property
    def authors(self) -> list[Name]:
        """Its authors; see `names_of`."""
        return names_of(self.text("author"))

    def note(self) -> str:
        """Path, other places of the same text, and counts."""
        counts = ", ".join(f"{count} {name}" for name, count in self.counts.items())
        copies = [path for path in text_list(self.first.get("also")) if path]
        also = f" (same text: {', '.join(copies)})" if copies else ""
        return f"Read from {self.text('document')}{also}. Claims: {self.claims} ({counts})."


def cited_documents(view: GraphView) -> list[Cited]:
    """Every document that a claim of the view stands in, once, by path and id."""
    found: dict[str, Cited] = {}
    for claim in view.claims():
        said = claim.attributes
        name = str(said.get("document_id", said.get("document")))
        found.setdefault(name, Cited(said)).add(said)
    return sorted(found.values(), key=lambda item: (item.text("document"), item.key))


def about_of(view: GraphView) -> dict[str, str]:
    """Version, caution, filters and store, each on one line."""
    about: Mapping[str, Any] = {**graph_attributes(), **view.about}
    return {name: BLANKS.sub(" ", str(value)) for name, value in about.items() if value is not None}


def names_of(author: str) -> list[Name]:
    """Authors between semicolons. Only initials show surely which part of a name is the given one.

    >>> names_of("Moss, J. A.; K. Reed; Staff Reporter")[:2]
    [Name(literal='', family='Moss', given='J. A.'), Name(literal='', family='Reed', given='K.')]
    >>> names_of("Ada Moss")
    [Name(literal='Ada Moss', family='', given='')]
    """
    parts = [part.strip() for part in author.split(";") if part.strip()]
    return [_name(part) for part in parts]


def kind_of(publisher: str, *, has_url: bool) -> str:
    """article-newspaper for media of the lexicon, else by words of the name; report for other bodies; webpage
    for what has an address and no such publisher; article for the rest.

    >>> kind_of("The Moss Gazette", has_url=True), kind_of("Ministry of Tides", has_url=True)
    ('article-newspaper', 'report')
    """
    known = _publishers().get(_bare(publisher))
    if known is not None:
        return "article-newspaper" if known == ActorType.MEDIA else "report"
    if PAPER.search(publisher):
        return "article-newspaper"
    if BODY.search(publisher):
        return "report"
    return "webpage" if has_url else "article"


@cache
def _publishers() -> dict[str, ActorType]:
    """Names of the lexicon's actors that publish, without "the" and what stands in parentheses."""
    return {
        _bare(name): actor.type
        for actor in load_lexicon().actors.values()
        if actor.type is not ActorType.PERSON
        for name in (actor.name, *actor.aliases)
    }


def _bare(name: str) -> str:
    return re.sub(r"^the | \(.*\)$", "", name.strip().casefold())


def _name(text: str) -> Name:
    found = next((match for pattern in SURE_NAMES if (match := pattern.fullmatch(text))), None)
    return Name(family=found["family"], given=found["given"].strip()) if found else Name(literal=text)
