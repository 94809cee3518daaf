from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.readers.pdf import _spaced

PAGES = [
    [
        "The Marsh Gazette",
        "The Orrin League never sup-",
        "ported the Marsh Column, a militia of the fens, which",
        "1",
    ],
    ["The Marsh Gazette", "fought it until May.", "2"],
    ["The Marsh Gazette", "Then it made peace.", "3"],
]


def test_pages_become_one_text(read, write, pdf: Callable[..., bytes]) -> None:
    info = "/Title (The ferry accord) /Author (Imre Talvasto) /CreationDate (D:20200101)"
    [document], problems = read(write("a.pdf", pdf(PAGES, info=info)))
    assert problems == []
    assert document.text == (
        "The Orrin League never supported the Marsh Column, a militia of the fens, which fought it until May."
        "\n\nThen it made peace."
    )
    assert document.raw.count("\f") == 2
    assert (document.source.title, document.source.author) == ("The ferry accord", "Imre Talvasto")
    assert document.source.date is None


@pytest.mark.parametrize("title", ["Microsoft Word - accord.doc", "untitled", "scan0001.pdf"])
def test_titles_that_programs_write_are_none(read, write, pdf: Callable[..., bytes], title: str) -> None:
    [document], _ = read(write("a.pdf", pdf([["The League denies it."]], info=f"/Title ({title})")))
    assert document.source.title is None


def test_encrypted_pdf_is_named_with_the_way_out(read, write, pdf: Callable[..., bytes]) -> None:
    documents, [problem] = read(write("a.pdf", pdf(PAGES, password="secret")))
    assert documents == []
    assert str(problem) == "a.pdf: it is encrypted; save a copy without password"


def test_pdf_of_pictures_is_named(read, write, pdf: Callable[..., bytes]) -> None:
    _, [problem] = read(write("a.pdf", pdf([[]])))
    assert "OCR" in problem.remedy


def test_damaged_pdf_is_named(read, fixtures: Path) -> None:
    _, [problem] = read(fixtures / "damaged" / "broken.pdf")
    assert problem.problem == "it is not a readable PDF"


def test_paragraphs_that_are_set_apart_stay_apart() -> None:
    lines = ["A full line of the first", "paragraph ends.", "The second one", "A headline"]
    boxes = [(700.0, 710.0), (688.0, 698.0), (670.0, 680.0), (657.0, 673.0)]
    assert (
        _spaced(lines, boxes) == "A full line of the first\nparagraph ends.\n\nThe second one\n\nA headline"
    )
    assert _spaced(["one", "top of a column"], [(20.0, 30.0), (700.0, 710.0)]) == "one\ntop of a column"
    assert _spaced([], []) == ""
