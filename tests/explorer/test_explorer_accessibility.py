"""The page for those who use it with a keyboard or a screen reader: axe's rules, and the way of Tab."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from example_graph import example_graph
from opened_page import Opened
from playwright.sync_api import Browser, Page

from graphkit.explorer import render_html

WIDE: Any = {"width": 1280, "height": 800}
PHONE: Any = {"width": 390, "height": 844}
GRAPH = example_graph(100)

OpenForAxe = Callable[..., Page]
Open = Callable[..., Opened]


@pytest.fixture
def open_for_axe(browser: Browser, npm_packages: Path, tmp_path: Path) -> Iterator[OpenForAxe]:
    """Opens the page with axe in it, which the page's own policy would keep out."""
    contexts = []

    def open_for_axe(graph: nx.MultiDiGraph = GRAPH, *, viewport: Any = WIDE) -> Page:
        file = render_html(graph).save(tmp_path / "page.html")
        context = browser.new_context(viewport=viewport, color_scheme="light", bypass_csp=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8_000)
        page.goto(file.as_uri())
        page.locator("html[data-ready=true]").wait_for(timeout=10_000)
        page.add_script_tag(path=npm_packages / "axe-core" / "axe.min.js")
        return page

    yield open_for_axe
    for context in contexts:
        context.close()


def violations(page: Page) -> list[str]:
    """What breaks axe's rules, of whatever impact: "rule: what is wrong: where"."""
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{rule['id']}: {node['failureSummary']}: {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
    ]


def read_pair(page: Page) -> None:
    page.locator("#pairs .row").first.click()
    assert page.locator("#panel blockquote").count() > 0


def read_hedged_denial(page: Page) -> None:
    page.get_by_label("only ✕ denied").click(force=True)
    page.get_by_label("only ≈ hedged").click(force=True)
    read_pair(page)


def read_actor(page: Page) -> None:
    read_pair(page)
    page.locator("#panel h2 .actor-link").first.click()
    page.locator(".facts-list").wait_for()


def look_around_actor(page: Page) -> None:
    read_actor(page)
    page.get_by_text("Show only its links").click()
    page.locator("#leave").wait_for()


def search(page: Page) -> None:
    page.locator("#search").fill("gull")
    page.locator("#panel .rows .actor-link").first.wait_for()


def find_nothing(page: Page) -> None:
    page.locator("#search").fill("nobody at all")
    page.locator("#message").wait_for()


def open_table(page: Page) -> None:
    page.locator("#show-table").click()
    page.locator("#table tbody tr").first.wait_for()
    page.locator("#table th button").nth(2).click()


def open_help(page: Page) -> None:
    page.locator("#open-help").click()
    page.locator("#help").wait_for()


def open_save(page: Page) -> None:
    page.locator("#save summary").click()
    page.locator("#save-menu button").first.wait_for()


def write_no_date(page: Page) -> None:
    page.locator("#since").fill("last year")


def nothing(page: Page) -> None:
    """The page as it opens."""


VIEWS = {
    "overview": nothing,
    "pair": read_pair,
    "hedged denial": read_hedged_denial,
    "actor": read_actor,
    "around an actor": look_around_actor,
    "search": search,
    "nothing found": find_nothing,
    "table": open_table,
    "help": open_help,
    "save": open_save,
    "no date": write_no_date,
}


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(open_for_axe: OpenForAxe, view: str) -> None:
    page = open_for_axe()
    VIEWS[view](page)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone(open_for_axe: OpenForAxe, scheme: Any) -> None:
    page = open_for_axe(viewport=PHONE)
    page.emulate_media(color_scheme=scheme)
    assert violations(page) == []
    page.locator("#open-filters").click()
    page.locator("#search").wait_for()
    assert violations(page) == []
    page.locator("#close-filters").click()
    read_pair(page)
    assert violations(page) == []


def test_axe_finds_nothing_in_an_empty_page(open_for_axe: OpenForAxe) -> None:
    assert violations(open_for_axe(nx.MultiDiGraph(graphkit="0.1.0", caution="Allegations."))) == []


def test_axe_would_find_something(open_for_axe: OpenForAxe) -> None:
    page = open_for_axe()
    page.evaluate(
        "document.querySelector('#search').closest('label').replaceWith(document.querySelector('#search'))"
    )
    page.evaluate("document.querySelector('#search').removeAttribute('placeholder')")
    page.evaluate("document.querySelector('#state').style.color = '#ccc'")
    assert {line.partition(":")[0] for line in violations(page)} == {"color-contrast", "label"}


STOP = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const outlined = (element) => getComputedStyle(element).outlineStyle !== "none";
  const box = at.getBoundingClientRect();
  return {
    id: at.id,
    text: at.textContent.slice(0, 40),
    inside: at.closest("header, .facet, #panel, #table, .bar, .zoom, #key")?.id
      || at.closest("[data-facet]")?.dataset.facet || "",
    outlined: outlined(at) || (at.parentElement.tagName === "LABEL" && outlined(at.parentElement)),
    seen: at.checkVisibility({ opacityProperty: at.type !== "radio" }) && box.width > 0
      && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
  };
}"""
"""The element that has the focus, and whether a reader sees that it has; null where nothing has it."""


def tab_stops(page: Page, most: int = 200) -> list[dict[str, Any]]:
    """Where Tab stops, from the start of the page until it leaves it."""
    stops: list[dict[str, Any]] = []
    while len(stops) < most:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    return stops


def test_tab_reaches_everything_and_shows_where_it_is(open_page: Open) -> None:
    page = open_page(example_graph(12), address="table=1").page
    stops = tab_stops(page)
    assert stops[0]["text"].startswith("Skip to")
    ids = [stop["id"] for stop in stops]
    wanted = [
        "show-table",
        "open-help",
        "search",
        "contested",
        "min-sources",
        "min-confidence",
        "since",
        "until",
    ]
    wanted += ["zoom-in", "zoom-out", "fit", "max-pairs", "table"]
    assert [id for id in ids if id in wanted] == wanted
    inside = {stop["inside"] for stop in stops}
    assert {"publication", "document", "speaker", "relation", "type", "polarity", "certainty"} <= inside
    assert {"table", "panel", "key"} <= inside
    assert len(stops) < 200, "Tab never leaves the page"
    assert [stop for stop in stops if not (stop["outlined"] and stop["seen"])] == []


def test_a_pair_is_read_and_left_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page(example_graph(12)).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the link that skips to the list
    for _ in range(page.locator(".most-linked button").count() + 1):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.pair") is not None
    page.keyboard.press("Enter")
    assert page.locator("#panel h2:focus").count() == 1
    assert page.locator("#panel blockquote").count() > 0
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.pair") is not None


def test_the_link_that_skips_to_the_list_keeps_the_view(open_page: Open) -> None:
    page = open_page(example_graph(30), address="contested=1&table=1").page
    shown = page.locator("#shown").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)  # by then the page has noted its address
    assert page.evaluate("document.activeElement.id") == "panel"
    assert page.locator("#contested").is_checked()
    assert page.locator("#table").is_visible()
    assert page.locator("#shown").inner_text() == shown


def test_the_table_is_read_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page(example_graph(12), address="table=1").page
    page.locator("#table").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#table th[aria-sort=ascending] button:focus").count() == 1
    page.locator("#table tbody button").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel h2:focus").count() == 1
