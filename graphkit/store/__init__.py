"""Claims at rest: the SQLite store, its filters, and the questions that it answers."""

from graphkit.store.claim_filter import ClaimFilter
from graphkit.store.claim_store import ClaimStore
from graphkit.store.claims_file import write_jsonl
from graphkit.store.contested import (
    Assertion,
    ContestedPair,
    Dispute,
    Side,
    assertion_of,
    contested_pairs,
    row_label,
    row_labels,
)
from graphkit.store.lookup import UnknownValue, find_actor, nearest, unknown_values
from graphkit.store.opening import STORE_NAME, open_store
from graphkit.store.summary import Summary, summarize
from graphkit.store.tables import (
    ActorLine,
    SourceLine,
    Unsourced,
    actor_table,
    source_table,
    unsourced_documents,
)
from graphkit.store.verify import Problem, verify
from graphkit.store.whole_file import file_target, whole_file

__all__ = [
    "STORE_NAME",
    "ActorLine",
    "Assertion",
    "ClaimFilter",
    "ClaimStore",
    "ContestedPair",
    "Dispute",
    "Problem",
    "Side",
    "SourceLine",
    "Summary",
    "UnknownValue",
    "Unsourced",
    "actor_table",
    "assertion_of",
    "contested_pairs",
    "file_target",
    "find_actor",
    "nearest",
    "open_store",
    "row_label",
    "row_labels",
    "source_table",
    "summarize",
    "unknown_values",
    "unsourced_documents",
    "verify",
    "whole_file",
    "write_jsonl",
]
