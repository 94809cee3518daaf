"""What one text says, through the whole pipeline."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, claim_tuples
from spacy.language import Language

from graphkit.pipeline import extract_claims
from graphkit.records import Document, Extraction


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[[str], Extraction]:
    """All that is read from a text."""

    def read_text(text: str) -> Extraction:
        [extraction] = extract_claims([Document(path="text.txt", text=text, raw=text)], nlp)
        return extraction

    return read_text


@pytest.fixture(scope="session")
def claims_in(read: Callable[[str], Extraction]) -> Callable[[str], list[ClaimTuple]]:
    """The claims in a text: subject id, relation, object id, polarity, certainty, innermost speaker."""
    return lambda text: claim_tuples(read(text))
