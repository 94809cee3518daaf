"""Documents under other names keep their marks."""

from pathlib import Path

import pytest

from graphkit.lexicon import load_lexicon
from graphkit.training.gold_text import gold_texts
from graphkit.training.renaming import Pool, edited, moved, renamed


def test_names_are_replaced_and_marks_move(marked_folder: Path) -> None:
    [gold] = gold_texts([marked_folder])
    pool = Pool(load_lexicon([]))
    found = renamed(gold, pool, 1)
    text = found.document.text
    for before, after in zip(gold.mentions, found.mentions, strict=True):
        words = text[after.start : after.end]
        same = words == gold.document.text[before.start : before.end]
        assert same == (before.kind == "anaphor")
    claim = found.claims[1]
    assert text[claim.start : claim.end] == "The company denied it."
    assert renamed(gold, pool, 1) == found, "the same names each time"


@pytest.mark.parametrize(
    ("span", "expected"), [((0, 1), (0, 1)), ((2, 4), (2, 7)), ((4, 6), (7, 9)), ((0, 6), (0, 9))]
)
def test_spans_move_with_the_edits_before_and_inside(
    span: tuple[int, int], expected: tuple[int, int]
) -> None:
    edits = [(2, 4, "CDEFG")]
    assert edited("abcdef", edits) == "abCDEFGef"
    assert moved(*span, edits) == expected
