"""The wheel is whole: installed elsewhere it does the main job, with its own data, from another folder."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow

ARTICLES = {
    "accord.txt": "Pelmar Shipping supports the Harbour Guild, the minister said on Monday. "
    "The guild has denied that it takes money from anybody, and nobody in the town expects an answer soon.",
    "denial.txt": "Pelmar Shipping does not support the Harbour Guild, its lawyer wrote on Tuesday. "
    "The letter was read aloud in the town hall, where the guild meets every week in the afternoon.",
}
"""Plainly invented."""


def check_run(command: list[str | Path], folder: Path) -> str:
    """Standard output of a command that must succeed; PYTHONPATH does not lead it back here."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, REPO]
    check_run(build, folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a virtual environment that holds the wheel.

    Its dependencies are not downloaded again: a .pth file lends it the packages that run this test. The
    wheel itself comes before them, and .pth files among them, such as an editable install's, are not read.
    """
    home = tmp_path_factory.mktemp("venv")
    check_run([sys.executable, "-m", "venv", "--without-pip", home], home)
    bin_folder = home / ("Scripts" if os.name == "nt" else "bin")
    python = bin_folder / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    check_run([*pip, "install", "--no-deps", "--no-index", wheel], home)
    own = Path(
        check_run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], home).strip()
    )
    lent = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    (own / "lent.pth").write_text("\n".join(lent) + "\n", encoding="utf-8")
    return bin_folder


def test_wheel_holds_every_module_and_asset(names: set[str]) -> None:
    package = REPO / "graphkit"
    expected = {
        path.relative_to(REPO).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected <= names
    assert {"graphkit/cli/build.py", "graphkit/py.typed"} <= expected


def test_wheel_holds_the_data_that_the_program_reads(names: set[str]) -> None:
    data = REPO / "data"
    wanted = [
        *data.glob("*.*"),
        *(path for name in ("actors", "cues", "model") for path in (data / name).iterdir()),
    ]
    wanted += [path for path in (data / "sample").rglob("*") if path.is_file()]
    assert {f"graphkit/{path.relative_to(REPO).as_posix()}" for path in wanted} <= names
    assert {"graphkit/data/relations.yaml", "graphkit/data/countries.yaml"} <= names


def test_wheel_holds_nothing_else(names: set[str]) -> None:
    assert {name.split("/")[0] for name in names} == {"graphkit", f"graphkit-{version('graphkit')}.dist-info"}
    assert not [name for name in names if "gold" in name.split("/")]
    assert not [name for name in names if "__pycache__" in name or name.endswith((".db", ".pyc"))]


def test_wheel_carries_its_licence_and_entry_points(wheel: Path) -> None:
    info = f"graphkit-{version('graphkit')}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        licence = archive.read(f"{info}/licenses/LICENSE").decode()
        entry_points = archive.read(f"{info}/entry_points.txt").decode()
    assert licence == (REPO / "LICENSE").read_text(encoding="utf-8")
    assert "graphkit = graphkit.cli:main" in entry_points
    assert "[spacy_factories]" in entry_points


def test_installed_wheel_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert check_run([installed / "graphkit", "--version"], tmp_path) == f"graphkit {version('graphkit')}\n"


def test_installed_wheel_reads_its_own_data(installed: Path, tmp_path: Path) -> None:
    code = "import graphkit.lexicon; print(*graphkit.__path__, graphkit.lexicon.data_path(), sep='\\n')"
    package, data = check_run([installed / "python", "-c", code], tmp_path).splitlines()
    assert Path(package).is_relative_to(installed.parent)
    assert Path(data) == Path(package) / "data"


def test_installed_wheel_does_the_main_job_from_another_folder(installed: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, text in ARTICLES.items():
        (articles / name).write_text(text, encoding="utf-8")
    check_run([installed / "graphkit", "build", "articles", "-o", "out"], tmp_path)
    outputs = {path.name for path in (tmp_path / "out").iterdir()}
    assert outputs == {"graph.html", "graph.graphml", "claims.jsonl", "graphkit.db"}
    assert "Pelmar Shipping" in (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8")
    check_run([installed / "graphkit", "render", "out", "-o", "again.html"], tmp_path)
    assert (tmp_path / "again.html").read_bytes() == (tmp_path / "out" / "graph.html").read_bytes()


def test_installed_wheel_finds_its_components_by_entry_point(installed: Path, tmp_path: Path) -> None:
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('actor_recognizer'); print(nlp.pipe_names)"
    assert check_run([installed / "python", "-c", code], tmp_path) == "['actor_recognizer']\n"
