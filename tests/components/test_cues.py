"""The word lists: words only. YAML reads a bare false, no or on as a truth value, and the cue is lost."""

from collections.abc import Iterator
from typing import Any

import pytest

from graphkit.components.cues import load_cues
from graphkit.lexicon import load_relations


def words(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for below in value.values():
            yield from words(below)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for below in value:
            yield from words(below)
    else:
        yield value


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("factuality"),
        "light_verbs",
        pytest.param("nominals"),
        "reporting",
    ],
)
def test_cues_are_words(name: str) -> None:
    assert [word for word in words(load_cues(name)) if not isinstance(word, str) or not word.strip()] == []


def test_triggers_are_words() -> None:
    found = [word for relation in load_relations().values() for word in words(dict(relation.triggers))]
    assert found
    assert [word for word in found if not isinstance(word, str) or not word.strip()] == []
