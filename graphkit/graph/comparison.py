"""Two sources side by side: what both say of the same actors, where they clash, what only one says.

`graphkit compare STORE` without sources shows every contradiction of the store (see `contradictions`); with
``--source A --source B`` it shows what this module returns.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphkit.errors import StoreError
from graphkit.graph.contradictions import Contradiction, contradiction_of
from graphkit.graph.links import Link, links
from graphkit.lexicon import Relation
from graphkit.store import Dispute, assertion_of, contested_pairs, row_labels
from graphkit.store.contested import Pair

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sources, by label.

    `shared` has a line per link of pairs that both write about, `contradictions` the disputes in which they
    stand on different sides, `only_first` and `only_second` the links of pairs that the other leaves out.
    """

    first: str
    second: str
    shared: tuple[Link, ...]
    contradictions: tuple[Contradiction, ...]
    only_first: tuple[Link, ...]
    only_second: tuple[Link, ...]


def compare_sources(
    rows: Iterable[Row], first: str, second: str, relations: Mapping[str, Relation]
) -> Comparison:
    """Compare two sources by their labels, case aside; what both print is said by both.

    Holds the rows of the two in memory.

    Raises StoreError if both are the same.
    """
    if first.casefold() == second.casefold():
        raise StoreError(f"compare needs two sources, not {first!r} twice")
    said: dict[str, list[Row]] = {first.casefold(): [], second.casefold(): []}
    for row in rows:
        for label in row_labels(row):
            said.get(label.casefold(), []).append(row)
    by_first, by_second = said[first.casefold()], said[second.casefold()]
    # What both print is one row, not two.
    by_both = list({row["id"]: row for row in by_first + by_second}.values())
    pairs, others = _pairs(by_first), _pairs(by_second)
    return Comparison(
        first=first,
        second=second,
        shared=tuple(links(_of(by_both, pairs & others), relations)),
        contradictions=tuple(_contradictions(by_both, relations)),
        only_first=tuple(links(_of(by_first, pairs - others), relations)),
        only_second=tuple(links(_of(by_second, others - pairs), relations)),
    )


def _contradictions(by_both: list[Row], relations: Mapping[str, Relation]) -> list[Contradiction]:
    rows: dict[Pair, list[Row]] = defaultdict(list)
    for row in by_both:
        rows[assertion_of(row).pair].append(row)
    disputed = contested_pairs(map(assertion_of, by_both), relations)
    return [
        contradiction_of(contested.pair, dispute, rows[contested.pair], relations)
        for contested in disputed
        for dispute in contested.disputes
        if _is_between(dispute)
    ]


def _is_between(dispute: Dispute) -> bool:
    """True if somebody in one source stands against somebody in the other."""
    first, second = ({label for label, _ in side.voices} for side in (dispute.first, dispute.second))
    return len(first | second) > 1


def _pairs(rows: Iterable[Row]) -> set[Pair]:
    return {assertion_of(row).pair for row in rows}


def _of(rows: Iterable[Row], pairs: set[Pair]) -> Iterable[Row]:
    return (row for row in rows if assertion_of(row).pair in pairs)
