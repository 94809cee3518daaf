"""Mark where a text names an actor: lexicon first, then named entities, then the same names again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from graphkit.components.candidates import Candidate, acronyms, capitalized, entities, longest
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.places import as_actor
from graphkit.components.reader.names import is_actor, names
from graphkit.components.text_encoder import reading_of
from graphkit.lexicon import Lexicon, load_lexicon

CASE_MATTERS = 1
"""Names of one word match in their own case only: "Apple" is not "apple", "US" is not "us"."""


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
        if reading := reading_of(doc):
            kept = longest(names(reading, known, tree))
            again = [item for item in repeated(kept, tree) if is_actor(item, reading, tree)]
        else:
            found = longest([*known, *entities(doc, tree), *acronyms(tree), *capitalized(doc, tree)])
            kept = [mention for item in found if (mention := as_actor(item, tree))]
            again = list(repeated(kept, tree))
        kept = longest([*kept, *again])
        doc.spans["actors"] = [
            Span(doc, item.start, item.end, label=item.type, span_id=item.actor) for item in kept
        ]
        return doc

    def _matches(self, doc: Doc) -> Iterator[Candidate]:
        for matcher in (self.exact, self.folded):
            for key, start, end in matcher(doc):
                actor, kind = doc.vocab.strings[key].split("|")
                yield Candidate(start, end, actor, self.lexicon.actors[actor].type.value, kind)


def repeated(mentions: Sequence[Candidate], tree: DependencyTree) -> Iterator[Candidate]:
    """What is an actor once is one everywhere: further places of the same words, in the same case."""
    known: dict[str, dict[tuple[str, ...], Candidate]] = {}
    for item in mentions:
        words = tuple(tree.words[item.start : item.end])
        if item.kind not in ("state_body", "adjective", "demonym", "GPE", "capital", "PROPN"):
            known.setdefault(words[0], {}).setdefault(words, item)
    for index, word in enumerate(tree.words):
        for words, item in known.get(word, {}).items():
            if tuple(tree.words[index : index + len(words)]) == words:
                again = item._replace(start=index, end=index + len(words))
                if mention := as_actor(again, tree):
                    yield mention
