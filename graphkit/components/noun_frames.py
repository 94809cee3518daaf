"""The ends of nouns that name an act or a tie: "A's support for B", "ties between A and B"."""

from graphkit.components.arguments import VERBAL, Arguments
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.frame import Frame
from graphkit.components.triggers import Trigger


def noun_frame(token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments) -> Frame | None:
    """ "A's support for B", "ties between A and B", "A provides support to B", "B receives aid from A"."""
    if not has_modifiers(token, trigger, tree):
        return None
    carrier = tree.heads[token] if tree.pos[tree.heads[token]] in VERBAL else token
    if "between" in trigger.prepositions:
        both = arguments.references.under(token, ("between",))
        if len(both) > 1:
            first, rest = (both[:1], both[1:]) if len(both) == 2 else (both, [])
            return Frame(trigger.relation, token, carrier, "noun", first, rest)
    objects = arguments.behind(token, trigger.prepositions - {"between"})
    verb = tree.heads[token]
    if not objects and tree.deps[token] in ("dobj", "attr", "pobj") and tree.pos[verb] in VERBAL:
        # the parser hangs "with B" of "has ties with B" on the verb now and then
        objects = arguments.references.under(verb, trigger.prepositions - {"between", "of", "by"})
    owner = [] if trigger.is_reversed else arguments.owner(token)
    subjects = owner or arguments.light_subject(token) or arguments.light_object(token)
    subjects = subjects or ([] if trigger.is_reversed else arguments.references.under(token, ("from",)))
    if not subjects and len(objects) > 1:
        # "the alliance of A and B"
        subjects, objects = objects, []
    return Frame(trigger.relation, token, carrier, "noun", subjects, objects)


def has_modifiers(token: int, trigger: Trigger, tree: DependencyTree) -> bool:
    """Whether all words that the trigger wants before it are there."""
    if not trigger.modifiers:
        return True
    before = {tree.lemmas[kid] for kid in tree.children[token] if kid < token} | {
        tree.words[kid].lower() for kid in tree.children[token] if kid < token
    }
    if tree.words[token - 1 : token] == ["-"]:
        before.add(f"{tree.words[token - 2].lower()}-{tree.lemmas[token]}")
    return trigger.modifiers <= before
