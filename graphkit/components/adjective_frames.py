"""The ends of adjectives, of phrases and of prefixes: "loyal to B", "in league with B", "anti-B"."""

from collections.abc import Iterator

from graphkit.components.arguments import VERBAL, Arguments
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.frame import Frame
from graphkit.components.triggers import Trigger

PREFIXES = {"anti": "opposes", "pro": "supports"}


def adjective_frame(token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments) -> Frame | None:
    """ "A is loyal to B", "a group linked to B"."""
    if trigger.modifiers or not trigger.prepositions:
        return None
    label, head = tree.deps[token], tree.heads[token]
    if label in ("acomp", "oprd", "attr", "conj", "advcl") and tree.pos[head] in VERBAL:
        subjects = [item for noun in arguments.subject_nouns(head) for item in arguments.references.at(noun)]
    elif label in ("amod", "acl", "relcl", "appos"):
        subjects = arguments.references.at(head)
    else:
        return None
    return Frame(
        trigger.relation, token, head, "adjective", subjects, arguments.behind(token, trigger.prepositions)
    )


def phrase_frame(token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments) -> Frame | None:
    """ "A is in league with B", "A, at odds with B"."""
    preposition = tree.heads[token]
    if tree.deps[token] != "pobj" or tree.lemmas[preposition] not in trigger.modifiers:
        return None
    governor = tree.heads[preposition]
    if tree.deps[governor] == "npadvmod":
        governor = tree.heads[governor]
    if tree.pos[governor] in VERBAL:
        subjects = [
            item for noun in arguments.subject_nouns(governor) for item in arguments.references.at(noun)
        ]
    else:
        subjects = arguments.references.at(governor)
    objects = (
        arguments.behind(token, trigger.prepositions)
        or arguments.owners(token)
        or arguments.references.under(governor, trigger.prepositions)
    )
    return Frame(trigger.relation, token, governor, "adjective", subjects, objects)


def prefix_frames(token: int, tree: DependencyTree, arguments: Arguments) -> Iterator[Frame]:
    """ "anti-Taliban forces", "pro-Russian militia"."""
    relation = PREFIXES.get(tree.lemmas[token])
    if not relation or tree.words[token + 1 : token + 2] != ["-"] or token + 2 >= len(tree):
        return
    objects = list(arguments.references.covering.get(token + 2, ()))
    head = next(
        (up for up in tree.ancestors(token) if tree.pos[up] in ("NOUN", "PROPN") and up > token + 2), None
    )
    if objects and head is not None:
        subjects = [item for item in arguments.references.at(head) if item not in objects]
        if subjects:
            yield Frame(relation, token, token, "compound", subjects, objects)
