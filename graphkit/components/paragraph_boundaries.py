"""A paragraph ends its sentence: parsers run headlines into the sentence below them."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("paragraph_boundaries", assigns=["token.is_sent_start"])
def make_paragraph_boundaries(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The factory; goes before the parser, which keeps to the boundaries that are set."""
    return mark_paragraph_boundaries


def mark_paragraph_boundaries(doc: Doc) -> Doc:
    """Start a sentence behind each line break."""
    for token in doc[:-1] if len(doc) else ():
        if "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc
