"""The ends of nouns that name a role: "A, leader of B", "A is a tool of B", "Pakistan's ISI"."""

from collections.abc import Iterator

from graphkit.components.arguments import VERBAL, Arguments
from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.frame import Frame
from graphkit.components.noun_frames import has_modifiers
from graphkit.components.references import Reference
from graphkit.components.triggers import ROLE, Trigger
from graphkit.records import ActorType

POST = Trigger(
    "member_of",
    ROLE,
    "",
    frozenset(),
    None,
    frozenset(),
    None,
    frozenset(("of", "for", "at", "in", "with")),
    False,
)
AGENTIVE = ("er", "or", "man", "woman", "ist", "ian", "ant", "master", "chief", "head")
"""Endings of nouns that name somebody by what they do."""
BODY_TYPES = frozenset(
    (ActorType.AGENCY, ActorType.ORGANIZATION, ActorType.ARMED_GROUP, ActorType.GOVERNMENT)
)


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
    if relation == "leads" and tree.lemmas[token] in load_cues("nominals")["state_posts"]:
        served = [item for item in objects if item.type == ActorType.GOVERNMENT]
        relation = "member_of" if served and served == objects else relation
    if not objects and tree.tags[token] not in ("NNS", "NNPS") and tree.lemmas[token] != "same":
        return None
    return Frame(relation, token, carrier, kind, subjects, objects)


def heads_state(token: int, tree: DependencyTree) -> bool:
    """Whether the role is that of a country's head: president, prime minister, king, leader."""
    return tree.lemmas[token] in load_cues("nominals")["heads_of_state"] or (
        tree.lemmas[token] == "minister" and tree.words[token - 1].lower() == "prime"
    )


def is_one_of_several(token: int, tree: DependencyTree) -> bool:
    """ "a leader of", "the deputy head of": somebody else is at the top, unless it is "a former head of"."""
    cues, modifiers = load_cues("nominals"), {tree.lemmas[kid] for kid in tree.children[token]}
    if not modifiers.isdisjoint(("deputy", "vice", "assistant", "associate")):
        return True
    held_alone = tree.lemmas[token] in cues["single_posts"] and not modifiers.isdisjoint(cues["bygone"])
    return not held_alone and not modifiers.isdisjoint(("a", "an"))


def role_objects(token: int, trigger: Trigger, tree: DependencyTree, arguments: Arguments) -> list[Reference]:
    """Of whom or what the role is."""
    references = arguments.references
    if found := references.under(token, trigger.prepositions):
        return found
    if "of" not in trigger.prepositions:
        return []
    if found := arguments.owners(token):
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


def possessive_frames(token: int, tree: DependencyTree, arguments: Arguments) -> Iterator[Frame]:
    """ "Pakistan's ISI": a named body is part of the body that owns it."""
    for kid in tree.kids(token, "poss"):
        owned = [item for item in arguments.references.covering.get(token, ()) if item.end == token + 1]
        owners = arguments.references.covering.get(kid, [])
        if (
            owned
            and owned[0].kind == "name"
            and owners
            and kid < owned[0].start
            and can_belong(owned[0], owners[0])
        ):
            yield Frame("member_of", token, token, "title", owned[:1], owners[:1])


def affiliation_frames(token: int, tree: DependencyTree, arguments: Arguments) -> Iterator[Frame]:
    """ "Hannah Whitlow of Borderlands Watch": a person with the name of a body behind."""
    people = [item for item in arguments.references.covering.get(token, ()) if item.end == token + 1]
    if not people or people[0].kind != "name" or people[0].type != ActorType.PERSON:
        return
    before = people[0].start - 1
    presides = before >= 0 and heads_state(before, tree)
    types = BODY_TYPES if presides else BODY_TYPES - {ActorType.GOVERNMENT}
    bodies = [
        item
        for noun in arguments.references.nouns_under(token, ("of", "at", "from"))
        for item in arguments.references.covering.get(noun, ())
        if item.kind == "name" and item.type in types
    ]
    if bodies and people[0].end - people[0].start > 1:
        yield Frame("leads" if presides else "member_of", token, token, "title", people[:1], bodies[:1])


def can_belong(owned: Reference, owner: Reference) -> bool:
    """ "Pakistan's ISI", "the Collective's Ebba Lindroth"; not "Iran's Iraq"."""
    if owned.type == ActorType.PERSON:
        return owned.end - owned.start > 1 and owner.type in BODY_TYPES - {ActorType.GOVERNMENT}
    if owner.type == ActorType.OTHER:
        # a name that NER does not know, of a state that it does not know
        return owned.type == ActorType.AGENCY
    return owned.type in BODY_TYPES - {ActorType.GOVERNMENT} and owner.type in BODY_TYPES
