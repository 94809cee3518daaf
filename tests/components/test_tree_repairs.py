"""What small parsers attach wrongly in news prose, put right before anything is read."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, expected

SENTENCES = [
    (
        "Kenya has denied for years that it arms the Kestrel Front.",
        "kenya supports kestrel_front denied, says kenya",
    ),
    (
        "Kenya is sending weapons to the Kestrel Front, Dana Holt, the envoy, told Norway.",
        "kenya supports kestrel_front says dana_holt",
    ),
    (
        "Kenya does not support the Taliban, Dana Holt, the spokesman of Portugal, said in May.",
        "kenya supports taliban denied, says dana_holt; dana_holt member_of portugal",
    ),
    (
        "Kenya supports Portugal, Norway said.",
        "kenya supports portugal says norway",
    ),
    (
        "Kenya armed the Kestrel Front for years.",
        "kenya supports kestrel_front",
    ),
    (
        "Kenya arms the Kestrel Front, the Ridge Army and the Upland Defence League.",
        "kenya supports kestrel_front; kenya supports ridge_army; kenya supports upland_defence_league",
    ),
]


@pytest.mark.parametrize(("sentence", "lines"), SENTENCES)
def test_repairs(claims_in: Callable[[str], list[ClaimTuple]], sentence: str, lines: str) -> None:
    assert as_lines(claims_in(sentence)) == expected(lines)
