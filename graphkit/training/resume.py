"""The weights of a network that was exported, so that it can be trained further."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import NodeProto, numpy_helper

from graphkit.components.reader.model_files import PAIRS, TEXT
from graphkit.errors import FormatError
from graphkit.training.network import ReaderNetwork

ROUNDED, PRODUCT = "_quantized", "MatMulInteger"
Floats = np.ndarray[Any, np.dtype[np.float32]]
Stored = Mapping[str, np.ndarray[Any, Any]]


def load_exported(network: ReaderNetwork, folder: Path) -> None:
    """Put the weights that `export` wrote into the network, as exactly as eight bits tell them.

    Raises FormatError where no such network is there. Of tensors that are alike, as in a network that was
    never trained, the exporter writes one: the others count as missing.
    """
    if missing := [name for name in (TEXT, PAIRS) if not (folder / name).is_file()]:
        raise FormatError(f"{folder}: no {' and no '.join(missing)}; name the folder of a trained network")
    found = dict(weights(folder / PAIRS)) | dict(weights(folder / TEXT))
    state = network.state_dict()
    unlike = sorted(
        name for name in state if getattr(found.get(name), "shape", None) != tuple(state[name].shape)
    )
    if unlike:
        raise FormatError(
            f"{folder}: written by another version of graphkit ({', '.join(unlike[:3])}); "
            "train without --start-from"
        )
    with torch.no_grad():
        for name, values in state.items():
            values.copy_(torch.tensor(found[name]))


def meet_halfway(network: ReaderNetwork, folder: Path) -> None:
    """Make of the network the mean of it and of the one in the folder, from which its training started.

    It errs less than either (Wortsman et al. 2022, ICML, "Model soups").
    """
    other = ReaderNetwork(network.shape)
    load_exported(other, folder)
    with torch.no_grad():
        for ours, theirs in zip(network.parameters(), other.parameters(), strict=True):
            ours.lerp_(theirs, 0.5)


def weights(path: Path) -> Iterator[tuple[str, Floats]]:
    """Name and value of each parameter in an ONNX file.

    The exporter keeps the names of embeddings, norms and biases; a matrix is known by the bias behind it.
    """
    graph = onnx.load(str(path)).graph
    stored = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    for name, values in stored.items():
        if name.startswith(("text.", "pairs.")):
            if name.endswith(ROUNDED):
                yield name.removesuffix(ROUNDED), plain(name, stored)
            elif values.dtype == np.float32:
                yield name, values
    made_by = {name: node for node in graph.node for name in node.output}
    for node in graph.node:
        biases = [name for name in node.input if name.endswith(".bias")]
        if node.op_type == "Add" and biases and (product := product_before(node, made_by)):
            yield f"{biases[0].removesuffix('bias')}weight", plain(product.input[1], stored).T


def product_before(node: NodeProto, made_by: Mapping[str, NodeProto]) -> NodeProto | None:
    """The multiplication by 8-bit weights whose result the node gets, behind a cast and a scale, if any."""
    above: NodeProto | None = node
    while above and above.op_type != PRODUCT:
        steps = [made_by[name] for name in above.input if name in made_by]
        above = next((step for step in steps if step.op_type in (PRODUCT, "Cast", "Mul")), None)
    return above


def plain(name: str, stored: Stored) -> Floats:
    """The numbers that bytes with one scale, or one a column, stand for."""
    stem = name.removesuffix(ROUNDED)
    values = stored[name].astype(np.float32) - stored[f"{stem}_zero_point"].astype(np.float32)
    return np.asarray(values * stored[f"{stem}_scale"], dtype=np.float32)
