"""Marked documents become windows with the right answers."""

import pytest

from graphkit.components.reader.labels import LABELS, MENTION_TAGS, STATES, TYPES
from graphkit.training.examples import Asked, Example, polarity_shares


def between(example: Example, *ends: str) -> list[Asked]:
    """The queries about two actors, in text order."""
    return [query for query in example.asked if set(query.ends) == set(ends)]


def test_tokens_are_tagged(example: Example) -> None:
    tagged = [MENTION_TAGS[tag] for _, tag in example.tags if tag]
    names = ["B-NAME", "I-NAME"] * 3
    assert tagged == [
        *names,
        "B-ANAPHOR",
        "I-ANAPHOR",
        "B-ANAPHOR",
        "B-ANAPHOR",
        "B-ANAPHOR",
        "B-NAME",
        "I-NAME",
    ]
    kinds = [TYPES[kind] for _, kind in example.types]
    assert kinds == ["organization", "armed_group", "media", "person"]


def test_anaphors_have_the_mentions_before_them_as_candidates(example: Example) -> None:
    assert [(len(before), len(same)) for _, before, same in example.antecedents] == [
        (3, 1),
        (4, 2),
        (5, 1),
        (6, 3),
    ]


def test_queries_have_the_answers_of_their_sentence(example: Example) -> None:
    first, second, third = between(example, "ordin", "front")
    for query in (first, second, third):
        assert {LABELS[label] for label in query.labels} <= {"supports>", "supports<"}
    assert (first.polarity, second.polarity, third.polarity) == ((1, 0, 0), (0, 1, 0), (0, 1, 0))
    assert STATES[second.state] == "supports<!", "the rules read the answer; the Front is mentioned first"
    [leader] = [query for query in between(example, "holt", "ordin") if query.polarity is not None]
    assert LABELS[next(iter(leader.labels))] == "leads<", "Ordin is mentioned first"
    assert leader.speakers == ((), None), "the author, and nobody denies it"


def test_speakers_are_pointed_at(example: Example) -> None:
    first, second, third = between(example, "ordin", "front")
    words = dict(example.tags)
    (affirming, nobody), (no_one, denying), (_, holt) = first.speakers, second.speakers, third.speakers
    assert (nobody, no_one) == (None, None)
    assert affirming and [MENTION_TAGS[words[place]] for place in affirming] == ["B-NAME", "I-NAME"]
    assert denying and [MENTION_TAGS[words[place]] for place in denying] == ["B-ANAPHOR", "I-ANAPHOR"]
    assert holt and len(holt) == 2


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([("supports", "affirmed")], (1, 0, 0)),
        ([("supports", "denied"), ("supports", "denied")], (0, 1, 0)),
        ([("supports", "affirmed"), ("supports", "denied")], (0, 0, 1)),
        ([("supports", "affirmed"), ("controls", "denied")], (0.5, 0.5, 0)),
        ([], None),
    ],
)
def test_a_link_is_affirmed_denied_or_both(
    claims: list[tuple[str, str]], expected: tuple[float, ...] | None
) -> None:
    rows = [{"relation": relation, "polarity": polarity} for relation, polarity in claims]
    assert polarity_shares(rows) == expected


def test_pairs_that_nothing_links_are_asked_about_too(example: Example) -> None:
    assert [LABELS[next(iter(query.labels))] for query in between(example, "post", "front")] == ["none"]
