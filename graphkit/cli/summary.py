"""A store's figures in a few lines."""

from typing import TYPE_CHECKING

from graphkit.cli.terminal import plural

if TYPE_CHECKING:
    from graphkit.store import Summary


def summary_lines(summary: "Summary") -> list[str]:
    """How much there is, how much of it is denied, hedged, contested, and how much lacks its origin."""
    return [
        f"{plural(summary.documents, 'document')}, {plural(summary.actors, 'actor')}, "
        f"{plural(summary.claims, 'claim')}, {plural(summary.sources, 'source')}.",
        f"{plural(summary.denied, 'claim')} denied, {summary.hedged:,} hedged; "
        f"{plural(summary.contested_pairs, 'pair')} of actors contested.",
        f"{summary.unsourced_share:.0%} of the claims lack publisher or date.",
    ]
