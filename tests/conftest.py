"""Fixtures that every test may use; nothing here reaches the internet, and nothing in a test may either."""

import json
import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from missing_tools import skip_or_fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from spacy.language import Language

REPO = Path(__file__).resolve().parent.parent
SHARED = REPO.parent / "shared"

# The same examples each time, and a busy machine fails no test.
settings.register_profile("graphkit", deadline=None, derandomize=True)
settings.load_profile("graphkit")


@pytest.fixture(autouse=True)
def no_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets reach this machine only."""
    real_connect = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if host and host not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {address}")
        real_connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the project's evaluation data and the five seed articles."""
    if not (SHARED / "eval").is_dir():
        skip_or_fail("../shared", "put the project's shared/ folder beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the system's Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return found or skip_or_fail("Chromium", "apt-get install chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> "Iterator[Browser]":
    """The system's Chromium, started once: playwright runs but once in a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def node() -> str:
    """Path of Node.js."""
    return shutil.which("node") or skip_or_fail("Node.js", "apt-get install nodejs npm")


@pytest.fixture(scope="session")
def firefox() -> str:
    """Path of the system's Firefox."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    return found or skip_or_fail("Firefox", "apt-get install firefox-esr")


@pytest.fixture(scope="session")
def npm_packages() -> Path:
    """The folder of the npm packages in tests/js/package-lock.json."""
    folder = REPO / "tests" / "js" / "node_modules"
    wanted = json.loads((folder.parent / "package.json").read_text("utf-8"))["devDependencies"]
    if not all((folder / name).is_dir() for name in wanted):
        skip_or_fail("an npm package", "npm ci --prefix tests/js")
    return folder


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """The rules' pipeline; loading takes seconds, so that it is shared. Components keep no state."""
    from graphkit.pipeline import Extractor, load_pipeline

    return load_pipeline(extractor=Extractor.RULES)


@pytest.fixture(scope="session")
def reader_nlp() -> "Language":
    """The default pipeline, which reads with the trained network."""
    from graphkit.pipeline import load_pipeline

    return load_pipeline()
