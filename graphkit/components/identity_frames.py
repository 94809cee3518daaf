"""Identity that no trigger word carries: "A is B under another name", "A and B are one firm"."""

from collections.abc import Iterator

from graphkit.components.arguments import Arguments
from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.frame import Frame
from graphkit.components.references import NAME, Reference
from graphkit.records import ActorType

RELATION = "identified_with"
ONE = frozenset(("one", "single", "same"))
"""What makes one of two: "a single enterprise", "the same men"."""


def identity_frames(token: int, tree: DependencyTree, arguments: Arguments) -> Iterator[Frame]:
    """The identities that a verb says."""
    if tree.lemmas[token] == "be":
        yield from copula_frames(token, tree, arguments)
    elif tree.lemmas[token] in load_cues("reporting")["labelling"] | {"treat"}:
        yield from label_frames(token, tree, arguments)


def copula_frames(token: int, tree: DependencyTree, arguments: Arguments) -> Iterator[Frame]:
    """ "The Council is the Corps in neckties", "A and B are one firm"; not "it was X who"."""
    for noun in tree.kids(token, "attr"):
        subjects = [
            item for subject in tree.kids(token, "nsubj") for item in arguments.references.at(subject)
        ]
        if len(subjects) > 1 and is_one(noun, tree):
            yield Frame(RELATION, noun, token, "role", subjects, [])
        elif names_alone(tree.kids(token, "nsubj"), arguments) and names_alone([noun], arguments):
            others = arguments.references.own(noun)
            if alike(subjects[0], others[0]):
                yield Frame(RELATION, token, token, "role", subjects[:1], others[:1])


def label_frames(token: int, tree: DependencyTree, arguments: Arguments) -> Iterator[Frame]:
    """ "describes the Front as the Companions under a new flag"."""
    labels = arguments.references.nouns_under(token, ("as",))
    objects = arguments.object_nouns(token)
    if not arguments.is_passive(token) and names_alone(objects, arguments) and names_alone(labels, arguments):
        one, other = arguments.references.own(objects[0])[0], arguments.references.own(labels[0])[0]
        if alike(one, other):
            yield Frame(RELATION, token, token, "role", [one], [other])


def is_one(noun: int, tree: DependencyTree) -> bool:
    """ "one organisation", "a single concern", "the same wallet"."""
    return any(tree.lemmas[kid] in ONE for kid in tree.kids(noun, "nummod", "amod"))


def names_alone(nouns: list[int], arguments: Arguments) -> bool:
    """Whether there is one noun, and it is a name itself, not a member or leader of what has a name."""
    return len(nouns) == 1 and any(
        item.kind == NAME for item in arguments.references.covering.get(nouns[0], ())
    )


def alike(one: Reference, other: Reference) -> bool:
    """Whether both can be the same kind of thing: two persons, or two bodies that are no states."""
    if ActorType.GOVERNMENT in (one.type, other.type):
        return False
    return (one.type == ActorType.PERSON) == (other.type == ActorType.PERSON)
