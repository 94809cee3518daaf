from pathlib import Path

import pytest


def test_lines_of_jsonl_are_documents(read, fixtures: Path) -> None:
    documents, problems = read(fixtures / "articles" / "letters.jsonl")
    assert problems == []
    assert [document.path for document in documents] == ["letters.jsonl#1", "letters.jsonl#2"]
    assert documents[0].source.date == "2019-05"
    assert documents[1].source.title == "Who leads the column?"


def test_rows_of_csv_are_documents(read, fixtures: Path) -> None:
    documents, problems = read(fixtures / "articles" / "notes.csv")
    assert problems == []
    assert [document.path for document in documents] == ["notes.csv#1", "notes.csv#2"]
    assert documents[0].text == "The guild opposes the column.\nIt says so often."
    assert [document.source.date for document in documents] == ["2019-03-04", "2019-03-04"]


def test_another_column_and_delimiter(read, write) -> None:
    file = write("a.csv", "title;body\nOne;The League, it says, denies it.\n")
    [document], _ = read(file, text_column="body")
    assert (document.text, document.source.title) == ("The League, it says, denies it.", "One")


def test_single_rows_are_lost_by_number(read, write) -> None:
    lines = [
        '{"text": "The League denies it."}',
        "nonsense",
        "",
        '{"text": ""}',
        "[1]",
        '{"text": 3}',
        '{"text": "Yes."}',
    ]
    documents, problems = read(write("a.jsonl", "\n".join(lines)))
    assert [document.path for document in documents] == ["a.jsonl#1", "a.jsonl#7"]
    assert [problem.where for problem in problems] == ["a.jsonl#2", "a.jsonl#4", "a.jsonl#5", "a.jsonl#6"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("broken.jsonl", "none of its 1 rows has a text"),
        ("broken.csv", "no column 'text' (its columns: name, link)"),
    ],
)
def test_a_table_of_another_kind_is_one_problem(read, fixtures: Path, name: str, says: str) -> None:
    documents, [problem] = read(fixtures / "damaged" / name)
    assert documents == []
    assert says in problem.problem
    assert "--text-column" in problem.remedy


def test_half_characters_and_long_cells(read, write) -> None:
    [document], _ = read(write("a.jsonl", '{"text": "The League \\ud83d denies it.", "title": "\\udc00x"}'))
    assert document.text == "The League � denies it."
    assert document.source.title == "?x"
    [long], _ = read(write("b.csv", "text\n" + "The League denies it. " * 10_000))
    assert len(long.text) > 131_072
