import sqlite3
from pathlib import Path

import pytest
from claim_making import claim, document, extraction, said

from graphkit.errors import StoreError
from graphkit.store import ClaimStore, migrations
from graphkit.store.migrations import MIGRATIONS


def names(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        found = [row[0] for row in connection.execute("SELECT name FROM migrations ORDER BY name")]
    connection.close()
    return found


def test_migrations_are_numbered_in_order() -> None:
    numbers = [int(step.__name__[1:4]) for step in MIGRATIONS]
    assert numbers == list(range(1, len(MIGRATIONS) + 1))


def test_migrations_run_once(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    for _ in range(2):
        ClaimStore(path).close()
        assert names(path) == [step.__name__ for step in MIGRATIONS]


def test_migrations_take_an_old_store_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.db"
    with ClaimStore(path) as store:
        store.add([said("in/a.txt", "acme", "supports", "borg")])

    def m999_notes(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE claims ADD COLUMN note TEXT")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, m999_notes))
    with ClaimStore(path) as store:
        assert store.counts()["claims"] == 1
        assert store.connection.execute("SELECT note FROM claims").fetchone()[0] is None
    assert names(path)[-1] == "m999_notes"


def test_migrations_fill_the_context_of_an_old_store(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    found = document("\U0001f600\x00 Núñez spoke. Acme backs Borg.")
    with ClaimStore(path) as store:
        store.add([extraction(found, claim(found, "acme", "supports", "borg", start=16, context=(3, 8)))])
        store.add([said("in/b.txt", "acme", "supports", "borg")])
        store.add([said("in/without_text.txt", "acme", "supports", "borg", context=(0, 4))])
        expected = list(store.rows())
        for change in (
            "ALTER TABLE claims DROP COLUMN context",
            "DELETE FROM migrations WHERE name >= 'm003'",
            "UPDATE documents SET text = NULL WHERE path = 'in/without_text.txt'",
        ):
            store.connection.execute(change)
    assert [row["context"] for row in expected] == ["Núñez", None, "Acme"]
    with ClaimStore(path) as store:
        assert list(store.rows()) == [*expected[:2], {**expected[2], "context": None}]
    assert names(path) == [step.__name__ for step in MIGRATIONS]


def test_migrations_refuse_a_store_of_a_newer_graphkit(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    ClaimStore(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO migrations VALUES ('m998_wings'), ('m999_notes')")
    connection.close()
    with pytest.raises(
        StoreError, match=r"s\.db: written by a newer graphkit \(m998_wings, m999_notes\); upgrade"
    ):
        ClaimStore(path)


def test_migrations_failing_step_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.db"
    ClaimStore(path).close()

    def m999_half(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (x)")
        raise RuntimeError("stopped")

    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, m999_half))
        ClaimStore(path)
    with ClaimStore(path) as store:
        assert not store.connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall()
