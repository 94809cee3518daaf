"""What "it", "she", "their" or "the group" refers back to, or nothing where that is not clear."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphkit.components.cast import PERSON, Named, gender_of_title
from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.records import ActorType

FEMALE = frozenset(("she", "her", "hers"))
SINGULAR_PERSON = FEMALE | {"he", "him", "his"}
THING = frozenset(("it", "its"))
PLURAL = frozenset(("they", "them", "their", "theirs"))
PERSONS = frozenset((PERSON, ActorType.OTHER.value))
BODIES = frozenset(kind.value for kind in ActorType) - {PERSON}
PRONOUNS = SINGULAR_PERSON | THING | PLURAL
REACH = 2
"""How many sentences back an antecedent may stand."""
SUBJECTS = ("nsubj", "nsubjpass")


class Anaphor(NamedTuple):
    """A pronoun or nominal: token range, the actor it stands for, its type, the antecedent's range."""

    start: int
    end: int
    actor: str
    type: str
    antecedent: tuple[int, int]


def resolve_anaphora(tree: DependencyTree, named: Sequence[Named]) -> Iterator[Anaphor]:
    """Anaphors in text order; each may lean on the ones before it."""
    covered = {index for item in named for index in range(item.start, item.end)}
    known: dict[int, list[Named]] = {}
    for item in named:
        known.setdefault(tree.sentence_of[item.start], []).append(item)
    genders = told_genders(tree, named)
    for token in range(len(tree)):
        if token in covered:
            continue
        for anaphor in anaphors_at(token, tree, known, genders):
            yield anaphor
            found = Named(anaphor.start, anaphor.end, anaphor.actor, anaphor.type)
            known.setdefault(tree.sentence_of[anaphor.start], []).append(found)


def told_genders(tree: DependencyTree, named: Sequence[Named]) -> dict[str, str]:
    """Actors of whom a title tells it: "Ms Orlick" is a she."""
    return {item.actor: gender for item in named if (gender := gender_of_title(item, tree))}


def anaphors_at(
    token: int, tree: DependencyTree, known: dict[int, list[Named]], genders: dict[str, str]
) -> Iterator[Anaphor]:
    """The anaphor whose head this token is; two for "both groups"."""
    if tree.pos[token] == "PRON" and (word := tree.words[token].lower()) in PRONOUNS:
        wanted = PERSONS if word in SINGULAR_PERSON else BODIES
        near = [item for item in within_reach(token, known, tree) if item.type in wanted]
        if word in SINGULAR_PERSON:
            gender = "she" if word in FEMALE else "he"
            near = [item for item in near if genders.get(item.actor, gender) == gender]
        else:
            near = [item for item in near if not is_source(item, token, tree)] or near
        if best := most_salient(token, near, tree):
            yield Anaphor(token, token + 1, best.actor, best.type, (best.start, best.end))
    elif tree.pos[token] == "NOUN" and (start := definite_start(token, tree)) is not None:
        for best in nominal_antecedents(token, within_reach(token, known, tree), tree):
            yield Anaphor(start, token + 1, best.actor, best.type, (best.start, best.end))


def within_reach(token: int, known: dict[int, list[Named]], tree: DependencyTree) -> list[Named]:
    """What stands before the token, at most REACH sentences back; `known` is by sentence."""
    here = tree.sentence_of[token]
    numbers = range(here - REACH, here + 1)
    return [item for number in numbers for item in known.get(number, ()) if item.end <= token]


def definite_start(token: int, tree: DependencyTree) -> int | None:
    """Where "the group" begins, if the nominal has nothing of its own that names another."""
    modifiers = tree.children[token]
    if any(
        tree.deps[kid] in ("relcl", "acl", "poss", "appos") or tree.pos[kid] == "PROPN" for kid in modifiers
    ):
        return None
    if any(tree.deps[kid] == "prep" and tree.lemmas[kid] == "of" for kid in modifiers):
        return None
    determiner = tree.child(token, "det")
    both = tree.child(token, "nummod")
    if determiner is not None and tree.lemmas[determiner] in (
        "the",
        "this",
        "that",
        "both",
        "these",
        "those",
    ):
        return determiner
    return both if both is not None and tree.words[both].lower() == "both" else None


def nominal_antecedents(token: int, near: Sequence[Named], tree: DependencyTree) -> list[Named]:
    """The named actor of the noun's type, or the last two for "both groups", "the two companies"."""
    kinds = {kind for kind, nouns in load_cues("nominals")["anaphors"].items() if tree.lemmas[token] in nouns}
    fitting = [item for item in near if item.type in kinds]
    if PERSON in kinds and kinds == {PERSON}:
        fitting = [item for item in fitting if described_as(tree.lemmas[token], item, tree)]
    if is_pair(token, tree):
        fitting = [item for item in fitting if not is_source(item, token, tree)]
        last_two = list({item.actor: item for item in sorted(fitting)}.values())[-2:]
        return last_two if len(last_two) == 2 else []
    if tree.tags[token] == "NNS":
        return []
    telling = [item for item in fitting if tree.words[item.end - 1].lower() == tree.lemmas[token]]
    best = most_salient(token, telling or fitting, tree)
    return [best] if best else []


def is_pair(token: int, tree: DependencyTree) -> bool:
    """ "the two groups", "both groups"."""
    return tree.tags[token] == "NNS" and any(
        tree.words[kid].lower() in ("two", "both") for kid in tree.kids(token, "nummod", "det", "predet")
    )


def described_as(noun: str, item: Named, tree: DependencyTree) -> bool:
    """Whether the text calls the person this where it names them: "General McKenzie", "X, the chairman"."""
    first, last = tree.sentences[tree.sentence_of[item.start]]
    around = range(max(first, item.start - 4), min(last, item.end + 8))
    return any(tree.lemmas[index] == noun for index in around)


def most_salient(token: int, candidates: Sequence[Named], tree: DependencyTree) -> Named | None:
    """The nearest candidate in the best grammatical role; None where two actors are level."""
    scored = [(salience(item, token, tree), item.start, item) for item in candidates]
    scored = [row for row in scored if not same_clause(row[2], token, tree)]
    if not scored:
        return None
    best = max(scored)
    level = {row[2].actor for row in scored if row[0] == best[0]}
    return best[2] if len(level) == 1 else None


def salience(item: Named, token: int, tree: DependencyTree) -> int:
    """Subjects over the rest, main clauses over others, the same sentence over earlier ones."""
    head = next(
        (i for i in range(item.start, item.end) if not item.start <= tree.heads[i] < item.end), item.start
    )
    while tree.deps[head] == "conj" and tree.pos[tree.heads[head]] in ("NOUN", "PROPN"):
        head = tree.heads[head]
    subject = tree.deps[head] in SUBJECTS
    verb = tree.heads[head]
    return 2 * subject + (subject and tree.heads[verb] == verb) - 2 * sentences_between(item, token, tree)


def is_source(item: Named, token: int, tree: DependencyTree) -> bool:
    """Whether the actor is there only as the one who says something else: "…, the monitors said. They …"."""
    head = item.end - 1
    if tree.deps[head] not in SUBJECTS or tree.heads[head] in tree.ancestors(token):
        return False
    return tree.lemmas[tree.heads[head]] in load_cues("reporting")["verbs"]


def same_clause(item: Named, token: int, tree: DependencyTree) -> bool:
    """An object pronoun is not its own clause's subject: "X attacked it"."""
    if tree.deps[token] not in ("dobj", "pobj", "dative", "nsubj", "nsubjpass"):
        return False
    return clause(token, tree) == clause(item.end - 1, tree)


def clause(token: int, tree: DependencyTree) -> int:
    """The verb that governs the token."""
    return next((head for head in tree.ancestors(token) if tree.pos[head] in ("VERB", "AUX")), token)


def sentences_between(item: Named, token: int, tree: DependencyTree) -> int:
    """How many sentences the mention stands before the token."""
    return tree.sentence_of[token] - tree.sentence_of[item.start]
