"""Where a text may name an actor: named entities, acronyms in brackets, runs of capitalized names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.records import ActorType

ENTITY_TYPES = {
    "PERSON": ActorType.PERSON,
    "ORG": ActorType.ORGANIZATION,
    "NORP": ActorType.OTHER,
    "GPE": ActorType.GOVERNMENT,
    "PRODUCT": ActorType.ORGANIZATION,
    "FAC": ActorType.ORGANIZATION,
}
"""OntoNotes labels that may name an actor; small models call many firms and groups FAC or PRODUCT."""
NOT_ACTORS = frozenset(
    ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE", "EVENT", "LAW")
)
NOT_NAMES = frozenset(("ministry", "office", "party", "motors", "staff", "assembly", "council", "court"))
"""What makes a body of a title before it: "Foreign Ministry", "General Motors"."""


COUNTED = re.compile(r"\d+(st|nd|rd|th)")
YEAR = re.compile(r"(19|20)\d\d")


class Candidate(NamedTuple):
    """A span that may be a mention: half-open token range, actor id ("" when unknown), type, kind of name."""

    start: int
    end: int
    actor: str
    type: str
    kind: str


def longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """No two overlap: the longer wins, then the one with an actor id, then the first."""
    taken: set[int] = set()
    kept = []
    for item in sorted(candidates, key=lambda item: (item.start - item.end, not item.actor, item)):
        span = range(item.start, item.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(item)
    return sorted(kept)


def entities(doc: Doc, tree: DependencyTree) -> Iterator[Candidate]:
    """What the model's NER names, trimmed to the name; no dates and figures."""
    for entity in doc.ents:
        if entity.label_ in NOT_ACTORS or has_verb(entity.start, entity.end, tree):
            continue
        for first, last in possessive_parts(entity.start, entity.end, tree):
            start, end = trimmed(first, last, tree)
            if end > start and any(word[:1].isupper() for word in tree.words[start:end]):
                yield Candidate(
                    start, end, "", name_type(tree.words[start:end], entity.label_), entity.label_
                )


def has_verb(start: int, end: int, tree: DependencyTree) -> bool:
    """Whether NER swallowed a clause: "Tamsuria put Directorate Seven"."""
    return any(
        tree.pos[index] in ("VERB", "AUX") and tree.words[index].islower() for index in range(start, end)
    )


def possessive_parts(start: int, end: int, tree: DependencyTree) -> Iterator[tuple[int, int]]:
    """ "Marenne's Service for External Study" names two: the owner and what it owns.

    "The Seafarers' Union" and "the People's Party" are one name: their owner is a plural.
    """
    for index in range(start, end - 1):
        singular = tree.words[index] in ("'s", "’s") and tree.tags[index - 1] == "NNP"
        if tree.tags[index] == "POS" and singular:
            yield start, index
            start = index + 1
    yield start, end


def trimmed(start: int, end: int, tree: DependencyTree) -> tuple[int, int]:
    """The range without article, possessive and punctuation at its ends, and cut at a line break."""
    for index in range(start, end):
        if "\n" in tree.words[index]:
            end = index
            break
    while start < end and (
        tree.pos[start] in ("DET", "PUNCT", "SPACE") or tree.tags[start] in ("PRP$", "``", "''")
    ):
        start += 1
    while start < end and (is_loose_end(end - 1, tree) or tree.tags[end - 1] == "POS"):
        end -= 1
    return with_numbers(*without_titles(start, end, tree), tree)


def is_loose_end(index: int, tree: DependencyTree) -> bool:
    """Whether no name ends so: punctuation, "and", "in"."""
    small_word = tree.words[index].islower() and tree.pos[index] in ("ADP", "CCONJ", "SCONJ")
    return small_word or tree.pos[index] in ("PART", "PUNCT", "SPACE")


def with_numbers(start: int, end: int, tree: DependencyTree) -> tuple[int, int]:
    """ "Unit" with the number behind it, "Brigade" with the one before it, a number with its "Unit"."""
    if start == end:
        return start, end
    if tree.words[start].isdigit() and is_numbered(start - 1, tree):
        return start - 1, end
    if is_numbered(start, tree) and start and is_ordinal(tree.words[start - 1]):
        return start - 1, end
    if end - start == 1 and is_numbered(start, tree) and is_number_of_name(end, tree):
        return start, end + 1
    return start, end


def is_numbered(index: int, tree: DependencyTree) -> bool:
    """Whether the word is one that numbers belong to, as in a name."""
    if not 0 <= index < len(tree) or not tree.words[index][0].isupper():
        return False
    return tree.lemmas[index] in load_cues("nominals")["numbered"]


def is_ordinal(word: str) -> bool:
    """ "5th", "Fifth"."""
    return bool(COUNTED.fullmatch(word)) or (
        word[0].isupper() and word.lower() in load_cues("nominals")["ordinals"]
    )


def is_number_of_name(index: int, tree: DependencyTree) -> bool:
    """Whether a number stands there that counts nothing behind it, and is no year."""
    word = tree.words[index] if index < len(tree) else ""
    counts = index + 1 < len(tree) and tree.tags[index + 1] in ("NNS", "NNPS", "NNP")
    return word.isdigit() and not YEAR.fullmatch(word) and not counts


def without_titles(start: int, end: int, tree: DependencyTree) -> tuple[int, int]:
    """ "General Kenneth McKenzie" and "CENTCOM Commander" without the rank; empty if nothing is left."""
    cues = load_cues("nominals")

    def is_title(index: int) -> bool:
        return tree.words[index].lower().strip(".") in cues["titles"]

    if all(is_title(index) for index in range(start, end)):
        return start, start
    while is_title(start) and not (end - start == 2 and tree.words[start + 1].lower() in NOT_NAMES):
        start += 1

    def is_beyond(index: int) -> bool:
        """ "CENTCOM commander", "Kestrel men", "Norwegian army", "Norwegian Interior" before "Minister"."""
        lemma = tree.lemmas[index]
        if lemma in cues["state_bodies"] and tree.words[index].islower() and index == start + 1:
            return tree.pos[start] == "ADJ"
        members = lemma in cues["members"] and tree.tags[index] == "NNS" and tree.words[index].islower()
        half_a_title = is_title(index) and index + 1 < len(tree) and is_title(index + 1)
        return members or half_a_title or (lemma in cues["members"] and lemma in cues["titles"])

    while end - start > 1 and is_beyond(end - 1):
        end -= 1
    return start, end


def acronyms(tree: DependencyTree) -> Iterator[Candidate]:
    """ "(UDL)" behind a capitalized word: a name that the text introduces itself."""
    for index in range(1, len(tree) - 2):
        if tree.words[index] == "(" and tree.words[index + 2] == ")":
            word, before = tree.words[index + 1], tree.words[index - 1]
            if is_acronym(word) and before[:1].isupper():
                yield Candidate(index + 1, index + 2, "", ActorType.ORGANIZATION.value, "acronym")


def is_acronym(word: str) -> bool:
    """Two to eight letters, most of them capitals: "UDL", "ISIL-K", "PdCL".

    >>> [word for word in ("UDL", "Front", "I", "2021", "PdCL") if is_acronym(word)]
    ['UDL', 'PdCL']
    """
    capitals = sum(letter.isupper() for letter in word)
    return 2 <= len(word) <= 8 and word[0].isupper() and capitals >= 2 and capitals * 2 >= len(word)


def capitalized(doc: Doc, tree: DependencyTree) -> Iterator[Candidate]:
    """Runs of proper nouns that NER left out: small models miss many names that they never saw."""
    blocked = {
        index
        for entity in doc.ents
        if not has_verb(entity.start, entity.end, tree)
        for index in range(entity.start, entity.end)
    }
    start = None
    headlines = {
        number for number, (first, last) in enumerate(tree.sentences) if is_headline(first, last, tree)
    }
    for index in range(len(tree) + 1):
        inside = index < len(tree) and tree.pos[index] == "PROPN" and tree.words[index][:1].isupper()
        inside = inside and tree.sentence_of[index] not in headlines
        if inside and index not in blocked:
            start = index if start is None else start
        elif start is not None:
            first, last = trimmed(start, index, tree)
            words = tree.words[first:last]
            if any(len(word) > 1 for word in words):
                yield Candidate(
                    first, last, "", name_type(words, "PERSON" if first > start else "PROPN"), "PROPN"
                )
            start = None


def is_headline(first: int, last: int, tree: DependencyTree) -> bool:
    """Whether most longer words are capitalized and no full stop follows: then capitals tell nothing."""
    words = [word for word in tree.words[first:last] if word.isalpha() and len(word) > 3]
    stopped = any(word in (".", "!") for word in tree.words[first:last])
    return not stopped and len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def name_type(words: Sequence[str], label: str) -> str:
    """The type that a telling word of the name gives ("Front", "Ministry"), else what NER says."""
    first_and_last = (words[-1], words[0]) if label != "PERSON" else (words[-1],)
    for word in first_and_last if len(words) > 1 else ():
        for kind, telling in load_cues("nominals")["name_heads"].items():
            if word.lower().strip(".") in telling:
                return str(kind)
    return ENTITY_TYPES.get(label, ActorType.OTHER).value
