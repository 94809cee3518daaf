"""spaCy components that read actors, speakers and claims; importing this registers them all."""

from spacy.tokens import Doc

from graphkit.components.actor_recognizer import ActorRecognizer
from graphkit.components.attribution import AttributionReader
from graphkit.components.claim_extractor import ClaimExtractor
from graphkit.components.coreference_resolver import CoreferenceResolver
from graphkit.components.factuality import FactualityMarker
from graphkit.components.paragraph_boundaries import mark_paragraph_boundaries

PIPE_NAMES = ("actor_recognizer", "coreference_resolver", "attribution", "factuality", "claim_extractor")
"""The components in the order in which they lean on each other."""

# plain lists and dicts only: they go through msgpack when documents come back from other processes
for _name, _default in (
    ("actors", []),
    ("antecedents", {}),
    ("attributions", []),
    ("factuality", {}),
    ("claims", []),
):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)

__all__ = [
    "PIPE_NAMES",
    "ActorRecognizer",
    "AttributionReader",
    "ClaimExtractor",
    "CoreferenceResolver",
    "FactualityMarker",
    "mark_paragraph_boundaries",
]
