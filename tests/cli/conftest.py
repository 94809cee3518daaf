"""A stand-in for the language model and plainly invented articles, so that these tests take no time."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from extraction_fakes import extraction_of

from graphkit.cli import cli
from graphkit.errors import UnreadableDocument
from graphkit.records import Document, Extraction

FILLER = (
    "This text is an invented example that was written for a test of a program, and nothing in it is true. "
)


class FakePipeline(ModuleType):
    """Reads sentences such as "Acme supports Borg."; `read` lists the paths that it was given."""

    def __init__(self) -> None:
        super().__init__("graphkit.pipeline")
        self.read: list[str] = []
        self.loaded: list[dict[str, object]] = []
        self.version = "fake-1"
        self.stop_at: str | None = None
        self.fails_at: set[str] = set()

    def load_pipeline(self, model: str, **settings: object) -> SimpleNamespace:
        self.loaded.append({"model": model, **settings})
        return SimpleNamespace()

    def fingerprint(self, nlp: object) -> str:
        return self.version

    def explain(self, sentence: str, nlp: object) -> str:
        return f"mentions in {sentence!r}\n"

    def extract_claims(
        self,
        documents: Iterable[Document],
        nlp: object,
        *,
        n_process: int = 1,
        on_problem: Callable[[UnreadableDocument], None],
    ) -> Iterator[Extraction]:
        for document in documents:
            if document.path in self.fails_at:
                on_problem(UnreadableDocument(document.path, "a component failed", "leave it out"))
                continue
            if self.stop_at == document.path:
                raise KeyboardInterrupt
            self.read.append(document.path)
            yield extraction_of(document)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    fake = FakePipeline()
    monkeypatch.setitem(sys.modules, "graphkit.pipeline", fake)
    return fake


@pytest.fixture
def run_cli() -> Callable[..., Result]:
    """Run `graphkit ARGS…` in this process; nothing is raised but a bug."""

    def run(*args: object, input: str | None = None) -> Result:
        result = CliRunner().invoke(cli, [str(arg) for arg in args], input=input, prog_name="graphkit")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three articles in two papers that contradict each other, the third of no known origin."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{FILLER}Acme supports Borg. Borg attacks Corvid.", encoding="utf-8")
    (folder / "b.txt").write_text(
        f"{FILLER}According to the spokesman, Acme does not support Borg. Corvid funds Dorn.",
        encoding="utf-8",
    )
    (folder / "c.txt").write_text(f"{FILLER}Dorn supports Acme.", encoding="utf-8")
    (folder / "sources.csv").write_text(
        "path,publisher,title,author,date,url\n"
        "a.txt,Morning Post,On Acme,,2020-05-01,\n"
        "b.txt,Evening Star,Denials,A. Writer,2021-08,https://star.example/b\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def built(articles: Path, pipeline: FakePipeline, run_cli: Callable[..., Result], tmp_path: Path) -> Path:
    """The folder that `graphkit build` makes of the articles."""
    result = run_cli("build", articles, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    pipeline.read.clear()
    return tmp_path / "out"
