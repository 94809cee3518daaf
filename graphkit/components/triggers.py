"""The words that carry a relation, read from ``data/relations.yaml`` into tables by lemma.

An entry is written as it is read, in lemmas: "arm", "take +over" (particle), "cooperate with",
"support for|to" (one of these prepositions), "put ~on list|blacklist" (what must follow), "close tie with"
(modifier before the noun). Lists named ``…_reversed`` turn the link round: "tool of" in roles_reversed says
that the one behind "of" controls the other.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graphkit.components.cues import load_cues
from graphkit.lexicon import Relation

VERB, NOUN, ROLE, ADJECTIVE = "verbs", "nouns", "roles", "adjectives"


class Trigger(NamedTuple):
    """One way to say a relation.

    `lemma` anchors it; `modifiers` must stand before it; `objects` are nouns that a verb must govern ("sign
    contract with"); `complement` a preposition and its nouns, of which one must follow ("put ~on list");
    `prepositions` lead to the other end, none for a direct object.
    """

    relation: str
    kind: str
    lemma: str
    modifiers: frozenset[str]
    particle: str | None
    objects: frozenset[str]
    complement: tuple[str, frozenset[str]] | None
    prepositions: frozenset[str]
    is_reversed: bool

    @property
    def weight(self) -> int:
        """How much of it is written out: "close tie with" beats "tie with"."""
        parts = (self.modifiers, self.objects, self.particle, self.complement, self.prepositions)
        return len(self.modifiers) + sum(map(bool, parts[1:]))


Triggers = Mapping[str, Mapping[str, tuple[Trigger, ...]]]
"""kind -> lemma -> triggers, the most telling first."""


def read_triggers(relations: Iterable[Relation]) -> Triggers:
    """All triggers of the relations."""
    tables: dict[str, dict[str, list[Trigger]]] = {kind: {} for kind in (VERB, NOUN, ROLE, ADJECTIVE)}
    for relation in relations:
        for trigger in triggers_of(relation):
            tables[trigger.kind].setdefault(trigger.lemma, []).append(trigger)
    return {
        kind: {lemma: tuple(sorted(found, key=lambda item: -item.weight)) for lemma, found in table.items()}
        for kind, table in tables.items()
    }


def triggers_of(relation: Relation) -> Iterator[Trigger]:
    """The entries of one relation."""
    for name, entries in dict(relation.triggers).items():
        kind = name.removesuffix("_reversed")
        for entry in entries:
            yield parse_trigger(entry, relation.name, kind, is_reversed=kind != name)


def parse_trigger(entry: str, relation: str, kind: str, *, is_reversed: bool = False) -> Trigger:
    """One entry as written in the file.

    >>> item = parse_trigger("close tie with|between", "allied_with", "nouns")
    >>> item.lemma, sorted(item.modifiers), sorted(item.prepositions)
    ('tie', ['close'], ['between', 'with'])
    """
    words = entry.split()
    last = frozenset(words[-1].split("|"))
    prepositions = last if len(words) > 1 and last <= load_cues("syntax")["prepositions"] else frozenset()
    words = words[:-1] if prepositions else words
    particle = next((word[1:] for word in words if word.startswith("+")), None)
    words = [word for word in words if not word.startswith("+")]
    complement = None
    if len(words) > 2 and words[-2].startswith("~"):
        complement = (words[-2][1:], governed(words[-1].split("|")))
        words = words[:-2]
    if kind == VERB:
        lemma, modifiers, objects = words[0], frozenset[str](), governed(words[1:])
    else:
        lemma, modifiers, objects = words[-1], frozenset(words[:-1]), frozenset[str]()
    return Trigger(relation, kind, lemma, modifiers, particle, objects, complement, prepositions, is_reversed)


def governed(words: list[str]) -> frozenset[str]:
    """The nouns of which a verb must govern one; "goods" stands for all of ``nominals.yaml``'s."""
    return load_cues("nominals")["goods"] if words == ["goods"] else frozenset(words)
