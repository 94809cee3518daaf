"""Whether a name acts, or only says where something is or of which nation somebody is."""

from graphkit.components.candidates import Candidate
from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.references import Reference
from graphkit.records import ActorType


def as_actor(item: Candidate, tree: DependencyTree) -> Candidate | None:
    """The mention, or None where the name is only a place or an adjective of nationality."""
    if item.kind in ("adjective", "demonym") and tree.pos[item.end - 1] != "NOUN":
        return state_body(item, tree)
    if item.kind == "NORP" and tree.deps[item.end - 1] in ("amod", "compound"):
        return state_body(item, tree)
    state = item.type == ActorType.GOVERNMENT and item.kind in ("name", "GPE", "capital", "acronym")
    if state or item.kind == "LOC":
        return None if is_place(item, tree) else item
    return item


def state_body(item: Candidate, tree: DependencyTree) -> Candidate | None:
    """ "Russian officials": the adjective and the noun behind it, when that noun is an unnamed state body."""
    head = tree.heads[item.end - 1]
    if tree.words[item.end : item.end + 1] == ["-"]:
        return item
    near = item.end <= head <= item.end + 2
    if near and tree.lemmas[head] in load_cues("nominals")["state_bodies"] and tree.pos[head] == "NOUN":
        return item._replace(end=head + 1, kind="state_body")
    if (
        tree.deps[item.end - 1] in ("nsubj", "dobj", "pobj", "nsubjpass")
        and tree.words[item.start][0].isupper()
    ):
        return item if item.kind == "demonym" else None
    return None


def is_of_nation(item: Candidate, tree: DependencyTree) -> bool:
    """Whether the adjective only says of which nation somebody is: "the Norwegian group"."""
    noun = item.end
    among = noun < len(tree) and tree.lemmas[noun] in load_cues("nominals")["of_a_nation"]
    return among and tree.pos[noun] == "NOUN" and item.kind == "adjective"


def is_place(item: Candidate, tree: DependencyTree) -> bool:
    """Whether a country, capital or town is only where something is: "in Kabul", "Gorn, Drevania"."""
    if tree.words[item.end : item.end + 1] == ["-"]:
        return False
    token = name_head(item, tree)
    label, head = tree.deps[token], tree.heads[token]
    cues = load_cues("nominals")
    if label == "pobj" and tree.lemmas[head] in cues["locatives"]:
        return True
    if label in ("npadvmod", "appos") and item.kind != "name":
        return True
    if label in ("compound", "nmod", "amod"):
        return item.kind in ("capital", "GPE", "LOC") and tree.lemmas[head] not in cues["state_bodies"]
    if label == "conj":
        while tree.deps[head] == "conj" and tree.pos[head] == "PROPN":
            head = tree.heads[head]
        first = item._replace(start=head, end=head + 1)
        return tree.pos[head] == "PROPN" and is_place(first, tree)
    return (
        item.kind in ("capital", "GPE", "LOC")
        and label == "pobj"
        and tree.lemmas[head] in ("of", "from", "to", "on")
    )


def name_head(item: Candidate | Reference, tree: DependencyTree) -> int:
    """The token of the range whose head lies outside of it."""
    for index in range(item.end - 1, item.start - 1, -1):
        if not item.start <= tree.heads[index] < item.end or tree.heads[index] == index:
            return index
    return item.end - 1
