"""What a trigger and the actors at its two ends make together."""

from typing import NamedTuple

from graphkit.components.references import Reference

AUTHORIAL = frozenset(("title",))
"""Kinds that the author vouches for, also inside of what others say: "Z, leader of Y, denied …"."""


class Frame(NamedTuple):
    """A trigger of one relation with the actors at its ends; `carrier` is the verb that carries a noun."""

    relation: str
    token: int
    carrier: int
    kind: str
    subjects: list[Reference]
    objects: list[Reference]
