"""RDF in TriG: a nanopublication per claim, so that nothing is asserted without who says it, and where.

Format: https://www.w3.org/TR/trig/; layout: https://nanopub.net/guidelines/working_draft/ (four graphs: head,
assertion, provenance, publication info); provenance: https://www.w3.org/TR/prov-o/; quotations:
https://www.w3.org/TR/annotation-model/#selectors.

- The **assertion** graph holds the claim as an `rdf:Statement` with `gk:polarity` and `gk:certainty`. Only
  where it is affirmed and not hedged does the plain triple (``actor:a relation:supports actor:b``) stand
  beside it: a denial is never asserted, nor is a guess. Even a plain triple is an allegation, so query within
  graphs and do not merge them into one.
- The **provenance** graph says who asserts it (`prov:wasAttributedTo` the innermost speaker, `gk:voice` for
  the chain, outermost first), in which document, in which words: `oa:TextQuoteSelector` and
  `oa:TextPositionSelector`, code points into the cleaned text, of evidence, both names, trigger and context.
  An unnamed speaker, or an author, is one agent per document.
- The **publication info** graph says that software read it, under which caution, and in which export.

The first nanopublication is the export's own: actors in its assertion, version, caution, filters and store in
its publication info. Its IRI stands for these, not for the claims: two stores of one file name share it. No
nanopublication is signed or has a trusty URI, or a date: the same claims give the same bytes. Attributes with
no word in these vocabularies are `gk:` and their name.

No domain is ours: NAMESPACE lies in the domain .invalid (RFC 2606), which never resolves, and BASE in a URN
namespace that nobody registered. Who publishes the file replaces the two constants by an address of theirs.
"""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.exporters.rdf_claims import assertion, own_words, provenance, publication_info, software
from graphkit.exporters.rdf_terms import literal, local_name, statements, text_list
from graphkit.exporters.view import ActorNode, ClaimEdge, GraphView, view_of
from graphkit.graph.builder import graph_attributes
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE = "https://graphkit.invalid/ns#"
"""Of graphkit's own words: relations, polarity, attributes. A placeholder."""

BASE = "urn:graphkit:"
"""Of actors, claims, documents, speakers, exports. A placeholder."""

VOCABULARIES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "np": "http://www.nanopub.org/nschema#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wikidata": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
KINDS = ("actor", "claim", "document", "export", "nanopub", "software", "speaker")

CLASSES = {"person": "foaf:Person", "other": "foaf:Agent"}
"""Type of an actor -> class, where it is no foaf:Organization."""

WIKIDATA_ITEM = re.compile("Q[0-9]+")


def write_trig(
    content: "ClaimStore | nx.MultiDiGraph[str]",
    path: Path | str,
    *,
    filters: ClaimFilter | None = None,
) -> None:
    """Write a store or graph, whole or not at all; the same content gives the same bytes.

    Lone surrogates, which UTF-8 cannot hold, become U+FFFD. Raises FormatError for an attribute that is
    neither text, number nor truth value.
    """
    view = view_of(content, filters)
    with whole_file(path) as stream:
        stream.writelines(_lines(view))


def _lines(view: GraphView) -> Iterator[str]:
    about = {**graph_attributes(), **view.about}
    export = f"export:{uuid.uuid5(uuid.NAMESPACE_URL, BASE + view.content_id())}"
    yield from _prefixes()
    yield from _export(export, about, view)
    for claim in view.claims():
        yield from _nanopublication(claim, export, about)


def _prefixes() -> Iterator[str]:
    ours = {"gk": NAMESPACE, "relation": f"{NAMESPACE}relation."} | {kind: f"{BASE}{kind}:" for kind in KINDS}
    for prefix, address in sorted((VOCABULARIES | ours).items()):
        yield f"@prefix {prefix}: <{address}> .\n"


def _export(export: str, about: dict[str, Any], view: GraphView) -> Iterator[str]:
    """The nanopublication of the export itself."""
    yield _head(export)
    yield f"{export}.assertion {{\n"
    yield statements(export, [("a", "gk:Export")])
    yield from (_actor(actor) for actor in view.actors())
    yield "}\n"
    yield _graph(
        f"{export}.provenance",
        statements(f"{export}.assertion", [("prov:wasAttributedTo", software(about))]),
    )
    info = publication_info(export, None, about)
    yield _graph(f"{export}.pubinfo", statements(export, own_words(about, ("caution",))), info)


def _nanopublication(claim: ClaimEdge, export: str, about: dict[str, Any]) -> Iterator[str]:
    name = f"nanopub:{local_name(claim.id)}"
    yield _head(name)
    yield _graph(f"{name}.assertion", *assertion(claim))
    yield _graph(f"{name}.provenance", *provenance(name, claim))
    yield _graph(f"{name}.pubinfo", publication_info(name, export, about))


def _head(name: str) -> str:
    parts = (("Assertion", "assertion"), ("Provenance", "provenance"), ("PublicationInfo", "pubinfo"))
    links = [(f"np:has{kind}", f"{name}.{graph}") for kind, graph in parts]
    return _graph(f"{name}.head", statements(name, [("a", "np:Nanopublication"), *links]))


def _graph(name: str, *blocks: str) -> str:
    return f"{name} {{\n{''.join(blocks)}}}\n"


def _actor(actor: ActorNode) -> str:
    attributes = dict(actor.attributes)
    label, kind = attributes.pop("label", None), attributes.pop("type", None)
    aliases, parent = attributes.pop("aliases", None), attributes.pop("parent", None)
    item = attributes.get("wikidata")
    return statements(
        f"actor:{local_name(actor.id)}",
        [
            ("a", f"gk:Actor, {CLASSES.get(str(kind), 'foaf:Organization')}"),
            ("rdfs:label", None if label is None else literal(label)),
            ("gk:type", None if kind is None else literal(kind)),
            *(("skos:altLabel", literal(alias)) for alias in text_list(aliases) if alias is not None),
            ("gk:parent", None if parent is None else f"actor:{local_name(str(parent))}"),
            ("schema:sameAs", f"wikidata:{item}" if WIKIDATA_ITEM.fullmatch(str(item)) else None),
            *own_words(attributes),
        ],
    )
