"""Posts, possessives and affiliations: who belongs to what by how they are named."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, expected

SENTENCES = [
    (
        "Dana Holt of the Borderlands League left.",
        "dana_holt member_of borderlands_league",
    ),
    (
        "The Harbor Trust's choirmaster, Dana Holt, left.",
        "dana_holt member_of harbor_trust",
    ),
    (
        "The deputy leader of the Ridge Army, Dana Holt, left.",
        "dana_holt member_of ridge_army",
    ),
    (
        "Dana Holt, a leader of the Ridge Army, left.",
        "dana_holt member_of ridge_army",
    ),
    (
        "Dana Holt, the leader of the Ridge Army, left.",
        "dana_holt leads ridge_army",
    ),
    (
        "Dana Holt, a former head of the Ridge Army, left.",
        "dana_holt leads ridge_army",
    ),
    (
        "Dana Holt, a former commander of the Ridge Army, left.",
        "dana_holt member_of ridge_army",
    ),
    (
        "Dana Holt, a former deputy head of the Ridge Army, left.",
        "dana_holt member_of ridge_army",
    ),
    (
        "Dana Holt, the president of Kenya, left.",
        "dana_holt leads kenya",
    ),
    (
        "Dana Holt of Oslo left.",
        "",
    ),
    (
        "Dana Holt, a friend of music, left the Harbor Trust a letter.",
        "",
    ),
]


@pytest.mark.parametrize(("sentence", "lines"), SENTENCES)
def test_roles(claims_in: Callable[[str], list[ClaimTuple]], sentence: str, lines: str) -> None:
    assert as_lines(claims_in(sentence)) == expected(lines)
