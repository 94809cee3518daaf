"""A network that was exported can be trained further."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason='needs the extra "train": pip install -e ".[train]"')

from graphkit.components.reader.model_files import PAIRS, TEXT  # noqa: E402
from graphkit.errors import FormatError  # noqa: E402
from graphkit.lexicon import data_path  # noqa: E402
from graphkit.training.export import write_graphs  # noqa: E402
from graphkit.training.network import ReaderNetwork, Shape  # noqa: E402
from graphkit.training.resume import load_exported, meet_halfway, weights  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore:Converting a tensor")
SMALL = Shape(vocabulary=200, width=24, inner=48, heads=2, layers=2, positions=64, pair_width=16)


def trained_a_little() -> ReaderNetwork:
    """A network of which no two weights are alike: the exporter writes what is alike once."""
    torch.manual_seed(0)
    network = ReaderNetwork(SMALL).eval()
    with torch.no_grad():
        for values in network.parameters():
            values.add_(torch.randn_like(values) / 10)
    return network


def test_what_was_exported_comes_back_to_eight_bits(tmp_path: Path) -> None:
    network, other = trained_a_little(), ReaderNetwork(SMALL)
    write_graphs(network, tmp_path)
    load_exported(other, tmp_path)
    for (name, before), after in zip(network.named_parameters(), other.parameters(), strict=True):
        assert torch.allclose(before, after, atol=float(before.detach().abs().max()) / 100 + 1e-6), name


def test_halfway_is_the_mean(tmp_path: Path) -> None:
    network = trained_a_little()
    write_graphs(network, tmp_path)
    before = network.text.norm.weight.detach().clone()
    with torch.no_grad():
        network.text.norm.weight.add_(1)
    meet_halfway(network, tmp_path)
    assert torch.allclose(network.text.norm.weight, before + 0.5, atol=1e-5)


def test_the_network_that_ships_has_every_weight() -> None:
    names = {name for file in (TEXT, PAIRS) for name, _ in weights(data_path("model", file))}
    assert names >= ReaderNetwork(Shape()).state_dict().keys()


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="no text.onnx and no pairs.onnx".replace(".", r"\.")):
        load_exported(ReaderNetwork(SMALL), tmp_path)


def test_another_network_is_refused(tmp_path: Path) -> None:
    write_graphs(trained_a_little(), tmp_path)
    wider = Shape(vocabulary=200, width=48, inner=48, heads=2, layers=2, positions=64, pair_width=16)
    with pytest.raises(FormatError, match="another version"):
        load_exported(ReaderNetwork(wider), tmp_path)
