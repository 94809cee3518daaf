"""Read the claims of a document: which trigger links which actors, who says so, denied or hedged.

A co-mention is never a claim: every claim has a trigger whose grammatical ends the two actors are.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components.arguments import Arguments
from graphkit.components.claim_rows import claim_dict, evidence_span
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.echoes import echoes
from graphkit.components.frames import frames_at
from graphkit.components.links import distinct, links
from graphkit.components.references import References
from graphkit.components.speaker_chains import is_left_open, speaker_chains
from graphkit.components.triggers import Triggers, read_triggers
from graphkit.lexicon import Relation, load_relations, symmetric_names


@Language.factory(
    "claim_extractor",
    requires=["token.dep", "doc.spans"],
    assigns=["doc._.claims"],
    default_config={"relations_file": None},
)
def make_claim_extractor(nlp: Language, name: str, relations_file: str | None) -> "ClaimExtractor":
    """The factory: `relations_file` extends ``data/relations.yaml``."""
    return ClaimExtractor(load_relations(Path(relations_file) if relations_file else None))


class ClaimExtractor:
    """Set ``doc._.claims``: one plain dict a claim, offsets in characters; see `claim_dict`."""

    def __init__(self, relations: dict[str, Relation]) -> None:
        self.relations = relations
        self.triggers: Triggers = read_triggers(relations.values())
        self.symmetric = symmetric_names(relations)

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        tree = DependencyTree.of(doc)
        references = References(doc, tree)
        arguments = Arguments(tree, references)
        claims = {
            number: list(self._sentence(number, doc, tree, arguments))
            for number in busy_sentences(references, tree)
        }
        spans = [evidence_span(first, doc, tree) for first, _ in tree.sentences]
        for number, row in list(echoes(tree, references, claims, spans)):
            claims.setdefault(number, []).append(row)
        doc._.claims = [row for number in sorted(claims) for row in claims[number]]
        return doc

    def _sentence(
        self, number: int, doc: Doc, tree: DependencyTree, arguments: Arguments
    ) -> Iterator[dict[str, Any]]:
        found = [
            link
            for token in range(*tree.sentences[number])
            for frame in frames_at(token, tree, arguments, self.triggers, self.symmetric)
            for link in links(frame, self.symmetric)
        ]
        for link in distinct(found, self.symmetric):
            if is_left_open(link.frame, doc, tree):
                continue
            for speakers in speaker_chains(link.frame, doc):
                yield claim_dict(link, speakers, doc, tree)


def busy_sentences(references: References, tree: DependencyTree) -> list[int]:
    """The sentences with two different actors; only they can hold a claim."""
    actors: dict[int, set[str]] = {}
    for token in tree.readable():
        found = references.covering.get(token, ())
        actors.setdefault(tree.sentence_of[token], set()).update(item.actor for item in found)
    return sorted(number for number, here in actors.items() if len(here) > 1)
