r"""Names and literals as Turtle and TriG write them: whatever a text holds, it stays inside its quotes.

Grammar: https://www.w3.org/TR/trig/#sec-grammar (prefixed names, strings, escapes), RDF 1.1 concepts.
"""

import json
import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import quote

from graphkit.errors import FormatError
from graphkit.exporters.json_text import SURROGATE
from graphkit.records import PARTIAL_DATE

ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
CONTROLS = {code: f"\\u{code:04X}" for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)}
IN_STRING = CONTROLS | {ord(sign): escaped for sign, escaped in ESCAPES.items()}

DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
"""Length of a partial date -> its XML Schema type."""

WEB_ADDRESS = re.compile(r"(https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d+)?)((?:[/?#].*)?)", re.DOTALL)
NO_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


def local_name(*parts: str) -> str:
    """The end of a prefixed name: parts with a dot between them, all but ``A-Z a-z 0-9 _`` and inner ``-``
    as %XX of their UTF-8. Different texts have different names, be they ever so odd; no text is ``~``.

    >>> local_name("haqqani_network"), local_name("12ab", "head"), local_name("-ä.>")
    ('haqqani_network', '12ab.head', '%2D%C3%A4%2E%3E')
    """
    return ".".join(_encoded(part) for part in parts)


def literal(value: Any) -> str:
    """A text, number or truth value as a literal that compares equal after reading.

    Lone surrogates become U+FFFD. Raises FormatError for anything else than these types.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f'"{_double(value)}"^^xsd:double'
    if isinstance(value, str):
        return '"' + SURROGATE.sub("\ufffd", value).translate(IN_STRING) + '"'
    raise FormatError(f"{value!r} is a {type(value).__name__}, which RDF has no literal for; make it a text")


def date_literal(text: str) -> str:
    """A partial date with its XML Schema type; what is no day of the calendar stays an untyped text.

    >>> date_literal("2021-08"), date_literal("2021-02-31")
    ('"2021-08"^^xsd:gYearMonth', '"2021-02-31"')
    """
    try:
        known = PARTIAL_DATE.fullmatch(text) and date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        known = None
    return f"{literal(text)}^^{DATE_TYPES[len(text)]}" if known else literal(text)


def web_iri(url: str) -> str | None:
    """An http(s) address as an IRI, with what IRIs cannot hold as %XX; None for any other.

    >>> web_iri("https://example.org/a b?c=<d>"), web_iri("javascript:alert(1)")
    ('<https://example.org/a%20b?c=%3Cd%3E>', None)
    """
    found = WEB_ADDRESS.fullmatch(url)
    if not found:
        return None
    path, sign, fragment = NO_ESCAPE.sub("%25", found[2]).partition("#")
    rest = [quote(part, safe="/?!$&'()*+,;=:@~%", errors="replace") for part in (path, fragment)]
    return f"<{found[1]}{rest[0]}{sign}{rest[1]}>"


def text_list(value: Any) -> list[str | None]:
    """The list that an attribute holds as JSON; a text that is none is a list of itself.

    >>> text_list('["a", null]'), text_list("plain"), text_list(None)
    (['a', None], ['plain'], [])
    """
    if value is None:
        return []
    try:
        found = json.loads(value)
    except (TypeError, ValueError):
        found = None
    fits = isinstance(found, list) and all(item is None or isinstance(item, str) for item in found)
    return found if fits else [str(value)]


def statements(subject: str, pairs: Iterable[tuple[str, str | None]]) -> str:
    """The triples of one subject; pairs whose object is None are left out."""
    known = [f"{predicate} {object_}" for predicate, object_ in pairs if object_ is not None]
    return f"  {subject} " + " ;\n    ".join(known) + " .\n" if known else ""


def _encoded(part: str) -> str:
    if not part:
        return r"\~"
    safe = quote(part, safe="", errors="surrogatepass").replace(".", "%2E").replace("~", "%7E")
    return "%2D" + safe[1:] if safe.startswith("-") else safe


def _double(value: float) -> str:
    if math.isfinite(value):
        return repr(value)
    return "NaN" if math.isnan(value) else ("INF" if value > 0 else "-INF")
