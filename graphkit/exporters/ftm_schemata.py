"""Which schema of FollowTheMoney an actor or a claim has."""

from typing import NamedTuple

SCHEMATA = {
    "person": "Person",
    "armed_group": "Organization",
    "organization": "Organization",
    "media": "Organization",
    "agency": "PublicBody",
    "government": "PublicBody",
}
"""Type of an actor -> schema; every other type is a LegalEntity."""

PERSONS = frozenset({"Person"})
BODIES = frozenset({"Organization", "PublicBody"})
ANYBODY = frozenset({"LegalEntity", *SCHEMATA.values()})


class Link(NamedTuple):
    """A schema for a relation, its two ends, and the schemata that may stand there."""

    schema: str
    subject: str
    object: str
    subjects: frozenset[str]
    objects: frozenset[str]


LINKS = {
    "member_of": Link("Membership", "member", "organization", ANYBODY, BODIES),
    "leads": Link("Directorship", "director", "organization", ANYBODY, BODIES),
    "family_of": Link("Family", "person", "relative", PERSONS, PERSONS),
    "allied_with": Link("Associate", "person", "associate", PERSONS, PERSONS),
    "linked_to": Link("Associate", "person", "associate", PERSONS, PERSONS),
}
UNKNOWN = Link("UnknownLink", "subject", "object", ANYBODY, ANYBODY)
"""For all other relations, other types of actors, and whatever is denied. `controls` is among them: it also
means to run or to use, and the asset of FollowTheMoney's Ownership would have to be a Company."""
