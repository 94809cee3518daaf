"""Claims at rest: the SQLite store, its filters, and the questions that it answers."""

from graphkit.store.claim_filter import ClaimFilter
from graphkit.store.claim_store import ClaimStore
from graphkit.store.claims_file import write_jsonl
from graphkit.store.contested import Assertion, ContestedPair, assertion_of, contested_pairs, row_label
from graphkit.store.opening import STORE_NAME, open_store

__all__ = [
    "STORE_NAME",
    "Assertion",
    "ClaimFilter",
    "ClaimStore",
    "ContestedPair",
    "assertion_of",
    "contested_pairs",
    "open_store",
    "row_label",
    "write_jsonl",
]
