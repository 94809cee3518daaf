"""The trained network as two ONNX files of 8-bit weights: one reads windows, the other answers queries."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from graphkit.components.reader.model_files import CALIBRATION, PAIRS, SIGNS, TEXT, VOCABULARY
from graphkit.components.reader.signs import SignWeights
from graphkit.training.network import MARKERS, Encoded, ReaderNetwork
from graphkit.training.start import encoder_folder

OPSET = 17


class TextGraph(nn.Module):
    """What is run once a window."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.text = network.text

    def forward(self, pieces: Tensor, cases: Tensor) -> tuple[Tensor, ...]:
        """Pieces, cases (1, T) -> the outputs named in `export`; keys, values (layers, 1, H, T, D)."""
        encoded = self.text.encode(pieces, cases, torch.ones_like(pieces, dtype=torch.float32))
        return (
            encoded.embedded,
            encoded.hidden,
            torch.stack(encoded.keys),
            torch.stack(encoded.values),
            self.text.tags(encoded.hidden).softmax(-1),
            self.text.types(encoded.hidden).softmax(-1),
            self.text.antecedents(encoded.hidden),
        )


class PairGraph(nn.Module):
    """What is run once for all queries about a window."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.pairs = network.pairs

    def forward(
        self, embedded: Tensor, hidden: Tensor, keys: Tensor, values: Tensor, spans: Tensor, states: Tensor
    ) -> tuple[Tensor, ...]:
        """Spans (1, 3 N, T), states (1, N) -> shares of relation, polarity, certainty, speaker."""
        encoded = Encoded(embedded, hidden, list(keys.unbind(0)), list(values.unbind(0)))
        answers = self.pairs(encoded, torch.ones_like(embedded[:, :, 0]), spans, states)
        return tuple(answer.softmax(-1) for answer in answers)


def export(network: ReaderNetwork, signs: SignWeights, folder: Path) -> None:
    """Write the files of `graphkit.components.reader.model_files` into the folder."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CALIBRATION).unlink(missing_ok=True)  # it belongs to the weights that were there
    write_graphs(network, folder)
    signs.store(folder / SIGNS)
    shutil.copyfile(encoder_folder() / "tokenizer.json", folder / VOCABULARY)


def write_graphs(network: ReaderNetwork, folder: Path) -> None:
    """Write both halves of the network, which is in its state for reading, into the folder."""
    pieces = torch.ones((1, 12), dtype=torch.long)
    text, pairs = TextGraph(network).eval(), PairGraph(network).eval()
    outputs = ["embedded", "hidden", "keys", "values", "tags", "types", "antecedents"]
    long = {1: "pieces"}
    tall = {3: "pieces"}
    _write(
        text,
        (pieces, torch.zeros_like(pieces)),
        folder / TEXT,
        ["pieces", "cases"],
        outputs,
        {
            "pieces": long,
            "cases": long,
            "embedded": long,
            "hidden": long,
            "keys": tall,
            "values": tall,
            "tags": long,
        }
        | {"types": long, "antecedents": {1: "pieces", 2: "pieces"}},
    )
    with torch.no_grad():
        embedded, hidden, keys, values, *_ = text(pieces, torch.zeros_like(pieces))
    spans = torch.full((1, 2 * MARKERS, pieces.shape[1]), 1 / pieces.shape[1])
    _write(
        pairs,
        (embedded, hidden, keys, values, spans, torch.zeros(1, 2, dtype=torch.long)),
        folder / PAIRS,
        ["embedded", "hidden", "keys", "values", "spans", "states"],
        ["relation", "polarity", "certainty", "speaker"],
        {"embedded": long, "hidden": long, "keys": tall, "values": tall}
        | {"spans": {1: "markers", 2: "pieces"}, "states": {1: "queries"}, "relation": {1: "queries"}}
        | {"polarity": {1: "queries"}, "certainty": {1: "queries"}, "speaker": {1: "queries", 3: "choices"}},
    )


def _write(
    graph: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    dynamic: dict[str, dict[int, str]],
) -> None:
    with TemporaryDirectory() as scratch:
        whole = Path(scratch, "whole.onnx")
        torch.onnx.export(
            graph,
            example,
            str(whole),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=dynamic,
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            str(whole),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
