r"""BibTeX for biblatex: one entry per document that has claims; the same as in `graphkit.exporters.csl`.

Format: https://ctan.org/pkg/biblatex (manual, chapter 2). UTF-8; to be read with biber. What TeX would run
or take for structure becomes a command that prints it; a brace becomes ``\textbraceleft{}``, as ``\{`` would
leave an entry without its end. Blanks are folded; control characters, noncharacters and lone surrogates
become U+FFFD. In `url`, which biblatex takes literally, braces, backslashes and blanks become %XX.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from graphkit.exporters.cited import Cited, Name, about_of, cited_documents
from graphkit.exporters.view import GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

ENTRY_TYPES = {"article-newspaper": "article", "report": "report", "webpage": "online", "article": "misc"}
PUBLISHER = {"article": "journaltitle", "report": "institution", "online": "organization"}
"""Type of entry -> the field for the publisher; `organization` for the rest."""

ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#_$"},
}
IN_FIELD = str.maketrans(ESCAPES)

NOT_TEX = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
IN_URL = re.compile(r"[\\{}\s]")


def write_bibtex(
    content: "ClaimStore | nx.MultiDiGraph[str]",
    path: Path | str,
    *,
    filters: ClaimFilter | None = None,
) -> None:
    """Write the documents of a store's or graph's claims, whole or not at all; the same content, same bytes.

    Keys are ``doc-`` and the document's id, so that they hold when metadata are corrected. Path and counts
    stand in `annotation`, which styles do not print.
    """
    view = view_of(content, filters)
    with whole_file(path) as stream:
        stream.writelines(_lines(view))


def escaped(text: str) -> str:
    r"""A text as the inside of a field.

    >>> print(escaped("50% of {A} & \\b"))
    50\% of \textbraceleft{}A\textbraceright{} \& \textbackslash{}b
    """
    return NOT_TEX.sub("\ufffd", text).translate(IN_FIELD)


def _lines(view: GraphView) -> Iterator[str]:
    for name, value in about_of(view).items():
        # BibTeX knows no comments: outside of entries, an @ begins one wherever it stands.
        yield "% " + NOT_TEX.sub("\ufffd", f"{name}: {value}").replace("@", "\uff20") + "\n"
    for cited in cited_documents(view):
        yield from _entry(cited)


def _entry(cited: Cited) -> Iterator[str]:
    kind = ENTRY_TYPES[cited.kind]
    dated = cited.text("date") if cited.date_parts else ""
    undated = f" Dated: {cited.text('date')}." if cited.text("date") and not dated else ""
    yield f"\n@{kind}{{{cited.key},\n"
    for name, value in (
        ("author", " and ".join(_author(author) for author in cited.authors)),
        ("title", f"{{{escaped(cited.title)}}}"),
        ("type", "Report" if kind == "report" else ""),
        (PUBLISHER.get(kind, "organization"), escaped(cited.text("publisher"))),
        ("entrysubtype", "newspaper" if kind == "article" else ""),
        ("date", dated),
        ("url", _url(cited.text("url"))),
        ("annotation", escaped(cited.note() + undated)),
    ):
        if value:
            yield f"  {name} = {{{value}}},\n"
    yield "}\n"


def _author(name: Name) -> str:
    if name.literal:
        return f"{{{escaped(name.literal)}}}"
    return f"{escaped(name.family)}, {escaped(name.given)}"


def _url(text: str) -> str:
    return NOT_TEX.sub("\ufffd", IN_URL.sub(lambda found: quote(found[0]), text))
