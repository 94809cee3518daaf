import json
from pathlib import Path

import pytest

from graphkit.errors import MetadataError
from graphkit.readers import DocumentWarning

TEXT = "The League denies it."


def test_every_field_comes_from_the_first_place_that_has_it(read, write, tmp_path: Path) -> None:
    page = (
        "<html><head><meta property='og:site_name' content='html'><meta name='author' content='Own Author'>"
    )
    page += f"<title>html title</title></head><body><article><p>{TEXT}</p></article></body></html>"
    folder = write("sub/a.html", page).parent.parent
    write("sub/a.yaml", "title: sidecar\nreports:\n  publisher: ignored\n")
    write("sub/sources.csv", "path,publisher,title,date\na.html,near table,near table,\n")
    write("sources.csv", "path,publisher,date\nsub/a.html,far table,2019-05\n")
    extra = tmp_path / "extra.csv"
    extra.write_text("path,publisher,date,url\nin/sub/a.html,extra,2000,https://x.example.org/a\n", "utf-8")
    [document], problems = read(folder, metadata=extra)
    assert problems == []
    assert document.source.to_dict() == {
        "title": "sidecar",
        "publisher": "near table",
        "date": "2019-05",
        "url": "https://x.example.org/a",
        "author": "Own Author",
    }


def test_front_matter_wins_over_the_sidecar(read, write) -> None:
    file = write("a.md", f"---\ntitle: front\n---\n{TEXT}")
    write("a.json", '{"title": "sidecar", "author": "Oda Brenk"}')
    [document], _ = read(file)
    assert (document.source.title, document.source.author) == ("front", "Oda Brenk")


def test_json_sidecar_wins_over_yaml(read, write) -> None:
    file = write("a.txt", TEXT)
    write("a.json", '{"title": "json"}')
    write("a.yml", "title: yml\nauthor: ~\n")
    [document], _ = read(file)
    assert (document.source.title, document.source.author) == ("json", None)


@pytest.mark.parametrize("key", ["in/a.txt", "a.txt", "./a.txt"])
@pytest.mark.parametrize("suffix", [".csv", ".json", ".jsonl"])
def test_metadata_file_names_documents_by_label_or_place(
    read, write, tmp_path: Path, key: str, suffix: str
) -> None:
    rows = {
        ".csv": f"path,title\n{key},Given\n",
        ".json": json.dumps({key: {"title": "Given"}}),
        ".jsonl": json.dumps({"path": key, "title": "Given"}) + "\n",
    }
    extra = tmp_path / f"extra{suffix}"
    extra.write_text(rows[suffix], "utf-8")
    [document], problems = read(write("a.txt", TEXT).parent, metadata=extra)
    assert (document.source.title, problems) == ("Given", [])


def test_metadata_file_inside_the_folder_is_no_document(read, write) -> None:
    extra = write("extra.csv", "path,title\na.txt,Given\n")
    [document], problems = read(write("a.txt", TEXT).parent, metadata=extra)
    assert (document.path, document.source.title, problems) == ("in/a.txt", "Given", [])


def test_dates_are_normalised_and_bad_values_lose_the_field_only(read, write) -> None:
    file = write("a.txt", TEXT)
    write(
        "a.json", '{"date": "August 26, 2021", "url": "javascript:alert(1)", "title": {"a": 1}, "author": ""}'
    )
    [document], problems = read(file)
    assert document.source.date == "2021-08-26"
    assert (document.source.url, document.source.title, document.source.author) == (None, None, None)
    assert all(isinstance(problem, DocumentWarning) for problem in problems)
    assert [problem.problem.split()[0] for problem in problems] == ["title", "url"]


@pytest.mark.parametrize(
    "url", ["http://[", "https://", "ftp://x.example.org/a", "x.example.org/a", "http://a b"]
)
def test_an_address_that_is_none_loses_the_field_only(read, write, url: str) -> None:
    file = write("a.txt", TEXT)
    write("a.json", json.dumps({"url": url, "title": "T"}))
    [document], [problem] = read(file)
    assert (document.source.url, document.source.title, document.label) == (None, "T", "a.txt")
    assert isinstance(problem, DocumentWarning)
    assert "is not an http(s) address" in str(problem)


def test_an_ambiguous_date_is_reported_and_the_document_kept(read, write) -> None:
    folder = write("a.txt", TEXT).parent
    write("sources.csv", "path,date\na.txt,06/08/2021\n")
    [document], [problem] = read(folder)
    assert document.source.date is None
    assert isinstance(problem, DocumentWarning)
    assert str(problem) == (
        "sources.csv, row 1: date '06/08/2021' is not a date with one reading "
        "(write 2021-08-26, 2021-08 or 2021); kept without it"
    )


@pytest.mark.parametrize("content", ["{broken", "[1]", b"\x00\x01\xff"])
def test_a_damaged_sidecar_is_reported_and_the_document_kept(read, write, content: str | bytes) -> None:
    file = write("a.txt", TEXT)
    write("a.json", content)
    [document], [problem] = read(file)
    assert document.text == TEXT
    assert isinstance(problem, DocumentWarning)
    assert "a.json is not understood" in str(problem)


def test_a_row_without_its_file_is_reported(read, write) -> None:
    folder = write("a.txt", TEXT).parent
    write("sources.csv", "path,title\na.txt,Yes\nb.txt,No\n")
    [document], [problem] = read(folder)
    assert document.source.title == "Yes"
    assert "'b.txt', but there is no such file" in problem.problem


@pytest.mark.parametrize("content", ["publisher,title\nFen Times,x\n", b"\x00\x01\xff\xfe\x03"])
def test_a_table_without_paths_stops_at_once(read, write, content: str | bytes) -> None:
    folder = write("a.txt", TEXT).parent
    write("sources.csv", content)
    with pytest.raises(MetadataError, match="path,publisher,title,author,date,url"):
        read(folder)


def test_a_metadata_file_may_hold_any_kind_of_line_end_in_a_text(read, write, tmp_path: Path) -> None:
    extra = tmp_path / "extra.jsonl"
    extra.write_text('{"path": "a.txt", "title": "One\u2028line"}\r\n', encoding="utf-8")
    [document], problems = read(write("a.txt", TEXT), metadata=extra)
    assert (document.source.title, problems) == ("One line", [])


def test_a_row_of_metadata_that_does_not_match_its_header_is_named(read, write) -> None:
    folder = write("a.txt", TEXT).parent
    write("sources.csv", "path,title,publisher\na.txt,A lie, poorly told,Fen Times\n")
    [document], [problem] = read(folder)
    assert document.source.title == "A lie"
    assert isinstance(problem, DocumentWarning)
    assert str(problem) == "sources.csv: row 1 has 4 fields, the header 3; is a quote missing or left open?"
