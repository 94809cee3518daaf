"""The README holds: its commands and programs run, its tables and links are true."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from graphkit.cli import SHORT_HELPS
from graphkit.cli.claim_text import claim_lines
from graphkit.cli.options import FILTERS
from graphkit.lexicon import load_lexicon, load_relations

REPO = Path(__file__).resolve().parent.parent
README = (REPO / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (REPO / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "data/README.md",
    "data/model/README.md",
    "data/sample/README.md",
)

BUILD = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/graphkit build data/sample -o out"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest"

FIRST_SCREEN_LINES = 30
BIN = Path(sys.executable).parent


def blocks(language: str, page: str = README) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def table_rows(heading: str) -> list[list[str]]:
    """The cells of the table whose head begins with `heading`, without head and rule."""
    table = README.split(f"\n| {heading} |", 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]


def console_commands() -> list[str]:
    return [
        line.removeprefix("$ ")
        for block in blocks("console")
        for line in block.splitlines()
        if line.startswith("$ ")
    ]


EXAMPLES = [re.findall("`(.+?)`", row[0])[0] for row in table_rows("example")]
COMMANDS = list(dict.fromkeys([*EXAMPLES, *console_commands()]))


def test_the_two_one_line_commands_are_on_the_first_screen() -> None:
    first_screen = README.splitlines()[:FIRST_SCREEN_LINES]
    assert BUILD in first_screen
    assert TEST in first_screen


def test_ci_runs_the_readmes_test_command() -> None:
    script = REPO / ".ci" / "run"
    assert script.stat().st_mode & 0o111, ".ci/run must be executable"
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert "export CI=true" in lines
    assert lines[-1] == TEST


def test_ci_script_is_bash() -> None:
    subprocess.run(["bash", "-n", str(REPO / ".ci" / "run")], check=True)


def test_every_command_has_an_example_and_every_example_a_command() -> None:
    assert [example.split()[1] for example in EXAMPLES] == list(SHORT_HELPS)


def test_commands_in_the_text_exist() -> None:
    named = set(re.findall(r"`graphkit ([a-z]+)", README))
    assert named <= set(SHORT_HELPS)


def test_filter_table_is_complete() -> None:
    named = [name for row in table_rows("filter") for name in re.findall("`--(.+?)`", row[0])]
    assert sorted(named) == sorted(FILTERS)


def test_relation_table_matches_the_data() -> None:
    expected = [
        [f"`{item.name}`{' ↔' if item.symmetric else ''}", item.definition, item.plover or ""]
        for item in load_relations().values()
    ]
    assert table_rows("relation") == expected


@pytest.mark.parametrize("page", PAGES)
def test_links_into_the_repository_lead_somewhere(page: str) -> None:
    path = REPO / page
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8"))
    missing = [name for name in targets if "://" not in name and not (path.parent / name).exists()]
    assert missing == []


def test_links_are_found_at_all() -> None:
    assert "CONTRIBUTING.md" in re.findall(r"\]\(([^)#\s]+)\)", README)


def test_examples_of_an_actor_and_a_relation_can_be_used(tmp_path: Path) -> None:
    actor_file, relation_file = tmp_path / "actors.yaml", tmp_path / "relations.yaml"
    for path, text in zip((actor_file, relation_file), blocks("yaml", CONTRIBUTING), strict=True):
        path.write_text(text, encoding="utf-8")
    assert set(load_lexicon([actor_file], builtin=False).actors) == {"harbour_guild", "seafarers_union"}
    assert load_relations(relation_file)["endorses"].opposes == ("opposes",)


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the README's first command has run: data/sample and out."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(REPO / "data" / "sample", folder / "data" / "sample")
    ran = run([str(BIN / "graphkit"), "build", "data/sample", "-o", "out"], folder)
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture
def clone(built: Path, tmp_path: Path) -> Path:
    """What a reader has: the sample, its outputs, some gold, and articles of their own."""
    folder = tmp_path / "clone"
    shutil.copytree(built, folder)
    # one of the folders, that the test be short
    shutil.copytree(REPO / "data" / "gold" / "test" / "civil", folder / "data" / "gold" / "test" / "civil")
    write_own_articles(folder / "articles")
    return folder


def write_own_articles(folder: Path) -> None:
    """The README's sources.csv, and a text for each of its rows."""
    (table,) = blocks("csv")
    folder.mkdir()
    (folder / "sources.csv").write_text(table, encoding="utf-8")
    texts = sorted((REPO / "data" / "sample" / "companies").glob("*.md"))
    for row, text in zip(table.splitlines()[1:], texts, strict=False):
        body = text.read_text(encoding="utf-8").split("---\n", 2)[2]
        (folder / row.split(",", 1)[0]).write_text(body, encoding="utf-8")


def readable_by(command: str, folder: Path) -> Path:
    """What the command needs that an earlier one of the README has made."""
    if " my-graph" in command and not command.startswith("graphkit build"):
        assert run([str(BIN / "graphkit"), "build", "articles", "-o", "my-graph"], folder).returncode == 0
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_command_runs(command: str, clone: Path) -> None:
    assert command.startswith("graphkit ")
    ran = run(["bash", "-c", f'PATH="{BIN}:$PATH" {command}'], readable_by(command, clone))
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
    if " -o " in command:
        assert (clone / command.split(" -o ")[1].split()[0]).exists()
    if command.startswith("graphkit claims"):
        assert "sample/" in ran.stdout, "an example that finds no claim shows nothing"


@pytest.mark.slow
def test_claim_in_the_readme_is_what_the_command_writes(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = [
        lines for block in blocks("console") if len(lines := block.splitlines()) > 2 and lines[1][0] != "$"
    ]
    monkeypatch.setenv("COLUMNS", "100")
    claims = (built / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    written = [click.unstyle("\n".join(claim_lines(json.loads(row), is_contested=True))) for row in claims]
    assert any(text.startswith("\n".join(shown[1:])) for text in written)


@pytest.mark.slow
@pytest.mark.parametrize("program", blocks("python"))
def test_python_example_runs(program: str, clone: Path) -> None:
    ran = run([sys.executable, "-W", "error", "-c", program], clone)
    assert ran.returncode == 0, ran.stderr
    assert " denie" in ran.stdout


@pytest.mark.slow
def test_figures_are_those_that_evaluate_prints() -> None:
    command = [BIN / "graphkit", "evaluate", "--gold", REPO / "data" / "gold" / "test", "--json"]
    printed = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    for name, *figures in table_rows("what must be right"):
        measured = printed[re.findall("`(.+?)`", name)[0]]
        # another processor may round a tag the other way
        assert [float(figure) for figure in figures] == pytest.approx(
            [measured[key] for key in ("p", "r", "f1")], abs=0.015
        ), name
