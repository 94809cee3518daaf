from pathlib import Path

import pytest

from graphkit.errors import FormatError
from graphkit.exporters import WRITERS, format_for


@pytest.mark.parametrize(
    ("path", "name", "expected"),
    [
        ("g.graphml", None, "graphml"),
        ("G.GRAPHML", None, "graphml"),
        ("c.jsonl", None, "claims"),
        ("c.json", "claims", "claims"),
        ("g.xml", "graphml", "graphml"),
    ],
)
def test_format_for(path: str, name: str | None, expected: str) -> None:
    assert format_for(Path(path), name).name == expected


@pytest.mark.parametrize(
    ("path", "name", "message"),
    [
        (
            "g.png",
            None,
            r"g\.png: the suffix '\.png' tells no format; choose one with --format; known: graphml",
        ),
        ("graph", None, "the suffix '' tells no format"),
        ("g.graphml", "png", "no format 'png'"),
    ],
)
def test_format_for_what_is_not_known(path: str, name: str | None, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        format_for(Path(path), name)


def test_formats_have_suffixes_of_their_own() -> None:
    suffixes = [suffix for item in WRITERS.values() for suffix in item.suffixes]
    assert len(suffixes) == len(set(suffixes))
