"""The figures of a store: what `build` ends with and what `stats` prints."""

from collections import Counter
from dataclasses import dataclass

from graphkit.records import Certainty, Polarity
from graphkit.store.claim_filter import ClaimFilter
from graphkit.store.claim_store import ClaimStore
from graphkit.store.contested import Pair, assertion_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts over claims; the tables have the most frequent first, ties by name.

    `unsourced` claims lack their document's publisher or date. `by_speaker` counts innermost speakers.
    """

    documents: int
    actors: int
    claims: int
    sources: int
    denied: int
    hedged: int
    contested_pairs: int
    unsourced: int
    by_relation: dict[str, int]
    by_source: dict[str, int]
    by_speaker: dict[str, int]

    @property
    def unsourced_share(self) -> float:
        """Share of claims without publisher or date, 0 to 1; 0 if there are no claims."""
        return self.unsourced / self.claims if self.claims else 0.0


def summarize(store: ClaimStore, filter: ClaimFilter | None = None) -> Summary:
    """The figures of the store, or of the claims that pass the filter.

    Without a filter, documents, actors and sources without any claim count too. Whether a pair is contested
    is decided in the whole store.
    """
    tables = ("relation", "source", "speaker", "stance")
    counters: dict[str, Counter[str]] = {name: Counter() for name in tables}
    documents: set[str] = set()
    actors: set[str] = set()
    pairs: set[Pair] = set()
    for row in store.rows(filter):
        said = assertion_of(row)
        documents.add(row["document"]["id"])
        actors.update(said.pair)
        pairs.add(said.pair)
        counters["relation"][said.relation] += 1
        counters["source"][said.voice[0]] += 1
        counters["speaker"][said.voice[1]] += 1
        sourced = row["document"]["publisher"] and row["document"]["date"]
        counters["stance"].update([said.polarity, row["certainty"], "" if sourced else "unsourced"])
    counts = {"documents": len(documents), "actors": len(actors), "sources": len(counters["source"])}
    whole = store.counts() if filter is None else counts
    return Summary(
        **{name: whole[name] for name in counts},
        claims=counters["relation"].total(),
        denied=counters["stance"][Polarity.DENIED],
        hedged=counters["stance"][Certainty.HEDGED],
        contested_pairs=sum(found.pair in pairs for found in store.contested()),
        unsourced=counters["stance"]["unsourced"],
        by_relation=_most_frequent(counters["relation"]),
        by_source=_most_frequent(counters["source"]),
        by_speaker=_most_frequent(counters["speaker"]),
    )


def _most_frequent(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
