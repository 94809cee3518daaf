from collections.abc import Iterator

import pytest
from claim_making import RELATIONS, document, extraction, said

from graphkit.errors import StoreError
from graphkit.records import Actor, ActorType, Copy, Source
from graphkit.store import ClaimFilter, ClaimStore, find_actor, unknown_values

COPIES = [Copy(path=f"in/{name}.txt", source=Source(publisher=name)) for name in ("Echo", "Echo online")]


@pytest.fixture(scope="module")
def store() -> Iterator[ClaimStore]:
    with ClaimStore(":memory:") as opened:
        opened.add(
            [
                said(
                    "in/a.txt",
                    "acme",
                    "supports",
                    "borg",
                    source={"publisher": "Dawn"},
                    speakers=["UN", "he"],
                ),
                said("in/b.txt", "carla", "leads", "acme", source={"publisher": "Post"}),
                said("in/c.txt", "dunn", "leads", "acme", source={"publisher": "The BBC at night"}),
                said("in/d.txt", "dunn", "leads", "borg", source={"publisher": "BBC (digest)"}),
                extraction(document("y", "in/e.txt", publisher="Post", also=COPIES)),
                extraction(
                    document("x"), actors=[Actor(id="x", name="Y", type=ActorType.OTHER, aliases=("ACM",))]
                ),
            ]
        )
        yield opened


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        (ClaimFilter(), []),
        (ClaimFilter(source=("Dwan",)), ['no source "Dwan"; nearest: "Dawn"']),
        (ClaimFilter(source=("dawn", "zzz")), ['no source "zzz"']),
        (ClaimFilter(source=("BBC",)), ['no source "BBC"; nearest: "BBC (digest)" or "The BBC at night"']),
        (ClaimFilter(source=("echo", "ECHO online")), []),
        (ClaimFilter(source=("cho",)), ['no source "cho"; nearest: "Echo"']),
        (ClaimFilter(source=(" ",)), ['no source " "']),
        (ClaimFilter(relation=("allied with", "member-of")), []),
        (ClaimFilter(actor=("acm",), actor_type=("person",)), []),
        (ClaimFilter(actor=("Karla Nunez",)), ['no actor "Karla Nunez"; nearest: "Carla Núñez"']),
        (
            ClaimFilter(actor_type=("people",)),
            [f'no actor type "people"; known: {", ".join(ActorType)}'],
        ),
        (ClaimFilter(relation=("support",)), [f'no relation "support"; known: {", ".join(RELATIONS)}']),
        (ClaimFilter(relation=("founded",)), []),
        (ClaimFilter(speaker=("un", "He", "author")), []),
        (ClaimFilter(speaker=("U.N.",)), ['no speaker "U.N."; nearest: "UN"']),
        (ClaimFilter(document=("a", "b.txt", "in/a.txt")), []),
        (
            ClaimFilter(document=("b.text",)),
            ['no document "b.text"; nearest: "b.txt" or "e.txt" or "d.txt"'],
        ),
        (ClaimFilter(polarity=("negated",)), ['no polarity "negated"; known: affirmed, denied']),
        (ClaimFilter(certainty=("hedged",)), []),
    ],
)
def test_unknown_values(store: ClaimStore, filter: ClaimFilter, expected: list[str]) -> None:
    assert [str(unknown) for unknown in unknown_values(store, filter)] == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [("acme", "acme"), ("Acme Corp", "acme"), ("CARLA núñez", "carla"), ("y", "x"), ("X", "x")],
)
def test_find_actor(store: ClaimStore, text: str, actor: str) -> None:
    assert find_actor(store, text).id == actor


def test_find_actor_says_who_else(store: ClaimStore) -> None:
    with pytest.raises(StoreError, match='"ACM" may be any of acme, x; give the id'):
        find_actor(store, "ACM")
    with pytest.raises(StoreError, match='no actor "Brog"; nearest: "Borg"'):
        find_actor(store, "Brog")
