"""What the page says of a relation."""

from collections.abc import Mapping
from typing import Any

from graphkit.lexicon import Relation

UNKNOWN_COLOR = "#777777"


def describe_relation(name: str, relations: Mapping[str, Relation]) -> dict[str, Any]:
    """Name, labels and colour; a relation that `relations` lacks is read as directed and is grey."""
    relation = relations.get(name)
    label = name.replace("_", " ")
    return {
        "name": name,
        "label": label,
        "inverse": relation.inverse if relation else f"{label}, from the other side",
        "symmetric": relation.symmetric if relation else False,
        "color": relation.color if relation else UNKNOWN_COLOR,
    }
