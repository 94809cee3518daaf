"""Identity that no trigger word carries."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, expected

SENTENCES = [
    (
        "The Harbor Trust is simply the Ridge Army under another name.",
        "harbor_trust identified_with ridge_army",
    ),
    (
        "The Harbor Trust is not the Ridge Army.",
        "harbor_trust identified_with ridge_army denied",
    ),
    (
        "The Harbor Trust and the Ridge Army are one organisation.",
        "harbor_trust identified_with ridge_army",
    ),
    (
        "The Harbor Trust and the Ridge Army are a single enterprise.",
        "harbor_trust identified_with ridge_army",
    ),
    (
        "The Harbor Trust and the Ridge Army are two organisations.",
        "",
    ),
    (
        "The Harbor Trust is a charity, like the Ridge Army.",
        "",
    ),
    (
        "The leader of the Ridge Army is Dana Holt.",
        "dana_holt leads ridge_army",
    ),
]


@pytest.mark.parametrize(("sentence", "lines"), SENTENCES)
def test_identities(claims_in: Callable[[str], list[ClaimTuple]], sentence: str, lines: str) -> None:
    assert as_lines(claims_in(sentence)) == expected(lines)
