"""The page, opened from disk in the system's Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from example_graph import example_graph
from opened_page import Opened
from playwright.sync_api import Browser

from graphkit.explorer import render_html

WIDE = {"width": 1280, "height": 800}


@pytest.fixture
def example() -> nx.MultiDiGraph:
    """A hundred claims of about thirty actors in twelve sources."""
    return example_graph(100)


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """`open_page(graph, **options of render_html)` with the page's own Content-Security-Policy in force.

    `address` is what stands behind the # of the page's address.
    """
    contexts = []

    def open_page(
        graph: nx.MultiDiGraph, viewport: Any = None, dark: bool = False, address: str = "", **options: Any
    ) -> Opened:
        file = render_html(graph, **options).save(tmp_path / f"page{len(contexts)}.html")
        context = browser.new_context(
            viewport=viewport or WIDE, color_scheme="dark" if dark else "light", service_workers="block"
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.set_default_timeout(8_000)
        opened.page.goto(f"{file.as_uri()}#{address}")
        opened.page.locator("html[data-ready=true]").wait_for(timeout=10_000)
        return opened

    yield open_page
    for context in contexts:
        context.close()
