"""What must follow a verb, goods and mutual acts."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, expected

SENTENCES = [
    (
        "Norway put Orvex Holdings on its blacklist.",
        "norway sanctions orvex_holdings",
    ),
    (
        "Norway put Orvex Holdings in a drawer.",
        "",
    ),
    (
        "Orvex Holdings took the Harbor Trust to court.",
        "harbor_trust opposes orvex_holdings",
    ),
    (
        "Kenya gave weapons to the Kestrel Front.",
        "kenya supports kestrel_front",
    ),
    (
        "Kenya gave a speech to the Kestrel Front.",
        "",
    ),
    (
        "The Kestrel Front and the Ridge Army hate each other.",
        "kestrel_front opposes ridge_army",
    ),
    (
        "The Kestrel Front has nothing to do with Orvex Holdings.",
        "kestrel_front linked_to orvex_holdings denied",
    ),
    (
        "Norway froze the assets of Orvex Holdings.",
        "norway sanctions orvex_holdings",
    ),
    (
        "Kenya wants to arm the Kestrel Front.",
        "kenya supports kestrel_front hedged",
    ),
]


@pytest.mark.parametrize(("sentence", "lines"), SENTENCES)
def test_frames(claims_in: Callable[[str], list[ClaimTuple]], sentence: str, lines: str) -> None:
    assert as_lines(claims_in(sentence)) == expected(lines)
