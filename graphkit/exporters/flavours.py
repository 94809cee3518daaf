"""The three shapes that a graph of claims can have in GraphML: each view to a view.

`claims` keeps it as it is. `aggregated` is for tools that merge parallel edges. `reified` makes nodes of
claims, speakers, documents and sources, for tools that ask questions of paths.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from graphkit.exporters.view import ActorNode, Attributes, ClaimEdge, GraphView
from graphkit.records import AUTHOR

DOCUMENT_FIELDS = ("title", "author", "date", "url", "also")
"""What a claim's edge says of its document."""
PARTS = ("publication", "publisher", "speaker", "speakers", "speaker_ids", *DOCUMENT_FIELDS)
"""Attributes of a claim that are nodes of their own, or theirs, once it is reified."""


@dataclass(slots=True)
class Tally:
    """What all claims of one pair and relation come to."""

    first: Attributes
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("affirmed", "denied", "asserted", "hedged"), 0)
    )
    claims: int = 0
    sources: set[str] = field(default_factory=set)
    voices: set[tuple[str, str]] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    def add(self, claim: Attributes) -> None:
        """Count one claim in."""
        self.claims += 1
        self.counts[claim["polarity"]] += 1
        self.counts[claim["certainty"]] += 1
        self.sources.add(claim["publication"])
        self.voices.add((claim["publication"], claim["speaker"]))
        self.dates |= {claim["date"]} if "date" in claim else set()

    def attributes(self) -> dict[str, Any]:
        """As the edge has them; a voice is a speaker in a source, as in `contested`."""
        dated = {"first_date": min(self.dates), "last_date": max(self.dates)} if self.dates else {}
        told = {name: self.first[name] for name in ("relation", "plover") if name in self.first}
        counted = {
            "claims": self.claims,
            **self.counts,
            "sources": len(self.sources),
            "voices": len(self.voices),
        }
        return {**told, "weight": self.claims, **counted, **dated}


def aggregated(view: GraphView) -> GraphView:
    """An edge per pair and relation, in one direction where the relation is symmetric."""
    symmetric = view.symmetric

    def claims() -> Iterator[ClaimEdge]:
        tallies: dict[tuple[str, str, str], Tally] = {}
        for subject, object_, _, claim in view.claims():
            ends = sorted((subject, object_)) if claim["relation"] in symmetric else (subject, object_)
            key = (ends[0], claim["relation"], ends[1])
            tallies.setdefault(key, Tally(claim)).add(claim)
        for (subject, relation, object_), tally in sorted(tallies.items()):
            yield ClaimEdge(subject, object_, _short(subject, relation, object_), tally.attributes())

    return replace(view, claims=claims)


def reified(view: GraphView) -> GraphView:
    """Actors, claims, speakers, documents and sources as nodes: `kind` says which, edges have a `role`.

    actor <-subject- claim -object-> actor; claim -speaker-> speaker, the innermost; claim -document->
    document; document -source-> source. A node's id begins with its kind, and holds no blank: GraphML
    wants name tokens.
    """

    def nodes() -> Iterator[ActorNode]:
        for actor, attributes in view.actors():
            yield ActorNode(f"actor:{actor}", {"kind": "actor", **attributes})
        done: set[str] = set()
        for claim in view.claims():
            yield ActorNode(f"claim:{claim.id}", _claim_node(claim))
            for node in _parts(claim.attributes):
                if node.id not in done:
                    done.add(node.id)
                    yield node

    def links() -> Iterator[ClaimEdge]:
        done: set[tuple[str, str]] = set()
        for claim in view.claims():
            speaker, document, source = (node.id for node in _parts(claim.attributes))
            ends = (("subject", f"actor:{claim.subject}"), ("object", f"actor:{claim.object}"))
            for role, end in (*ends, ("speaker", speaker), ("document", document)):
                yield ClaimEdge(f"claim:{claim.id}", end, f"{claim.id}.{role}", {"role": role})
            if (document, source) not in done:
                done.add((document, source))
                yield ClaimEdge(document, source, _short(document, source), {"role": "source"})

    return replace(view, actors=nodes, claims=links)


def _claim_node(claim: ClaimEdge) -> dict[str, Any]:
    own = {name: value for name, value in claim.attributes.items() if name not in PARTS}
    return {"kind": "claim", "label": claim.attributes["relation"].replace("_", " "), **own}


def _parts(claim: Attributes) -> tuple[ActorNode, ActorNode, ActorNode]:
    """Speaker, document and source of a claim."""
    speaker, source = claim["speaker"], claim["publication"]
    about = {name: claim[name] for name in DOCUMENT_FIELDS if name in claim}
    document = {
        "kind": "document",
        "label": claim.get("title", claim["document"]),
        "document": claim["document"],
        **about,
    }
    publisher = {"publisher": claim["publisher"]} if "publisher" in claim else {}
    return (
        # nobody cited: then each document has an author of its own
        ActorNode(
            f"speaker:{_short(*((speaker,) if speaker != AUTHOR else (speaker, claim['document_id'])))}",
            {"kind": "speaker", "label": speaker},
        ),
        ActorNode(f"document:{claim['document_id']}", document),
        ActorNode(f"source:{_short(source)}", {"kind": "source", "label": source, **publisher}),
    )


def _short(*parts: str) -> str:
    """16 hex digits that stand for the texts."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:16]


FLAVOURS: dict[str, Callable[[GraphView], GraphView]] = {
    "claims": lambda view: view,
    "aggregated": aggregated,
    "reified": reified,
}
