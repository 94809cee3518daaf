import io
from pathlib import Path

import pytest

from graphkit.errors import UnreadableDocument
from graphkit.readers import (
    MAX_CHARACTERS,
    find_documents,
    read_documents,
    read_file,
    read_found,
    with_copies,
)
from graphkit.readers import formats as formats_module
from graphkit.readers.copies import Spool
from graphkit.records import Copy, Document, Source

TEXT = "The Orrin League denies it."


def test_all_fixtures_are_read_in_order_and_whole(read, fixtures: Path) -> None:
    documents, problems = read(fixtures)
    names = [document.path.removeprefix("fixtures/") for document in documents]
    assert names == [
        "articles/ferry_accord.txt",
        "articles/harbour_trust.md",
        "articles/letters.jsonl#1",
        "articles/letters.jsonl#2",
        "articles/light_keepers.html",
        "articles/notes.csv#1",
        "articles/notes.csv#2",
        "damaged/front_matter.md",
    ]
    lost = {problem.where for problem in problems if type(problem) is UnreadableDocument}
    kinds = ("csv", "docx", "html", "jsonl", "pdf", "txt")
    assert lost == {f"fixtures/damaged/broken.{kind}" for kind in kinds}
    assert all(problem.remedy for problem in problems)


def test_the_same_text_is_one_document_with_its_other_places(read, write) -> None:
    folder = write("b.txt", f"{TEXT}\n").parent
    write("a.txt", f"  {TEXT}")
    write("c.md", f"---\ntitle: Copy\n---\n{TEXT}")
    write("d.txt", TEXT + " Not so.")
    documents, _ = read(folder)
    assert [document.path for document in documents] == ["in/a.txt", "in/d.txt"]
    assert documents[0].also == (
        Copy(path="in/b.txt", source=Source()),
        Copy(path="in/c.md", source=Source(title="Copy")),
    )
    assert documents[0].raw == f"  {TEXT}"


def test_rows_and_files_may_be_copies(read, write) -> None:
    folder = write("z.txt", TEXT).parent
    write("rows.csv", f"text\n{TEXT}\nOther.\n{TEXT}\n")
    documents, _ = read(folder)
    assert [(document.path, [copy.path for copy in document.also]) for document in documents] == [
        ("in/rows.csv#1", ["in/rows.csv#3", "in/z.txt"]),
        ("in/rows.csv#2", []),
    ]


def test_standard_input_is_one_plain_text(read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    [document], problems = read("-")
    assert (document.path, document.text, problems) == ("stdin", TEXT, [])


@pytest.mark.parametrize("content", ["", " \n\f\n", "<p></p>", "\ufeff"])
def test_empty_files_are_named(read, write, content: str) -> None:
    documents, [problem] = read(write("a.txt", content))
    assert documents == []
    assert str(problem) == "a.txt: it holds no text; fill it or take it out"


def test_foreign_text_is_named_with_its_language(read, write) -> None:
    text = "Der Sprecher der Liga erklärte am Montag, die Kämpfer hätten Waffen aus dem Ausland erhalten."
    _, [problem] = read(write("a.txt", text))
    assert str(problem) == "a.txt: its language is not English but 'de'; translate it or take it out"


def test_a_short_text_in_another_script_is_named(read, write) -> None:
    _, [problem] = read(write("a.txt", "Да, это так."))
    assert str(problem) == "a.txt: its letters are not Latin but Cyrillic; translate it or take it out"


def test_a_text_too_long_for_the_pipeline_is_named_with_the_way_out(read, write) -> None:
    sentence = "The League denies it. "
    whole = write("book.txt", sentence * (MAX_CHARACTERS // len(sentence)))
    longer = write("books.csv", f"text\n{TEXT}\n{'The League denies it! ' * 50_000}\n")
    documents, [problem] = read(whole, longer)
    assert [document.path for document in documents] == ["book.txt", "books.csv#1"]
    assert type(problem) is UnreadableDocument
    assert str(problem) == (
        "books.csv#2: it has 1,099,999 characters, and 1,000,000 can be read at once; "
        "split it, e.g. a file per chapter"
    )


def test_without_callback_the_first_loss_is_raised_and_warnings_warn(write) -> None:
    with pytest.raises(UnreadableDocument, match="holds no text"):
        list(read_documents([write("a.txt", "")]))
    kept = write("b.md", f"---\ndate: soon\n---\n{TEXT}")
    with pytest.warns(UserWarning, match="'soon' is not a date"):
        assert len(list(read_documents([kept]))) == 1


def test_a_parser_that_fails_loses_one_file_only(read, write, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(stream: object, text_column: str) -> object:
        raise KeyError("odd\nfont")

    monkeypatch.setitem(formats_module.READERS, ".pdf", failing)
    folder = write("a.pdf", "x").parent
    write("b.txt", TEXT)
    documents, [problem] = read(folder)
    assert [document.path for document in documents] == ["in/b.txt"]
    assert problem.where == "in/a.pdf"
    assert "KeyError" in problem.problem


def test_a_file_that_cannot_be_opened_is_named(read, write, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("a.txt", TEXT)

    def locked(self: Path, mode: str) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    _, [problem] = read(file)
    assert str(problem).startswith("a.txt: it cannot be opened (Permission denied)")


def test_interruption_passes_and_leaves_no_file_open(write, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = []
    monkeypatch.setattr(Spool, "close", lambda self: closed.append(self.file.close()))

    def interrupt(path: str) -> None:
        if path == "in/b.txt":
            raise KeyboardInterrupt

    folder = write("a.txt", TEXT).parent
    write("b.txt", TEXT)
    with pytest.raises(KeyboardInterrupt):
        list(read_documents([folder], progress=interrupt))
    assert len(closed) == 1


def test_progress_hears_of_every_file_once(read, write) -> None:
    folder = write("b.txt", TEXT).parent
    write("a.csv", "text\nOne.\nTwo.\n")
    heard: list[str] = []
    read(folder, progress=heard.append)
    assert heard == ["in/a.csv", "in/b.txt"]


def test_some_of_the_found_files_can_be_read(write) -> None:
    folder = write("a.txt", TEXT).parent
    write("b.txt", "The League affirms it.")
    found = find_documents([folder])
    assert [document.path for document in read_found(found[1:])] == ["in/b.txt"]
    assert [document.path for document in read_file(found[0])] == ["in/a.txt"]


def test_copies_join_with_the_later_word_on_each_place() -> None:
    def document(path: str, title: str, *also: Copy) -> Document:
        return Document(path=path, text=TEXT, raw=TEXT, source=Source(title=title), also=also)

    stored = document("b.txt", "old", Copy(path="c.txt", source=Source(title="c")))
    joined = with_copies([stored, document("b.txt", "new"), document("a.txt", "first")])
    assert (joined.path, joined.source.title) == ("a.txt", "first")
    assert [(copy.path, copy.source.title) for copy in joined.also] == [("b.txt", "new"), ("c.txt", "c")]
    with pytest.raises(ValueError, match="same text"):
        with_copies([stored, Document(path="x.txt", text="Other.", raw="Other.")])


def test_two_folders_give_the_same_documents_in_any_order(read, write) -> None:
    one, two = write("one/a.txt", TEXT).parent, write("two/a.txt", TEXT).parent
    write("one/b.txt", "The League affirms it.")
    assert read(one, two)[0] == read(two, one)[0]


def test_hostile_names_are_posix_and_printable(read, write) -> None:
    documents, _ = read(write("back\\slash\n<b>.txt", TEXT).parent)
    assert documents[0].path == "in/back%5Cslash%0A<b>.txt"


def test_seeds_are_read_whole(read, shared: Path) -> None:
    documents, problems = read(shared / "seeds")
    assert problems == []
    assert [document.path[:10] for document in documents] == [f"seeds/00{number}_" for number in range(5)]
    assert documents[1].source.publisher == "Washington Examiner"
    extracted = documents[3]
    assert "state-sponsored military" in extracted.text
    assert "in charge of security" in extracted.text
    assert "  " not in extracted.text
    assert "| 3" not in extracted.text
    for document in documents:
        for number, character in enumerate(document.text):
            origin = document.raw[slice(*document.raw_span(number, number + 1))]
            assert origin == character or (character in " \n" and origin.isspace())
