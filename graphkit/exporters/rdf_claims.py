"""The graphs of a claim's nanopublication as blocks of triples; `graphkit.exporters.trig` says why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from graphkit.exporters.rdf_terms import date_literal, literal, local_name, statements, text_list, web_iri
from graphkit.exporters.view import Attributes, ClaimEdge
from graphkit.records import AUTHOR

SPANS = {
    "evidence": ("evidence", "start", "end"),
    "trigger": ("trigger", "trigger_start", "trigger_end"),
    "context": ("context", "context_start", "context_end"),
    "subject": ("subject_mention", "subject_start", "subject_end"),
    "object": ("object_mention", "object_start", "object_end"),
}
"""What is quoted -> the attributes that hold its words, its start and its end."""

STATED = ("relation", "polarity", "certainty")
DOCUMENT_TERMS = {
    "title": "dc:title",
    "author": "dc:creator",
    "publisher": "dc:publisher",
    "publication": "gk:publication",
    "document": "gk:path",
    "url": "gk:url",
}
RAW = ("raw_start", "raw_end")
TOLD_ELSEWHERE = frozenset(
    {*STATED, *DOCUMENT_TERMS, *RAW, "plover", "document_id", "date", "also", "speaker", "speakers"}
    | {"speaker_ids"}.union(*SPANS.values())
)
"""Attributes that have a place of their own; all others are the assertion's, under their names."""

Pairs = Iterable[tuple[str, str | None]]


def assertion(claim: ClaimEdge) -> list[str]:
    """What is claimed: a statement about a triple, and the triple only where nothing is denied or hedged."""
    said = claim.attributes
    subject, object_ = f"actor:{local_name(claim.subject)}", f"actor:{local_name(claim.object)}"
    relation = f"relation:{local_name(said['relation'])}"
    about = statements(
        f"claim:{local_name(claim.id)}",
        [
            ("a", "rdf:Statement, gk:Claim"),
            *(("rdf:subject", subject), ("rdf:predicate", relation), ("rdf:object", object_)),
            *((f"gk:{name}", f"gk:{local_name(said[name])}") for name in STATED[1:]),
            ("gk:plover", _known(said, "plover")),
        ],
    )
    plain = (said["polarity"], said["certainty"]) == ("affirmed", "asserted")
    return [about, statements(subject, [(relation, object_)])] if plain else [about]


def provenance(name: str, claim: ClaimEdge) -> list[str]:
    """Who says it, in which document, in which words."""
    said = claim.attributes
    document = f"document:{local_name(_text(said, 'document_id'))}"
    agents = list(_speakers(said))
    voices = [f"{name}.voice-{number}" for number in range(1, len(agents) + 1)]
    of_all = [
        ("prov:wasDerivedFrom", document),
        ("prov:wasAttributedTo", agents[-1][0] if agents else None),
        *(("gk:voice", voice) for voice in voices),
        ("prov:wasQuotedFrom", f"{name}.evidence" if said.get("evidence") is not None else None),
        *(
            ((f"gk:{what}"), f"{name}.{what}")
            for what in ("trigger", "context")
            if said.get(what) is not None
        ),
        *own_words(said, TOLD_ELSEWHERE),
    ]
    return [
        statements(f"{name}.assertion", of_all),
        statements(document, _document(said)),
        *_voices(voices, agents),
        *_author(said, agents),
        *_quotations(name, document, claim),
    ]


def publication_info(name: str, export: str | None, about: Mapping[str, Any]) -> str:
    """Which software made the nanopublication, under which caution, and in which export."""
    caution = about.get("caution")
    return statements(
        name,
        [
            ("prov:wasAttributedTo", software(about)),
            ("gk:caution", None if caution is None else literal(caution)),
            ("dct:isPartOf", export),
        ],
    ) + statements(
        software(about),
        [("a", "prov:SoftwareAgent"), ("rdfs:label", literal(f"graphkit {about['graphkit']}"))],
    )


def software(about: Mapping[str, Any]) -> str:
    """The version of graphkit that read the claims, as an agent."""
    return f"software:{local_name('graphkit', str(about['graphkit']))}"


def own_words(attributes: Attributes, without: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Attributes under their own names in graphkit's vocabulary, in their order."""
    for name, value in attributes.items():
        if value is not None and name not in without:
            yield f"gk:{local_name(name)}", literal(value)


def _document(said: Attributes) -> Pairs:
    url = said.get("url")
    return [
        ("a", "prov:Entity, foaf:Document"),
        *((term, _known(said, name)) for name, term in DOCUMENT_TERMS.items()),
        ("dct:issued", date_literal(str(said["date"])) if said.get("date") is not None else None),
        ("schema:url", web_iri(url) if isinstance(url, str) else None),
        *(("gk:also", literal(path)) for path in text_list(said.get("also")) if path is not None),
    ]


def _speakers(said: Attributes) -> Iterator[tuple[str, str]]:
    """The chain, outermost first: agent and what it is called."""
    names = text_list(said.get("speakers")) or text_list(said.get("speaker"))
    ids = text_list(said.get("speaker_ids"))
    for number, name in enumerate(names):
        known = ids[number] if number < len(ids) else None
        unknown = local_name(_text(said, "document_id"), name or "")
        yield f"actor:{local_name(known)}" if known else f"speaker:{unknown}", name or ""


def _voices(voices: list[str], agents: list[tuple[str, str]]) -> Iterator[str]:
    for position, (voice, (agent, name)) in enumerate(zip(voices, agents, strict=True), 1):
        pairs = [("a", "gk:Voice"), ("gk:position", str(position)), ("gk:speaker", agent)]
        yield statements(voice, [*pairs, ("rdfs:label", literal(name))])
        yield statements(agent, [("a", "prov:Agent"), ("rdfs:label", literal(name))])


def _author(said: Attributes, agents: list[tuple[str, str]]) -> Iterator[str]:
    """The name of who speaks when nobody is cited, where the document tells it."""
    if [name for _, name in agents] == [AUTHOR]:
        yield statements(agents[0][0], [("foaf:name", _known(said, "author"))])


def _quotations(name: str, document: str, claim: ClaimEdge) -> Iterator[str]:
    bodies = {
        "evidence": ("describing", f"claim:{local_name(claim.id)}"),
        "subject": ("identifying", f"actor:{local_name(claim.subject)}"),
        "object": ("identifying", f"actor:{local_name(claim.object)}"),
    }
    for what, attributes in SPANS.items():
        if claim.attributes.get(attributes[0]) is None:
            continue
        if what in bodies:
            motive, body = bodies[what]
            pairs = [("a", "oa:Annotation"), ("oa:motivatedBy", f"oa:{motive}"), ("oa:hasBody", body)]
            yield statements(f"{name}.{what}-note", [*pairs, ("oa:hasTarget", f"{name}.{what}")])
        raw = RAW if what == "evidence" else ()
        yield from _quotation(f"{name}.{what}", document, [claim.attributes.get(each) for each in attributes])
        yield statements(f"{name}.{what}", ((f"gk:{each}", _known(claim.attributes, each)) for each in raw))


def _quotation(target: str, document: str, place: list[Any]) -> Iterator[str]:
    """A part of the document by its words and, where both ends are known, by its place."""
    words, start, end = place
    selectors = [("oa:hasSelector", f"{target}-quote")]
    placed = start is not None and end is not None
    if placed:
        selectors.append(("oa:hasSelector", f"{target}-position"))
    yield statements(target, [("a", "oa:SpecificResource"), ("oa:hasSource", document), *selectors])
    yield statements(f"{target}-quote", [("a", "oa:TextQuoteSelector"), ("oa:exact", literal(words))])
    if placed:
        offsets = [("oa:start", literal(start)), ("oa:end", literal(end))]
        yield statements(f"{target}-position", [("a", "oa:TextPositionSelector"), *offsets])


def _known(attributes: Attributes, name: str) -> str | None:
    value = attributes.get(name)
    return None if value is None else literal(value)


def _text(attributes: Attributes, name: str) -> str:
    return str(attributes.get(name, ""))
