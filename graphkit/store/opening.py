"""Opening what a user names as a store: a graphkit.db, a folder that holds one, or a claims.jsonl."""

from pathlib import Path

from graphkit.errors import StoreError
from graphkit.store.claim_store import ClaimStore
from graphkit.store.claims_file import load_claims
from graphkit.store.database import MEMORY, REBUILD

STORE_NAME = "graphkit.db"
CLAIMS_SUFFIX = ".jsonl"


def open_store(path: Path | str) -> ClaimStore:
    """The store at `path`; claims.jsonl is loaded into memory, and its documents then have no text.

    Raises StoreError if there is none, or if it is damaged, of another kind or of a newer graphkit.
    """
    found = Path(path)
    if found.is_dir():
        if not (found / STORE_NAME).is_file():
            raise StoreError(f"{found}: holds no {STORE_NAME}; {REBUILD}")
        found = found / STORE_NAME
    if not found.is_file():
        raise StoreError(f"{found}: no such store; {REBUILD}")
    if found.suffix.lower() == CLAIMS_SUFFIX:
        return _load(found)
    if not found.stat().st_size:
        raise StoreError(f"{found}: empty, not a store; {REBUILD}")
    return ClaimStore(found)


def _load(path: Path) -> ClaimStore:
    store = ClaimStore(MEMORY)
    store.path = str(path)
    try:
        load_claims(store.connection, path)
    except BaseException:
        store.close()
        raise
    return store
