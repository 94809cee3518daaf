import io
import itertools
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from claim_making import ACTORS, claim, document, extraction, said

from graphkit.errors import StoreError
from graphkit.lexicon import Relation
from graphkit.records import Actor, ActorType, Copy, Extraction, Source, claim_row
from graphkit.store import ClaimFilter, ClaimStore, write_jsonl


def lines(store: ClaimStore) -> str:
    written = io.StringIO()
    write_jsonl(store.rows(), written)
    return written.getvalue()


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    with ClaimStore(":memory:") as opened:
        yield opened


def three_documents() -> list[Extraction]:
    return [
        said("in/b.txt", "acme", "supports", "borg", source={"publisher": "Dawn", "date": "2021"}),
        said("in/a.txt", "borg", "attacks", "acme", denied=True),
        said(
            *("in/c.txt", "carla", "leads", "acme"),
            speakers=["UN", "a diplomat"],
            speaker_ids=["un", None],
            context=(0, 5),
        ),
    ]


def test_claim_store_rows_are_claim_rows_in_order(store: ClaimStore) -> None:
    added = three_documents()
    assert store.add(added) == 3
    by_path = sorted(added, key=lambda item: item.document.path)
    expected = [claim_row(made, item.document, ACTORS) for item in by_path for made in item.claims]
    for row in expected:
        for end in ("subject", "object"):
            row[end]["aliases"] = sorted(row[end]["aliases"])
    rows = list(store.rows())
    assert rows == expected
    assert [list(row) for row in rows] == [list(row) for row in expected]
    assert [list(row["document"]) for row in rows] == [list(row["document"]) for row in expected]
    assert [row["context"] for row in rows] == [None, None, "Carla"]


def test_claim_store_orders_claims_by_place_in_the_text(store: ClaimStore) -> None:
    found = document("Acme, Borg, Dunn. Acme, Borg, Dunn.")
    claims = [
        claim(found, "acme", "supports", "borg", start=18),
        claim(found, "acme", "supports", "dunn", end=17),
        claim(found, "borg", "supports", "dunn", end=17),
        claim(found, "acme", "attacks", "borg", end=17),
        claim(found, "acme", "supports", "borg", end=17),
    ]
    store.add([extraction(found, *claims)])
    assert [row["id"] for row in store.rows()] == [claims[i].id for i in (3, 4, 1, 2, 0)]


def test_claim_store_same_input_in_any_order_gives_the_same_lines() -> None:
    forms = ["ACME Inc", "Acme Ltd", "Acme"]
    added = three_documents()
    for number, name in enumerate([*forms, "Acme Ltd"]):
        actor = Actor(id="acme", name=name, type=ActorType.OTHER if number else ActorType.AGENCY)
        found = said(f"in/z{number}.txt", "acme", "leads", "borg")
        added.append(extraction(found.document, *found.claims, actors=[actor, ACTORS["borg"]]))
    results = set()
    for seed in range(6):
        random.Random(seed).shuffle(added)
        with ClaimStore(":memory:") as store:
            store.add(added)
            results.add((lines(store), repr(store.actors())))
    assert len(results) == 1


def test_claim_store_actor_takes_the_most_frequent_facts(store: ClaimStore) -> None:
    seen = [
        Actor(id="acme", name="Acme", type=ActorType.OTHER, aliases=("ACM",), country="US"),
        Actor(id="acme", name="Acme Corp", type=ActorType.AGENCY, aliases=("ACM", "the firm")),
        Actor(id="acme", name="Acme", type=ActorType.AGENCY),
    ]
    for number, actor in enumerate(seen):
        store.add([extraction(document(f"text {number}", f"in/{number}.txt"), actors=[actor])])
    expected = Actor(
        id="acme", name="Acme", type=ActorType.AGENCY, aliases=("ACM", "Acme Corp", "the firm"), country="US"
    )
    assert store.actors() == {"acme": expected}


def test_claim_store_actor_ties_go_by_alphabet(store: ClaimStore) -> None:
    for number, name in enumerate(["Zed", "Abe"]):
        actor = Actor(id="a", name=name, type=ActorType.PERSON)
        store.add([extraction(document(f"text {number}", f"in/{number}.txt"), actors=[actor])])
    assert store.actors()["a"].name == "Abe"
    assert store.actors()["a"].aliases == ("Zed",)


def test_claim_store_add_twice_is_add_once(store: ClaimStore) -> None:
    store.add(three_documents())
    before, counts = lines(store), store.counts()
    store.add(three_documents())
    assert (lines(store), store.counts()) == (before, counts)
    assert counts == {"documents": 3, "actors": 3, "mentions": 6, "claims": 3, "sources": 3}


def test_claim_store_replaces_what_a_document_said(store: ClaimStore) -> None:
    found = document("Acme, Borg, Dunn.")
    store.add([extraction(found, claim(found, "acme", "supports", "borg"))])
    store.add([extraction(found, claim(found, "acme", "leads", "dunn"))])
    assert [row["relation"] for row in store.rows()] == ["leads"]
    assert set(store.actors()) == {"acme", "dunn"}
    assert len(list(store.mentions(found.id))) == 2


def test_claim_store_same_text_at_two_paths_is_one_document() -> None:
    results = []
    for paths in itertools.permutations(["in/b.txt", "in/a.txt", "in/c.txt"]):
        with ClaimStore(":memory:") as store:
            for path in paths:
                found = document("Acme backs Borg.", path, publisher=f"P of {path}")
                store.add([extraction(found, claim(found, "acme", "supports", "borg"))])
            results.append(lines(store))
            (row,) = store.rows()
            assert row["document"]["path"] == "in/a.txt"
            assert row["document"]["publisher"] == "P of in/a.txt"
            assert [copy["path"] for copy in row["document"]["also"]] == ["in/b.txt", "in/c.txt"]
            assert row["document"]["also"][0]["publisher"] == "P of in/b.txt"
    assert len(set(results)) == 1


def test_claim_store_gives_documents_back(store: ClaimStore) -> None:
    copy = Copy(path="in/z.txt", source=Source(publisher="Post"))
    found = document("Acme backs Borg.\n\x00é", also=[copy], title="T", date="2021-08", url="https://x.org")
    store.add([extraction(found)])
    assert list(store.documents()) == [found]
    assert store.document(found.id) == found
    with pytest.raises(StoreError, match="holds no text of a document 'nope'"):
        store.document("nope")


def test_claim_store_keeps_relations_of_its_own(tmp_path: Path) -> None:
    teaches = Relation(name="teaches", definition="gives lessons", inverse="taught by", color="#123456")
    with ClaimStore(tmp_path / "s.db", relations={"teaches": teaches}) as store:
        assert store.relations()["teaches"] == teaches
    with ClaimStore(tmp_path / "s.db") as store:
        assert store.relations()["teaches"] == teaches
        assert store.relations()["supports"].opposes == ("opposes", "attacks", "sanctions")


def test_claim_store_search_takes_words_not_operators(store: ClaimStore) -> None:
    found = document('Núñez "never" met Borg AND Acme; Carla Núñez OR nobody.')
    store.add([extraction(found, claim(found, "acme", "supports", "borg"))])
    assert len(list(store.search("nunez"))) == 1
    assert len(list(store.search('"never" acme'))) == 1
    assert not list(store.search("nunez elsewhere"))
    assert not list(store.search("nobody NOT acme"))
    assert not list(store.search(""))
    assert not list(store.search('"'))


def test_claim_store_a_failing_document_leaves_the_others(store: ClaimStore) -> None:
    first, second, third = three_documents()
    broken = Extraction(document=second.document, actors=(), mentions=(), claims=second.claims)
    with pytest.raises(KeyError):
        store.add([first, broken, third])
    assert [row["document"]["path"] for row in store.rows()] == ["in/b.txt"]


def test_claim_store_keeps_what_came_before_ctrl_c(store: ClaimStore) -> None:
    def stopped() -> Iterator[Extraction]:
        yield from three_documents()[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(stopped())
    assert store.counts()["claims"] == 2
    assert store.actors()["acme"].name == "Acme"


KILLED = """
import os, signal, sys
sys.path.insert(0, {tests!r})
from claim_making import said
from graphkit.store import ClaimStore

def documents():
    for number in range(100):
        if number == 70:
            os.kill(os.getpid(), signal.SIGKILL)
        yield said(f"in/{{number:03}}.txt", "acme", "supports", "borg")

ClaimStore({path!r}).add(documents(), fingerprint="f")
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_claim_store_survives_kill_9_and_goes_on(tmp_path: Path) -> None:
    path, tests = str(tmp_path / "graphkit.db"), str(Path(__file__).resolve().parents[1])
    script = KILLED.format(tests=tests, path=path)
    killed = subprocess.run([sys.executable, "-c", script], check=False, cwd=Path(tests).parent)
    assert killed.returncode == -signal.SIGKILL
    everything = [said(f"in/{number:03}.txt", "acme", "supports", "borg") for number in range(100)]
    by_id = {item.document.id: item for item in everything}
    with ClaimStore(path) as store:
        assert store.counts()["claims"] == 70
        assert store.actors()["acme"].aliases == ("ACM", "Acme Corp")
        new = list(store.unread((item.document for item in everything), "f"))
        assert [found.path for found in new] == [f"in/{number:03}.txt" for number in range(70, 100)]
        store.add((by_id[found.id] for found in new), fingerprint="f")
        resumed = lines(store)
    with ClaimStore(":memory:") as whole:
        whole.add(everything)
        assert lines(whole) == resumed


def test_claim_store_two_at_once(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "s.db") as writing, ClaimStore(tmp_path / "s.db") as reading:
        writing.add(three_documents())
        assert reading.counts()["claims"] == 3


def test_claim_store_says_who_is_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.store.database.WAIT_SECONDS", 0)
    with ClaimStore(tmp_path / "s.db") as writing, ClaimStore(tmp_path / "s.db") as late:
        writing.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"s\.db: in use by another program; wait until it is done"):
            late.add(three_documents())
        writing.connection.execute("ROLLBACK")


def test_claim_store_reads_what_it_cannot_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.db"
    with ClaimStore(path) as store:
        store.add([said("in/1.txt", "acme", "supports", "borg")])
        store.add([said("in/2.txt", "borg", "attacks", "acme", speakers=["UN"])])
        expected = lines(store)
    monkeypatch.setattr("graphkit.store.database.is_writable", lambda file: False)
    with ClaimStore(path) as store:
        assert lines(store) == expected
        assert [row["relation"] for row in store.rows(ClaimFilter(contested=True))] == ["supports", "attacks"]
        with pytest.raises(StoreError, match="readonly"):
            store.add(three_documents())
    Path(f"{path}-wal").write_bytes(b"x")
    with pytest.raises(StoreError, match="copy the folder to where you can write"):
        ClaimStore(path)


def test_claim_store_streams(store: ClaimStore) -> None:
    store.add(said(f"in/{number}.txt", "acme", "supports", "borg") for number in range(20))
    plan = "EXPLAIN QUERY PLAN "
    from graphkit.store import claim_rows

    steps = [row["detail"] for row in store.connection.execute(plan + claim_rows.SELECT + claim_rows.ORDER)]
    assert steps[0] == "SCAN documents USING INDEX documents_by_path"
    assert not any("TEMP B-TREE FOR ORDER BY" in step for step in steps), "the whole result would be sorted"


def test_claim_store_bug_is_not_a_store_error(store: ClaimStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.add(
            [Extraction(document=document("x"), actors=(), mentions=three_documents()[0].mentions, claims=())]
        )
