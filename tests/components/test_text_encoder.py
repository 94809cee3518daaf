"""Mentions from shares of tags."""

import numpy as np
import pytest

from graphkit.components.reader.labels import MENTION_TAGS
from graphkit.components.text_encoder import Tagged, spans, whole_names


def shares(*tags: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Nearly sure shares of the tags; "B/I" is a name that may begin or go on."""
    rows = np.full((len(tags), len(MENTION_TAGS)), 0.01, dtype=np.float32)
    for row, tag in zip(rows, tags, strict=True):
        row[[MENTION_TAGS.index(tag)] if tag in MENTION_TAGS else [1, 2]] = (
            [0.9] if tag in MENTION_TAGS else [0.44, 0.45]
        )
    return rows


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["O", "O"], []),
        (["B-NAME", "I-NAME", "O"], [(0, 2, "name")]),
        (["B-NAME", "B-NAME"], [(0, 1, "name"), (1, 2, "name")]),
        (["B-NAME", "I-ANAPHOR"], [(0, 1, "name"), (1, 2, "anaphor")]),
        (["O", "I-ANAPHOR", "I-ANAPHOR"], [(1, 3, "anaphor")]),
        (["O", "B/I", "I-NAME"], [(1, 3, "name")]),
    ],
)
def test_spans(tags: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert list(spans(shares(*tags))) == expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["person", "person"], [(0, 2)]),
        (["person", "person", "person"], [(0, 3)]),
        (["armed_group", "person"], [(0, 1), (1, 2)]),
        (["person", "", "person"], [(0, 1), (2, 3)]),
    ],
)
def test_two_persons_side_by_side_are_one(kinds: list[str], expected: list[tuple[int, int]]) -> None:
    tagged = [Tagged(place, place + 1, "name", kind) for place, kind in enumerate(kinds) if kind]
    assert [tag[:2] for tag in whole_names(tagged)] == expected
