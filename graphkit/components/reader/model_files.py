"""The files of a trained reader, and the sessions that run them."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from graphkit.components.reader.pieces import PieceMaker
from graphkit.components.reader.signs import SignWeights
from graphkit.errors import ModelMissing

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

TEXT, PAIRS, SIGNS = "text.onnx", "pairs.onnx", "signs.npz"
VOCABULARY, CALIBRATION = "tokenizer.json", "calibration.json"
THREADS = 2
"""Of one process; fixed, so that sums come out the same on every machine of a kind."""

Arrays = dict[str, np.ndarray[Any, Any]]


class ReaderModel:
    """The two halves of the network, the vocabulary of their input, and what signs of reference are worth."""

    def __init__(self, folder: Path) -> None:
        missing = [name for name in (TEXT, PAIRS, SIGNS, VOCABULARY) if not (folder / name).is_file()]
        if missing:
            raise ModelMissing(
                f"{folder}: no trained network here ({', '.join(missing)} missing); "
                "install graphkit anew, train one (CONTRIBUTING.md says how), or read with --extractor rules"
            )
        self.folder = folder
        self.pieces = PieceMaker(folder / VOCABULARY)
        self.text, self.pairs = session(folder / TEXT), session(folder / PAIRS)
        self.signs = SignWeights.load(folder / SIGNS)

    def __reduce__(self) -> tuple[type["ReaderModel"], tuple[Path]]:
        # a session cannot travel to another process, its files can be opened there
        return type(self), (self.folder,)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the files: another network reads otherwise."""
        digest = hashlib.sha256()
        for name in (TEXT, PAIRS, SIGNS, VOCABULARY, CALIBRATION):
            path = self.folder / name
            digest.update(path.read_bytes() if path.is_file() else b"")
        return digest.hexdigest()

    def encode(self, ids: list[int], cases: list[int]) -> Arrays:
        """What the text half says of one window, by output name."""
        feed = {"pieces": np.array([ids], dtype=np.int64), "cases": np.array([cases], dtype=np.int64)}
        names = [item.name for item in self.text.get_outputs()]
        return dict(zip(names, self.text.run(names, feed), strict=True))

    def answer(self, encoded: Arrays, spans: np.ndarray[Any, Any], states: list[int]) -> Arrays:
        """Shares for each query: relation, polarity, certainty (N, …), speaker (N, 2, 1 + pieces)."""
        feed = {name: encoded[name] for name in ("embedded", "hidden", "keys", "values")}
        feed |= {"spans": spans[None].astype(np.float32), "states": np.array([states], dtype=np.int64)}
        names = [item.name for item in self.pairs.get_outputs()]
        return {name: found[0] for name, found in zip(names, self.pairs.run(names, feed), strict=True)}


def session(path: Path) -> "InferenceSession":
    """A session that gives the same sums each time."""
    import onnxruntime  # here, since who reads by rules alone need not wait for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
