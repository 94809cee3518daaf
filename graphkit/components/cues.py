"""The word lists of ``data/cues``: what tells a speaker, a denial, a hedge, a nominal."""

from functools import cache
from typing import Any

import yaml

from graphkit.lexicon import data_path


@cache
def load_cues(name: str) -> dict[str, Any]:
    """The lists of ``data/cues/<name>.yaml``, each a frozenset of lemmas; mappings stay mappings.

    >>> "deny" in load_cues("factuality")["denial_verbs"]
    True
    """
    text = data_path("cues", f"{name}.yaml").read_text(encoding="utf-8")
    return {key: _frozen(value) for key, value in yaml.safe_load(text).items()}


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return frozenset(value) if isinstance(value, list) else value
