from collections.abc import Iterator
from typing import Any

import pytest
from claim_making import claim, document, extraction, said

from graphkit.errors import StoreError
from graphkit.records import Copy, Source
from graphkit.store import ClaimFilter, ClaimStore


@pytest.fixture(scope="module")
def store() -> Iterator[ClaimStore]:
    """Five documents; a claim is known by its document's stem."""
    with ClaimStore(":memory:") as opened:
        post = {"publisher": "Post", "date": "2020-03-05"}
        un: dict[str, Any] = {
            "speakers": ["UN Team", "a diplomat"],
            "speaker_ids": ["un_team", None],
            "denied": True,
            "hedged": True,
        }
        copied = document(
            "Carla Núñez leads Acme.",
            "in/deep/d.txt",
            date="2021",
            url="https://www.x.org/1",
            also=[Copy(path="other/copy.md", source=Source(publisher="Dawn"))],
        )
        opened.add(
            [
                said("in/a.txt", "acme", "supports", "borg", source={"publisher": "Dawn", "date": "2021-08"}),
                said("in/b.txt", "acme", "supports", "borg", source=post, confidence=0.9, **un),
                said("in/c.txt", "dunn", "member_of", "east", source={"publisher": "Dawn"}, confidence=0.75),
                extraction(copied, claim(copied, "carla", "leads", "acme")),
                said("in/rows.jsonl#7", "east", "allied_with", "borg", source={"date": "2022-01-31"}),
            ]
        )
        yield opened


def passed(store: ClaimStore, **filters: Any) -> str:
    rows = store.rows(ClaimFilter(**filters))
    stems = [row["document"]["path"].rpartition("/")[2].partition(".")[0] for row in rows]
    return "".join(stem[0] for stem in stems)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "abcdr"),
        ({"source": ("Dawn",)}, "acd"),  # d has a copy in Dawn
        ({"source": ("dawn", "POST")}, "abcd"),
        ({"source": ("x.org",)}, "d"),
        ({"source": ("rows.jsonl#7",)}, "r"),
        ({"source": ("Daw",)}, ""),
        ({"document": ("in/a.txt",)}, "a"),
        ({"document": ("a.txt", "b")}, "ab"),
        ({"document": ("copy",)}, "d"),
        ({"document": ("other/copy.md",)}, "d"),
        ({"document": ("in",)}, ""),
        ({"document": ("rows.jsonl",)}, "r"),
        ({"document": ("in/rows.jsonl#7",)}, "r"),
        ({"document": ("in/rows.jsonl#70",)}, ""),
        ({"speaker": ("un team",)}, "b"),
        ({"speaker": ("A Diplomat",)}, "b"),
        ({"speaker": ("un_team",)}, "b"),
        ({"speaker": ("author",)}, "acdr"),
        ({"speaker": ("diplomat",)}, ""),
        ({"relation": ("supports", "leads")}, "abd"),
        ({"relation": ("Allied with",)}, "r"),
        ({"relation": ("member-of",)}, "c"),
        ({"relation": ("allied",)}, ""),
        ({"actor": ("borg",)}, "abr"),
        ({"actor": ("ACM",)}, "abd"),
        ({"actor": ("carla núñez",)}, "d"),
        ({"actor": ("CARLA NÚÑEZ",)}, "d"),
        ({"actor": ("carla Nu\u0301n\u0303ez",)}, "d"),
        ({"actor": ("the chairman", "acme corp")}, "abcd"),
        ({"actor": ("chairman",)}, ""),
        ({"actor_type": ("person",)}, "cd"),
        ({"actor_type": ("government", "person")}, "cdr"),
        ({"polarity": ("denied",)}, "b"),
        ({"polarity": ("denied", "affirmed")}, "abcdr"),
        ({"certainty": ("hedged",)}, "b"),
        ({"min_confidence": 0.75}, "bc"),
        ({"min_confidence": 0.76}, "b"),
        ({"min_confidence": 0.0}, "abcdr"),
        # partial dates are intervals; c has no date
        ({"since": "2021-08-15"}, "adr"),
        ({"since": "2021-08-31"}, "adr"),
        ({"since": "2021-09"}, "dr"),
        ({"since": "2021-12-31"}, "dr"),
        ({"since": "2022"}, "r"),
        ({"since": "2022-02"}, ""),
        ({"until": "2021"}, "abd"),
        ({"until": "2021-07-31"}, "bd"),
        ({"until": "2021-01-01"}, "bd"),
        ({"until": "2020"}, "b"),
        ({"until": "2020-03-04"}, ""),
        ({"since": "2021-08-01", "until": "2021-08-02"}, "ad"),
        ({"since": "1000"}, "abdr"),
        ({"min_sources": 1}, "abcdr"),
        ({"min_sources": 2}, "ab"),
        ({"min_sources": 3}, ""),
        ({"contested": True}, "ab"),
        # properties of the pair stay those of the whole store
        ({"min_sources": 2, "source": ("Dawn",)}, "a"),
        ({"contested": True, "source": ("Post",)}, "b"),
        ({"contested": True, "source": ("x.org",)}, ""),
        # different options are and
        ({"source": ("Dawn",), "actor": ("east",)}, "c"),
        ({"source": ("Post",), "actor": ("east",)}, ""),
        ({"relation": ("supports",), "polarity": ("affirmed",), "until": "2021"}, "a"),
        # hostile values are values
        ({"source": ("'; DROP TABLE claims; --",)}, ""),
        ({"actor": ('" OR 1=1',)}, ""),
        ({"document": ("%",)}, ""),
    ],
)
def test_claim_filter_passes(store: ClaimStore, filters: dict[str, Any], expected: str) -> None:
    assert passed(store, **filters) == expected


def test_claim_filter_leaves_the_store_whole(store: ClaimStore) -> None:
    assert passed(store) == "abcdr"


@pytest.mark.parametrize("date", ["2021-8", "last week", "2021-13", "", "2021-08-26T00:00"])
def test_claim_filter_refuses_dates_that_are_none(date: str) -> None:
    with pytest.raises(StoreError, match="write a date as 2021, 2021-08 or 2021-08-26"):
        ClaimFilter(since=date)


@pytest.mark.parametrize("confidence", [-0.1, 1.1, 71])
def test_claim_filter_refuses_confidence_out_of_range(confidence: float) -> None:
    with pytest.raises(StoreError, match="between 0 and 1"):
        ClaimFilter(min_confidence=confidence)
