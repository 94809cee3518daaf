"""Denials and confirmations of what was just said, and what only looks like one."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, expected

SENTENCES = [
    (
        "Norway says that Kenya arms the Kestrel Front. Kenya denied it.",
        "kenya supports kestrel_front says norway; kenya supports kestrel_front denied, says kenya",
    ),
    (
        "Norway says that Kenya arms the Kestrel Front. Kenya rejected the accusation.",
        "kenya supports kestrel_front says norway; kenya supports kestrel_front denied, says kenya",
    ),
    (
        "Norway says that Kenya arms the Kestrel Front, which Kenya denies.",
        "kenya supports kestrel_front says norway; kenya supports kestrel_front denied, says kenya",
    ),
    (
        "Norway says that Kenya arms the Kestrel Front. Kenya confirmed it.",
        "kenya supports kestrel_front says norway; kenya supports kestrel_front says kenya",
    ),
    (
        "Kenya and Portugal armed the Kestrel Front. Both denied it.",
        "kenya supports kestrel_front; portugal supports kestrel_front; "
        "kenya supports kestrel_front denied, says kenya; "
        "portugal supports kestrel_front denied, says portugal",
    ),
    (
        "Norway says that Kenya arms the Kestrel Front. Kenya denied the request for aid.",
        "kenya supports kestrel_front says norway",
    ),
    (
        "Norway says that Kenya arms the Kestrel Front. Nobody confirmed it.",
        "kenya supports kestrel_front says norway",
    ),
    (
        "It rained. Kenya denied it.",
        "",
    ),
]


@pytest.mark.parametrize(("sentence", "lines"), SENTENCES)
def test_echoes(claims_in: Callable[[str], list[ClaimTuple]], sentence: str, lines: str) -> None:
    assert as_lines(claims_in(sentence)) == expected(lines)
