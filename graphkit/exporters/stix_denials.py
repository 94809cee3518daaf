"""What a STIX bundle must know of a claim before it is written: whether anybody denies the same link."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from graphkit.exporters.stix_objects import actor_ref
from graphkit.exporters.view import ClaimEdge, GraphView


class LinkKey(NamedTuple):
    """What claims are about, whatever they say of it; the ends in order where the relation is symmetric."""

    subject: str
    relation: str
    object: str


@dataclass(slots=True, kw_only=True)
class Ledger:
    """`denied`: each link that somebody denies -> the first claim that affirms it, None where nobody does.

    `types` of the actors; `made`: links for whose denials a relationship stands in the file already.
    """

    types: Mapping[str, str]
    symmetric: frozenset[str]
    denied: dict[LinkKey, str | None] = field(default_factory=dict)
    made: set[LinkKey] = field(default_factory=set)

    @classmethod
    def of(cls, view: GraphView) -> Self:
        """Goes through the claims twice, so that only the denied links need be held."""
        types = {actor.id: actor.attributes.get("type", "") for actor in view.actors()}
        ledger = cls(types=types, symmetric=view.symmetric)
        for claim in view.claims():
            if claim.attributes["polarity"] == "denied":
                ledger.denied[ledger.link(claim)] = None
        ledger._find_affirming(view)
        return ledger

    def _find_affirming(self, view: GraphView) -> None:
        for claim in view.claims() if self.denied else ():
            link = self.link(claim)
            affirmed = claim.attributes["polarity"] == "affirmed"
            if affirmed and link in self.denied and self.denied[link] is None:
                self.denied[link] = claim.id

    def link(self, claim: ClaimEdge) -> LinkKey:
        """The link that the claim is about."""
        relation = claim.attributes["relation"]
        subject, object_ = claim.subject, claim.object
        if relation in self.symmetric:
            subject, object_ = sorted((subject, object_))
        return LinkKey(subject, relation, object_)

    def ends(self, subject: str, object_: str) -> dict[str, str]:
        """The two ends of a relationship."""
        return {
            "source_ref": actor_ref(subject, self.types[subject]),
            "target_ref": actor_ref(object_, self.types[object_]),
        }
