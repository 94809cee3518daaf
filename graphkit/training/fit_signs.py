"""Learn what the signs of reference are worth; half a minute, apart from the network."""

import random
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from graphkit.components.reader.signs import OFFSETS, SIZES, SignWeights
from graphkit.training.examples import Example, SeenAnaphor

HIDDEN, DROPOUT = 64, 0.1
EPOCHS, BATCH, RATE = 5, 32, 3e-3


class SignNetwork(nn.Module):
    """A vector for each value of a sign; their sum goes through one rectified layer."""

    def __init__(self) -> None:
        super().__init__()
        self.values = nn.EmbeddingBag(sum(SIZES), HIDDEN, mode="sum")
        nn.init.normal_(self.values.weight, std=0.05)
        self.bias = nn.Parameter(torch.zeros(HIDDEN))
        self.dropout = nn.Dropout(DROPOUT)
        self.weights = nn.Linear(HIDDEN, 1, bias=False)

    def forward(self, signs: Tensor) -> Tensor:
        """(N, number of signs) -> (N,)."""
        hidden = torch.relu(self.values(signs) + self.bias)
        return self.weights(self.dropout(hidden)).squeeze(-1)

    def exported(self) -> SignWeights:
        """What reading needs of it."""
        parts = (self.values.weight, self.bias, self.weights.weight[0])
        return SignWeights(*(part.detach().numpy().copy() for part in parts))


def fit_signs(items: Iterable[Example], seed: int) -> SignWeights:
    """Weights under which the marked antecedents are likely."""
    seen = [anaphor for item in items for anaphor in item.sightings]
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = SignNetwork()
    optimizer = AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    steps = max(1, EPOCHS * -(-len(seen) // BATCH))
    rate = LambdaLR(optimizer, lambda step: 1 - step / steps)
    for _ in range(EPOCHS):
        for first in range(0, len(seen), BATCH):
            if not first:
                chance.shuffle(seen)
            optimizer.zero_grad()
            loss_of(network, seen[first : first + BATCH]).backward()
            optimizer.step()
            rate.step()
    return network.eval().exported()


def loss_of(network: SignNetwork, group: Sequence[SeenAnaphor]) -> Tensor:
    """Marginal likelihood of the right antecedents (Lee et al. 2017), the mean of a group of anaphors."""
    offsets = torch.as_tensor(OFFSETS)
    rows = [torch.tensor(anaphor.signs) + offsets for anaphor in group]
    scores = network(torch.cat(rows)).split([len(row) for row in rows])
    lost = [
        part.logsumexp(0) - part[anaphor.same].logsumexp(0)
        for part, anaphor in zip(scores, group, strict=True)
    ]
    return torch.stack(lost).mean()
