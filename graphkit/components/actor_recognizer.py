"""Mark where a text names an actor: lexicon first, then named entities, then the same names again."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.records import ActorType

ENTITY_TYPES = {
    "PERSON": ActorType.PERSON,
    "ORG": ActorType.ORGANIZATION,
    "NORP": ActorType.OTHER,
    "GPE": ActorType.GOVERNMENT,
    "PRODUCT": ActorType.ORGANIZATION,
    "FAC": ActorType.ORGANIZATION,
}
"""OntoNotes labels that may name an actor. FAC and PRODUCT: the small models put many firms and groups there."""

NOT_ACTORS = frozenset(
    ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE", "EVENT", "LAW")
)
NOT_NAMES = frozenset(("ministry", "office", "party", "motors", "staff", "assembly", "council", "court"))
"""What makes a body of a title before it: "Foreign Ministry", "General Motors"."""
CASE_MATTERS = 1
"""Names of one word match in their own case only: "Apple" is not "apple", "US" is not "us"."""


class Candidate(NamedTuple):
    """A span that may be a mention: half-open token range, actor id ("" when unknown), type, kind of name."""

    start: int
    end: int
    actor: str
    type: str
    kind: str


@Language.factory(
    "actor_recognizer",
    requires=["token.dep", "token.pos"],
    assigns=["doc.spans"],
    default_config={"lexicon_files": [], "builtin_lexicon": True},
)
def make_actor_recognizer(
    nlp: Language, name: str, lexicon_files: list[str], builtin_lexicon: bool
) -> "ActorRecognizer":
    """The factory: `lexicon_files` are added to graphkit's own actors, which `builtin_lexicon` turns off."""
    return ActorRecognizer(nlp, load_lexicon([Path(file) for file in lexicon_files], builtin=builtin_lexicon))


class ActorRecognizer:
    """Set ``doc.spans["actors"]``: label = actor type, id = actor id, "" where only the text names it."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self.folded = PhraseMatcher(nlp.vocab, attr="LOWER")
        grouped: dict[tuple[bool, str, str], list[Doc]] = {}
        for entry in lexicon.names:
            pattern = nlp.make_doc(entry.text)
            exact = (
                entry.kind in ("acronym", "capital", "demonym", "adjective") or len(pattern) <= CASE_MATTERS
            )
            grouped.setdefault((exact, entry.actor, entry.kind), []).append(pattern)
        for (exact, actor, kind), patterns in grouped.items():
            (self.exact if exact else self.folded).add(f"{actor}|{kind}", patterns)

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of one parsed document."""
        tree = DependencyTree.of(doc)
        known = [*self._matches(doc)]
        found = longest([*known, *entities(doc, tree), *acronyms(tree), *capitalized(doc, tree)])
        kept = [mention for item in found if (mention := as_actor(item, tree))]
        kept = longest([*kept, *repeated(kept, tree)])
        doc.spans["actors"] = [
            Span(doc, item.start, item.end, label=item.type, span_id=item.actor) for item in kept
        ]
        return doc

    def _matches(self, doc: Doc) -> Iterator[Candidate]:
        for matcher in (self.exact, self.folded):
            for key, start, end in matcher(doc):
                actor, kind = doc.vocab.strings[key].split("|")
                yield Candidate(start, end, actor, self.lexicon.actors[actor].type.value, kind)


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
    """What the model's NER names, trimmed to the name; dates and figures as blockers without a type."""
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
    """ "Marenne's Service for External Study" names two: the owner and what it owns."""
    for index in range(start, end - 1):
        if tree.tags[index] == "POS":
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
    while start < end and (tree.pos[end - 1] in ("PART", "PUNCT", "SPACE") or tree.tags[end - 1] == "POS"):
        end -= 1
    return without_titles(start, end, tree)


def without_titles(start: int, end: int, tree: DependencyTree) -> tuple[int, int]:
    """ "General Kenneth McKenzie" and "CENTCOM Commander" without the rank; empty where nothing else is left."""
    cues = load_cues("nominals")

    def is_title(index: int) -> bool:
        return tree.words[index].lower().strip(".") in cues["titles"]

    if all(is_title(index) for index in range(start, end)):
        return start, start
    while is_title(start) and not (end - start == 2 and tree.words[start + 1].lower() in NOT_NAMES):
        start += 1
    while (
        end - start > 1 and tree.lemmas[end - 1] in cues["members"] and tree.lemmas[end - 1] in cues["titles"]
    ):
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
    for index in range(len(tree) + 1):
        inside = index < len(tree) and tree.pos[index] == "PROPN" and tree.words[index][:1].isupper()
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


def name_type(words: Sequence[str], label: str) -> str:
    """The type that a telling word of the name gives ("Front", "Ministry"), else what NER says."""
    for heads in (words[-1], words[0]) if len(words) > 1 and label != "PERSON" else ():
        for kind, telling in load_cues("nominals")["name_heads"].items():
            if heads.lower().strip(".") in telling:
                return str(kind)
    return ENTITY_TYPES.get(label, ActorType.OTHER).value


def as_actor(item: Candidate, tree: DependencyTree) -> Candidate | None:
    """The mention, or None where the name is only a place or an adjective of nationality."""
    if item.kind in ("adjective", "demonym") and tree.pos[item.end - 1] != "NOUN":
        return state_body(item, tree)
    if item.kind == "NORP" and tree.deps[item.end - 1] in ("amod", "compound"):
        return state_body(item, tree)
    if item.type == ActorType.GOVERNMENT and item.kind in ("name", "GPE", "capital", "acronym"):
        return None if is_place(item, tree) else item
    return item


def state_body(item: Candidate, tree: DependencyTree) -> Candidate | None:
    """ "Russian officials": the adjective and the noun behind it, when that noun is an unnamed state body."""
    head = tree.heads[item.end - 1]
    if tree.words[item.end : item.end + 1] == ["-"]:
        return item
    near = item.end <= head <= item.end + 2
    if near and tree.lemmas[head] in load_cues("nominals")["state_bodies"] and tree.pos[head] == "NOUN":
        return item._replace(end=head + 1, kind="state_body")
    if (
        tree.deps[item.end - 1] in ("nsubj", "dobj", "pobj", "nsubjpass")
        and tree.words[item.start][0].isupper()
    ):
        return item if item.kind == "demonym" else None
    return None


def is_place(item: Candidate, tree: DependencyTree) -> bool:
    """Whether a country, capital or town is only where something is: "in Kabul", "Gorn, Drevania"."""
    token = name_head(item, tree)
    label, head = tree.deps[token], tree.heads[token]
    cues = load_cues("nominals")
    if label == "pobj" and tree.lemmas[head] in cues["locatives"]:
        return True
    if label in ("npadvmod", "appos") and item.kind != "name":
        return True
    if label in ("compound", "nmod", "amod"):
        return item.kind in ("capital", "GPE") and tree.lemmas[head] not in cues["state_bodies"]
    if label == "conj":
        return is_place(item._replace(start=head, end=head + 1), tree) if tree.pos[head] == "PROPN" else False
    return (
        item.kind in ("capital", "GPE")
        and label == "pobj"
        and tree.lemmas[head] in ("of", "from", "to", "on")
    )


def name_head(item: Candidate, tree: DependencyTree) -> int:
    """The token of the range whose head lies outside of it."""
    for index in range(item.end - 1, item.start - 1, -1):
        if not item.start <= tree.heads[index] < item.end or tree.heads[index] == index:
            return index
    return item.end - 1


def repeated(mentions: Sequence[Candidate], tree: DependencyTree) -> Iterator[Candidate]:
    """What is an actor once is one everywhere: further places of the same words, in the same case."""
    names: dict[str, list[tuple[list[str], Candidate]]] = {}
    for item in mentions:
        words = tree.words[item.start : item.end]
        if item.kind not in ("state_body", "adjective", "demonym", "GPE", "capital", "PROPN"):
            names.setdefault(words[0], []).append((words, item))
    for index, word in enumerate(tree.words):
        for words, item in names.get(word, ()):
            if tree.words[index : index + len(words)] == words:
                again = item._replace(start=index, end=index + len(words))
                if mention := as_actor(again, tree):
                    yield mention
