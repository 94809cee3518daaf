"""A paragraph ends its sentence: parsers run headlines into the sentence below them."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("paragraph_boundaries", assigns=["token.is_sent_start"])
def mark_paragraph_boundaries(doc: Doc) -> Doc:
    """Start a sentence behind each line break; goes before the parser, which keeps to it."""
    for token in doc[:-1] if len(doc) else ():
        if "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc
