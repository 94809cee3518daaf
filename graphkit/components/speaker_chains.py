"""Who says a claim: the attributions around its trigger, outermost first."""

from typing import Any

from spacy.tokens import Doc

from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.frame import AUTHORIAL, Frame


def speaker_chains(frame: Frame, doc: Doc) -> list[list[dict[str, Any]]]:
    """Who says it, outermost first; several chains where speakers stand side by side; [] is the author."""
    around = [
        row
        for row in doc._.attributions
        if row["start"] <= frame.token < row["end"]
        and row["cue"] != frame.token
        and (row["quoted"] or frame.kind not in AUTHORIAL)
    ]
    chains: list[list[dict[str, Any]]] = [[]]
    cues = list(dict.fromkeys(row["cue"] for row in around))
    for cue in cues:
        rows = [row for row in around if row["cue"] == cue]
        chains = [[*chain, row] for chain in chains for row in rows]
    return [without_repeats(chain) for chain in chains]


def without_repeats(chain: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """ "He said …, he added": the same speaker twice in a row is one."""
    kept: list[dict[str, Any]] = []
    for row in chain:
        same = kept and (row["speaker"]["actor"], row["speaker"]["words"]) == (
            kept[-1]["speaker"]["actor"],
            kept[-1]["speaker"]["words"],
        )
        if not same:
            kept.append(row)
    return kept


def is_left_open(frame: Frame, doc: Doc, tree: DependencyTree) -> bool:
    """ "X did not say that …", "would not confirm": nobody says it, and nobody denies it."""
    return any(
        row["start"] <= frame.token < row["end"]
        and row["stance"] != "believed"
        and tree.child(row["cue"], "neg") is not None
        for row in doc._.attributions
    )
