"""Marks are found again in the cleaned text."""

import json
import shutil
from pathlib import Path

import pytest

from graphkit.errors import FormatError
from graphkit.training.gold_text import gold_texts


def test_marks_move_with_the_cleaning(marked_folder: Path) -> None:
    [gold] = gold_texts([marked_folder])
    text = gold.document.text
    words = [text[item.start : item.end] for item in gold.mentions]
    assert words == [
        "Ordin Holdings",
        "Kestrel Front",
        "Morning Post",
        "The company",
        "We",
        "them",
        "its",
        "Dana Holt",
    ]
    assert text[gold.claims[1].start : gold.claims[1].end] == "The company denied it."
    assert gold.types["front"] == "armed_group"


def test_evidence_that_is_not_in_the_text_is_refused(marked_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(marked_folder, tmp_path / "wrong"))
    rows = [json.loads(line) for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    rows[0]["evidence"] = "Nobody wrote this."
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "claims.jsonl").write_text(lines, encoding="utf-8")
    with pytest.raises(FormatError, match=r"a\.txt: evidence is not in the text: 'Nobody wrote this\.'"):
        list(gold_texts([folder]))
