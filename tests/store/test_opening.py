import io
import json
import sqlite3
from pathlib import Path

import pytest
from claim_making import ACTORS, claim, document, extraction, said
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import StoreError
from graphkit.exporters import write_claims
from graphkit.records import Actor, ActorType, Copy, Source
from graphkit.store import ClaimStore, open_store, write_jsonl


def filled(path: Path) -> Path:
    with ClaimStore(path) as store:
        store.add(
            [said("in/a.txt", "acme", "supports", "borg", source={"publisher": "Dawn"}, context=(0, 4))]
        )
    return path


def lines(store: ClaimStore) -> str:
    written = io.StringIO()
    write_jsonl(store.rows(), written)
    return written.getvalue()


def test_open_store_file_or_folder(tmp_path: Path) -> None:
    filled(tmp_path / "graphkit.db")
    for path in (tmp_path, tmp_path / "graphkit.db", str(tmp_path)):
        with open_store(path) as store:
            assert store.counts()["claims"] == 1
            assert store.has_text


def test_open_store_loads_claims(tmp_path: Path) -> None:
    with open_store(filled(tmp_path / "graphkit.db")) as store:
        expected = lines(store)
        assert write_claims(store, tmp_path / "claims.jsonl") == 1
    with open_store(tmp_path / "claims.jsonl") as store:
        assert lines(store) == expected == (tmp_path / "claims.jsonl").read_text(encoding="utf-8")
        assert not store.has_text
        assert not list(store.documents())
        assert store.counts() == {"documents": 1, "actors": 2, "mentions": 2, "claims": 1, "sources": 1}
    assert {path.name for path in tmp_path.iterdir()} == {"graphkit.db", "claims.jsonl"}


def test_open_store_loads_claims_without_the_words_of_their_context(tmp_path: Path) -> None:
    with open_store(filled(tmp_path / "graphkit.db")) as store:
        (row,) = store.rows()
    old = {name: value for name, value in row.items() if name != "context"}
    (tmp_path / "claims.jsonl").write_text(json.dumps(old), encoding="utf-8")
    with open_store(tmp_path / "claims.jsonl") as store:
        assert list(store.rows()) == [{**row, "context": None}]


def test_open_store_loads_no_claims(tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_text("", encoding="utf-8")
    with open_store(tmp_path / "claims.jsonl") as store:
        assert lines(store) == ""


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graphkit.db", None, "no such store; build it anew with `graphkit build"),
        ("graphkit.db", b"", "empty, not a store"),
        ("graphkit.db", b"hello, I am a text" * 99, "not a graphkit store, or damaged"),
        (
            "c.jsonl",
            b'{"document": "a", "subject": 1, "object": 2}\n',
            "line 1: not a claim of graphkit (string indices",
        ),
        ("graphkit.db", b"SQLite format 3\0" + b"\xff" * 4096, "not a graphkit store, or damaged"),
        ("c.jsonl", b"{}\n", "c.jsonl, line 1: not a claim of graphkit (no field 'document')"),
        ("c.jsonl", b"\n[1]\n", "line 2: not a claim of graphkit (not an object)"),
        ("c.jsonl", b"{\n", "line 1: not a claim of graphkit (Expecting property name"),
        ("c.jsonl", b'{"document": "a"}\n', "line 1: not a claim of graphkit (no field 'subject')"),
        ("c.jsonl", b"\xff\xfe\n", "not UTF-8"),
    ],
)
def test_open_store_says_what_is_wrong(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(StoreError) as error:
        open_store(tmp_path / name)
    assert str(tmp_path / name) in str(error.value)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"polarity": "negated"}, "'negated' is not a valid Polarity"),
        ({"confidence": 7}, "confidence 7 is not between 0 and 1"),
        ({"start": 3}, "evidence is not as long as"),
        ({"end": 10**30}, "evidence is not as long as"),
        ({"trigger_end": 10**30}, "too large"),
        ({"speakers": []}, "do not pair up"),
        ({"speakers": [True]}, "are not all texts"),
        ({"speakers": ["author", "he"], "speaker_ids": [None, None]}, "'author' stands alone"),
    ],
)
def test_open_store_refuses_rows_that_are_no_claims(
    tmp_path: Path, change: dict[str, object], message: str
) -> None:
    with open_store(filled(tmp_path / "graphkit.db")) as store:
        (row,) = store.rows()
    (tmp_path / "c.jsonl").write_text(json.dumps({**row, **change}), encoding="utf-8")
    with pytest.raises(StoreError, match=r"c\.jsonl, line 1: not a claim of graphkit") as error:
        open_store(tmp_path / "c.jsonl")
    assert message in str(error.value)


def test_open_store_folder_without_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"holds no graphkit\.db; build it anew"):
        open_store(tmp_path)


def test_open_store_damaged_inside(tmp_path: Path) -> None:
    path = filled(tmp_path / "graphkit.db")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * (size - 4096))
    with pytest.raises(StoreError, match="damaged"), open_store(path) as store:
        list(store.rows())


def test_open_store_other_programs_database(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.db") as other:
        other.execute("CREATE TABLE migrations (name)")
    other.close()
    with pytest.raises(StoreError, match="a SQLite database of another program"):
        open_store(tmp_path / "x.db")


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@settings(max_examples=60)
@given(words=TEXT, title=TEXT, speaker=TEXT.filter(lambda name: name != "author"), alias=TEXT, name=TEXT)
def test_rows_survive_hostile_text(
    tmp_path_factory: pytest.TempPathFactory, words: str, title: str, speaker: str, alias: str, name: str
) -> None:
    copy = Copy(path="in/z.txt", source=Source(title=title))
    found = document(f"Acme, Borg {words}", title=title, author=speaker, also=[copy])
    made = claim(found, "acme", "supports", "borg", speakers=[speaker, words])
    actor = Actor(id="acme", name=name, type=ActorType.PERSON, aliases=(alias,))
    path = tmp_path_factory.mktemp("rows") / "claims.jsonl"
    with ClaimStore(":memory:") as store:
        store.add([extraction(found, made, actors=[actor, ACTORS["borg"]])])
        (row,) = store.rows()
        assert row["evidence"] == found.text
        assert row["speakers"] == [speaker, words]
        assert (row["document"]["title"], row["document"]["also"][0]["title"]) == (title, title)
        assert row["subject"]["name"] == name
        assert row["subject"]["aliases"] == sorted({alias} - {name})
        assert list(store.documents()) == [found]
        write_claims(store, path)
        expected = lines(store)
    with open_store(path) as loaded:
        assert lines(loaded) == expected
    assert path.read_bytes() == expected.encode()
