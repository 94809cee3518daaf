from collections.abc import Iterator

import pytest
from claim_making import claim, document, extraction

from graphkit.records import Copy, Document, Source
from graphkit.store import ClaimStore, verify


@pytest.fixture
def store() -> Iterator[ClaimStore]:
    with ClaimStore(":memory:") as opened:
        yield opened


def run(store: ClaimStore, *documents: Document, fingerprint: str = "f") -> tuple[list[str], int]:
    """One whole run; the paths that were read, and how many documents went."""
    new = list(store.unread(documents, fingerprint))
    added = [extraction(found, claim(found, "acme", "supports", "borg")) for found in new]
    store.add(added, fingerprint=fingerprint)
    gone = store.forget_unseen()
    assert not list(verify(store))
    return [found.path for found in new], gone


def held(store: ClaimStore) -> list[tuple[str, list[str]]]:
    return [(found.path, [copy.path for copy in found.also]) for found in store.documents()]


A, B = document("Acme, Borg: one.", "in/a.txt"), document("Acme, Borg: two.", "in/b.txt")


def test_read_marks_second_run_reads_nothing(store: ClaimStore) -> None:
    assert run(store, A, B) == (["in/a.txt", "in/b.txt"], 0)
    assert run(store, A, B) == ([], 0)
    assert run(store, B, A) == ([], 0)


@pytest.mark.parametrize(
    "changed",
    [
        document("Acme, Borg: one!", "in/a.txt"),
        document("Acme, Borg: one.", "in/a.txt", publisher="Dawn"),
        document("Acme, Borg: one.", "in/a.txt", also=[Copy(path="in/z.txt", source=Source())]),
        Document(path="in/a.txt", text="Acme, Borg: one.", raw="## Acme, Borg: one.", offsets=((0, 3),)),
    ],
    ids=["text", "metadata", "copy", "raw"],
)
def test_read_marks_changed_document_is_read_again(store: ClaimStore, changed: Document) -> None:
    run(store, A, B)
    assert run(store, changed, B)[0] == ["in/a.txt"]
    assert list(store.documents()) == [changed, B]
    assert run(store, changed, B) == ([], 0)


def test_read_marks_other_pipeline_reads_again(store: ClaimStore) -> None:
    run(store, A, B)
    assert run(store, A, B, fingerprint="g") == (["in/a.txt", "in/b.txt"], 0)


def test_read_marks_file_that_is_gone_takes_its_document(store: ClaimStore) -> None:
    run(store, A, B)
    assert run(store, B) == ([], 1)
    assert held(store) == [("in/b.txt", [])]
    assert store.counts()["claims"] == 1


def test_read_marks_moved_file_keeps_its_document(store: ClaimStore) -> None:
    run(store, A)
    moved = document(A.text, "in/moved.txt")
    assert run(store, moved) == (["in/moved.txt"], 0)
    assert list(store.documents()) == [moved]


def test_read_marks_text_at_another_path_stays(store: ClaimStore) -> None:
    both = document(A.text, "in/a.txt", also=[Copy(path="in/z.txt", source=Source(publisher="Z"))])
    run(store, both, B)
    alone = document(A.text, "in/z.txt", publisher="Z")
    assert run(store, alone, B) == (["in/z.txt"], 0)
    assert list(store.documents()) == [B, alone]
    assert run(store, alone, B) == ([], 0)


def test_read_marks_copy_that_is_gone_goes_from_also(store: ClaimStore) -> None:
    both = document(A.text, "in/a.txt", also=[Copy(path="in/z.txt", source=Source())])
    run(store, both)
    run(store, A)
    assert held(store) == [("in/a.txt", [])]


def test_read_marks_raw_spans_follow_the_path(store: ClaimStore) -> None:
    longer = Document(path="in/0.txt", text=A.text, raw=f"####{A.text}", offsets=((0, 4),))
    run(store, longer)
    assert [row["raw_start"] for row in store.rows()] == [4]
    store.add([extraction(A, claim(A, "acme", "supports", "borg"))], fingerprint="f")
    assert [row["raw_start"] for row in store.rows()] == [4]
    assert run(store, A) == ([], 0)
    assert [row["raw_start"] for row in store.rows()] == [2]
    assert list(store.documents()) == [A]


def test_read_marks_two_folders_of_one_name_do_not_clash(store: ClaimStore) -> None:
    other = document("Acme, Borg: three.", A.path)
    run(store, A, other)
    assert store.counts()["documents"] == 2
    assert run(store, A, other) == ([], 0)


def test_read_marks_imports_stay(store: ClaimStore) -> None:
    store.add([extraction(A, claim(A, "acme", "supports", "borg"))])
    assert run(store, B) == (["in/b.txt"], 0)
    assert held(store) == [("in/a.txt", []), ("in/b.txt", [])]


def test_read_marks_stopped_run_forgets_nothing(store: ClaimStore) -> None:
    run(store, A, B)
    next(store.unread([document("new", "in/new.txt")], "f"))
    assert store.counts()["documents"] == 2


def test_read_marks_forgetting_needs_a_run(store: ClaimStore) -> None:
    with pytest.raises(ValueError, match="comes after unread"):
        store.forget_unseen()
