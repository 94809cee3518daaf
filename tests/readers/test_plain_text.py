from pathlib import Path

import pytest

from graphkit.readers import DocumentWarning


def test_plain_text_fixture(read, fixtures: Path) -> None:
    [document], problems = read(fixtures / "articles" / "ferry_accord.txt")
    assert problems == []
    assert document.path == "ferry_accord.txt"
    assert document.text.startswith("The ferry accord\n\nThe Orrin League denies")
    assert document.raw == (fixtures / "articles" / "ferry_accord.txt").read_text("utf-8")


def test_front_matter_is_metadata_and_no_text(read, fixtures: Path) -> None:
    [document], problems = read(fixtures / "articles" / "harbour_trust.md")
    assert problems == []
    assert document.source.to_dict() == {
        "publisher": "Fen Times",
        "title": "The harbour trust",
        "author": "Imre Talvasto, Oda Brenk",
        "date": "2019-03-04",
        "url": "https://fentimes.example.org/harbour",
    }
    assert document.text == (
        "The harbour trust\n\nThe Orrin League founded the Harbour Trust, says snake_case_name."
        "\n\nIt also runs the ferries."
    )
    start = document.text.index("founded")
    assert document.raw[slice(*document.raw_span(start, start + 7))] == "founded"


def test_damaged_front_matter_is_a_warning_and_the_text_is_kept(read, fixtures: Path) -> None:
    [document], [problem] = read(fixtures / "damaged" / "front_matter.md")
    assert document.text == "The text behind it stands."
    assert isinstance(problem, DocumentWarning)
    assert "front matter is not YAML" in str(problem)


@pytest.mark.parametrize("raw", ["---\nA line between rules.\n---\nText.", "Text.\n---\ntitle: none\n---\n"])
def test_rules_are_no_front_matter(read, write, raw: str) -> None:
    [document], _ = read(write("a.txt", raw))
    assert document.source.title is None
    assert "Text." in document.text


def test_front_matter_that_explodes_costs_nothing_but_itself(read, write) -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    bomb = "\n".join([*levels, "title: *a11"])
    [document], [problem] = read(write("a.md", f"---\n{bomb}\n---\nThe League denies it."))
    assert (document.text, document.source.title) == ("The League denies it.", None)
    assert str(problem) == "a.md: title (list) is not one line of text; kept without it"
    deep = f"title: {'[' * 4000}"
    [document], [problem] = read(write("b.md", f"---\n{deep}\n---\nThe League affirms it."))
    assert document.text == "The League affirms it."
    assert "front matter is not YAML" in str(problem)
