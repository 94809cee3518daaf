"""Who is who among the names of one document: its cast."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from graphkit.components.candidates import is_acronym
from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.lexicon import slug
from graphkit.records import ActorType

PERSON = ActorType.PERSON.value
SHORT_NAMED = frozenset((ActorType.ORGANIZATION, ActorType.ARMED_GROUP, ActorType.MEDIA))
"""Whose first words are their short name: "Halvor" is Halvor Copper, and Halvor Freight is called in full."""
DEMONYMS = frozenset(["an", "ans", "ian", "ians", "ean", "eans", "n", "ns", "ese", "i", "is", "ish", "ic"])
"""What is put to the stem of a country's name: "Karvelian", "Burandese"."""
SHORTEST_STEM = 4
NEAR = 3
"""Sentences back in which the namesake who was named last is the one that a bare surname means."""
VOWELS = str.maketrans("oey", "uii")
"""Vowels that romanizations take for each other."""
SAME_SOUND, LONG_WORD = 75, 7
"""Of 100, rapidfuzz's ratio: "mohammed" and "muhammad" have 75; short names differ too easily for it."""


class Named(NamedTuple):
    """A name in the text: half-open token range, actor id ("" while unknown), type."""

    start: int
    end: int
    actor: str
    type: str


def is_respelling(name: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names differ in the spelling of one word only, as romanizations of one name do.

    >>> is_respelling(["Abdul", "Raof"], ["Abdul", "Rauf"])
    True
    >>> [is_respelling([one, "Holt"], [two, "Holt"]) for one, two in (("Maria", "Marta"), ("Jane", "June"))]
    [False, False]
    """
    if len(name) != len(other) or len(name) < 2:
        return False
    differing = [pair for pair in zip(name, other, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return False
    one, two = (word.lower() for word in differing[0])
    if one[0] != two[0] or one[-1] != two[-1] or skeleton(one) != skeleton(two):
        return False
    same_vowels = one.translate(VOWELS) == two.translate(VOWELS)
    return same_vowels or (min(len(one), len(two)) >= LONG_WORD and ratio(one, two) >= SAME_SOUND)


def is_demonym(word: str, country: str) -> bool:
    """Whether the word is the adjective or the people of the country, by its ending.

    >>> is_demonym("Karvelian", "Karvelia"), is_demonym("Burandese", "Burande"), is_demonym("Marat", "Mara")
    (True, True, False)
    """
    stem = country.rstrip("aeiouy")
    ending = word.removeprefix(stem) if word.startswith(stem) else ""
    return word != country and len(stem) >= SHORTEST_STEM and ending in DEMONYMS


def skeleton(word: str) -> str:
    """The consonants, each run of one once: what romanizations of a name agree on.

    >>> skeleton("Mohammed") == skeleton("Muhamad"), skeleton("Maria") == skeleton("Marta")
    (True, False)
    """
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouy]", "", word.lower()))


class Cast:
    """The actors of one document; `salt` makes the ids of persons with one name its own."""

    def __init__(self, tree: DependencyTree, salt: str) -> None:
        self.tree, self.salt = tree, salt
        self.by_name: dict[str, str] = {}
        self.words: dict[str, list[tuple[str, ...]]] = {}
        self.types: dict[str, str] = {}
        self.persons: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
        self.titles: dict[str, str] = {}
        self.last_named: dict[str, int] = {}
        self.countries: set[str] = set()
        self.surnames: dict[str, list[str]] = {}
        self.alone: set[tuple[str, ...]] = set()

    def assign(self, mentions: Sequence[Named]) -> list[Named]:
        """The mentions with their actors: known ids first, then full names, then what is short for one."""
        self.alone = {self._name(item) for item in mentions}
        votes: dict[str, Counter[str]] = {}
        for item in mentions:
            if len(self._name(item)) > 1 and not item.actor:
                votes.setdefault(slug(" ".join(self._name(item))), Counter())[item.type] += 1
        for item in mentions:
            if item.actor:
                self._learn(item, item.actor, item.type)
        for item in mentions:
            name = self._name(item)
            key = slug(" ".join(name))
            if not item.actor and len(name) > 1 and key not in self.by_name:
                kind = votes[key].most_common(1)[0][0]
                self._learn(
                    item, self._part_of(name, kind, strict=True) or self._respelled(name) or key, kind
                )
            if len(name) == 1 and item.type == ActorType.GOVERNMENT:
                self.countries.add(name[0])
        self._learn_acronyms(mentions)
        self._learn_titles(mentions)
        return [self._resolved(item) for item in mentions]

    def _name(self, item: Named) -> tuple[str, ...]:
        """The words; of "Grey Jackal gang" where "Grey Jackal" stands alone elsewhere, only these."""
        name = tuple(word for word in self.tree.words[item.start : item.end] if word.strip())
        return name[:-1] if len(name) > 1 and name[-1].islower() and name[:-1] in self.alone else name

    def _learn(self, item: Named, actor: str, kind: str) -> None:
        name = self._name(item)
        self.by_name.setdefault(slug(" ".join(name)), actor)
        self.types.setdefault(actor, kind)
        known = self.words.setdefault(actor, [])
        if name not in known:
            known.append(name)
            if self.types[actor] == PERSON and len(name) > 1:
                self.surnames.setdefault(name[-1], []).append(actor)
                self.persons.setdefault(tuple(map(skeleton, name)), []).append((name, actor))

    def _learn_acronyms(self, mentions: Sequence[Named]) -> None:
        """ "Upland Defence League (UDL)": the acronym is the name before the bracket."""
        ends = {item.end: item for item in mentions}
        for item in mentions:
            words = self.tree.words
            bracketed = words[item.start - 1 : item.start] == ["("] and words[item.end : item.end + 1] == [
                ")"
            ]
            before = ends.get(item.start - 1)
            if not bracketed or before is None or not is_acronym(words[item.start]):
                continue
            key, short = slug(" ".join(self._name(before))), slug(" ".join(self._name(item)))
            actor = item.actor or before.actor or self.by_name.get(key, key)
            for name in {key, short}:
                self.by_name[name] = actor
            self.types.setdefault(actor, before.type)

    def _learn_titles(self, mentions: Sequence[Named]) -> None:
        """ "Ms Irena Vass": which of the Vasses a "Ms Vass" may be."""
        for item in mentions:
            name = self._name(item)
            actor = item.actor or self.by_name.get(slug(" ".join(name)))
            if len(name) > 1 and actor and (title := gender_of_title(item, self.tree)):
                self.titles.setdefault(actor, title)

    def _resolved(self, item: Named) -> Named:
        actor = item.actor or self._find(item)
        self.types.setdefault(actor, item.type)
        self.last_named[actor] = self.tree.sentence_of[item.start]
        return item._replace(actor=actor, type=self.types[actor])

    def _find(self, item: Named) -> str:
        name = self._name(item)
        key = slug(" ".join(name))
        if one := self._of_namesakes(item, name):
            return one
        known = (
            self.by_name.get(key)
            or self._part_of(name, item.type)
            or self._spelled_out(name)
            or self._country_of(name, item.type)
        )
        if known:
            self.by_name[key] = known
            return known
        kind = PERSON if len(name) == 1 and self._is_surname(name[0]) else item.type
        actor = f"{key}_{self.salt}" if len(name) == 1 and kind == PERSON else key
        self._learn(item, actor, kind)
        return actor

    def _part_of(self, name: tuple[str, ...], kind: str, *, strict: bool = False) -> str | None:
        """The one actor whose longer name holds this one: a surname, the first or last words of a body.

        Of several persons none is right for sure; of several bodies the one that is in the lexicon, or that
        the text named first, has the short name. A state's name is never short for a body's. `strict`: full
        names are part of a longer one only where they end it ("Mike Mullen" of "Adm. Mike Mullen").
        """
        found = [
            actor
            for actor, names in self.words.items()
            if kind != ActorType.GOVERNMENT or self.types[actor] == kind
            if any(
                len(longer) > len(name) and self._short_for(name, longer, self.types[actor], strict)
                for longer in names
            )
        ]
        if len(found) > 1 and kind == PERSON:
            found = [actor for actor in found if self.types[actor] == PERSON]
        bodies = all(self.types[actor] in SHORT_NAMED for actor in found)
        return found[0] if len(found) == 1 or (found and bodies and not strict) else None

    @staticmethod
    def _short_for(name: tuple[str, ...], longer: tuple[str, ...], kind: str, strict: bool) -> bool:
        ends, starts = longer[-len(name) :] == name, longer[: len(name)] == name
        if kind == PERSON or strict:
            return ends or (starts and not strict)
        if kind == ActorType.GOVERNMENT:
            return False
        return starts or ends

    def _is_surname(self, word: str) -> bool:
        """Whether persons of the document end with the word, so that it names one of them."""
        return word in self.surnames

    def _of_namesakes(self, item: Named, name: tuple[str, ...]) -> str | None:
        """Of several persons of this surname the one that a title tells ("Ms Vass"), or the last named."""
        found = list(dict.fromkeys(self.surnames.get(name[-1], ()))) if len(name) == 1 else []
        if len(found) < 2 or item.type not in (PERSON, ActorType.OTHER):
            return None
        if title := gender_of_title(item, self.tree):
            told = [actor for actor in found if self.titles.get(actor) == title]
            found = told or [actor for actor in found if actor not in self.titles]
        last = max((self.last_named.get(actor, -1) for actor in found), default=-1)
        latest = [actor for actor in found if len(found) == 1 or self.last_named.get(actor, -1) == last >= 0]
        is_near = len(found) == 1 or self.tree.sentence_of[item.start] - last <= NEAR
        return latest[0] if len(latest) == 1 and is_near else None

    def _country_of(self, name: tuple[str, ...], kind: str) -> str | None:
        """The one state of the document whose people or adjective the name is."""
        if len(name) != 1 or kind not in (ActorType.GOVERNMENT, ActorType.OTHER):
            return None
        fitting = [country for country in self.countries if is_demonym(name[0], country)]
        states = [one for one in fitting if not any(is_demonym(one, other) for other in fitting)]
        if len(states) != 1:
            return None
        key = slug(states[0])
        return self.by_name.get(key, key)

    def _respelled(self, name: tuple[str, ...]) -> str | None:
        """The one person here whose full name is written almost so: "Abdul Raof", "Abdul Rauf"."""
        alike = self.persons.get(tuple(map(skeleton, name)), ())
        found = {actor for other, actor in alike if is_respelling(name, other)}
        return found.pop() if len(found) == 1 else None

    def _spelled_out(self, name: tuple[str, ...]) -> str | None:
        """The one body whose initials these are."""
        if len(name) != 1 or not is_acronym(name[0]):
            return None
        letters = [letter for letter in name[0] if letter.isalpha()]
        found = {
            actor
            for actor, names in self.words.items()
            for longer in names
            if [word[0] for word in longer if word[0].isupper()] == letters
        }
        return found.pop() if len(found) == 1 else None


def gender_of_title(item: Named, tree: DependencyTree) -> str:
    """ "she" for "Ms", "he" for "Mr" before the name; "" without such a title."""
    if not item.start:
        return ""
    title, cues = tree.words[item.start - 1].lower().strip("."), load_cues("nominals")
    if title in cues["female_titles"]:
        return "she"
    return "he" if title in cues["male_titles"] else ""
