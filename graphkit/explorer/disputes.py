"""Which claims of the graph contradict which: the store's rule, given back as numbers of claims."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np

from graphkit.explorer.pairs import Pairs
from graphkit.lexicon import Relation
from graphkit.store import Assertion, contested_pairs
from graphkit.store.contested import is_on


def find_disputes(pairs: Pairs, relations: Mapping[str, Relation]) -> dict[str, list[Any]]:
    """Columns `pair`, `first` and `second`: the claims of both sides of each dispute, the strongest first."""
    # one claim alone contradicts nothing, and most pairs have but one
    several = np.flatnonzero(pairs.claim_counts()[pairs.pair] > 1).tolist()
    assertions = {claim: _assertion(pairs, claim) for claim in several}
    claims_of = defaultdict(list)
    for claim, said in assertions.items():
        claims_of[said.pair].append(claim)
    disputes: dict[str, list[Any]] = {"pair": [], "first": [], "second": []}
    for contested in contested_pairs(assertions.values(), relations):
        claims = claims_of[contested.pair]
        for dispute in contested.disputes:
            disputes["pair"].append(int(pairs.pair[claims[0]]))
            for name, side in (("first", dispute.first), ("second", dispute.second)):
                disputes[name].append(
                    [claim for claim in claims if is_on(assertions[claim], side, relations)]
                )
    return disputes


def speaker_of(data: Mapping[str, Any]) -> str:
    """The innermost speaker; the author where the graph does not say."""
    return str(data.get("speaker") or "author")


def publication_of(data: Mapping[str, Any]) -> str:
    """Key and label of the source; never empty."""
    return str(data.get("publication") or data.get("publisher") or data.get("document") or "unnamed source")


def relation_of(data: Mapping[str, Any]) -> str:
    """The relation; a foreign graph that names none says no more than that there is a link."""
    return str(data.get("relation") or "linked_to")


def _assertion(pairs: Pairs, claim: int) -> Assertion:
    data = pairs.claims[claim][1]
    low, high = pairs.actors[pairs.low[pairs.pair[claim]]], pairs.actors[pairs.high[pairs.pair[claim]]]
    subject, object_ = (low, high) if pairs.forward[claim] else (high, low)
    polarity = str(data.get("polarity") or "affirmed")
    return Assertion(subject, relation_of(data), object_, polarity, (publication_of(data), speaker_of(data)))
