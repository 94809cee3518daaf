"""What a format's reader hands on: the raw text of one document and what the file says about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """One document as its format's reader found it.

    `start` is where in `raw` the text begins (behind the front matter). `stated` is metadata put there for
    readers like us (front matter, columns of the row), which wins over sidecars and tables; `own` is metadata
    of the format (HTML head, properties), which loses to them. `row` counts from 1. `warning` says what was
    not understood though the document is kept.
    """

    raw: str
    start: int = 0
    stated: Mapping[str, object] = field(default_factory=dict)
    own: Mapping[str, object] = field(default_factory=dict)
    row: int | None = None
    markdown: bool = False
    warning: str | None = None
