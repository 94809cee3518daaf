"""What counts as the same name, the same speaker, the same evidence; near misses included."""

import pytest

from graphkit.evaluation.matching import (
    ActorNames,
    evidence_overlaps,
    innermost,
    normalize_name,
    same_speaker,
)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("The Upland Defence League", "upland defence league"),
        ("U.S.", "us"),
        ("upland_defence_league", "upland defence league"),
        ("the late President Ms. Åsa Berg's", "asa berg"),
        ("the Norrviks’", "norrvik"),
        ("Therapy Group", "therapy group"),  # "The" is no word of its own
        ("The", "the"),
        ("", ""),
    ],
)
def test_normalize_name(written: str, normal: str) -> None:
    assert normalize_name(written) == normal


@pytest.fixture
def names() -> ActorNames:
    return ActorNames(
        [
            {"id": "udl", "name": "Upland Defence League", "aliases": ["the League", "UDL"]},
            {"id": "ivy_league", "name": "Ivy League", "aliases": ["the League"]},
            {"id": "kvelidze", "name": "Anzor Kvelidze"},
        ]
    )


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ({"name": "the UDL"}, "udl"),
        ({"name": "League"}, "udl"),  # both bear the name: the first one's
        ("Ivy League", "ivy_league"),
        ({"name": "A. Kvelidze", "id": "anzor_kvelidze"}, "kvelidze"),
        ({"name": "Lowland", "id": "lowland", "aliases": ["the Udl"]}, "udl"),
        ({"name": "Upland Defence"}, "?upland defence"),
        ({"name": None, "id": "some_body"}, "?some body"),
    ],
)
def test_actor_is_found_by_name_id_or_alias(names: ActorNames, end: object, found: str) -> None:
    assert names.actor(end) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("speakers", "key"),
    [
        (["the ministry", "Anzor Kvelidze"], "kvelidze"),
        (["the defence ministry"], "defence ministry"),
        ([{"name": "UDL"}], "udl"),
        (["author"], "author"),
        ([], "author"),
        (None, "author"),
    ],
)
def test_speaker_is_the_innermost(names: ActorNames, speakers: list[str] | None, key: str) -> None:
    assert names.speaker(speakers) == key


def test_innermost_reads_an_id_as_words() -> None:
    assert innermost(["author_of_the_report"]) == "author of the report"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("udl", "udl", True),
        ("defence ministry", "ministry", True),
        ("senior defence ministry official", "ministry", False),  # one word of four
        ("drevan_army", "drevan army spokesman", True),
        ("author", "author of report", False),
        ("author", "author", True),
        ("", "ministry", False),
    ],
)
def test_same_speaker(one: str, other: str, same: bool) -> None:
    assert same_speaker(one, other) is same
    assert same_speaker(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("Xan backs Yol.", "Xan backs\nYol", True),
        ("Xan backs Yol with money and men, she said.", "Xan backs Yol", True),
        ("Xan backs Yol.", "Xan fights Yol and Zim.", True),  # two words of three
        ("Xan backs Yol.", "Zim fights Yol.", False),
        ("Xan backs.", "Xan backs " + "and so on " * 3, False),  # 11 words against 2
        ("Xan backs.", "Xan backs " + "and so on " * 2 + "and so", True),  # 10 words against 2
        ("Yol Yol Yol", "Yol Zim Zim", False),  # a word counts as often as it stands there
        ("", "Xan backs Yol.", False),
        ("", "", False),
    ],
)
def test_evidence_overlaps(one: str, other: str, overlap: bool) -> None:
    assert evidence_overlaps(one, other) is overlap
    assert evidence_overlaps(other, one) is overlap
