"""What order, grammar and wording tell of whom an anaphor stands for: small numbers, learned to be weighed.

A second opinion beside the network's: features of the kind of Soon et al. (2001, Computational Linguistics
27:4), for which a few thousand marked anaphors suffice, whatever they speak of.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from graphkit.components.anaphora import told_genders
from graphkit.components.cast import Named
from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.quotations import quotations
from graphkit.errors import ModelMissing
from graphkit.records import ActorType

TYPES = tuple(kind.value for kind in ActorType)
PRONOUNS: Mapping[str, frozenset[str]] = {
    "he": frozenset(("he", "him", "his", "himself")),
    "she": frozenset(("she", "her", "hers", "herself")),
    "it": frozenset(("it", "its", "itself")),
    "they": frozenset(("they", "them", "their", "theirs", "themselves")),
    "we": frozenset(("we", "us", "our", "ours", "ourselves")),
    "i": frozenset(("i", "me", "my", "mine", "myself")),
    "you": frozenset(("you", "your", "yours", "yourself", "yourselves")),
    "who": frozenset(("who", "whom", "whose", "which", "that")),
}
TWO = frozenset(("both", "two", "neither", "either"))
FORMS = (*PRONOUNS, "two", "this", "nominal", "other", "name")
"""How a mention is worded."""
GENDERED = ("he", "she", "it", "they")
TALKING = ("we", "i", "you")
ROLES = ("nsubj", "nsubjpass", "dobj", "poss", "pobj", "conj", "appos", "compound", "other")
ACTORS_BETWEEN = (1, 2, 3, 4, 5, 6, 8, 11, 15)
TOKENS_BETWEEN = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 60, 90)
TIMES_NAMED = (2, 3, 4, 6)
FAR = 3
"""Sentences from which it does not matter how many they are."""
SHORT_WORD = 3
"""Letters of a word that two mentions may share by chance."""


Floats = np.ndarray[Any, np.dtype[np.float32]]


class Sighting(NamedTuple):
    """What can be told of one mention alone: its form and role, where it stands, whether its actor speaks."""

    start: int
    end: int
    actor: str
    type: str
    form: str
    role: str
    sentence: int
    clause: int
    quoted: bool
    says: bool
    turn: bool


class Scene:
    """A document in which anaphors look for their actors; `named` are its names."""

    def __init__(self, tree: DependencyTree, named: Sequence[Named]) -> None:
        self.tree = tree
        self.quoted = {token for quote in quotations(tree) for token in range(*quote)}
        self.genders = told_genders(tree, named)
        self.described = descriptions(tree, named)
        cues = load_cues("reporting")
        self.saying = frozenset(chain(cues["verbs"], cues["believing"], cues["denying"]))

    def sighting(self, item: Named, *, is_name: bool) -> Sighting:
        """The mention as it looks."""
        tree, head = self.tree, item.end - 1
        role, verb = tree.deps[head], tree.heads[head]
        return Sighting(
            *item,
            form="name" if is_name else form(tree.words[item.start : item.end]),
            role=role if role in ROLES else ROLES[-1],
            sentence=tree.sentence_of[item.start],
            clause=clause_of(head, tree),
            quoted=item.start in self.quoted,
            says=role == "nsubj" and tree.lemmas[verb] in self.saying,
            turn=is_turn(item, tree),
        )

    def signs(self, anaphor: Sighting, before: Sequence[Sighting]) -> list[list[int]]:
        """For each mention before the anaphor, the numbers that `SIZES` bounds."""
        ranks, times, forms = standing(before)
        turns = [item.actor for item in before if item.turn]
        return [
            self._signs(anaphor, item, ranks[index], times[item.actor], forms[item.actor], turns)
            for index, item in enumerate(before)
        ]

    def _signs(
        self,
        anaphor: Sighting,
        item: Sighting,
        rank: int,
        times: int,
        forms: Collection[str],
        turns: Sequence[str],
    ) -> list[int]:
        form, talking = FORMS.index(anaphor.form), anaphor.form in TALKING
        away = min(anaphor.sentence - item.sentence, FAR)
        return [
            form * len(TYPES) + TYPES.index(item.type),
            bisect_right(ACTORS_BETWEEN, rank),
            2 * away + (item.form == "name"),
            ROLES.index(item.role) * len(ROLES) + ROLES.index(anaphor.role),
            4 * (2 * anaphor.quoted + item.quoted) + (talking + 2 * (anaphor.form in GENDERED)),
            2 * self._likeness(anaphor, item) + (anaphor.form in ("nominal", "this")),
            bisect_right(TIMES_NAMED, times),
            4 * (4 * away + 2 * item.says + (item.role == "nsubj")) + 2 * talking + anaphor.quoted,
            FORMS.index(item.form) * len(FORMS) + form,
            bisect_right(TOKENS_BETWEEN, anaphor.start - item.end),
            3 * (anaphor.clause == item.clause) + self._agreement(anaphor, item, forms),
            len(FORMS) * turn_of(item.actor, turns) + form,
            away * len(ROLES) + ROLES.index(item.role),
        ]

    def _likeness(self, anaphor: Sighting, item: Sighting) -> int:
        """3: the actor is somewhere described by that noun; 2, 1: the mention shares noun or words."""
        tree = self.tree
        noun = tree.lemmas[anaphor.end - 1]
        words = [word.lower() for word in tree.words[item.start : item.end]]
        if noun in self.described.get(item.actor, ()):
            return 3
        if noun in words or noun == tree.lemmas[item.end - 1]:
            return 2
        own = {word.lower() for word in tree.words[anaphor.start : anaphor.end - 1]}
        return int(not own.isdisjoint(word for word in words if len(word) > SHORT_WORD))

    def _agreement(self, anaphor: Sighting, item: Sighting, forms: Collection[str]) -> int:
        """1: the actor was called so before; 2: it was called otherwise, "she" where this is "he"."""
        if anaphor.form not in GENDERED:
            return 0
        known = {*forms, self.genders.get(item.actor, "")}
        if anaphor.form in known:
            return 1
        return 2 if known & {*GENDERED} - {"they"} else 0


SIZES = (
    len(FORMS) * len(TYPES),
    len(ACTORS_BETWEEN) + 1,
    2 * (FAR + 1),
    len(ROLES) ** 2,
    16,
    8,
    len(TIMES_NAMED) + 1,
    16 * (FAR + 1),
    len(FORMS) ** 2,
    len(TOKENS_BETWEEN) + 1,
    6,
    3 * len(FORMS),
    (FAR + 1) * len(ROLES),
)
"""How many values each sign has."""


OFFSETS = np.cumsum((0, *SIZES[:-1]))
"""Where the values of each sign begin when all are counted through."""


class SignWeights:
    """What the signs are worth: each value a vector, their sum rectified and weighed (one hidden layer)."""

    def __init__(self, values: Floats, bias: Floats, weights: Floats) -> None:
        """Shapes (sum of SIZES, H), (H,), (H,)."""
        self.values, self.bias, self.weights = values, bias, weights

    @classmethod
    def load(cls, path: Path) -> "SignWeights":
        """Read what `store` wrote. Raises ModelMissing where the signs were others."""
        with np.load(path) as arrays:
            if arrays["sizes"].tolist() != list(SIZES):
                raise ModelMissing(f"{path}: made for another version of graphkit; train the network anew")
            return cls(arrays["values"], arrays["bias"], arrays["weights"])

    def store(self, path: Path) -> None:
        """Write them; the same weights give the same bytes."""
        np.savez(path, sizes=np.array(SIZES), values=self.values, bias=self.bias, weights=self.weights)

    def weighed(self, signs: Sequence[Sequence[int]]) -> Floats:
        """(N, number of signs) -> (N,): the larger, the likelier."""
        hidden = self.values[np.asarray(signs) + OFFSETS].sum(1) + self.bias
        return np.asarray(np.maximum(hidden, 0) @ self.weights)


def standing(before: Sequence[Sighting]) -> tuple[list[int], dict[str, int], dict[str, set[str]]]:
    """How many other actors come after each mention; of each actor, its mentions and the forms they have."""
    seen: dict[str, int] = {}
    ranks = [0] * len(before)
    times: dict[str, int] = {}
    forms: dict[str, set[str]] = {}
    for index in range(len(before) - 1, -1, -1):
        item = before[index]
        ranks[index] = seen.setdefault(item.actor, len(seen))
        times[item.actor] = times.get(item.actor, 0) + 1
        forms.setdefault(item.actor, set()).add(item.form)
    return ranks, times, forms


def clause_of(token: int, tree: DependencyTree) -> int:
    """The verb among whose arguments the token is: "said" for "her" in "Holt said no and sued her"."""
    above = [token, *tree.ancestors(token)]
    verb = next((place for place in above[1:] if tree.pos[place] in ("VERB", "AUX")), above[-1])
    while tree.deps[verb] == "conj" and tree.child(verb, "nsubj", "nsubjpass") is None:
        verb = tree.heads[verb]
    return verb


def turn_of(actor: str, turns: Sequence[str]) -> int:
    """1: the actor has the word in a conversation; 2: had it just before."""
    if turns and turns[-1] == actor:
        return 1
    return 2 if len(turns) > 1 and turns[-2] == actor else 0


def is_turn(item: Named, tree: DependencyTree) -> bool:
    """ "RUIZ:" and "[Ruiz]" at the beginning of a paragraph: the one who speaks from there."""
    bracketed = tree.words[item.start - 1 : item.start] == ["["]
    first = item.start - bracketed
    begins = first == 0 or "\n" in tree.words[first - 1]
    return begins and ("]" if bracketed else ":") in tree.words[item.end : item.end + 2]


@cache
def word_forms() -> Mapping[str, str]:
    """Pronoun -> its form."""
    return {word: name for name, words in PRONOUNS.items() for word in words}


def form(words: Sequence[str]) -> str:
    """How an anaphor is worded.

    >>> [form(words.split()) for words in ("Their", "both groups", "the bank", "this outfit")]
    ['they', 'two', 'nominal', 'this']
    """
    lowered = [word.lower() for word in words]
    if not TWO.isdisjoint(lowered):
        return "two"
    if len(lowered) == 1:
        return word_forms().get(lowered[0], "other")
    return "this" if lowered[0] in ("this", "that", "these", "those") else "nominal"


def descriptions(tree: DependencyTree, named: Iterable[Named]) -> dict[str, set[str]]:
    """By actor, the nouns that the text describes it with: in apposition, before its name, after "is a"."""
    found: dict[str, set[str]] = {}
    for item in named:
        found.setdefault(item.actor, set()).update(nouns_about(item, tree))
    return found


def nouns_about(item: Named, tree: DependencyTree) -> Iterable[str]:
    """ "the militia X", "X, a militia", "X is a militia", "the militia called X"."""
    head = item.end - 1
    above = tree.heads[head]
    before = (kid for kid in tree.kids(head, "compound", "nmod") if kid < item.start)
    near = [*tree.kids(head, "appos"), *before]
    if tree.deps[head] in ("appos", "oprd"):
        near.append(above)
    if tree.deps[head] == "nsubj" and tree.lemmas[above] in ("be", "become", "remain"):
        near += tree.kids(above, "attr")
    return (tree.lemmas[token] for token in near if tree.pos[token] == "NOUN")
