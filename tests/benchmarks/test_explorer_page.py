"""The page keeps its limits: size, requests and memory as they are, times threefold, as machines differ."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from explorer_page import MEASURES, Figures

REPO = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("explorer_page.py")
TIMES = ("written", "first_frame", "source_off", "search_name", "search_quote")
SLOWER = 3
MOST_HEAP_MB = 150

pytestmark = pytest.mark.slow


def run(*arguments: str) -> str:
    """What the benchmark prints, in a process of its own: another test's Chromium may be open in this one."""
    command = [sys.executable, str(SCRIPT), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(REPO), "PYTHONUTF8": "1"}
    ran = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=600
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def figures(chromium: str) -> dict[int, Figures]:
    found = json.loads(run("--sizes", "1000", "20000", "--json"))["graphkit"]
    return {int(size): measured for size, measured in found.items()}


@pytest.mark.parametrize("size", [1_000, 20_000])
def test_page_is_small_and_asks_for_nothing(figures: dict[int, Figures], size: int) -> None:
    assert figures[size]["requests"] == 0
    assert MEASURES["file"].is_met(figures[size]["file"], size), figures[size]
    assert figures[size]["heap"] < MOST_HEAP_MB


@pytest.mark.parametrize("size", [1_000, 20_000])
@pytest.mark.parametrize("name", TIMES)
def test_page_is_fast_enough(figures: dict[int, Figures], size: int, name: str) -> None:
    assert MEASURES[name].is_met(figures[size][name] / SLOWER, size), figures[size]


def test_pyvis_stands_beside_it(chromium: str) -> None:
    lines = run("--sizes", "60", "--pyvis", "60").splitlines()
    assert lines[0].split() == ["claims", "60", "pyvis", "60"]
    assert len(lines) == 1 + len(MEASURES)
    assert "never" not in "".join(lines)
