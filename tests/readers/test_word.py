from pathlib import Path

import docx


def test_word_file_gives_paragraphs_tables_and_properties(read, tmp_path: Path) -> None:
    word = docx.Document()
    word.core_properties.title, word.core_properties.author = "The ferry accord", "Imre Talvasto"
    word.add_heading("The ferry accord", 1)
    table = word.add_table(2, 2)
    for cell, text in zip(table._cells, ["Group", "Backer", "Marsh Column", "Orrin League"], strict=True):
        cell.text = text
    word.add_paragraph("The League denies it.")
    word.save(str(tmp_path / "a.docx"))
    [document], problems = read(tmp_path / "a.docx")
    assert problems == []
    assert (
        document.text
        == "The ferry accord\n\nGroup | Backer\nMarsh Column | Orrin League\n\nThe League denies it."
    )
    assert (document.source.title, document.source.author) == ("The ferry accord", "Imre Talvasto")


def test_default_properties_are_none(read, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("The League denies it.")
    word.save(str(tmp_path / "a.docx"))
    [document], _ = read(tmp_path / "a.docx")
    assert (document.source.title, document.source.author) == (None, None)


def test_damaged_word_file_is_named(read, fixtures: Path) -> None:
    documents, [problem] = read(fixtures / "damaged" / "broken.docx")
    assert documents == []
    assert "not a readable Word file" in problem.problem
