r"""Values as Cypher literals that no text can leave.

Strings stand in single quotes. Neo4j 5 replaces ``\u0027`` anywhere, *before* it looks for the end of a
string (https://neo4j.com/docs/cypher-manual/current/syntax/parsing/); others do so after. So a backslash of
the text is never followed by a u of the text, and ``\u`` only ever writes a character that ends nothing.
"""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from graphkit.errors import FormatError
from graphkit.exporters.json_text import free_name

RESERVED = frozenset({"id"})
LISTS = ("aliases", "speakers", "also")
"""Attributes that hold a list of texts as JSON. `speaker_ids` has nulls, which no list property may hold."""

PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
# openCypher 9, "reserved keywords". Neo4j takes them as names all the same; others take `end` for an end.
KEYWORD = re.compile(
    "all|and|any|as|asc|ascending|by|call|case|constraint|contains|count|create|delete|"
    "desc|descending|detach|distinct|do|drop|else|end|ends|exists|extract|false|filter|"
    "for|from|is|in|limit|load|mandatory|match|merge|none|not|null|of|on|optional|or|"
    "order|remove|require|return|scalar|set|single|skip|starts|then|true|union|unique|"
    "unwind|when|where|with|xor|yield",
    re.IGNORECASE,
)
LARGEST = 2**63 - 1

SPECIAL = re.compile(
    # a quote; a backslash, with the u behind it; control characters; line ends and signs that are not seen,
    # right-to-left marks among them; halves of characters
    "['\n\r\t]|\\\\u?|[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
SHORT = {"'": r"\'", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\\": r"\\", "\\u": r"\\\u0075"}
NOT_IN_NAME = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def literal(name: str, value: Any) -> str:
    """A text, number, truth value or list of texts; lone surrogates become U+FFFD.

    Raises FormatError for what no property can hold; `name` is the attribute's.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{SPECIAL.sub(_escaped, value)}'"
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, int) and -LARGEST <= value <= LARGEST:
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(literal(name, item) for item in value)}]"
    kind = "too large a number" if isinstance(value, int) else f"a {type(value).__name__}"
    raise FormatError(f"attribute {name!r} is {kind}, which Cypher cannot hold; make it a text")


def properties(attributes: Mapping[str, Any]) -> str:
    """A map of all attributes that are not None."""
    pairs = (
        f"{name_of(free_name(name, RESERVED))}: {literal(name, _listed(name, value))}"
        for name, value in attributes.items()
        if value is not None
    )
    return f"{{{', '.join(pairs)}}}"


def name_of(name: str) -> str:
    """A name of a property or type: in backticks, doubled inside, where it is not plain or a keyword.

    Backslashes, control characters and lone surrogates become U+FFFD, as no version reads them all alike.
    """
    if PLAIN_NAME.fullmatch(name) and not KEYWORD.fullmatch(name):
        return name
    held = NOT_IN_NAME.sub("\ufffd", name).replace("`", "``")
    return f"`{held or '_'}`"


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"
    return SHORT.get(sign) or f"\\u{ord(sign):04x}"


def _float(value: float) -> str:
    if math.isfinite(value):
        return repr(value)
    return "(0.0 / 0.0)" if math.isnan(value) else ("(1.0 / 0.0)" if value > 0 else "(-1.0 / 0.0)")


def _listed(name: str, value: Any) -> Any:
    if name not in LISTS or not isinstance(value, str):
        return value
    try:
        found = json.loads(value)
    except ValueError:
        return value
    texts = isinstance(found, list) and all(isinstance(item, str) for item in found)
    return found if texts else value
