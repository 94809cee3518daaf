"""STIX 2.1 bundle: a relationship per affirmed claim, an opinion per denied one.

Format: https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html. Opened by OpenCTI, MISP and stix2.
What STIX has no property for stands in a property extension, which the bundle defines (section 7.3).
"""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.exporters.json_text import json_text
from graphkit.exporters.stix_denials import Ledger, LinkKey
from graphkit.exporters.stix_objects import (
    ABOUT,
    EXTENSION,
    GRAPHKIT,
    MARKING,
    actor_object,
    extended,
    head,
    made,
    stamp,
    stix_id,
)
from graphkit.exporters.view import Attributes, ClaimEdge, GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx


def write_stix(
    content: "ClaimStore | nx.MultiDiGraph[str]", path: Path | str, *, filters: ClaimFilter | None = None
) -> None:
    """Write a store or graph, whole or not at all; the same content gives the same bytes.

    Armed groups are threat actors, all others identities. A denied claim is an opinion, strongly-disagree or,
    hedged, disagree, on the first relationship that affirms its link. Where none does, one is made, with the
    labels `only-denied` and `denied` and confidence 0; where one does, all that affirm are labelled
    `also-denied`. A document is a report, or a grouping where it has no date.

    `created` and `modified` are the first day that the document's date allows, else 1970: no clock is read.
    Lone surrogates become U+FFFD. Memory grows with actors and denied links, not with claims.
    """
    view = view_of(content, filters)
    with whole_file(path) as stream:
        bundle = stix_id("bundle", view.content_id())
        stream.write(f'{{"type": "bundle", "id": "{bundle}", "objects": [')
        for number, item in enumerate(_objects(view)):
            stream.write(f"{',' if number else ''}\n{_json(item)}")
        stream.write("\n]}\n")


def _objects(view: GraphView) -> Iterator[dict[str, Any]]:
    yield from (GRAPHKIT, MARKING, EXTENSION)
    yield _about(view.about)
    ledger = Ledger.of(view)
    for actor in view.actors():
        yield actor_object(actor)
    # A store's claims stand by document; those of a graph may come back to one, and get a further report.
    for _, claims in groupby(view.claims(), key=lambda claim: claim.attributes["document_id"]):
        yield from _document(claims, ledger)


def _about(about: Mapping[str, Any]) -> dict[str, Any]:
    told = "\n".join(f"{name}: {value}" for name, value in about.items())
    return made("note", ("about", told), abstract=ABOUT, content=told, object_refs=[GRAPHKIT["id"]])


def _document(claims: Iterator[ClaimEdge], ledger: Ledger) -> Iterator[dict[str, Any]]:
    refs, first = [], None
    for claim in claims:
        first = first or claim
        for item in _claim(claim, ledger):
            refs.append(item["id"])
            yield item
    if first:
        yield _report(first, refs)


def _claim(claim: ClaimEdge, ledger: Ledger) -> Iterator[dict[str, Any]]:
    link = ledger.link(claim)
    if claim.attributes["polarity"] == "affirmed":
        yield _relationship(claim, ledger.ends(claim.subject, claim.object), link in ledger.denied)
        return
    if ledger.denied[link] is None and link not in ledger.made:
        ledger.made.add(link)
        yield _only_denied(link, ledger.ends(link.subject, link.object), claim.attributes)
    yield _opinion(claim, link, ledger.denied[link])


def _relationship(claim: ClaimEdge, ends: dict[str, str], also_denied: bool) -> dict[str, Any]:
    told = claim.attributes
    item = made(
        "relationship",
        ("claim", claim.id),
        told,
        relationship_type=_type(told["relation"]),
        description=_words(told),
        **ends,
        confidence=_percent(told["confidence"]),
        labels=["affirmed", told["certainty"], *(["also-denied"] if also_denied else [])],
        external_references=_references(claim),
    )
    return extended(item, {"claim": claim.id, **told})


def _only_denied(link: LinkKey, ends: dict[str, str], told: Attributes) -> dict[str, Any]:
    return made(
        "relationship",
        ("denied link", *link),
        told,
        relationship_type=_type(link.relation),
        description="ONLY DENIED: no claim in this bundle affirms this link; opinions that deny it need it.",
        **ends,
        confidence=0,
        labels=["only-denied", "denied"],
    )


def _opinion(claim: ClaimEdge, link: LinkKey, affirming: str | None) -> dict[str, Any]:
    told = claim.attributes
    about = ("claim", affirming) if affirming is not None else ("denied link", *link)
    item = made(
        "opinion",
        ("claim", claim.id),
        told,
        explanation=told["evidence"],
        authors=_speakers(told),
        opinion="disagree" if told["certainty"] == "hedged" else "strongly-disagree",
        object_refs=[stix_id("relationship", *about)],
        confidence=_percent(told["confidence"]),
        labels=["denied", told["certainty"]],
        external_references=_references(claim),
    )
    # The ends too: a symmetric link may be denied the other way round than it is affirmed.
    return extended(item, {"claim": claim.id, "subject": claim.subject, "object": claim.object, **told})


def _references(claim: ClaimEdge) -> list[dict[str, str]]:
    """The document with the quote, and who says it."""
    told = claim.attributes
    url = told.get("url", "")
    address = {"url": url} if url.startswith(("http://", "https://")) else {}
    document = {"source_name": told["publication"], "description": told["evidence"], **address}
    said = {"source_name": "speaker", "description": " < ".join(reversed(_speakers(told)))}
    return [{**document, "external_id": told["document"]}, said]


def _report(claim: ClaimEdge, refs: list[str]) -> dict[str, Any]:
    told = claim.attributes
    names = ("document", "document_id", "publication", "publisher", "title", "author", "date", "url", "also")
    published = stamp(told.get("date"))
    kind = "report" if published else "grouping"
    dated = {"published": published} if published else {"context": "unspecified"}
    item = made(
        kind,
        ("document", told["document_id"], claim.id),
        told,
        name=told.get("title", told["document"]),
        description=f"Claims read in {told['document']}, {told['publication']}",
        **dated,
        object_refs=refs,
    )
    return extended(item, {name: told[name] for name in names if name in told})


def _words(told: Attributes) -> str:
    said = " < ".join(reversed(_speakers(told)))
    return f"Allegation, {told['certainty']}, said by {said} in {told['publication']}"


def _speakers(told: Attributes) -> list[str]:
    return [str(name) for name in json.loads(told["speakers"])] if "speakers" in told else [told["speaker"]]


def _type(relation: str) -> str:
    return relation.lower().replace("_", "-")


def _percent(confidence: float) -> int:
    return round(confidence * 100)


def _json(item: Mapping[str, Any]) -> str:
    return json_text(head(item))
