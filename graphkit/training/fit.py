"""Train the network on examples: reproducible from a seed on the CPU."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from graphkit.components.reader.labels import LABELS, NONE, POLARITIES
from graphkit.components.reader.rule_states import UNKNOWN
from graphkit.training.examples import IGNORED, Example
from graphkit.training.network import MARKERS, SIDES, ReaderNetwork

NOTHING = LABELS.index(NONE)
HIDDEN_STATES = 0.15
"""Share of the queries that are not told what is known beforehand."""
RENAMED = 0.4
"""Share of the documents that are read under borrowed names in an epoch."""
MASKED, MASK = 0.07, 103
"""Share of the pieces that are hidden, and the piece that stands for them: no reading hangs on one word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how fast to learn; the rates are those of AdamW.

    `bfloat16`: reckon in half the digits where that does no harm, 1.7 times as fast with AVX512-BF16.
    """

    epochs: int = 10
    batch_pieces: int = 1500
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    smoothing: float = 0.03
    seed: int = 0
    unlinked: int = 14
    bfloat16: bool = False


class Batch(NamedTuple):
    """Examples of about one length, padded; queries are padded with the opening piece and no answer."""

    pieces: Tensor
    cases: Tensor
    mask: Tensor
    tags: Tensor
    types: Tensor
    candidates: Tensor
    same: Tensor
    spans: Tensor
    rules: Tensor
    labels: Tensor
    polarity: Tensor
    hedged: Tensor
    speakers: Tensor
    known_speaker: Tensor
    asked: Tensor
    weights: Tensor


def collate(items: Sequence[Example]) -> Batch:
    """The examples as tensors."""
    size, length = len(items), max(len(item.pieces) for item in items)
    queries = max(1, *(len(item.asked) for item in items))
    batch = Batch(
        pieces=torch.zeros(size, length, dtype=torch.long),
        cases=torch.zeros(size, length, dtype=torch.long),
        mask=torch.zeros(size, length),
        tags=torch.full((size, length), IGNORED),
        types=torch.full((size, length), IGNORED),
        candidates=torch.zeros(size, length, length, dtype=torch.bool),
        same=torch.zeros(size, length, length, dtype=torch.bool),
        spans=torch.zeros(size, queries * MARKERS, length),
        rules=torch.zeros(size, queries, dtype=torch.long),
        labels=torch.zeros(size, queries, len(LABELS)),
        polarity=torch.zeros(size, queries, len(POLARITIES)),
        hedged=torch.zeros(size, queries),
        speakers=torch.zeros(size, queries, SIDES, length + 1),
        known_speaker=torch.zeros(size, queries, SIDES, dtype=torch.bool),
        asked=torch.zeros(size, queries, dtype=torch.bool),
        weights=torch.zeros(size, queries),
    )
    batch.spans[:, :, 0] = 1
    for row, item in enumerate(items):
        _fill(batch, row, item)
    return batch


def _fill(batch: Batch, row: int, item: Example) -> None:
    here = len(item.pieces)
    batch.pieces[row, :here] = torch.tensor(item.pieces)
    batch.cases[row, :here] = torch.tensor(item.cases)
    batch.mask[row, :here] = 1
    for place, tag in item.tags:
        batch.tags[row, place] = tag
    for place, kind in item.types:
        batch.types[row, place] = kind
    for place, before, same in item.antecedents:
        batch.candidates[row, place, before] = True
        batch.same[row, place, same] = True
    for number, query in enumerate(item.asked):
        for marker, (start, end) in enumerate(query.spans):
            batch.spans[row, number * MARKERS + marker, 0] = 0
            batch.spans[row, number * MARKERS + marker, start:end] = 1 / (end - start)
        batch.rules[row, number] = query.state
        for label, share in query.labels.items():
            batch.labels[row, number, label] = share
        batch.asked[row, number] = True
        batch.weights[row, number] = query.weight
        if query.polarity is not None:
            batch.polarity[row, number] = torch.tensor(query.polarity)
            batch.hedged[row, number] = query.hedged or 0
        for side, places in enumerate(query.speakers):
            if places is not None:
                batch.known_speaker[row, number, side] = True
                batch.speakers[row, number, side, [place + 1 for place in places] or [0]] = 1.0


def loss_of(network: ReaderNetwork, batch: Batch, plan: Plan) -> Tensor:
    """The sum of what every head gets wrong."""
    encoded = network.text.encode(batch.pieces, batch.cases, batch.mask)
    tags = functional.cross_entropy(
        network.text.tags(encoded.hidden).flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED
    )
    total = tags
    if (batch.types != IGNORED).any():
        kinds = network.text.types(encoded.hidden).flatten(0, 1)
        total = total + 0.3 * functional.cross_entropy(kinds, batch.types.flatten(), ignore_index=IGNORED)
    if batch.same.any():
        total = total + 0.5 * antecedent_loss(network.text.antecedents(encoded.hidden), batch)
    if batch.asked.any():
        total = total + pair_loss(network.pairs(encoded, batch.mask, batch.spans, batch.rules), batch, plan)
    return total


def antecedent_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Marginal likelihood of the right antecedents among the candidates (Lee et al. 2017, EMNLP)."""
    rows = batch.same.any(-1)
    among = scores.masked_fill(~batch.candidates, -1e4)[rows].logsumexp(-1)
    right = scores.masked_fill(~batch.same, -1e4)[rows].logsumexp(-1)
    return (among - right).mean()


def pair_loss(answers: Sequence[Tensor], batch: Batch, plan: Plan) -> Tensor:
    """Relation for every query; polarity, certainty and speaker for those that have a link."""
    relation, polarity, certainty, speaker = answers
    asked = batch.asked
    target = batch.labels[asked]
    weight = batch.weights[asked]
    smooth = target * (1 - plan.smoothing) + plan.smoothing / target.shape[-1]
    losses = -(smooth * relation[asked].log_softmax(-1)).sum(-1)
    total = (losses * weight).sum() / weight.sum()
    linked = asked & (batch.labels[:, :, NOTHING] < 1)
    if linked.any():
        hedged = torch.stack([1 - batch.hedged, batch.hedged], -1)
        for logits, shares in ((polarity, batch.polarity), (certainty, hedged)):
            total = total - 0.5 * (shares[linked] * logits[linked].log_softmax(-1)).sum(-1).mean()
    known = batch.known_speaker
    if known.any():
        scores = speaker[known].log_softmax(-1)
        right = scores.masked_fill(batch.speakers[known] == 0, -1e4).logsumexp(-1)
        total = total - 0.5 * right.mean()
    return total


def thinned(item: Example, plan: Plan, chance: random.Random) -> Example:
    """The example with at most `plan.unlinked` pairs that nothing links, which then weigh for those left out.

    Now and then a piece, or what the rules found, is hidden, so that the network leans on neither alone.
    """
    linked = [query for query in item.asked if query.polarity is not None]
    others = [query for query in item.asked if query.polarity is None]
    kept = chance.sample(others, min(len(others), plan.unlinked))
    weighed = [replace(query, weight=len(others) / len(kept)) for query in kept]
    asked = [
        replace(query, state=UNKNOWN) if chance.random() < HIDDEN_STATES else query
        for query in (*linked, *weighed)
    ]
    inner = [MASK if chance.random() < MASKED else piece for piece in item.pieces[1:-1]]
    return replace(item, asked=asked, pieces=[item.pieces[0], *inner, item.pieces[-1]])


def versions(items: Sequence[Example], chance: random.Random) -> list[Example]:
    """Each document once: under its own names, or now and then under borrowed ones, where there are such."""
    known: dict[tuple[str, str], set[int]] = {}
    for item in items:
        known.setdefault((item.folder, item.document), set()).add(item.version)
    drawn = {
        document: chance.choice(sorted(numbers - {0}) or [0]) if chance.random() < RENAMED else 0
        for document, numbers in sorted(known.items())
    }
    return [item for item in items if item.version == drawn[item.folder, item.document]]


def batches(items: Sequence[Example], plan: Plan, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of about `batch_pieces`, examples of like length together, in random order."""
    ordered = sorted(items, key=lambda item: (len(item.pieces) // 16, chance.random()))
    found: list[list[Example]] = [[]]
    for item in ordered:
        if found[-1] and (len(found[-1]) + 1) * len(item.pieces) > plan.batch_pieces:
            found.append([])
        found[-1].append(item)
    chance.shuffle(found)
    yield from found


def fit(
    network: ReaderNetwork,
    items: Sequence[Example],
    plan: Plan,
    on_epoch: Callable[[int, float], None] | None = None,
) -> None:
    """Train in place; word embeddings stay as they are."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    schedule = [list(batches(versions(items, chance), plan, chance)) for _ in range(plan.epochs)]
    optimizer = optimizer_of(network, plan)
    steps = sum(map(len, schedule))
    rate = LambdaLR(
        optimizer, lambda step: min((step + 1) / (plan.warm_up * steps + 1), max(0.02, 1 - step / steps))
    )
    for epoch, groups in enumerate(schedule, 1):
        network.train()
        losses = []
        for group in groups:
            losses.append(step(network, [thinned(item, plan, chance) for item in group], plan, optimizer))
            rate.step()
        if on_epoch:
            on_epoch(epoch, sum(losses) / len(losses))
    network.eval()


def step(network: ReaderNetwork, group: Sequence[Example], plan: Plan, optimizer: AdamW) -> float:
    """Learn from one batch; returns the loss before."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=plan.bfloat16):
        loss = loss_of(network, collate(group), plan)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_([value for part in optimizer.param_groups for value in part["params"]], 1.0)
    optimizer.step()
    return float(loss.item())


def optimizer_of(network: ReaderNetwork, plan: Plan) -> AdamW:
    """AdamW with a slow rate for what was trained before, and a fast one for the heads."""
    network.text.words.weight.requires_grad_(False)
    learned = [(name, value) for name, value in network.named_parameters() if value.requires_grad]
    groups = [
        {"params": [value for name, value in learned if is_encoder(name) == old], "lr": rate}
        for old, rate in ((True, plan.encoder_rate), (False, plan.head_rate))
    ]
    return AdamW(groups, weight_decay=0.01)


def is_encoder(name: str) -> bool:
    """Whether the parameter came with the encoder."""
    return name.startswith(("text.words", "text.places", "text.norm", "text.layers"))
