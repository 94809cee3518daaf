"""The network that reads claims: one pass over the text, then a short one for the pairs that are asked about.

The text encoder is MiniLM (Wang et al. 2020, NeurIPS, "MiniLM: Deep Self-Attention Distillation"), with an
embedding of letter case added, since its vocabulary is uncased. A pair is asked about by three marker tokens
(first, second, sentence) that see the text and each other while the text does not see them, so that the
text is encoded once for all pairs: levitated markers (Zhong & Chen 2021, NAACL, "A Frustratingly Easy
Approach"; Ye et al. 2022, ACL, "Packed Levitated Marker").
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from graphkit.components.reader.labels import CASES, LABELS, MENTION_TAGS, POLARITIES, STATES, TYPES
from graphkit.records import Polarity

MARKERS = 3
"""Marker tokens a query has: first mention, second mention, sentence."""
SIDES = len(Polarity)
"""Who affirms a link, and who denies it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network; those of MiniLM-L6-H384."""

    vocabulary: int = 30522
    width: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6
    positions: int = 512
    pair_width: int = 256


class Encoded(NamedTuple):
    """What the text pass gives: embeddings, last hidden states (B, T, W), and a layer's keys and values
    (B, H, T, W / H).
    """

    embedded: Tensor
    hidden: Tensor
    keys: list[Tensor]
    values: list[Tensor]


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.output = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.last_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def split(self, states: Tensor) -> Tensor:
        """(B, T, W) -> (B, heads, T, W / heads)."""
        batch, length, width = states.shape
        return states.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

    def joined(self, states: Tensor) -> Tensor:
        """The way back."""
        batch, heads, length, width = states.shape
        return states.transpose(1, 2).reshape(batch, length, heads * width)

    def after_attention(self, states: Tensor, attended: Tensor) -> Tensor:
        """Residuals, norms and the feed-forward part."""
        states = self.norm(states + self.output(attended))
        inner = self.down(functional.gelu(self.up(states)))
        return self.last_norm(states + self.dropout(inner))

    def text(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Next states, and the keys and values that markers will see; mask is (B, 1, 1, T), added."""
        query, key, value = (self.split(part(states)) for part in (self.query, self.key, self.value))
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        return self.after_attention(states, self.joined(attended)), key, value

    def markers(self, states: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
        """Next states of the markers (B, N * MARKERS, W), which see the text and their query's markers."""
        query, own_key, own_value = (self.split(part(states)) for part in (self.query, self.key, self.value))
        batch, heads, length, width = query.shape
        grouped = (batch, heads, length // MARKERS, MARKERS, width)
        scale = 1 / math.sqrt(width)
        to_text = query @ key.transpose(-1, -2) * scale + mask
        to_own = query.view(grouped) @ own_key.view(grouped).transpose(-1, -2) * scale
        weights = torch.cat([to_text, to_own.reshape(batch, heads, length, MARKERS)], -1).softmax(-1)
        from_text = weights[..., : key.shape[2]] @ value
        own_weights = weights[..., key.shape[2] :].reshape(batch, heads, length // MARKERS, MARKERS, MARKERS)
        from_own = (own_weights @ own_value.view(grouped)).reshape(batch, heads, length, width)
        return self.after_attention(states, self.joined(from_text + from_own))


class TextNetwork(nn.Module):
    """Encodes a window and says where its mentions are and what anaphors go back to."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.cases = nn.Embedding(len(CASES), shape.width)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList([Layer(shape, dropout) for _ in range(shape.layers)])
        self.tags = nn.Linear(shape.width, len(MENTION_TAGS))
        self.types = nn.Linear(shape.width, len(TYPES))
        self.anaphor = nn.Linear(shape.width, shape.width)
        self.antecedent = nn.Linear(shape.width, shape.width)

    def encode(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> Encoded:
        """Pieces and cases (B, T); mask (B, T), 1 where there is text."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        embedded = self.words(pieces) + self.places(places) + self.cases(cases)
        states = self.dropout(self.norm(embedded))
        added = added_mask(mask)
        keys, values = [], []
        for layer in self.layers:
            states, key, value = layer.text(states, added)
            keys.append(key)
            values.append(value)
        return Encoded(embedded, states, keys, values)

    def antecedents(self, hidden: Tensor) -> Tensor:
        """(B, T, T): how well the mention that ends in column stands for the anaphor that ends in row."""
        return self.anaphor(hidden) @ self.antecedent(hidden).transpose(1, 2) / math.sqrt(hidden.shape[-1])


class PairNetwork(nn.Module):
    """Answers queries about an encoded window: relation, polarity, certainty, speaker."""

    def __init__(self, shape: Shape, text: TextNetwork, dropout: float = 0.1) -> None:
        super().__init__()
        # the text's own: markers are encoded by the same weights
        self.norm, self.layers = text.norm, text.layers
        self.roles = nn.Embedding(MARKERS, shape.width)
        self.rules = nn.Embedding(len(STATES), shape.width)
        nn.init.normal_(self.roles.weight, std=0.02)
        nn.init.zeros_(self.rules.weight)
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(shape.width * (MARKERS + 2), shape.pair_width)
        self.relation = nn.Linear(shape.pair_width, len(LABELS))
        self.polarity = nn.Linear(shape.pair_width, len(POLARITIES))
        self.certainty = nn.Linear(shape.pair_width, 2)
        self.asking = nn.Linear(shape.width * MARKERS, shape.width * SIDES)
        self.answering = nn.Linear(shape.width, shape.width)
        self.author = nn.Linear(shape.width * MARKERS, SIDES)

    def forward(
        self, encoded: Encoded, mask: Tensor, spans: Tensor, states_before: Tensor
    ) -> tuple[Tensor, ...]:
        """Logits of N queries: relation (B, N, labels), polarity (B, N, 3), certainty (B, N, 2), and for who
        affirms and who denies, speaker (B, N, 2, T+1).

        `spans` (B, N * MARKERS, T) averages the pieces of each marker's span; `states_before` (B, N) is
        what is known beforehand, a number in STATES. The first speaker is the author, then each piece.
        """
        batch, count, _ = spans.shape
        queries = count // MARKERS
        roles = self.roles.weight.repeat(queries, 1)
        states = spans @ encoded.embedded + roles
        told = self.rules(states_before)
        states = states + told.repeat_interleave(MARKERS, 1)
        states = self.dropout(self.norm(states))
        added = added_mask(mask)
        for layer, key, value in zip(self.layers, encoded.keys, encoded.values, strict=True):
            states = layer.markers(states, key, value, added)
        asked = states.view(batch, queries, -1)
        in_text = (spans @ encoded.hidden).view(batch, queries, MARKERS, -1)[:, :, :2].flatten(2)
        pair = self.dropout(functional.gelu(self.hidden(self.dropout(torch.cat([asked, in_text], -1)))))
        sides = self.asking(asked).view(batch, queries * SIDES, -1)
        words = sides @ self.answering(encoded.hidden).transpose(1, 2) / math.sqrt(states.shape[-1])
        words = (words + (mask[:, None, :] - 1) * 1e4).view(batch, queries, SIDES, -1)
        speaker = torch.cat([self.author(asked)[..., None], words], -1)
        return self.relation(pair), self.polarity(pair), self.certainty(pair), speaker


def added_mask(mask: Tensor) -> Tensor:
    """1 and 0 (B, T) -> 0 and -10,000 (B, 1, 1, T), to be added to attention scores."""
    return ((mask - 1) * 1e4)[:, None, None, :]


class ReaderNetwork(nn.Module):
    """Both halves, as they are trained together."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.text = TextNetwork(shape, dropout)
        self.pairs = PairNetwork(shape, self.text, dropout)
