"""Which actors a noun phrase stands for: the name, its members, what it quantifies, its coordination."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.records import ActorType

NAME, ANAPHOR = "name", "anaphor"
NESTING = 3
"""How deep "some of the leaders of the group" is followed."""


class Reference(NamedTuple):
    """An actor in a place: half-open token range, actor id, type, and how it is named there."""

    start: int
    end: int
    actor: str
    type: str
    kind: str


class References:
    """Looks up ``doc.spans["actors"]`` and ``doc.spans["anaphors"]`` by token."""

    def __init__(self, doc: Doc, tree: DependencyTree) -> None:
        self.tree = tree
        self.cues = load_cues("nominals")
        self.covering: dict[int, list[Reference]] = {}
        for key, kind in (("actors", NAME), ("anaphors", ANAPHOR)):
            for span in doc.spans.get(key, ()):
                found = Reference(span.start, span.end, span.id_, span.label_, kind)
                for index in range(span.start, span.end):
                    self.covering.setdefault(index, []).append(found)

    def at(self, token: int, depth: int = 0) -> list[Reference]:
        """The actors that the phrase headed by `token` stands for, its coordination included."""
        found: dict[Reference, None] = {}
        queue = [token]
        for head in queue:
            found.update(dict.fromkeys(self.own(head, depth)))
            others = self.tree.kids(head, "conj")
            queue += [
                other for other in others if self.tree.pos[other] in ("NOUN", "PROPN", "PRON", "ADJ", "X")
            ]
        return list(found)

    def own(self, token: int, depth: int = 0) -> list[Reference]:
        """The same without coordination."""
        if token in self.covering:
            return self.covering[token]
        if depth > NESTING:
            return []
        lemma = self.tree.lemmas[token]
        if renamed := next(self._renamings(token), None):
            return renamed
        if lemma in self.cues["members"] or self.is_quantity(token):
            return self._belonging(token, depth)
        return []

    def is_quantity(self, token: int) -> bool:
        """Whether the word is a number or a part of something: "four", "some", "most"."""
        return self.tree.lemmas[token] in self.cues["transparent"] or self.tree.pos[token] == "NUM"

    def _renamings(self, token: int) -> Iterator[list[Reference]]:
        """ "the militia, the Sons of Orm"; "an offshoot called ISIS-K"."""
        for kid in self.tree.kids(token, "appos"):
            if kid in self.covering:
                yield self.covering[kid]
        for kid in self.tree.kids(token, "acl"):
            if self.tree.lemmas[kid] in ("call", "name", "know", "dub"):
                below = [name for name in self.tree.subtree(kid) if name in self.covering]
                if below:
                    yield self.covering[min(below)]

    def _belonging(self, token: int, depth: int) -> list[Reference]:
        """ "Taliban fighters", "Iran's forces", "members of the Taliban": the body that they belong to."""
        for kid in self.tree.kids(token, "compound", "amod", "nmod", "poss"):
            if kid in self.covering and not self.is_compound_part(kid):
                return [item for item in self.covering[kid] if self._is_body(item)]
        for preposition in self.tree.kids(token, "prep"):
            if self.tree.lemmas[preposition] in ("of", "from", "within", "among"):
                for noun in self.tree.kids(preposition, "pobj"):
                    if found := self.at(noun, depth + 1):
                        return found
        return []

    @staticmethod
    def _is_body(item: Reference) -> bool:
        return item.type != ActorType.PERSON

    def is_compound_part(self, token: int) -> bool:
        """Whether the name stands in "ISI-backed" rather than for itself."""
        return self.tree.words[token + 1 : token + 2] == ["-"]

    def is_name(self, token: int) -> bool:
        """Whether the token is part of a name: the "Front" of "Kestrel Front" is no front for anybody."""
        return any(
            item.kind == NAME and (item.end - 1 != token or self.tree.pos[token] == "PROPN")
            for item in self.covering.get(token, ())
        )

    def under(self, token: int, prepositions: frozenset[str] | tuple[str, ...]) -> list[Reference]:
        """The actors behind one of the prepositions that hang on the token."""
        return [item for noun in self.nouns_under(token, prepositions) for item in self.at(noun)]

    def nouns_under(self, token: int, prepositions: frozenset[str] | tuple[str, ...]) -> list[int]:
        """The nouns behind one of the prepositions."""
        nouns = []
        for kid in self.tree.kids(token, "prep", "agent", "dative"):
            if self.tree.lemmas[kid] in prepositions:
                nouns += self.tree.kids(kid, "pobj")
        return nouns
