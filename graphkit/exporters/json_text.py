"""Attributes as JSON that every parser takes: what the JSON exports have in common."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from graphkit.errors import FormatError

SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which UTF-8 cannot hold and RFC 8259 (section 8.2) calls unpredictable."""


def json_text(value: Any) -> str:
    """JSON in one line, characters as they are, except lone surrogates, which become U+FFFD."""
    return SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False, allow_nan=False))


def flat(attributes: Mapping[str, Any], reserved: frozenset[str]) -> dict[str, Any]:
    """The attributes that are not None, each under a name that is free in the format.

    A float that JSON cannot hold becomes the text NaN, INF or -INF. Raises FormatError for a value that is
    neither text, number nor truth value.
    """
    return {
        free_name(name, reserved): _flat(name, value)
        for name, value in attributes.items()
        if value is not None
    }


def free_name(name: str, reserved: frozenset[str]) -> str:
    """`name`, or with one more "_" where the format reserves it: no two names become one."""
    return f"{name}_" if name.rstrip("_") in reserved else name


def own_name(name: str, reserved: frozenset[str]) -> str:
    """The name that `free_name` changed."""
    return name[:-1] if name.endswith("_") and name.rstrip("_") in reserved else name


def _flat(name: str, value: Any) -> str | int | float:
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("INF" if value > 0 else "-INF")
    if isinstance(value, (str, int, float)):
        return value
    kind = type(value).__name__
    raise FormatError(f"attribute {name!r} is a {kind}, which flat JSON does not hold; make it a text")
