"""The notebooks run from top to bottom, show what they promise, and are stored without outputs."""

import ast
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

REPO = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((REPO / "notebooks").glob("*.ipynb"))
FIRST = REPO / "notebooks" / "01_from_articles_to_graph.ipynb"


def cells_of(path: Path, kind: str) -> list[nbformat.NotebookNode]:
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == kind]


def test_there_are_notebooks() -> None:
    assert FIRST in NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_stored_without_outputs(path: Path) -> None:
    nbformat.validate(nbformat.read(path, as_version=4))
    for cell in cells_of(path, "code"):
        assert cell.outputs == []
        assert cell.execution_count is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_code_cell_is_introduced_and_short(path: Path) -> None:
    assert nbformat.read(path, as_version=4).cells[0].cell_type == "markdown"
    for cell in cells_of(path, "code"):
        ast.parse(cell.source)
        assert len(cell.source.splitlines()) <= 20


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What each code cell of the first notebook shows when it is run in an empty folder."""
    notebook = nbformat.read(FIRST, as_version=4)
    folder = tmp_path_factory.mktemp("notebook")
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}})
    client.execute()
    assert list(folder.iterdir()) == [], "it must leave nothing behind"
    return [text_of(cell.outputs) for cell in notebook.cells if cell.cell_type == "code"]


def text_of(outputs: list[nbformat.NotebookNode]) -> str:
    texts = [output.get("text", "") for output in outputs]
    rich = [str(text) for output in outputs for text in output.get("data", {}).values()]
    return "\n".join([*texts, *rich])


@pytest.mark.slow
def test_notebook_shows_the_page_inline(shown: list[str]) -> None:
    frames = [text for text in shown if "<iframe" in text]
    assert len(frames) == 1
    assert "srcdoc=" in frames[0]


@pytest.mark.slow
def test_edges_of_one_source_are_fewer_than_all(shown: list[str]) -> None:
    counts = [
        int(found[1])
        for text in shown
        if (found := re.search(r"MultiDiGraph with \d+ nodes and (\d+) edges", text))
    ]
    everything, one_source = counts
    assert 0 < one_source < everything


@pytest.mark.slow
def test_notebook_lists_contested_pairs(shown: list[str]) -> None:
    (table,) = [text for text in shown if "Contested pairs" in text]
    assert "affirmed by" in table
    assert "denied by" in table
