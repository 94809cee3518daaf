"""Training learns, and the same plan gives the same network."""

import random
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch", reason='needs the extra "train": pip install -e ".[train]"')

from graphkit.training.examples import Example  # noqa: E402
from graphkit.training.fit import MASK, Plan, collate, fit, loss_of, thinned, versions  # noqa: E402
from graphkit.training.network import MARKERS, ReaderNetwork, Shape  # noqa: E402

SMALL = Shape(vocabulary=2000, width=24, inner=48, heads=2, layers=2, pair_width=16)
PLAN = Plan(epochs=25, encoder_rate=5e-3, head_rate=5e-3)


def trained(example: Example) -> tuple[ReaderNetwork, list[float]]:
    torch.manual_seed(0)
    network, losses = ReaderNetwork(SMALL), []
    fit(network, [example], PLAN, lambda epoch, loss: losses.append(loss))
    return network, losses


def test_the_loss_falls_and_the_run_can_be_repeated(example: Example) -> None:
    network, losses = trained(example)
    again, same = trained(example)
    assert losses[-1] < losses[0] / 2
    assert losses == same
    for one, other in zip(network.parameters(), again.parameters(), strict=True):
        assert torch.equal(one, other)


def test_the_text_does_not_see_the_markers_and_queries_not_each_other(example: Example) -> None:
    torch.manual_seed(0)
    network = ReaderNetwork(SMALL).eval()
    batch = collate([example])
    encoded = network.text.encode(batch.pieces, batch.cases, batch.mask)
    whole = network.pairs(encoded, batch.mask, batch.spans, batch.rules)[0]
    alone = network.pairs(encoded, batch.mask, batch.spans[:, :MARKERS], batch.rules[:, :1])[0]
    assert torch.allclose(whole[:, :1], alone, atol=1e-5)


def test_padding_changes_nothing(example: Example) -> None:
    torch.manual_seed(0)
    network = ReaderNetwork(SMALL).eval()
    alone = collate([example])
    longer = Example(
        pieces=example.pieces * 2,
        cases=example.cases * 2,
        tags=example.tags,
        types=[],
        antecedents=[],
        asked=[],
    )
    padded = collate([example, longer])
    first = network.text.encode(alone.pieces, alone.cases, alone.mask).hidden[0]
    second = network.text.encode(padded.pieces, padded.cases, padded.mask).hidden[0, : len(example.pieces)]
    assert torch.allclose(first, second, atol=1e-5)
    assert loss_of(network, padded, PLAN).isfinite()


def test_pieces_are_masked_but_never_the_outer_ones(example: Example) -> None:
    chance = random.Random(0)
    drawn = [thinned(example, PLAN, chance).pieces for _ in range(200)]
    masked = sum(pieces.count(MASK) for pieces in drawn) / sum(map(len, drawn))
    assert 0.03 < masked < 0.12
    assert {(pieces[0], pieces[-1]) for pieces in drawn} == {(example.pieces[0], example.pieces[-1])}


def test_a_document_is_drawn_whole_in_one_version(example: Example) -> None:
    windows = [
        replace(example, document=name, version=version)
        for name in ("a.txt", "b.txt")
        for version in range(3)
        for _ in range(2)
    ]
    chance, found = random.Random(0), set()
    for _ in range(60):
        drawn = versions(windows, chance)
        assert [item.document for item in drawn] == ["a.txt"] * 2 + ["b.txt"] * 2
        assert drawn[0].version == drawn[1].version
        found.add(drawn[0].version)
    assert found == {0, 1, 2}
