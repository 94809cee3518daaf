"""claims.jsonl: one claim a line, as `records.claim_row` lays it out."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graphkit.store import whole_file, write_jsonl


def write_claims(rows: Iterable[Mapping[str, Any]], path: Path | str) -> int:
    """Write rows, as `ClaimStore.rows` gives them, to a file that appears whole; returns how many."""
    with whole_file(path) as stream:
        return write_jsonl(rows, stream)
