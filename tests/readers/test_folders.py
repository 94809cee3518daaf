import os
from pathlib import Path

import pytest

from graphkit.readers import DocumentWarning, find_documents


def paths(*inputs: Path | str) -> list[str]:
    return [found.path for found in find_documents(inputs)]


def test_folder_is_read_below_its_name_and_sorted(write) -> None:
    folder = write("b.txt", "x").parent
    for name in ("a.txt", "sub/c.html", "sub/deep/d.PDF"):
        write(name, "x")
    assert paths(folder) == ["in/a.txt", "in/b.txt", "in/sub/c.html", "in/sub/deep/d.PDF"]


def test_what_is_no_document_is_left_out_without_a_word(write) -> None:
    folder = write("a.txt", "x").parent
    names = [
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "readme.txt",
        "LICENSE-MIT.txt",
        "License.md",
        "a.json",
        "sources.csv",
    ]
    names += [
        "graph.html",
        "graph.graphml",
        "claims.jsonl",
        "run2.claims.jsonl",
        "graphkit.db",
        "graphkit.db-wal",
    ]
    for name in names:
        write(name, "path\na.txt\n" if name == "sources.csv" else "{}")
    assert paths(folder) == ["in/a.txt"]


def test_near_misses_are_documents(write) -> None:
    names = ["my_readme.txt", "my_sources.csv", "graph2.html", "License to print.txt", "license/a.txt"]
    files = [write(name, "x") for name in names]
    assert len(paths(files[0].parent)) == len(names)


def test_unknown_files_are_a_note_in_a_folder_and_a_problem_when_named(read, write) -> None:
    image = write("photo.png", "x")
    write("a.txt", "The League denies it.")
    write("data.json", "{}")
    documents, [note] = read(image.parent)
    assert len(documents) == 1
    assert isinstance(note, DocumentWarning)
    assert "files of other kinds left out (1 .json, 1 .png): data.json, photo.png; convert" in str(note)
    documents, [problem] = read(image)
    assert documents == []
    assert not isinstance(problem, DocumentWarning)
    assert "no reader for '.png'" in str(problem)


def test_three_of_many_unknown_files_are_named(read, write) -> None:
    folder = write("a.txt", "The League denies it.").parent
    for name in ("b.png", "c.png", "sub/d.xlsx", "sub/e\n.png", "Makefile"):
        write(name, "x")
    _, [note] = read(folder)
    assert "left out (3 .png, 1 .xlsx, 1 no suffix): Makefile, b.png, c.png, …;" in str(note)
    _, [note] = read(folder / "sub")
    assert "(1 .png, 1 .xlsx): d.xlsx, e%0A.png;" in str(note)


def test_sidecars_and_tables_of_a_pattern_are_no_problem(write) -> None:
    text, table = write("a.txt", "x"), write("sources.csv", "path\na.txt\n")
    assert paths(text, write("a.json", "{}"), table) == ["a.txt"]


def test_order_of_inputs_does_not_matter(write) -> None:
    one, two = write("one/a.txt", "x").parent, write("two/b.txt", "x").parent
    single = write("c.txt", "x")
    assert paths(one, two, single) == paths(single, two, one) == ["c.txt", "one/a.txt", "two/b.txt"]


def test_a_file_reached_twice_is_read_once_by_its_longest_path(write) -> None:
    file = write("sub/a.txt", "x")
    folder = file.parent.parent
    for inputs in ([file, folder, file.parent], [folder, file.parent, file]):
        assert paths(*inputs) == ["in/sub/a.txt"]


def test_link_loops_end_and_linked_copies_are_read_once(write) -> None:
    file = write("sub/a.txt", "x")
    (file.parent / "loop").symlink_to(file.parent.parent)
    (file.parent / "b.txt").symlink_to(file)
    assert paths(file.parent.parent) == ["in/sub/a.txt"]


def test_broken_links_and_pipes_are_named_and_not_waited_for(read, write) -> None:
    folder = write("a.txt", "The League denies it.").parent
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    documents, problems = read(folder)
    assert len(documents) == 1
    assert [problem.where for problem in problems] == ["in/gone.txt", "in/pipe.txt"]


def test_missing_input_is_named(read, tmp_path: Path) -> None:
    documents, [problem] = read(tmp_path / "nothing")
    assert documents == []
    assert "no such file or folder" in problem.problem


def test_the_current_folder_has_its_name(write, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("sub/a.txt", "x")
    monkeypatch.chdir(file.parent)
    assert paths(".") == ["sub/a.txt"]
    assert paths("..") == ["in/sub/a.txt"]


def test_folders_of_the_same_name_do_not_collide(read, write) -> None:
    one, two = write("x/in/a.txt", "The League denies it."), write("y/in/a.txt", "The League affirms it.")
    documents, _ = read(two.parent, one.parent)
    assert [document.path for document in documents] == ["x/in/a.txt", "y/in/a.txt"]
