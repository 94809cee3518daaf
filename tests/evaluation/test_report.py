"""The table that people read and the JSON that programs read."""

from collections import Counter

import pytest

from graphkit.evaluation import PRF, Scores, Share, format_report, scores_json
from graphkit.evaluation.comparison import Edge

SCORES = Scores(
    documents=2,
    pair=PRF(3, 4, 5),
    edge=PRF(2, 4, 5),
    claim=PRF(2, 4, 6),
    whole=PRF(1, 4, 6),
    denied=PRF(0, 0, 1),
    hedged=PRF(1, 1, 1),
    speaker=Share(1, 2),
    cited=Share(0, 1),
    certainty=Share(2, 2),
    by_relation={"attacks": PRF(2, 3, 3), "supports": PRF(0, 1, 2)},
    unknown_actors=Counter({"beta": 1, "alpha": 1, "gamma": 2}),
    missed=(
        (Edge("a", "x", "attacks", "y", "denied"), "Xan did not\n\n strike\x1b[31m Yol."),
        (Edge("a", "x", "supports", "y", "affirmed"), "word " * 90),
    ),
    wrong=((Edge("b", "?gamma", "supports", "z", "affirmed"), "Gamma met Zim."),),
)


def test_report_has_rates_and_counts() -> None:
    report = format_report(SCORES)
    assert "                            P      R     F1   right  predicted   gold\n" in report
    assert "edge                    0.500  0.400  0.444       2          4      5\n" in report
    assert "attacks                 0.667  0.667  0.667       2          3      3\n" in report
    assert "Of 2 matched claims in 2 documents, right:\n" in report
    assert "speaker                 0.500  (1 of 2)\n" in report
    assert "cited speaker           0.000  (0 of 1)\n" in report
    assert report.endswith("3 actors that gold does not know, the commonest: gamma ×2, alpha ×1, beta ×1\n")


def test_report_lists_no_errors_unless_asked() -> None:
    assert "missed:" not in format_report(SCORES) and "wrong:" not in format_report(SCORES)


@pytest.mark.parametrize(("errors", "missed"), [(1, 1), (2, 2), (50, 2)])
def test_report_lists_errors_up_to_the_number(errors: int, missed: int) -> None:
    report = format_report(SCORES, errors=errors)
    assert (report.count("missed: "), report.count("wrong: ")) == (missed, 1)


def test_errors_stand_with_their_sentence() -> None:
    report = format_report(SCORES, errors=1)
    assert "\nmissed: a: x —attacks (denied)→ y\n    Xan did not strike [31m Yol.\n" in report
    assert "\nwrong: b: ?gamma —supports→ z\n    Gamma met Zim.\n" in report


def test_long_sentences_are_cut() -> None:
    assert max(map(len, format_report(SCORES, errors=2).splitlines())) == 4 + 200


def test_report_tells_of_claims_in_foreign_documents() -> None:
    assert "3 claims, in documents that gold does not hold, are not counted\n" in format_report(
        Scores(unmatched_rows=3)
    )


def test_report_of_nothing_is_zeros() -> None:
    assert "edge                    0.000  0.000  0.000       0          0      0\n" in format_report(
        Scores()
    )


def test_scores_json() -> None:
    figures = scores_json(SCORES)
    assert figures["edge"] == {"p": 0.5, "r": 0.4, "f1": 0.444, "tp": 2, "pred": 4, "gold": 5}
    assert (figures["speaker"], figures["speaker_cited"], figures["certainty"]) == (0.5, 0.0, 1.0)
    assert list(figures["by_relation"]) == ["attacks", "supports"]
    assert figures["unknown_actors"] == [["gamma", 2], ["alpha", 1], ["beta", 1]]
