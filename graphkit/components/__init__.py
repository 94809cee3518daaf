"""spaCy components that read actors, speakers and claims; importing this registers them all."""

from spacy.tokens import Doc

from graphkit.components.actor_recognizer import ActorRecognizer
from graphkit.components.attribution import AttributionReader
from graphkit.components.claim_extractor import ClaimExtractor
from graphkit.components.claim_reader import ClaimReader
from graphkit.components.coreference_resolver import CoreferenceResolver
from graphkit.components.factuality import FactualityMarker
from graphkit.components.paragraph_boundaries import mark_paragraph_boundaries
from graphkit.components.text_encoder import TextEncoder

PIPE_NAMES = ("actor_recognizer", "coreference_resolver", "attribution", "factuality", "claim_extractor")
"""The components in the order in which they lean on each other."""

MODEL_PIPE_NAMES = ("text_encoder", *PIPE_NAMES, "claim_reader")
"""The same with the trained network before and behind them."""

# plain lists and dicts only: they go through msgpack when documents come back from other processes
for _name, _default in (
    ("actors", []),
    ("antecedents", {}),
    ("attributions", []),
    ("factuality", {}),
    ("claims", []),
    ("pairs", []),
):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)

__all__ = [
    "MODEL_PIPE_NAMES",
    "PIPE_NAMES",
    "ActorRecognizer",
    "AttributionReader",
    "ClaimExtractor",
    "ClaimReader",
    "CoreferenceResolver",
    "FactualityMarker",
    "TextEncoder",
    "mark_paragraph_boundaries",
]
