"""One training run: marked documents in, a trained network out."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import torch

from graphkit.components.reader.pieces import PieceMaker
from graphkit.components.reader.signs import SignWeights
from graphkit.errors import FormatError
from graphkit.lexicon import load_lexicon
from graphkit.pipeline import Extractor, load_pipeline
from graphkit.training.examples import Example, examples
from graphkit.training.fit import Plan
from graphkit.training.fit import fit as fit_network
from graphkit.training.fit_signs import fit_signs
from graphkit.training.gold_text import gold_texts
from graphkit.training.network import ReaderNetwork, Shape
from graphkit.training.renaming import Pool, renamed
from graphkit.training.resume import load_exported, meet_halfway
from graphkit.training.start import encoder_folder, load_encoder

Say = Callable[[str], None]
BORROWINGS = 3
"""Versions of each document under borrowed names, so that no epoch need repeat another's."""


def plan_of(epochs: int | None, seed: int, bfloat16: bool) -> Plan:
    """The usual plan, for so many epochs."""
    plan = Plan(seed=seed, bfloat16=bfloat16)
    return plan if epochs is None else replace(plan, epochs=epochs)


def marked_folders(gold: Sequence[Path]) -> list[Path]:
    """The folders with a mentions.jsonl among `gold` or right below.

    Raises FormatError where there is none.
    """
    found = [
        folder
        for path in gold
        for folder in (path, *path.glob("*/"))
        if (folder / "mentions.jsonl").is_file()
    ]
    if not found:
        raise FormatError(
            f"{', '.join(map(str, gold))}: no folder with a mentions.jsonl, described in data/gold/README.md"
        )
    return sorted(set(found))


def prepared(gold: Sequence[Path]) -> list[Example]:
    """The examples of all marked documents, as the rules read them beforehand; each under other names too.

    Version 0 has the document's own names.
    """
    nlp = load_pipeline(extractor=Extractor.RULES)
    pool = Pool(load_lexicon([]))
    cut = PieceMaker(encoder_folder() / "tokenizer.json")
    found: list[Example] = []
    for text in gold_texts(marked_folders(gold)):
        others = (renamed(text, pool, number) for number in range(1, BORROWINGS + 1))
        for number, version in enumerate((text, *others)):
            doc = nlp(version.document.text)
            found += examples(version, doc, cut([token.text for token in doc]), number)
    return found


class Trained(NamedTuple):
    """All that is learned from marked documents, but how sure it may be."""

    network: ReaderNetwork
    signs: SignWeights


def trained(
    items: Sequence[Example],
    plan: Plan,
    threads: int,
    say: Say,
    start: Path | None = None,
    halfway: bool = False,
) -> Trained:
    """A network trained on the examples; the same on the same processor with the same plan.

    It starts from the encoder, or from the network that was exported to the folder `start`; `halfway` gives
    the mean of that one and of what came of it.
    """
    torch.set_num_threads(threads)
    torch.manual_seed(plan.seed)
    network = ReaderNetwork(Shape())
    if start:
        load_exported(network, start)
    else:
        load_encoder(network)
    began = time.monotonic()
    asked = sum(len(item.asked) for item in items)
    say(f"{len(items)} windows, {sum(len(item.pieces) for item in items)} pieces, {asked} pairs")

    def tell(epoch: int, loss: float) -> None:
        say(f"epoch {epoch} of {plan.epochs}: loss {loss:.3f}, {time.monotonic() - began:.0f} s")

    fit_network(network, items, plan, tell)
    if start and halfway:
        meet_halfway(network, start)
    return Trained(network, fit_signs(items, plan.seed))
