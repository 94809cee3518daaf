import json
from collections.abc import Iterator

import pytest
from claim_making import claim, document, extraction, said

from graphkit.errors import StoreError
from graphkit.exporters import write_claims
from graphkit.store import ClaimStore, open_store, verify

TEXT = "East and Borg met. Acme is allied with Borg, he said."


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    found = document(TEXT)
    allied = claim(found, "acme", "allied_with", "borg", start=19, context=(0, 4), speakers=["Dunn", "he"])
    with ClaimStore(":memory:") as opened:
        opened.add([extraction(found, allied), said("in/b.txt", "acme", "supports", "borg")])
        yield opened


def problems(store: ClaimStore) -> list[str]:
    return [problem.what for problem in verify(store)]


def damage(store: ClaimStore, change: str) -> None:
    store.connection.execute("PRAGMA foreign_keys = OFF")
    assert store.connection.execute(change).rowcount > 0
    store.connection.execute("PRAGMA foreign_keys = ON")


ALLIED = "WHERE relation = 'allied_with'"


def test_verify_finds_nothing_in_a_good_store(store: ClaimStore) -> None:
    assert problems(store) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (f"UPDATE claims SET evidence = 'Acme is not allied with Borg.' {ALLIED}", "evidence 'Acme is not"),
        (f"UPDATE claims SET start = start - 1 {ALLIED}", "is not what stands at [18, 53)"),
        (
            f"UPDATE claims SET end = 99999 {ALLIED}",
            "evidence [19, 99999) does not lie within the document's 53",
        ),
        (f"UPDATE claims SET start = end {ALLIED}", "evidence [53, 53) does not lie within"),
        (f"UPDATE claims SET start = -1 {ALLIED}", "evidence [-1, 53) does not lie within"),
        (
            f"UPDATE claims SET subject_start = subject_start + 1 {ALLIED}",
            "subject 'Acme' is not what stands at",
        ),
        (
            f"UPDATE claims SET object_mention = 'Dunn' {ALLIED}",
            "object 'Dunn' is not what stands at [39, 43): 'Borg'",
        ),
        (f"UPDATE claims SET object_end = object_start {ALLIED}", "object [39, 39) does not lie within"),
        (f"UPDATE claims SET trigger_end = 9999 {ALLIED}", "trigger [52, 9999) does not lie within"),
        (f"UPDATE claims SET trigger = '!' {ALLIED}", "trigger '!' is not what stands at [52, 53): '.'"),
        (f"UPDATE claims SET context_end = 0 {ALLIED}", "context [0, 0) does not lie within"),
        (f"UPDATE claims SET context_start = NULL {ALLIED}", "context [None, 4) does not lie within"),
        (
            f"UPDATE claims SET context = 'West' {ALLIED}",
            "context 'West' is not what stands at [0, 4): 'East'",
        ),
        (f"UPDATE claims SET context = NULL {ALLIED}", "context None is not what stands at [0, 4): 'East'"),
        (f"UPDATE claims SET raw_start = raw_start + 1 {ALLIED}", "raw span [22, 55) should be [21, 55)"),
        (f"UPDATE claims SET raw_end = 9999 {ALLIED}", "raw span [21, 9999) does not lie within the 55 raw"),
        (f"UPDATE claims SET speaker_ids = '[null]' {ALLIED}", "speaker ids [None] do not pair up"),
        (f'UPDATE claims SET speakers = \'["author", "he"]\' {ALLIED}', "'author' does not stand alone"),
        (f'UPDATE claims SET speakers = \'["Dunn", "she"]\' {ALLIED}', "its id should be"),
        (f"UPDATE claims SET polarity = 'denied' {ALLIED}", "its id should be"),
        (f"UPDATE claims SET polarity = 'negated' {ALLIED}", "polarity 'negated' is not known"),
        (f"UPDATE claims SET relation = 'teaches' {ALLIED}", "relation 'teaches' is not known"),
        (f"UPDATE claims SET relation = 'supports' {ALLIED}", "its id should be"),
        (f"UPDATE claims SET id = '0123456789abcdef' {ALLIED}", "its id should be"),
        ("UPDATE documents SET text = text || '.' WHERE path = 'in/a.txt'", "it was changed"),
        (
            "UPDATE documents SET text = replace(text, 'Acme', 'ACME') WHERE path = 'in/a.txt'",
            "stands at [19, 53)",
        ),
        ("UPDATE documents SET raw = '' WHERE path = 'in/a.txt'", "offset map points outside"),
        ("UPDATE documents SET offsets = '[[0, 3]]' WHERE path = 'in/a.txt'", "should be [22, 56)"),
        (
            "UPDATE mentions SET end = 9999 WHERE actor_id = 'borg'",
            "9999) of borg does not lie within the text",
        ),
        (
            "DELETE FROM sightings WHERE actor_id = 'borg'",
            "a row of claims refers to a row of sightings that is missing",
        ),
    ],
)
def test_verify_finds_planted_damage(store: ClaimStore, change: str, expected: str) -> None:
    damage(store, change)
    assert any(expected in problem for problem in problems(store)), problems(store)


def test_verify_symmetric_claim_stands_in_text_order() -> None:
    found = document("Borg is allied with Acme.")
    with ClaimStore(":memory:") as store:
        store.add([extraction(found, claim(found, "acme", "allied_with", "borg"))])
        assert problems(store) == ["allied_with is symmetric, but its subject stands behind its object"]


def test_verify_names_claim_and_path(store: ClaimStore) -> None:
    damage(store, f"UPDATE claims SET trigger = '!' {ALLIED}")
    (problem,) = verify(store)
    (row,) = (row for row in store.rows() if row["relation"] == "allied_with")
    assert (problem.claim, problem.path) == (row["id"], "in/a.txt")
    assert str(problem) == f"in/a.txt: claim {row['id']}: {problem.what}"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (f"UPDATE claims SET speakers = '[' {ALLIED}", "speakers is damaged"),
        ("UPDATE documents SET offsets = '['", r"document [0-9a-f]{16} is damaged \(Expecting value"),
        ("UPDATE documents SET offsets = '[1]'", "is damaged"),
        ("UPDATE documents SET path = '/' || path", "must be relative and posix"),
        ("UPDATE documents SET date = 'soon'", "Source.date 'soon' is not"),
    ],
)
def test_verify_gives_up_where_rows_cannot_be_read(store: ClaimStore, change: str, message: str) -> None:
    damage(store, change)
    with pytest.raises(StoreError, match=message):
        list(verify(store))


def test_verify_needs_texts(store: ClaimStore, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("claims") / "claims.jsonl"
    write_claims(store, path)
    assert len([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]) == 2
    with open_store(path) as loaded, pytest.raises(StoreError, match=r"verify needs graphkit\.db"):
        list(verify(loaded))
