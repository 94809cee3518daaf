"""What the page says of a relation."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import yaml


class Relation(Protocol):
    symmetric: bool
    inverse: str
    color: str
    opposes: tuple[str, ...]


class _Shim:
    def __init__(self, row: dict[str, Any]) -> None:
        self.symmetric = bool(row.get("symmetric", False))
        self.inverse, self.color = row["inverse"], row["color"]
        self.opposes = tuple(row.get("opposes", ()))


def load_relations() -> dict[str, Relation]:
    path = Path(__file__).parents[2] / "data" / "relations.yaml"
    return {row["name"]: _Shim(row) for row in yaml.safe_load(path.read_text("utf-8"))}


UNKNOWN_COLOR = "#777777"


def describe_relation(name: str, relations: Mapping[str, Relation]) -> dict[str, Any]:
    """Name, labels, colour and what it opposes; a relation that the table lacks is read as directed and grey."""
    label = name.replace("_", " ")
    if name not in relations:
        color, symmetric, opposes = UNKNOWN_COLOR, False, ()
        return {
            "name": name,
            "label": label,
            "inverse": f"{label} (by)",
            "symmetric": symmetric,
            "color": color,
            "opposes": list(opposes),
        }
    relation = relations[name]
    return {
        "name": name,
        "label": label,
        "inverse": relation.inverse,
        "symmetric": relation.symmetric,
        "color": relation.color,
        "opposes": list(relation.opposes),
    }
