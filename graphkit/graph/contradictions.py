"""The contested pairs with the rows of both sides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graphkit.lexicon import Relation
from graphkit.store import (
    Assertion,
    ClaimFilter,
    ClaimStore,
    ContestedPair,
    Dispute,
    assertion_of,
    contested_pairs,
)
from graphkit.store.contested import Pair, Voice, is_on

if TYPE_CHECKING:
    import networkx as nx

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """One dispute over a pair of actors, and what each side says in which words."""

    pair: Pair
    dispute: Dispute
    first: tuple[Row, ...]
    second: tuple[Row, ...]


def contradictions(store: ClaimStore, filter: ClaimFilter | None = None) -> Iterator[Contradiction]:
    """Every dispute of the store, strongest first.

    What is disputed is decided in the whole store; a filter then chooses which rows are shown, and disputes
    of which it leaves none are not shown at all. Holds the rows of contested pairs in memory.
    """
    wanted = replace(filter or ClaimFilter(), contested=True)
    rows: dict[Pair, list[Row]] = defaultdict(list)
    for row in store.rows(wanted):
        rows[assertion_of(row).pair].append(row)
    relations = store.relations()
    found = [
        contradiction_of(contested.pair, dispute, rows[contested.pair], relations)
        for contested in store.contested()
        for dispute in contested.disputes
    ]
    # Stable: what is equally strong stays by ids, as `ClaimStore.contested` has it.
    found.sort(key=lambda item: tuple(-count for count in item.dispute.strength))
    return (item for item in found if item.first or item.second)


def contradiction_of(
    pair: Pair, dispute: Dispute, rows: Iterable[Row], relations: Mapping[str, Relation]
) -> Contradiction:
    """The dispute with those of the rows that are on its sides."""
    said = [(assertion_of(row), row) for row in rows]
    return Contradiction(
        pair=pair,
        dispute=dispute,
        first=tuple(row for assertion, row in said if is_on(assertion, dispute.first, relations)),
        second=tuple(row for assertion, row in said if is_on(assertion, dispute.second, relations)),
    )


def contested_in_graph(
    graph: "nx.MultiDiGraph[str]", relations: Mapping[str, Relation]
) -> list[ContestedPair]:
    """The contested pairs of a graph that `build_graph` made, strongest first."""
    assertions = (
        Assertion(subject, said["relation"], object_, said["polarity"], _voice(said))
        for subject, object_, said in graph.edges(data=True)
    )
    return contested_pairs(assertions, relations)


def _voice(said: Mapping[str, Any]) -> Voice:
    return said["publication"], said["speaker"]
