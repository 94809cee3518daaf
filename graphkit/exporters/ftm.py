"""FollowTheMoney entities, one a line: actors, documents, and a link for each claim.

Schemata: https://followthemoney.tech/explorer/ (followthemoney 4). Opened by OpenAleph, Aleph and the `ftm`
command. The first line is a Note that says who made the file, with which caution and filters.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.exporters.day_span import day_span
from graphkit.exporters.ftm_schemata import LINKS, SCHEMATA, UNKNOWN, Link
from graphkit.exporters.view import ActorNode, Attributes, ClaimEdge, GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

NOT_KEPT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, which FollowTheMoney drops, and lone surrogates, which UTF-8 cannot hold."""

WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?(/[!-~]*)?")
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
LONGEST = {"name": 384, "alias": 384, "sourceUrl": 4096, "summary": 65000, "description": 65000}
"""Characters that a value of these properties may have; of others 1024 (followthemoney's `max_length`)."""
IN_PIECES = ("summary", "description", "notes")


def write_ftm(
    content: "ClaimStore | nx.MultiDiGraph[str]", path: Path | str, *, filters: ClaimFilter | None = None
) -> None:
    """Write a store or graph, whole or not at all; the same content gives the same bytes.

    An actor is a Person, Organization, PublicBody or LegalEntity, a document an Article, a claim a
    Membership, Directorship, Family, Associate or UnknownLink, whose `proof` is the document. The sentence is
    its `summary`; all that is known of the claim stands as JSON in its `description`. A denied claim is
    always an UnknownLink with the role "denied: …", a hedged one has "hedged: …".

    Control characters and lone surrogates become U+FFFD; sentences of more than 65,000 characters become
    several values, to be joined; names and titles are cut with an ellipsis. An address that is not http(s)
    stands in the description only, and so does a date that the calendar does not have.
    """
    view = view_of(content, filters)
    with whole_file(path) as stream:
        stream.writelines(_line(entity) for entity in _entities(view))


def _entities(view: GraphView) -> Iterator[dict[str, Any]]:
    yield _about(view.about)
    actors = {actor.id: _schema(actor) for actor in view.actors()}
    for actor in view.actors():
        yield _actor(actor, actors)
    documents: set[str] = set()
    for claim in view.claims():
        if claim.attributes["document_id"] not in documents:
            documents.add(claim.attributes["document_id"])
            yield _document(claim.attributes, view.about)
        yield _claim(claim, actors)


def _about(about: Mapping[str, Any]) -> dict[str, Any]:
    told = [f"{name}: {value}" for name, value in about.items()]
    name = f"Claims read by graphkit {about.get('graphkit', '')}"
    return _entity("Note", _id("about", *told), name=name, description="\n".join(told))


def _schema(actor: ActorNode) -> str:
    return SCHEMATA.get(actor.attributes.get("type", ""), "LegalEntity")


def _actor(actor: ActorNode, actors: Mapping[str, str]) -> dict[str, Any]:
    told = actor.attributes
    parent = told.get("parent")
    linked = parent in actors and parent != actor.id and actors[actor.id] != "Person"
    country = str(told.get("country", "")).lower()
    return _entity(
        actors[actor.id],
        _id("actor", actor.id),
        name=_name(told.get("label"), actor.id),
        alias=[_name(alias, actor.id) for alias in _listed(told.get("aliases"))],
        country=country if re.fullmatch("[a-z]{2}", country) else None,
        wikidataId=_if(WIKIDATA, told.get("wikidata")),
        parent=_id("actor", parent) if parent and linked else None,
        keywords=told.get("type"),
        notes=json.dumps({"id": actor.id, **told}, ensure_ascii=False, indent=1),
    )


def _document(told: Attributes, about: Mapping[str, Any]) -> dict[str, Any]:
    names = ("document", "document_id", "publication", "publisher", "title", "author", "date", "url", "also")
    return _entity(
        "Article",
        _id("document", told["document_id"]),
        fileName=told["document"].rsplit("/", 1)[-1],
        title=told.get("title"),
        author=told.get("author"),
        publisher=told.get("publisher"),
        date=_date(told.get("date")),
        sourceUrl=_if(WEB_ADDRESS, told.get("url")),
        processingAgent=f"graphkit {about.get('graphkit', '')}",
        notes=json.dumps({name: told[name] for name in names if name in told}, ensure_ascii=False, indent=1),
    )


def _claim(claim: ClaimEdge, actors: Mapping[str, str]) -> dict[str, Any]:
    told = claim.attributes
    link = _link(told, actors[claim.subject], actors[claim.object])
    rest = {"id": claim.id, **{name: value for name, value in told.items() if name != "evidence"}}
    words = {"role": _role(told), "status": _status(told)}
    if link.schema in ("Family", "Associate"):
        words = {"relationship": f"{words['role']} ({words['status']})"}
    ends = {link.subject: _id("actor", claim.subject), link.object: _id("actor", claim.object)}
    return _entity(
        link.schema,
        _id("claim", claim.id),
        **ends,
        **words,
        summary=told["evidence"],
        description=json.dumps(rest, ensure_ascii=False, indent=1),
        date=_date(told.get("date")),
        proof=_id("document", told["document_id"]),
        publisher=told["publication"],
        recordId=claim.id,
        sourceUrl=_if(WEB_ADDRESS, told.get("url")),
    )


def _link(told: Attributes, subject: str, object_: str) -> Link:
    link = LINKS.get(told["relation"], UNKNOWN)
    fits = told["polarity"] == "affirmed" and subject in link.subjects and object_ in link.objects
    return link if fits else UNKNOWN


def _role(told: Attributes) -> str:
    """What a reader of a diagram sees: the relation, and first of all whether it is denied or hedged."""
    marks = [name for name in (told["polarity"], told["certainty"]) if name not in ("affirmed", "asserted")]
    return f"{', '.join(marks)}: {_words(told)}" if marks else _words(told)


def _status(told: Attributes) -> str:
    said = " < ".join(reversed(_listed(told.get("speakers")) or [told["speaker"]]))
    return f"allegation: {told['polarity']}, {told['certainty']}; said by {said} in {told['publication']}"


def _words(told: Attributes) -> str:
    return str(told["relation"]).replace("_", " ")


def _entity(schema: str, id_: str, **properties: Any) -> dict[str, Any]:
    """All values of FollowTheMoney are lists of texts; empty ones are left out."""
    listed = {
        name: [
            piece for item in (value if isinstance(value, list) else [value]) for piece in _kept(name, item)
        ]
        for name, value in properties.items()
    }
    return {
        "id": id_,
        "schema": schema,
        "properties": {name: value for name, value in listed.items() if value},
    }


def _kept(name: str, value: Any) -> list[str]:
    text = NOT_KEPT.sub("\ufffd", str(value)) if value is not None else ""
    longest = LONGEST["description"] if name in IN_PIECES else LONGEST.get(name, 1024)
    if name in IN_PIECES:
        return [text[start : start + longest] for start in range(0, len(text), longest)]
    return [text if len(text) <= longest else f"{text[: longest - 1]}…"] if text else []


def _name(value: Any, id_: str) -> str:
    """A name without runs of blanks; the id where the name has neither letter nor digit."""
    text = " ".join(str(value if value is not None else id_).split())
    return text if any(sign.isalnum() for sign in text) else id_


def _if(form: re.Pattern[str], value: Any) -> str | None:
    return value if value is not None and form.fullmatch(value) else None


def _date(partial: Any) -> str | None:
    """The date as exactly as it is known; of a 31 February the last day of February."""
    days = day_span(partial)
    return days[0][: len(partial)] if days else None


def _listed(text: Any) -> list[str]:
    """The texts of a list that an attribute holds as JSON."""
    return [str(item) for item in json.loads(text)] if text else []


def _id(*parts: str) -> str:
    """40 hex digits that stand for the texts, as the ids of FollowTheMoney do."""
    told = json.dumps(["graphkit", *parts]).encode("ascii")
    return hashlib.sha1(told, usedforsecurity=False).hexdigest()


def _line(entity: Mapping[str, Any]) -> str:
    return f"{json.dumps(entity, ensure_ascii=False)}\n"
