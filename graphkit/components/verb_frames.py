"""The ends of verbs: "A arms B", "B is armed by A", "A cooperates with B"."""

from graphkit.components.arguments import Arguments
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.frame import Frame
from graphkit.components.references import Reference
from graphkit.components.triggers import Trigger

RECIPROCAL = frozenset(("attacks",))
"""Relations with a direction that two may do to each other: "A and B clashed" has its first as subject."""
EACH_OTHER = frozenset(("other", "another"))
MOVES_OBJECT = frozenset(("linked_to", "member_of", "allied_with"))
"""Relations whose verbs say of their object that it is linked: "ties A to B", "integrated A into B"."""
MUTUAL_STATES = frozenset(("allied_with", "linked_to"))
"""Relations whose passives hold between the subjects: "A and B are intertwined", but not "were reached"."""


def verb_frame(token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments) -> Frame | None:
    """ "A arms B", "B is armed by A", "A cooperates with B", "A signs a contract with B"."""
    if trigger.particle and not has_particle(token, trigger.particle, tree):
        return None
    carrier = governed(token, trigger.objects, tree) if trigger.objects else token
    if carrier is None:
        return None
    if trigger.complement and not has_complement(token, trigger.complement, tree):
        return None
    kind = "compound" if tree.words[token - 1 : token] == ["-"] else "verb"
    subjects = arguments.agents(token)
    if len(subjects) > 1 and is_mutual(token, trigger, tree):
        return Frame(trigger.relation, token, token, kind, subjects[:1], subjects[1:])
    if trigger.prepositions:
        subjects, objects = prepositional_ends(token, trigger, tree, arguments)
    else:
        objects = arguments.patients(token)
        if trigger.relation == "member_of" and trigger.is_reversed:
            # "the list of bodies that …, includes Russia": a list is no body
            subjects = [
                item
                for noun in arguments.subject_nouns(token)
                for item in arguments.references.covering.get(noun, ())
            ]
        if not objects and tree.child(token, "dobj") is not None:
            return None
    return Frame(trigger.relation, token, carrier, kind, subjects, objects)


def governed(token: int, nouns: frozenset[str], tree: DependencyTree) -> int | None:
    """The one of the nouns that is the verb's object, however far away: "weapons that were sent to"."""
    objects = tree.kids(token, "dobj", "nsubjpass")
    if tree.deps[token] in ("relcl", "acl"):
        objects.append(tree.heads[token])
    below = [other for noun in objects for other in (noun, *tree.kids(noun, "conj"))]
    return next((noun for noun in below if tree.lemmas[noun] in nouns), None)


def has_complement(token: int, complement: tuple[str, frozenset[str]], tree: DependencyTree) -> bool:
    """ "put the firm | on its blacklist": the words that must follow, also where they hang on the object."""
    preposition, nouns = complement
    heads = (token, *tree.kids(token, "dobj", "nsubjpass"))
    phrases = [
        kid for head in heads for kid in tree.kids(head, "prep", "dative") if tree.lemmas[kid] == preposition
    ]
    return any(tree.lemmas[noun] in nouns for phrase in phrases for noun in tree.kids(phrase, "pobj"))


def is_mutual(token: int, trigger: Trigger, tree: DependencyTree) -> bool:
    """ "A and B fought each other", "A and B fought against each other"."""
    objects = [] if trigger.prepositions else tree.kids(token, "dobj")
    for kid in tree.kids(token, "prep"):
        objects += tree.kids(kid, "pobj") if tree.lemmas[kid] in trigger.prepositions else []
    return any(
        tree.lemmas[noun] in EACH_OTHER and tree.words[noun - 1].lower() in ("each", "one")
        for noun in objects
    )


def has_particle(token: int, particle: str, tree: DependencyTree) -> bool:
    """ "took over", also where the parser calls the particle an adverb or preposition."""
    return any(
        tree.words[kid].lower() == particle
        and (tree.deps[kid] != "prep" or particle == "with" or not tree.children[kid])
        for kid in tree.kids(token, "prt", "advmod", "prep")
    )


def prepositional_ends(
    token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments
) -> tuple[list[Reference], list[Reference]]:
    """Subject and what is behind the preposition; "ties A to B" has its first end in the object."""
    if trigger.prepositions == {"as"}:
        nouns = (token, *tree.kids(token, "dobj", "nsubjpass"))
        has_as = any(tree.lemmas[kid] == "as" for noun in nouns for kid in tree.kids(noun, "prep"))
        return (arguments.agents(token), arguments.patients(token)) if has_as else ([], [])
    behind = arguments.hyphenated(token) or arguments.behind(token, trigger.prepositions)
    for noun in tree.kids(token, "dobj"):
        behind = behind or arguments.references.under(noun, trigger.prepositions)
        for clause in tree.kids(noun, "relcl", "acl") if trigger.objects else ():
            # "has nothing to do with"
            behind = behind or arguments.references.under(clause, trigger.prepositions)
        if trigger.objects and "of" in trigger.prepositions:
            # "froze the assets of X", "froze X's assets"
            behind = behind or arguments.owners(noun)
    if arguments.is_passive(token):
        # "are intertwined" says it of both; "could not be reached" says nothing of the two
        mutual = behind or trigger.relation in MUTUAL_STATES
        return (arguments.patients(token), behind) if mutual else ([], [])
    moves = trigger.relation in MOVES_OBJECT and bool(arguments.object_nouns(token)) and not trigger.objects
    subjects = arguments.patients(token) if moves else arguments.agents(token)
    together = "with" in trigger.prepositions and is_alone(token, trigger, tree)
    if not behind and len(subjects) == 2 and together and trigger.relation in RECIPROCAL:
        return subjects[:1], subjects[1:]
    return (subjects, behind) if behind or together else ([], [])


def is_alone(token: int, trigger: Trigger, tree: DependencyTree) -> bool:
    """ "A and B clashed on Friday": nothing behind the verb says with whom."""
    if tree.child(token, "dobj", "xcomp", "ccomp") is not None:
        return False
    return not any(tree.lemmas[kid] in trigger.prepositions for kid in tree.kids(token, "prep"))
