"""What a reader sees at first sight: names that can be read, at the size of a laptop's screen."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from example_graph import add_claim, example_graph, new_graph
from playwright.sync_api import Browser, Page

from graphkit.explorer import render_html
from graphkit.explorer.pairs import pair_up

# every frame begins with a cleared canvas; what is written after the last is what is seen
RECORD = """
(() => {
  const canvas = CanvasRenderingContext2D.prototype;
  const { clearRect, fillText } = canvas;
  window.written = [];
  canvas.clearRect = function (...place) { window.written = []; return clearRect.apply(this, place); };
  canvas.fillText = function (text, x, y) {
    const { a: scale } = this.getTransform();
    const px = parseFloat(this.font.match(/([0-9.]+)px/)[1]) * scale;
    window.written.push({ text, x, y, px, width: this.measureText(text).width });
    return fillText.call(this, text, x, y);
  };
})();
"""


def linked(pairs: int) -> nx.MultiDiGraph:
    """A graph of exactly so many linked pairs."""
    graph, claims = example_graph(10), 10
    while len(pair_up(graph).low) < pairs:
        claims += 1
        graph = example_graph(claims)
    return graph


@pytest.fixture
def recorded(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(RECORD)
    yield page
    page.close()


def names_in(page: Page, graph: nx.MultiDiGraph, file: Path) -> list[dict[str, Any]]:
    page.goto(render_html(graph).save(file).as_uri())
    page.locator("html[data-ready=true]").wait_for()
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return list(page.evaluate("window.written"))


def test_names_of_a_hundred_links_are_there_apart_and_large_enough(recorded: Page, tmp_path: Path) -> None:
    graph = linked(100)
    names = names_in(recorded, graph, tmp_path / "page.html")
    assert len(names) >= 0.9 * graph.number_of_nodes()
    assert min(name["px"] for name in names) >= 11
    boxes = [(n["x"], n["y"] - n["px"] / 2, n["x"] + n["width"], n["y"] + n["px"] / 2) for n in names]
    assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []
    assert min(box[0] for box in boxes) >= 0 and min(box[1] for box in boxes) >= 0


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_overlapping_names_would_be_seen() -> None:
    assert _overlap((0, 0, 10, 10), (9, 9, 20, 20))
    assert not _overlap((0, 0, 10, 10), (10, 0, 20, 10))


def test_many_lines_are_drawn_roughly_while_they_move_and_wholly_when_still(
    recorded: Page, tmp_path: Path
) -> None:
    graph = new_graph()
    for number in range(900):
        add_claim(graph, f"Hub {number % 30}", "supports", f"Actor {number}", {})
    file = render_html(graph, max_pairs=900).save(tmp_path / "page.html")
    recorded.goto(file.as_uri())
    recorded.locator("html[data-ready=true]").wait_for()
    frame = recorded.locator("#network").bounding_box()
    assert frame
    still = recorded.evaluate("window.written.length")
    recorded.mouse.move(frame["x"] + 20, frame["y"] + 200)
    recorded.mouse.down()
    recorded.mouse.move(frame["x"] + 50, frame["y"] + 230, steps=5)
    recorded.evaluate("new Promise(requestAnimationFrame)")
    moving = recorded.evaluate("window.written.length")
    recorded.mouse.up()
    recorded.wait_for_timeout(600)
    assert 0 < moving <= 25 < still
    assert recorded.evaluate("window.written.length") > 25
