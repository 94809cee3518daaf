"""claims.jsonl: one claim a line, as `records.claim_row` lays it out."""

from pathlib import Path

from graphkit.store import ClaimFilter, ClaimStore, whole_file, write_jsonl


def write_claims(store: ClaimStore, path: Path | str, *, filters: ClaimFilter | None = None) -> int:
    """Write the claims of a store to a file that appears whole; returns how many."""
    with whole_file(path) as stream:
        return write_jsonl(store.rows(filters), stream)
