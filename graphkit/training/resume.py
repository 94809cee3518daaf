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

QUANTIZED, PRODUCT = "_quantized", "MatMulInteger"
Floats = np.ndarray[Any, np.dtype[np.float32]]


def load_exported(network: ReaderNetwork, folder: Path) -> None:
    """Put the weights that `export` wrote into the network, as exactly as eight bits tell them.

    Raises FormatError where the files hold another network.
    """
    found = dict(weights(folder / PAIRS)) | dict(weights(folder / TEXT))
    state = network.state_dict()
    if unlike := sorted(name for name in state if shape(found.get(name)) != tuple(state[name].shape)):
        raise FormatError(f"{folder}: another network than this version's: {', '.join(unlike[:3])}")
    with torch.no_grad():
        for name, values in state.items():
            values.copy_(torch.tensor(found[name]))


def shape(values: Floats | None) -> tuple[int, ...] | None:
    """Of an array; None without one."""
    return None if values is None else values.shape


def weights(path: Path) -> Iterator[tuple[str, Floats]]:
    """Name and value of each parameter in an ONNX file.

    The exporter keeps the names of embeddings, norms and biases; a matrix is known by the bias behind it.
    """
    graph = onnx.load(str(path)).graph
    stored = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    made_by = {name: node for node in graph.node for name in node.output}
    for name, values in stored.items():
        if name.startswith(("text.", "pairs.")):
            if name.endswith(QUANTIZED):
                yield name.removesuffix(QUANTIZED), plain(name, stored)
            elif values.dtype == np.float32:
                yield name, values
    for node in graph.node:
        for bias in node.input:
            if node.op_type == "Add" and bias.endswith(".bias"):
                matrix = product_before(node, made_by).input[1]
                yield f"{bias.removesuffix('bias')}weight", plain(matrix, stored).T


def product_before(node: NodeProto, made_by: Mapping[str, NodeProto]) -> NodeProto:
    """The multiplication by 8-bit weights whose result the node gets, behind a cast and a scale."""
    while node.op_type != PRODUCT:
        steps = [made_by[name] for name in node.input if name in made_by]
        node = next(step for step in steps if step.op_type in (PRODUCT, "Cast", "Mul"))
    return node


def plain(name: str, stored: Mapping[str, np.ndarray[Any, Any]]) -> Floats:
    """The numbers that 8-bit ones stand for."""
    stem = name.removesuffix(QUANTIZED)
    zero, scale = stored[f"{stem}_zero_point"], stored[f"{stem}_scale"]
    return np.asarray((stored[name].astype(np.float32) - zero.astype(np.float32)) * scale, dtype=np.float32)
