"""The code is formatted, linted and typed by the settings of pyproject.toml; the changelog is current."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent

CHECKS = {
    "ruff check": ["ruff", "check", "--quiet", "."],
    "ruff format": ["ruff", "format", "--check", "--quiet", "."],
    "mypy": ["mypy", "--no-error-summary"],
}


@pytest.mark.slow
@pytest.mark.parametrize("arguments", CHECKS.values(), ids=CHECKS.keys())
def test_check_is_clean(arguments: list[str]) -> None:
    command = [sys.executable, "-m", *arguments]
    ran = subprocess.run(command, cwd=REPO, capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 0, f"{' '.join(arguments)}\n{ran.stdout}{ran.stderr}"


def test_changelog_is_of_this_version() -> None:
    project = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (REPO / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", changelog, re.MULTILINE)
    assert versions[0] == project["version"]
    assert version("graphkit") == project["version"], "install again: pip install -e '.[test]'"
