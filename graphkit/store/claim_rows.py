"""A claim between its two forms: a row of claims.jsonl and the columns of the table `claims`."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graphkit.errors import StoreError
from graphkit.records import SOURCE_FIELDS
from graphkit.store.database import REBUILD

ENDS = ("subject", "object")

SAME_NAME = (
    "id", "relation", "polarity", "certainty", "evidence", "start", "end",
    "trigger", "trigger_start", "trigger_end", "context", "context_start", "context_end",
    "raw_start", "raw_end", "confidence", "extractor",
)  # fmt: skip
"""Fields that are called the same in both forms and hold one number or text."""

REMEMBERED = 20_000
"""Lists that are read once: most claims have the speakers, and all the aliases, of some claim before."""

END_FIELDS = ("id", "mention", "start", "end")

COLUMNS = (
    "document_id",
    *(f"{end}_{name}" for end in ENDS for name in END_FIELDS),
    *SAME_NAME,
    "speakers",
    "speaker_ids",
    "speaker",
)

INSERT = (
    f"INSERT INTO claims ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
    " ON CONFLICT (id) DO NOTHING"
)

# CROSS JOIN keeps SQLite to this order of loops: documents by path, then claims by place, no sorting needed.
FROM = (
    " FROM documents CROSS JOIN claims ON claims.document_id = documents.id"
    " CROSS JOIN actors AS subjects ON subjects.id = claims.subject_id"
    " CROSS JOIN actors AS objects ON objects.id = claims.object_id"
)

SELECT = (
    "SELECT documents.path,"
    + "".join(f" documents.{name}," for name in SOURCE_FIELDS)
    + ", ".join(f" claims.{name}" for name in COLUMNS)
    + "".join(f", {end}s.{name} AS {end}_{name}" for end in ENDS for name in ("name", "type", "aliases"))
    + FROM
)

ORDER = (
    " ORDER BY documents.path, documents.id, claims.start, claims.end, claims.subject_start,"
    " claims.object_start, claims.relation, claims.id"
)


def claim_values(row: Mapping[str, Any]) -> list[Any]:
    """The values of COLUMNS for a row of claims.jsonl."""
    return [
        row["document"]["id"],
        *(row[end][name] for end in ENDS for name in END_FIELDS),
        *(row[name] for name in SAME_NAME),
        json.dumps(row["speakers"], ensure_ascii=False),
        json.dumps(row["speaker_ids"], ensure_ascii=False),
        row["speakers"][-1],
    ]


def row_of(found: Mapping[str, Any], also: list[dict[str, Any]]) -> dict[str, Any]:
    """The row of claims.jsonl for a result of SELECT: same keys, order and values as `records.claim_row`."""
    return {
        "id": found["id"],
        "document": {
            "id": found["document_id"],
            "path": found["path"],
            "also": also,
            **{name: found[name] for name in SOURCE_FIELDS},
        },
        "subject": _end(found, "subject"),
        "relation": found["relation"],
        "object": _end(found, "object"),
        "polarity": found["polarity"],
        "certainty": found["certainty"],
        "speakers": _list(found, "speakers"),
        "speaker_ids": _list(found, "speaker_ids"),
        **{name: found[name] for name in SAME_NAME[4:]},
    }


def _list(found: Mapping[str, Any], name: str) -> list[Any]:
    try:
        return list(_items(found[name]))
    except (TypeError, ValueError) as error:
        raise StoreError(f"claim {found['id']}: {name} is damaged ({error}); {REBUILD}") from error


@lru_cache(maxsize=REMEMBERED)
def _items(packed: str) -> tuple[Any, ...]:
    return tuple(json.loads(packed))


def _end(found: Mapping[str, Any], end: str) -> dict[str, Any]:
    return {
        "id": found[f"{end}_id"],
        "name": found[f"{end}_name"],
        "type": found[f"{end}_type"],
        "aliases": _list(found, f"{end}_aliases"),
        "mention": found[f"{end}_mention"],
        "start": found[f"{end}_start"],
        "end": found[f"{end}_end"],
    }
