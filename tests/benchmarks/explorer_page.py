"""How fast the explorer's page is written, opens, moves, filters and searches, beside its targets.

    python tests/benchmarks/explorer_page.py [--sizes 1000 20000 100000] [--pyvis [1000]] [--json]

A row per measure and a column per number of claims (``generated_graph.py`` makes them), each figure with its
target behind it and an "!" where it misses. `--pyvis` adds the same graph in plain pyvis, default options.

Chromium is the system's, headless, 1280 x 800, in a fresh context each time; what is no file: is refused.
Openings and writings are medians of three, filters and searches of five. How each is measured:

- first frame: from the start of navigation to the second animation frame after ``html[data-ready=true]``; the
  first one has been painted then. In pyvis: likewise after the first drawing that follows its stabilization.
- heap: two seconds after that, when the search is prepared too, and after a forced garbage collection.
- source off: a click on the source with the most claims, to the second animation frame after it. Less than
  two frames of 60 per second, some 33 ms, cannot be.
- search: how long the handler of the search box takes, without the painting, from no query to one.
- pan and zoom: real input by CDP, an event every 8 ms. The button goes down at the left rim, where no actor
  stands, and the mouse runs round a circle in moves of about 8 px; the wheel turns over the middle, twelve
  notches in and twelve out. Frames count in which the picture was drawn anew (a call of ``clearRect``), so
  that a page that stands still earns nothing.
"""

import argparse
import asyncio
import json
import math
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import networkx as nx
from generated_graph import generated_graph
from page_probes import FIRST_FRAME, PROBE, SEARCH, SOURCE_OFF, WHEN_READY, WHEN_STABLE
from playwright.async_api import Browser, CDPSession, Page, ViewportSize, async_playwright

from graphkit.explorer import render_html

SIZES = (1_000, 20_000, 100_000)
OPENINGS, REPEATS = 3, 5
MOTION_SECONDS, EVENT_SECONDS, MOST_WAITING = 2.0, 0.008, 20
MOST_SECONDS = 60
PYVIS_SECONDS = 30
SCREEN: ViewportSize = {"width": 1280, "height": 800}


@dataclass(frozen=True, slots=True)
class Measure:
    """A row: its name, and for each of SIZES the limit that it is to keep to or reach, or None."""

    label: str
    limits: tuple[float | None, float | None, float | None] = (None, None, None)
    at_least: bool = False
    digits: int = 0

    def limit(self, size: int | None) -> float | None:
        """The limit for a graph of so many claims, if there is one."""
        return dict(zip(SIZES, self.limits, strict=True)).get(size) if size else None

    def is_met(self, value: float, size: int | None) -> bool:
        """Whether the value is within its limit."""
        limit = self.limit(size)
        return limit is None or (value >= limit if self.at_least else value <= limit)

    def cell(self, value: float | None, size: int | None = None) -> str:
        """The value, its limit, and a mark if it is missed; "-" for what was not measured."""
        if value is None:
            return "-"
        if math.isinf(value):
            return "never"
        limit = self.limit(size)
        target = "" if limit is None else f" ({'≥' if self.at_least else '≤'} {limit:g})"
        return f"{'' if self.is_met(value, size) else '! '}{value:,.{self.digits}f}{target}"


MEASURES = {
    "written": Measure("layout and HTML written, s", (0.5, 1.5, 6), digits=2),
    "file": Measure("file, MB", (1, 4, 15), digits=2),
    "first_frame": Measure("first frame, ms", (600, 800, 1500)),
    "requests": Measure("requests", (0, 0, 0)),
    "heap": Measure("heap, MB", (None, None, 150), digits=1),
    "source_off": Measure("one source off, ms", (50, 80, 100)),
    "search_name": Measure("search for a name, ms", (10, 30, 80), digits=1),
    "search_quote": Measure("search for words of a quote, ms", (10, 30, 80), digits=1),
    "pan_400": Measure("pan, 400 pairs, fps", (55, 55, 55), at_least=True),
    "zoom_400": Measure("zoom, 400 pairs, fps", (55, 55, 55), at_least=True),
    "pan_3000": Measure("pan, 3,000 pairs, fps", (None, 50, 50), at_least=True),
    "zoom_3000": Measure("zoom, 3,000 pairs, fps", (None, 50, 50), at_least=True),
}
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Opened:
    """A page that has been opened: when its first frame was painted, and what else it asked for."""

    page: Page
    cdp: CDPSession
    first_frame_ms: float
    asked: list[str]


@asynccontextmanager
async def opened(
    browser: Browser, address: str, ready: str = WHEN_READY, limit: float = MOST_SECONDS
) -> AsyncIterator[Opened]:
    """The page at a file: address, in a context of its own; no first frame in `limit` seconds is infinite."""
    context = await browser.new_context(viewport=SCREEN, service_workers="block")
    await context.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    await context.add_init_script(PROBE + ready)
    page = await context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(address, wait_until="commit")
    first = await page.evaluate(FIRST_FRAME, limit * 1000)
    try:
        cdp = await context.new_cdp_session(page)
        yield Opened(page, cdp, math.inf if first is None else first, asked)
    finally:
        await context.close()


async def heap_mb(on: Opened) -> float:
    """What the page's JavaScript holds once nothing more is to be done."""
    await on.page.wait_for_timeout(2_000)
    await on.cdp.send("Performance.enable")
    await on.cdp.send("HeapProfiler.collectGarbage")
    metrics = (await on.cdp.send("Performance.getMetrics"))["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "JSHeapUsedSize")) / 1e6


async def frames_per_second(on: Opened, event: Callable[[int], dict[str, Any]]) -> float:
    """Frames drawn anew while the mouse does `event` of 0, 1, 2 and so on for MOTION_SECONDS."""
    await on.page.evaluate("window.startCounting()")
    end = perf_counter() + MOTION_SECONDS
    sent: set[asyncio.Future[Any]] = set()
    for step in count():
        if perf_counter() > end:
            break
        sent.add(asyncio.ensure_future(on.cdp.send("Input.dispatchMouseEvent", event(step))))
        await asyncio.sleep(EVENT_SECONDS)
        # an answer comes when the page has handled the event: none is sent to a page that has many to do
        while len(sent := {answer for answer in sent if not answer.done()}) > MOST_WAITING:
            await asyncio.wait(sent, return_when=asyncio.FIRST_COMPLETED)
    fps = float(await on.page.evaluate("window.stopCounting()"))
    await asyncio.gather(*sent)
    return fps


async def pan_fps(on: Opened, canvas: str) -> float:
    """Drag by the left rim of `canvas`, a selector."""
    left, top, _, height = await box_of(on.page, canvas)

    def mouse(kind: str, turn: float) -> dict[str, Any]:
        x, y = left + 14 + 150 * (1 - math.cos(turn)), top + height / 2 + 150 * math.sin(turn)
        return {"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1}

    await on.cdp.send("Input.dispatchMouseEvent", mouse("mousePressed", 0))
    fps = await frames_per_second(on, lambda step: mouse("mouseMoved", step / 20))
    await on.cdp.send("Input.dispatchMouseEvent", mouse("mouseReleased", 0) | {"buttons": 0})
    return fps


async def zoom_fps(on: Opened, canvas: str) -> float:
    """Turn the wheel over the middle of `canvas`, a selector."""
    left, top, width, height = await box_of(on.page, canvas)
    middle = {"x": left + width / 2, "y": top + height / 2}

    def wheel(step: int) -> dict[str, Any]:
        return {"type": "mouseWheel", "deltaX": 0, "deltaY": 100 if step // 12 % 2 else -100, **middle}

    return await frames_per_second(on, wheel)


async def box_of(page: Page, selector: str) -> tuple[float, float, float, float]:
    """Left, top, width and height in CSS pixels."""
    box = await page.locator(selector).bounding_box()
    assert box, f"{selector} is not shown"
    return box["x"], box["y"], box["width"], box["height"]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def searches(graph: nx.MultiDiGraph) -> tuple[list[str], list[str]]:
    """REPEATS names, of the actors with the most claims, and as many times three words of a quote."""
    strongest = sorted(graph.nodes, key=lambda actor: (-graph.degree[actor], actor))[:REPEATS]
    quotes = [data["evidence"].split() for _, _, data in graph.edges(data=True)]
    chosen = quotes[:: len(quotes) // REPEATS][:REPEATS]
    return [graph.nodes[actor]["label"] for actor in strongest], [" ".join(words[-4:-1]) for words in chosen]


async def page_figures(size: int, browser: Browser, folder: Path) -> Figures:
    """Every measure of the explorer's page for a graph of `size` claims."""
    graph, file = generated_graph(size), folder / f"{size}.html"
    written = [seconds(lambda: render_html(graph).save(file)) for _ in range(OPENINGS)]
    figures = {"written": median(written), "file": file.stat().st_size / 1e6}
    figures["first_frame"] = median([await first_frame(browser, file) for _ in range(OPENINGS)])
    async with opened(browser, file.as_uri()) as on:
        figures["heap"] = await heap_mb(on)
        figures |= await reaction_figures(on.page, *searches(graph))
        figures |= await motion_figures(on, 400, "#network")
        figures["requests"] = len(on.asked) - 1
    async with opened(browser, f"{file.as_uri()}#pairs=3000") as on:
        figures |= await motion_figures(on, 3000, "#network")
    return figures


async def first_frame(browser: Browser, file: Path) -> float:
    """In ms, of a page opened anew."""
    async with opened(browser, file.as_uri()) as on:
        return on.first_frame_ms


async def reaction_figures(page: Page, names: list[str], quotes: list[str]) -> Figures:
    """What a filter and a search take, in ms; both are tried once before they count."""
    await page.evaluate(SOURCE_OFF)
    await page.evaluate(SEARCH, "warm up")
    return {
        "source_off": median([await page.evaluate(SOURCE_OFF) for _ in range(REPEATS)]),
        "search_name": median([await page.evaluate(SEARCH, name) for name in names]),
        "search_quote": median([await page.evaluate(SEARCH, quote) for quote in quotes]),
    }


async def motion_figures(on: Opened, pairs: int, canvas: str) -> Figures:
    """Pan and zoom with so many pairs drawn, or all that there are."""
    return {f"pan_{pairs}": await pan_fps(on, canvas), f"zoom_{pairs}": await zoom_fps(on, canvas)}


def write_pyvis(graph: nx.MultiDiGraph, file: Path) -> None:
    """The graph as pyvis draws it by default, quotes as titles."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for actor, data in graph.nodes(data=True):
        network.add_node(actor, label=data["label"])
    for subject, object_, data in graph.edges(data=True):
        network.add_edge(subject, object_, title=data["evidence"])
    file.write_text(network.generate_html(), encoding="utf-8")


async def pyvis_figures(size: int, browser: Browser, folder: Path) -> Figures:
    """What of the measures pyvis has; motion, of all pairs, only if it has drawn within PYVIS_SECONDS."""
    graph, file = generated_graph(size), folder / f"pyvis{size}.html"
    figures = {"written": seconds(lambda: write_pyvis(graph, file)), "file": file.stat().st_size / 1e6}
    async with opened(browser, file.as_uri(), WHEN_STABLE, PYVIS_SECONDS) as on:
        figures |= {
            "first_frame": on.first_frame_ms,
            "requests": len(on.asked) - 1,
            "heap": await heap_mb(on),
        }
        if not math.isinf(on.first_frame_ms):
            figures |= await motion_figures(on, 3000, "#mynetwork")
    return figures


def table(figures: dict[int, Figures], pyvis: dict[int, Figures]) -> str:
    """All figures, one row per measure; those of pyvis behind, without targets."""
    rows = [["claims", *(f"{size:,}" for size in figures), *(f"pyvis {size:,}" for size in pyvis)]]
    for name, measure in MEASURES.items():
        own = [measure.cell(found.get(name), size) for size, found in figures.items()]
        rows.append([measure.label, *own, *(measure.cell(found.get(name)) for found in pyvis.values())])
    first, *others = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            [f"{label:{first}}", *(f"{cell:>{width}}" for cell, width in zip(cells, others, strict=True))]
        )
        for label, *cells in rows
    )


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of claims")
    parser.add_argument("--pyvis", type=int, nargs="*", help="numbers of claims for pyvis, too (1000)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON, by number of claims")
    return parser.parse_args()


async def measured(sizes: list[int], pyvis_sizes: list[int]) -> tuple[dict[int, Figures], dict[int, Figures]]:
    """The figures of both, by number of claims."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    with tempfile.TemporaryDirectory() as folder:
        async with async_playwright() as playwright:
            path = next(filter(None, found), None)
            browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            # the first page loads templates and relations, which all later ones share
            render_html(generated_graph(50))
            own = {size: await page_figures(size, browser, Path(folder)) for size in sizes}
            others = {size: await pyvis_figures(size, browser, Path(folder)) for size in pyvis_sizes}
            await browser.close()
    return own, others


def main() -> None:
    """Measure, and print what was asked for."""
    chosen = options()
    pyvis_sizes = [] if chosen.pyvis is None else chosen.pyvis or [SIZES[0]]
    figures, others = asyncio.run(measured(chosen.sizes, pyvis_sizes))
    print(json.dumps({"graphkit": figures, "pyvis": others}) if chosen.json else table(figures, others))


if __name__ == "__main__":
    main()
