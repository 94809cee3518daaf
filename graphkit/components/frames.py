"""Which trigger a token is, and what stands at its two ends."""

from collections.abc import Iterator
from typing import NamedTuple

from graphkit.components.arguments import VERBAL, Arguments
from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.references import Reference
from graphkit.components.triggers import ADJECTIVE, NOUN, ROLE, VERB, Trigger, Triggers
from graphkit.records import ActorType

AUTHORIAL = frozenset(("title",))
"""Kinds that the author vouches for, also inside of what others say: "Z, leader of Y, denied …"."""
PREFIXES = {"anti": "opposes", "pro": "supports"}
RECIPROCAL = frozenset(("attacks",))
"""Relations with a direction that two may do to each other: "A and B clashed" has its first as subject."""
EACH_OTHER = frozenset(("other", "another"))


class Frame(NamedTuple):
    """A trigger token of one relation with the actors at its ends; `carrier` is the verb that carries a noun."""

    relation: str
    token: int
    carrier: int
    kind: str
    subjects: list[Reference]
    objects: list[Reference]


def frames_at(
    token: int, tree: DependencyTree, arguments: Arguments, triggers: Triggers, symmetric: frozenset[str]
) -> Iterator[Frame]:
    """The frames that the token opens, ends filled; of several triggers the most telling that has both ends."""
    pos, lemma = tree.pos[token], tree.lemmas[token]
    readers = {
        "VERB": ((VERB, verb_frame), (ADJECTIVE, adjective_frame)),
        "NOUN": ((NOUN, noun_frame), (ROLE, role_frame), (ADJECTIVE, phrase_frame)),
        "PROPN": ((ROLE, role_frame),),
        "ADJ": ((ADJECTIVE, adjective_frame), (VERB, verb_frame), (ROLE, role_frame)),
        "ADV": ((ADJECTIVE, adjective_frame),),
    }.get(pos, ())
    for kind, reader in readers:
        weight = None
        for trigger in triggers[kind].get(lemma, ()):
            if weight is not None and trigger.weight < weight:
                break
            frame = reader(token, trigger, tree, arguments)
            if frame and is_filled(frame, symmetric):
                weight = trigger.weight
                yield turned(frame, trigger)
        if (
            kind == ROLE
            and weight is None
            and is_post(token, tree)
            and (frame := post_frame(token, tree, arguments))
        ):
            yield frame
    yield from prefix_frames(token, tree, arguments)
    yield from possessive_frames(token, tree, arguments)


def turned(frame: Frame, trigger: Trigger) -> Frame:
    """The frame with its ends swapped where the trigger says the link the other way round."""
    return frame._replace(subjects=frame.objects, objects=frame.subjects) if trigger.is_reversed else frame


def is_filled(frame: Frame, symmetric: frozenset[str]) -> bool:
    """Whether both ends are there; a symmetric relation can have both in its subject."""
    return bool(
        frame.subjects and (frame.objects or (frame.relation in symmetric and len(frame.subjects) > 1))
    )


def verb_frame(token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments) -> Frame | None:
    """ "A arms B", "B is armed by A", "A cooperates with B", "A signs a contract with B"."""
    if trigger.particle and not has_particle(token, trigger.particle, tree):
        return None
    if trigger.objects and not governs(token, trigger.objects, tree):
        return None
    subjects = arguments.agents(token)
    if len(subjects) > 1 and is_mutual(token, tree):
        return Frame(trigger.relation, token, token, "verb", subjects[:1], subjects[1:])
    if not trigger.prepositions:
        objects = arguments.patients(token)
        kind = "compound" if tree.words[token - 1 : token] == ["-"] else "verb"
        return Frame(trigger.relation, token, token, kind, subjects, objects)
    subjects, objects = prepositional_ends(token, trigger, tree, arguments)
    return Frame(trigger.relation, token, token, "verb", subjects, objects)


def governs(token: int, nouns: frozenset[str], tree: DependencyTree) -> bool:
    """Whether one of the nouns is the verb's object, however far away: "weapons that were sent to"."""
    objects = tree.kids(token, "dobj", "nsubjpass")
    if tree.deps[token] in ("relcl", "acl"):
        objects.append(tree.heads[token])
    return any(
        tree.lemmas[other] in nouns for noun in objects for other in (noun, *tree.kids(noun, "conj", "prep"))
    )


def is_mutual(token: int, tree: DependencyTree) -> bool:
    """ "A and B fought each other"."""
    objects = [
        *tree.kids(token, "dobj"),
        *(noun for kid in tree.kids(token, "prep") for noun in tree.kids(kid, "pobj")),
    ]
    return any(
        tree.lemmas[noun] in EACH_OTHER and tree.words[noun - 1].lower() in ("each", "one")
        for noun in objects
    )


def has_particle(token: int, particle: str, tree: DependencyTree) -> bool:
    """ "took over", also where the parser calls the particle an adverb or preposition."""
    return any(tree.words[kid].lower() == particle for kid in tree.kids(token, "prt", "advmod", "prep"))


def prepositional_ends(
    token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments
) -> tuple[list[Reference], list[Reference]]:
    """Subject and what is behind the preposition; "ties A to B" has its first end in the object."""
    if trigger.prepositions == {"as"}:
        has_as = any(tree.lemmas[kid] == "as" for kid in tree.kids(token, "prep"))
        return (arguments.agents(token), arguments.patients(token)) if has_as else ([], [])
    behind = arguments.behind(token, trigger.prepositions)
    for noun in tree.kids(token, "dobj"):
        behind = behind or arguments.references.under(noun, trigger.prepositions)
    if arguments.is_passive(token):
        return arguments.patients(token), behind
    moved = arguments.patients(token) if trigger.relation in ("linked_to", "member_of", "allied_with") else []
    subjects = moved or arguments.agents(token)
    together = "with" in trigger.prepositions and tree.child(token, "dobj", "prep", "xcomp", "ccomp") is None
    if not behind and len(subjects) == 2 and together and trigger.relation in RECIPROCAL:
        return subjects[:1], subjects[1:]
    return (subjects, behind) if behind or together else ([], [])


def noun_frame(token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments) -> Frame | None:
    """ "A's support for B", "ties between A and B", "A provides support to B", "B receives support from A"."""
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
    subjects = arguments.owner(token) or arguments.light_subject(token) or arguments.light_object(token)
    subjects = subjects or ([] if trigger.is_reversed else arguments.references.under(token, ("from",)))
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


def role_frame(token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments) -> Frame | None:
    """ "A, leader of B", "A is the leader of B", "B's leader A", "B leader A"."""
    if not has_modifiers(token, trigger, tree):
        return None
    subjects = arguments.described(token)
    if not subjects:
        return None
    objects = role_objects(token, trigger, tree, arguments)
    taken = {(item.start, item.end) for item in subjects}
    objects = [item for item in objects if (item.start, item.end) not in taken]
    carrier = tree.heads[token] if tree.pos[tree.heads[token]] in VERBAL else token
    relation = trigger.relation
    if relation == "leads" and is_one_of_several(token, tree):
        relation = "member_of"
    kind = "role" if tree.deps[token] in ("attr", "oprd", "pobj", "conj") else "title"
    if not objects and tree.tags[token] not in ("NNS", "NNPS"):
        return None
    return Frame(relation, token, carrier, kind, subjects, objects)


def is_one_of_several(token: int, tree: DependencyTree) -> bool:
    """ "a leader of", "the deputy head of": somebody else is at the top."""
    return any(
        tree.lemmas[kid] in ("a", "an", "deputy", "vice", "assistant", "associate")
        for kid in tree.children[token]
    )


POST = Trigger(
    "member_of", ROLE, "", frozenset(), None, frozenset(), frozenset(("of", "for", "at", "in", "with")), False
)
AGENTIVE = ("er", "or", "man", "woman", "ist", "ian", "ant", "master", "chief", "head")


def is_post(token: int, tree: DependencyTree) -> bool:
    """Whether a noun that no list names sounds like somebody's post: "choirmaster", "superintendent"."""
    lemma = tree.lemmas[token]
    return tree.pos[token] == "NOUN" and (
        lemma.endswith(AGENTIVE) or lemma in load_cues("nominals")["anaphors"]["person"]
    )


def post_frame(token: int, tree: DependencyTree, arguments: Arguments) -> Frame | None:
    """ "the Garden's choirmaster, Z": a person with a post in a body is a member of it."""
    frame = role_frame(token, POST, tree, arguments) if tree.deps[token] != "attr" else None
    if frame is None or not frame.objects or tree.deps[token] in ("oprd", "pobj"):
        return None
    people = [item for item in frame.subjects if item.type in (ActorType.PERSON, ActorType.OTHER)]
    bodies = [item for item in frame.objects if item.type in BODY_TYPES]
    return frame._replace(kind="title", subjects=people, objects=bodies) if people and bodies else None


def role_objects(token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments) -> list[Reference]:
    """Of whom or what the role is."""
    references = arguments.references
    if found := references.under(token, trigger.prepositions):
        return found
    if found := [item for kid in tree.kids(token, "poss") for item in references.at(kid)]:
        return found
    before = token - 1
    while before >= 0 and tree.lemmas[before] in trigger.modifiers:
        before -= 1
    if before >= 0 and tree.heads[before] in (token, tree.heads[token]):
        if tree.deps[before] in ("compound", "nmod", "amod", "poss") and before in references.covering:
            return references.own(before)
        if tree.words[before].lower() in ("'s", "’s") and before - 1 in references.covering:
            return references.own(before - 1)
    head = tree.heads[token]
    if tree.deps[token] in ("compound", "nmod"):
        return [item for kid in tree.kids(head, "poss") if kid < token for item in references.at(kid)]
    return []


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
    objects = arguments.behind(token, trigger.prepositions) or arguments.references.under(
        governor, trigger.prepositions
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


BODY_TYPES = frozenset(
    kind.value
    for kind in (ActorType.AGENCY, ActorType.ORGANIZATION, ActorType.ARMED_GROUP, ActorType.GOVERNMENT)
)


def possessive_frames(token: int, tree: DependencyTree, arguments: Arguments) -> Iterator[Frame]:
    """ "Pakistan's ISI": a named body is part of the body that owns it."""
    for kid in tree.kids(token, "poss"):
        owned = [item for item in arguments.references.covering.get(token, ()) if item.end == token + 1]
        owners = arguments.references.covering.get(kid, [])
        if (
            owned
            and owned[0].kind == "name"
            and owned[0].type in BODY_TYPES - {ActorType.GOVERNMENT}
            and owners
            and owners[0].type in BODY_TYPES
            and kid < owned[0].start
        ):
            yield Frame("member_of", token, token, "title", owned[:1], owners[:1])
