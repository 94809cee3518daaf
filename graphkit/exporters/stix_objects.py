"""Parts of a STIX bundle that are no claims: ids, times, graphkit itself, its caution, the actors."""

import json
import uuid
from collections.abc import Mapping
from typing import Any

from graphkit.exporters.day_span import day_span
from graphkit.exporters.view import ActorNode
from graphkit.records import CAUTION

SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "graphkit")
EPOCH = "1970-01-01T00:00:00.000Z"
ABOUT = "What this bundle is"

CLASSES = {"person": "individual", "government": "organization", "agency": "organization"}
"""Type of an actor -> identity_class; organizations and media are organizations too, others unspecified."""
ORGANIZED = ("organization", "media")


def stix_id(kind: str, *parts: str) -> str:
    """An id that depends on the texts alone: uuid5, as section 2.9 wants of ids that can be worked out."""
    return f"{kind}--{uuid.uuid5(SPACE, json.dumps([kind, *parts]))}"


def stamp(date: Any) -> str | None:
    """The first moment of a partial date, None where the calendar has no such date.

    >>> stamp("2021-08")
    '2021-08-01T00:00:00.000Z'
    """
    days = day_span(date)
    return f"{days[0]}T00:00:00.000Z" if days else None


GRAPHKIT: dict[str, Any] = {
    "type": "identity",
    "spec_version": "2.1",
    "id": stix_id("identity", "graphkit itself"),
    "created": EPOCH,
    "modified": EPOCH,
    "name": "graphkit",
    "description": f"Software that reads who says that whom is linked to whom. {CAUTION}",
    "identity_class": "system",
}

MARKING: dict[str, Any] = {
    "type": "marking-definition",
    "spec_version": "2.1",
    "id": stix_id("marking-definition", CAUTION),
    "created_by_ref": GRAPHKIT["id"],
    "created": EPOCH,
    "definition_type": "statement",
    "definition": {"statement": CAUTION},
}
"""Every object points at it: the caution goes wherever a part of the bundle goes."""

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {"extension_type": {"const": "property-extension"}},
    "additionalProperties": {"type": ["string", "number", "boolean"]},
}

EXTENSION: dict[str, Any] = {
    "type": "extension-definition",
    "spec_version": "2.1",
    "id": stix_id("extension-definition", "attributes", "1.0.0"),
    "created_by_ref": GRAPHKIT["id"],
    "created": EPOCH,
    "modified": EPOCH,
    "name": "graphkit attributes",
    "description": "All that graphkit knows of an actor, claim or document, named as in its GraphML.",
    "schema": json.dumps(SCHEMA),
    "version": "1.0.0",
    "extension_types": ["property-extension"],
}


def head(item: Mapping[str, Any]) -> dict[str, Any]:
    """The object without what is None or empty, which STIX forbids."""
    return {name: value for name, value in item.items() if value is not None and value != []}


def made(
    kind: str, key: tuple[str, ...], told: Mapping[str, Any] | None = None, **own: Any
) -> dict[str, Any]:
    """An object by graphkit, marked with its caution, as old as the document that `told` is from."""
    moment = stamp((told or {}).get("date")) or EPOCH
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": stix_id(kind, *key),
        "created_by_ref": GRAPHKIT["id"],
        "created": moment,
        "modified": moment,
        **own,
        "object_marking_refs": [MARKING["id"]],
    }


def extended(item: dict[str, Any], attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The object with attributes for which STIX has no property."""
    known = {name: value for name, value in attributes.items() if value is not None}
    return {**item, "extensions": {EXTENSION["id"]: {**known, "extension_type": "property-extension"}}}


def actor_ref(actor: str, type_: str) -> str:
    """The id of the actor's object."""
    return stix_id("threat-actor" if type_ == "armed_group" else "identity", "actor", actor)


def actor_object(actor: ActorNode) -> dict[str, Any]:
    """An identity, or a threat actor where it is an armed group; only the latter has a place for aliases."""
    told = actor.attributes
    type_ = told.get("type", "")
    aliases = [str(name) for name in json.loads(told.get("aliases", "[]"))]
    reference = actor_ref(actor.id, type_)
    known_as = f"Also called {'; '.join(aliases)}" if aliases else None
    own: dict[str, Any] = {"name": told.get("label", actor.id), "description": known_as}
    if type_ == "armed_group":
        own["aliases"] = aliases
    else:
        own["identity_class"] = CLASSES.get(type_, "organization" if type_ in ORGANIZED else "unspecified")
    item = made(reference.split("--", 1)[0], ("actor", actor.id), **own, labels=[type_] if type_ else [])
    return extended({**item, "external_references": _wikidata(told)}, {"actor": actor.id, **told})


def _wikidata(told: Mapping[str, Any]) -> list[dict[str, str]]:
    return [{"source_name": "wikidata", "external_id": told["wikidata"]}] if "wikidata" in told else []
