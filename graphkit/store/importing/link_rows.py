"""One row of a link table made by hand: who is linked to whom, in whose words; its quote is a document."""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from graphkit.lexicon import Relation
from graphkit.lexicon.names import ARTICLE
from graphkit.readers.problems import Report
from graphkit.readers.source_metadata import checked_fields
from graphkit.records import (
    AUTHOR,
    Actor,
    ActorType,
    Certainty,
    Claim,
    Document,
    Extraction,
    Mention,
    Polarity,
    Source,
    claim_id,
)
from graphkit.store.importing.actor_names import ActorNames
from graphkit.store.importing.columns import REQUIRED, plain_name
from graphkit.store.importing.table_lines import mended

EXTRACTOR = "import"

POLARITIES = {
    **{item.value: item for item in Polarity},
    **dict.fromkeys(("", "affirm", "affirms", "yes", "positive"), Polarity.AFFIRMED),
    **dict.fromkeys(("deny", "denies", "denial", "no", "negated", "negative"), Polarity.DENIED),
}
CERTAINTIES = {
    **{item.value: item for item in Certainty},
    **dict.fromkeys(("", "certain", "sure"), Certainty.ASSERTED),
    **dict.fromkeys(("hedge", "uncertain", "unsure", "possible", "alleged"), Certainty.HEDGED),
}
TYPES = {
    **{item.value: item for item in ActorType},
    **dict.fromkeys(("company", "organisation"), ActorType.ORGANIZATION),
    **dict.fromkeys(("publicbody", "public_body"), ActorType.AGENCY),
    **dict.fromkeys(("legalentity", "legal_entity", "unknown"), ActorType.OTHER),
}

CHAIN = ";"
"""Parts the speakers of a chain in one cell, outermost first."""


class RowError(Exception):
    """A row cannot become a claim: the problem, and what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem, self.remedy = problem, remedy


def link_extraction(
    values: Mapping[str, Any],
    path: str,
    names: ActorNames,
    relations: Mapping[str, Relation],
    report: Report,
    where: str,
) -> Extraction:
    """The quote as a document at `path`, with one claim in it; `values` are cells by field.

    Raises RowError where the row cannot be used. A date or an address that is not understood goes to
    `report`, and the claim is kept without it.
    """
    cells = {name: cell_text(values.get(name), name) for name in REQUIRED}
    for name, text in cells.items():
        if not text:
            raise RowError(f"it has no {name}", f"fill the column {name}")
    document = _document(cells["quote"], path, Source(**checked_fields(values, where, report)))
    ends = (names.actor(cells["subject"]), names.actor(cells["object"]))
    spans = names.places(document.text, cells["subject"], cells["object"])
    mentions = [
        Mention(document=document.id, start=start, end=end, actor=actor.id)
        for (start, end), actor in zip(spans, ends, strict=True)
    ]
    relation = relation_called(cells["relation"], relations)
    if relation.symmetric and mentions[1].start < mentions[0].start:
        mentions.reverse()
    speakers, ids, cited = _speakers(values, names, ends)
    polarity = _one_of(values, "polarity", POLARITIES, Polarity.AFFIRMED)
    claim = Claim(
        id=claim_id(
            mentions[0], mentions[1], relation.name, polarity, speakers, symmetric=relation.symmetric
        ),
        document=document.id,
        subject=mentions[0],
        relation=relation.name,
        object=mentions[1],
        polarity=polarity,
        certainty=_one_of(values, "certainty", CERTAINTIES, Certainty.ASSERTED),
        speakers=speakers,
        speaker_ids=ids,
        evidence=document.text,
        start=0,
        end=len(document.text),
        trigger=_trigger(values, document.text),
        confidence=_confidence(values),
        extractor=EXTRACTOR,
    )
    actors = {actor.id: actor for actor in (*cited, *ends)}
    return Extraction(
        document=document,
        actors=tuple(actors[key] for key in sorted(actors)),
        mentions=tuple(mentions),
        claims=(claim,),
    )


def note_types(values: Mapping[str, Any], names: ActorNames) -> None:
    """Learn what the row says of the types of its ends; raises RowError for one that there is not."""
    for end in ("subject", "object"):
        kind = actor_type(values.get(f"{end}_type"), f"{end}_type")
        name = cell_text(values.get(end), end)
        if kind is not None and name:
            names.note_type(name, kind)


def cell_text(value: Any, name: str) -> str:
    """The cell as text without blanks at its edges; "" where it is empty. Raises RowError for a structure."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise RowError(f"{name} is not a text", "write one text")
    text = mended(str("" if value is None else value))
    return text.strip() if name == "quote" else " ".join(text.split())


def actor_type(value: Any, name: str) -> ActorType | None:
    """The type that the cell names, None where it is empty; raises RowError for another."""
    text = plain_name(cell_text(value, name))
    if text and text not in TYPES:
        raise RowError(f"{name} {text!r} is not known", f"write one of {', '.join(ActorType)}")
    return TYPES[text] if text else None


def relation_called(text: str, relations: Mapping[str, Relation]) -> Relation:
    """The relation of that name, whatever its case and blanks; raises RowError where there is none."""
    name = plain_name(text)
    if name not in relations:
        near = get_close_matches(name, relations, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        known = ", ".join(relations)
        raise RowError(
            f"relation {text[:100]!r} is not known", f"{hint}known: {known}; --relations FILE adds more"
        )
    return relations[name]


def _document(quote: str, path: str, source: Source) -> Document:
    return Document(path=path, text=quote, raw=quote, source=source)


def _one_of(values: Mapping[str, Any], name: str, known: Mapping[str, Any], usual: Any) -> Any:
    text = plain_name(cell_text(values.get(name), name))
    if text not in known:
        allowed = ", ".join(dict.fromkeys(item.value for item in known.values()))
        raise RowError(f"{name} {text[:100]!r} is not known", f"write one of {allowed}, or nothing")
    return known[text]


def _confidence(values: Mapping[str, Any]) -> float:
    text = cell_text(values.get("confidence"), "confidence")
    if not text:
        return 1.0
    try:
        number = float(text.removesuffix("%").replace(",", ".")) / (100 if text.endswith("%") else 1)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise RowError(f"confidence {text[:100]!r} is not between 0 and 1", "write 0.8, say, or nothing")
    return number


def _trigger(values: Mapping[str, Any], quote: str) -> tuple[int, int] | None:
    words = cell_text(values.get("trigger"), "trigger")
    if not words:
        return None
    at = quote.find(words)
    if at < 0:
        raise RowError(f"trigger {words[:100]!r} does not stand in the quote", "write its words, or nothing")
    return at, at + len(words)


def _speakers(
    values: Mapping[str, Any], names: ActorNames, ends: tuple[Actor, Actor]
) -> tuple[tuple[str, ...], tuple[str | None, ...], list[Actor]]:
    """Who says so, outermost first, the actors' ids beside, and those of them that the lexicon knows."""
    here = {name: actor for actor in ends for name in (actor.name, *actor.aliases)}
    speakers: list[str] = []
    ids: list[str | None] = []
    cited: list[Actor] = []
    for text in _chain(values):
        actor = here.get(text) or (names.actor(text) if names.find(text) else None)
        bare = ARTICLE.sub("", text, count=1) if ARTICLE.match(text) else text
        speakers.append(actor.name if actor else bare)
        ids.append(actor.id if actor else None)
        cited += [actor] if actor else []
    if AUTHOR in speakers and len(speakers) > 1:
        raise RowError(f"{AUTHOR!r} stands in a chain of speakers", "leave it out, or name nobody else")
    return tuple(speakers) or (AUTHOR,), tuple(ids) or (None,), cited


def _chain(values: Mapping[str, Any]) -> list[str]:
    value = values.get("speakers") or values.get("speaker")
    if isinstance(value, str) and value.lstrip().startswith("["):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            raise RowError("speakers is no list of JSON", f"part the speakers by {CHAIN}") from None
    parts = value if isinstance(value, list) else cell_text(value, "speakers").split(CHAIN)
    return [text for part in parts if (text := cell_text(part, "speakers"))]
