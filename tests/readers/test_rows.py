from pathlib import Path

import pytest

from graphkit.readers import DocumentWarning


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


HEADER = "id,title,text,author,date\n"
GOOD = "9,A,The guild denies it.,Oda Brenk,2019-05\n"


@pytest.mark.parametrize(
    ("rows", "row", "problem"),
    [
        ("1,A,The League, it says, denies it.,O,2019\n", 1, "row 1 has 7 fields, the header 5"),
        (GOOD + "2,A,The League denies it.\n", 2, "row 2 has 3 fields, the header 5"),
        (GOOD + '2,A,"The League denies it.,O,2019\n' + GOOD, 2, "row 2 has 3 fields, the header 5"),
        ('1,"A,The League.,O,2019\n2,"B, C",The guild.,O,2019\n', 1, "row 1 has 6 fields, the header 5"),
    ],
)
def test_a_row_that_does_not_match_the_header_is_named(
    read, write, rows: str, row: int, problem: str
) -> None:
    documents, problems = read(write("a.csv", HEADER + rows))
    warning = problems[0]
    assert isinstance(warning, DocumentWarning)
    assert str(warning) == f"a.csv#{row}: {problem}; is a quote missing or left open?"
    assert f"a.csv#{row}" in [document.path for document in documents]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ('1,"The League denies it.\n2,The guild denies it.\n3,Nobody else does.\n', 3),
        ('1,"The League denies it.\n2,"The guild denies it."\n', 2),
        ('1,"The League denies it.\r\n2,The guild, too.\r\n', 2),
    ],
)
def test_a_quote_left_open_that_swallows_rows_is_named(read, write, rows: str, lines: int) -> None:
    [document], [warning] = read(write("a.csv", "id,text\n" + rows))
    assert "guild" in document.text
    assert isinstance(warning, DocumentWarning)
    assert str(warning) == (
        f"a.csv#1: row 1 runs over {lines} lines, and its quotes do not match; "
        "is a quote missing or left open?"
    )


@pytest.mark.parametrize(
    "rows",
    [
        '1,"The League\ndenies it, ""entirely"", it says."\n\n2,"The guild, too."\n',
        '1,"The League denies it.\n\n""No,"" it says.\n""Never."""\n',
        '1,A 5" pipe and a 6" pipe are the League’s.\n',
        '1,"The League denies it."',
    ],
)
def test_rows_that_match_are_read_without_a_word(read, write, rows: str) -> None:
    documents, problems = read(write("a.csv", "id,text\n" + rows))
    assert problems == []
    assert documents[0].path == "a.csv#1"
