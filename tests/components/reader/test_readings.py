"""What the network says of a link becomes one claim, or one on either side."""

import numpy as np
import pytest

from graphkit.components.reader.queries import Named, Query
from graphkit.components.reader.questions import Answer
from graphkit.components.reader.readings import polarities
from graphkit.components.reader.windows import Window

QUERY = Query(Named(0, 1, "orvex"), Named(2, 3, "front"), (0, 5))


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([0.8, 0.1, 0.1], ["affirmed"]),
        ([0.2, 0.7, 0.1], ["denied"]),
        ([0.3, 0.2, 0.5], ["affirmed", "denied"]),
        ([0.45, 0.15, 0.4], ["affirmed"]),
    ],
)
def test_a_link_may_be_affirmed_and_denied_in_one_sentence(shares: list[float], expected: list[str]) -> None:
    nothing = np.zeros(0, dtype=np.float32)
    answer = Answer(QUERY, 0, Window(0, 0, 5), nothing, np.array(shares, dtype=np.float32), 0.0, nothing)
    assert [polarity.value for polarity in polarities(answer)] == expected
    assert [answer.said(polarity) for polarity in polarities(answer)] == pytest.approx(
        [shares[["affirmed", "denied"].index(word)] + shares[2] for word in expected]
    )
