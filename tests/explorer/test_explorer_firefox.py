"""The page in Firefox, opened from disk: Debian's firefox-esr, driven by tests/js/firefox_smoke.mjs."""

import http.server
import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from example_graph import example_graph

from graphkit.explorer import render, render_html
from graphkit.explorer.payload import pack

SMOKE = Path(__file__).resolve().parent.parent / "js" / "firefox_smoke.mjs"
GRAPH = example_graph(100)

Look = Callable[[Path], dict[str, Any]]


@pytest.fixture
def look(firefox: str, node: str, npm_packages: Path) -> Look:
    """Opens the page and its first pair in Firefox; returns what was seen, asked for and complained of."""

    def look(page: Path) -> dict[str, Any]:
        command = [node, str(SMOKE), firefox, str(page)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        seen: dict[str, Any] = json.loads(done.stdout)
        return seen

    return look


def assert_reads_well(seen: dict[str, Any]) -> None:
    assert seen["browser"].startswith("firefox/")
    assert seen["complaints"] == []
    # the file itself is not reported; data: is the font that Firefox brings for hidden passwords
    assert {url.partition(":")[0] for url in seen["requests"]} <= {"file", "data"}
    shown = int(seen["shown"].split()[0])
    assert shown > 20
    assert seen["shown"] == f"{shown} of {shown} pairs shown"
    assert seen["canvas"] > 300
    first, second = seen["names"].split(" – ")
    assert seen["quotes"]
    assert all(first in quote and second in quote for quote in seen["quotes"])


def test_firefox_opens_the_page_from_disk(look: Look, tmp_path: Path) -> None:
    assert_reads_well(look(render_html(GRAPH).save(tmp_path / "page.html")))


def test_firefox_opens_a_gzipped_page(look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "pack", lambda payload: pack(payload, limit=100))
    page = render_html(GRAPH).save(tmp_path / "page.html")
    assert "as the harbour books of that year" not in page.read_text("utf-8")
    assert_reads_well(look(page))


@pytest.fixture
def server() -> Iterator[str]:
    """Address of a server on this machine that finds nothing."""

    class Silent(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            """Write nothing to the terminal."""

    with http.server.HTTPServer(("127.0.0.1", 0), Silent) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_firefox_would_tell_of_a_request_and_of_a_complaint(look: Look, tmp_path: Path, server: str) -> None:
    text = render_html(GRAPH).save(tmp_path / "page.html").read_text("utf-8")
    hole = f'<body><img src="{server}/spy.png"><script>console.error("a complaint")</script>'
    page = tmp_path / "leaky.html"
    page.write_text(text.replace("http-equiv", "data-off", 1).replace("<body>", hole, 1), "utf-8")
    seen = look(page)
    assert f"{server}/spy.png" in seen["requests"]
    assert seen["complaints"] == ["a complaint"]
