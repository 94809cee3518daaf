"""The page in a real browser, opened from disk."""

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from example_graph import add_claim, example_graph, new_graph, slug
from opened_page import Opened
from playwright.sync_api import Browser

from graphkit.explorer import render, render_html
from graphkit.explorer.payload import pack

Open = Callable[..., Opened]

TYPES = {"Acme": "organization", "Bolt": "person", "Coil": "government"}


def disputed_graph() -> nx.MultiDiGraph:
    """Acme supports Bolt, says the Echo; a denial in the Gazette; and a link of Bolt and Coil."""
    graph = new_graph()
    add_claim(
        graph,
        "Acme",
        "supports",
        "Bolt",
        TYPES,
        publication="Echo",
        date="2020-05",
        speakers=["report", "old captain"],
    )
    add_claim(
        graph, "Acme", "supports", "Bolt", TYPES, publication="Gazette", polarity="denied", date="2021-06-07"
    )
    add_claim(
        graph,
        "Bolt",
        "leads",
        "Coil",
        TYPES,
        publication="Echo",
        certainty="hedged",
        url="javascript:alert(1)",
        date=None,
    )
    return graph


def test_page_opens_from_disk_without_any_request_or_complaint(open_page: Open) -> None:
    opened = open_page(example_graph(100))
    assert [url.partition(":")[0] for url in opened.requests] == ["file"]
    assert opened.complaints == []
    assert "Allegations as read by software" in opened.text("#caution")
    assert opened.text("#state").startswith("100 claims, ")


def test_first_view_draws_the_pairs_that_python_chose(open_page: Open) -> None:
    page = open_page(example_graph(230), max_pairs=40).page
    model = page.evaluate(
        "JSON.parse(document.getElementById('graphkit-network').textContent).edges.map(edge => edge.id)"
    )
    assert len(model) == 40
    page.evaluate(
        "() => { const draw = vis.Network.prototype.setData; vis.Network.prototype.setData ="
        " function (data) { window.drawn = data.edges; draw.call(this, data); } }"
    )
    page.locator("input[value=polarity]").check(force=True)  # draws the same pairs anew
    assert sorted(page.evaluate("drawn.map(edge => edge.id)")) == sorted(model)
    assert page.locator("#shown").inner_text().startswith("40 of ")


def test_source_filter_changes_counts_drawing_and_list(open_page: Open) -> None:
    opened = open_page(disputed_graph())
    sources = opened.page.locator("[data-facet=publication]")
    assert opened.names("[data-facet=publication] .choice label") == ["Echo\n2", "Gazette\n1"]
    assert opened.text("#shown") == "2 of 2 pairs shown"
    sources.get_by_label("Echo").first.uncheck()
    assert opened.text("#shown") == "1 of 2 pairs shown"
    assert opened.names("[data-facet=polarity] .count") == ["0", "1"]
    assert opened.names("[data-facet=publication] .count") == ["2", "1"]
    assert opened.page.locator("#pairs .row").count() == 1
    opened.page.locator("#reset").click()
    assert opened.text("#shown") == "2 of 2 pairs shown"


def test_only_all_and_none(open_page: Open) -> None:
    opened = open_page(disputed_graph())
    opened.page.get_by_label("only Gazette").click(force=True)
    assert opened.names("#pairs .names") == ["Acme – Bolt"]
    opened.page.get_by_label("no Sources").click()
    assert opened.text("#message") == "The filters hide every pair."
    opened.page.get_by_label("all Sources").click()
    assert opened.pairs_shown() == 2


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (lambda page: page.locator("#contested").check(), ["Acme – Bolt"]),
        (lambda page: page.locator("#min-sources").fill("2"), ["Acme – Bolt"]),
        (lambda page: page.locator("#search").fill("coil"), ["Bolt – Coil"]),
        (lambda page: page.locator("#search").fill("never supported"), ["Acme – Bolt"]),
        (lambda page: page.locator("#search").fill("nobody at all"), []),
        (lambda page: page.get_by_label("only leads").click(force=True), ["Bolt – Coil"]),
        (lambda page: page.get_by_label("only ≈ hedged").click(force=True), ["Bolt – Coil"]),
        (lambda page: page.get_by_label("only ✕ denied").click(force=True), ["Acme – Bolt"]),
        (
            lambda page: page.get_by_label("only government").click(force=True),
            ["Bolt – Coil"],
        ),
    ],
)
def test_each_filter_keeps_its_pairs(
    open_page: Open, action: Callable[..., None], expected: list[str]
) -> None:
    opened = open_page(disputed_graph())
    action(opened.page)
    assert opened.names("#pairs .names") == expected
    assert opened.pairs_shown() == len(expected)


def test_the_list_has_contested_pairs_first_and_says_so(open_page: Open) -> None:
    graph = disputed_graph()
    for number in range(3):
        add_claim(graph, "Acme", "leads", "Coil", TYPES, publication=f"Paper {number}")
    opened = open_page(graph)
    assert opened.names("#pairs .names") == ["Acme – Bolt", "Acme – Coil", "Bolt – Coil"]
    hint = "3 pairs, 1 contested. Listed contested first, then by number of sources, then of claims."
    assert opened.text("#panel .hint").startswith(hint)
    opened.page.get_by_label("only leads").click(force=True)
    assert opened.text("#panel .hint").startswith("2 pairs. Listed by number of sources, then of claims.")


def test_the_list_says_who_denies(open_page: Open) -> None:
    graph = disputed_graph()
    for speaker in ("first envoy", "second envoy"):
        add_claim(graph, "Acme", "supports", "Bolt", TYPES, polarity="denied", speakers=[speaker])
    opened = open_page(graph)
    assert opened.names("#pairs .deniers") == ["✕ denied by Gazette, first envoy and 1 more"]


def test_a_pair_shows_its_sentences_with_publisher_speaker_and_date(open_page: Open) -> None:
    opened = open_page(disputed_graph())
    opened.page.locator("#pairs .row", has_text="Acme").click()
    affirmed, denied = opened.page.locator(".card.affirmed"), opened.page.locator(".card.denied")
    assert "report › old captain ✓ affirms" in affirmed.inner_text()
    assert "Echo, What the harbour books show, part 1, May 2020" in affirmed.locator(".source").inner_text()
    assert "the article itself ✕ denies" in denied.inner_text()
    assert "7 Jun 2021" in denied.inner_text()
    assert opened.names(".side h4") == [
        "✓ Affirmed by 1 claim in 1 source",
        "✕ Denied by 1 claim in 1 source",
    ]
    assert "Acme never supported Bolt, as the harbour books" in denied.locator("blockquote").inner_text()
    assert denied.locator("mark").all_inner_texts() == ["Acme", "supported", "Bolt"]
    assert "articles/gazette_1.txt, characters 47–" in denied.locator(".place").inner_text()
    assert denied.locator("a").get_attribute("href") == "https://example.org/books"
    assert "contradict one another" in opened.text("#panel")
    opened.page.locator("#panel .back").click()
    assert opened.text("#panel h2") == "Pairs"


def test_hedged_claims_look_hedged_and_other_schemes_are_no_links(open_page: Open) -> None:
    opened = open_page(disputed_graph())
    opened.page.locator("#pairs .row", has_text="Coil").click()
    assert opened.text(".card .hedged") == "≈ hedged"
    assert opened.page.locator(".card a").count() == 0
    assert "undated" in opened.text(".card .source")


def test_a_click_on_a_line_opens_its_evidence(open_page: Open) -> None:
    graph = new_graph()
    add_claim(graph, "Acme", "supports", "Bolt", TYPES)
    opened = open_page(graph, viewport={"width": 1000, "height": 600})
    frame = opened.page.locator("#network").bounding_box()
    assert frame
    middle = (
        frame["x"] + frame["width"] / 2,
        frame["y"] + frame["height"] / 2 - 10,
    )  # the key takes room below
    opened.page.mouse.move(*middle)
    assert "Acme – Bolt" in opened.text("#tip")
    opened.page.mouse.click(*middle)
    opened.page.locator("blockquote").wait_for()
    assert "Acme supported Bolt" in opened.text("blockquote")


def test_an_actor_shows_its_facts_and_links_and_the_ego_view(open_page: Open) -> None:
    opened = open_page(disputed_graph())
    opened.page.locator("#pairs .row", has_text="Acme").click()
    opened.page.locator("h2 .actor-link", has_text="Acme").click()
    assert opened.text("#panel h2") == "Acme"
    assert "Also called\nthe Acme" in opened.text(".facts-list")
    assert "May 2020 to 7 Jun 2021" in opened.text(".facts-list")
    opened.page.get_by_text("Show only its links").click()
    assert opened.text("#shown") == "1 of 2 pairs shown, around Acme"
    opened.page.keyboard.press("Escape")
    assert opened.text("#panel h2") == "Links of Acme"
    opened.page.keyboard.press("Escape")
    assert opened.text("#shown") == "2 of 2 pairs shown"


def test_nothing_in_the_hidden_drawing_takes_the_focus(open_page: Open) -> None:
    opened = open_page(disputed_graph())
    assert opened.page.locator("#network [tabindex='0'], #network button, #network a").count() == 0


def test_color_by_decides_which_facet_is_the_legend(open_page: Open) -> None:
    opened = open_page(disputed_graph(), color_by="relation")
    assert opened.page.locator("[data-facet=relation] .swatch").first.is_visible()
    assert not opened.page.locator("[data-facet=publication] .swatch").first.is_visible()
    opened.page.locator("input[value=source]").check(force=True)
    assert opened.page.locator("[data-facet=publication] .swatch").first.is_visible()


def test_the_list_leads_there_by_keyboard_alone(open_page: Open) -> None:
    opened = open_page(disputed_graph())
    opened.page.locator("#pairs .row").first.focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("blockquote").count() == 2
    opened.page.keyboard.press("Escape")
    focused = opened.page.evaluate("document.activeElement.dataset.pair")
    assert focused == opened.page.locator("#pairs .row").first.get_attribute("data-pair")


@pytest.mark.parametrize("actors", [0, 1, 2])
def test_tiny_graphs_open_with_a_message(open_page: Open, actors: int) -> None:
    graph = new_graph()
    for number in range(actors):
        graph.add_node(f"a{number}", label=f"Actor {number}", type="person")
    opened = open_page(graph)
    assert opened.complaints == []
    assert opened.text("#shown") == "0 of 0 pairs shown"
    expected = "No claims were found" if actors == 0 else f"{actors} actor"
    assert opened.text("#message").startswith(expected)
    assert opened.text("#panel .hint") == "The articles hold no claims that graphkit can read."


def test_one_claim_and_a_claim_of_an_actor_about_itself_are_drawn(open_page: Open) -> None:
    graph = new_graph()
    add_claim(graph, "Acme", "supports", "Bolt", TYPES)
    graph.add_edge("acme", "acme", key="loop", **graph.edges["acme", "bolt", "0" * 16])
    opened = open_page(graph)
    assert opened.pairs_shown() == 2
    assert opened.complaints == []


ATTACKS = [
    '<img src=x onerror="window.__pwned=1;alert(1)">',
    "</script><script>window.__pwned=1;alert(1)</script>",
    "\"><svg onload=alert(1)>'",
    "{{ 7*7 }}{% raw %}<!--<script>",
    "\u2028\u2029\x00 javascript:alert(1) href",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_in_every_field_stays_text(open_page: Open, attack: str) -> None:
    graph = new_graph()
    graph.graph.update(graphkit=attack, caution=attack)
    for name in ("one", "two"):
        graph.add_node(
            f"{name}{attack}",
            label=f"{name} {attack}",
            type=attack,
            aliases=f'["{name}"]',
            country=attack,
            parent=attack,
            wikidata=attack,
        )
    key = add_claim(graph, "Acme", "supports", "Bolt", TYPES)
    template = graph.edges["acme", "bolt", key]
    texts = {
        name: attack
        for name, value in template.items()
        if isinstance(value, str) and name not in ("polarity", "certainty")
    }
    graph.add_edge(
        f"one{attack}",
        f"two{attack}",
        key=f"key{attack}",
        **{**template, **texts, "also": f'["{slug(attack)}"]'},
    )
    opened = open_page(graph, title=attack)
    opened.page.locator("#pairs .row", has_text="one").click()
    assert attack.strip("\x00\u2028\u2029 ")[:9] in opened.text("blockquote").replace("\n", "")
    opened.page.locator("h2 .actor-link").first.click()
    opened.page.locator("#search").fill(attack)
    opened.page.wait_for_timeout(100)
    assert opened.dialogs == []
    assert opened.page.evaluate("window.__pwned") is None
    assert opened.page.locator("img, iframe, object, embed").count() == 0
    assert opened.page.locator("script").count() == 4, "settings, network, vis-network and our own"
    assert opened.complaints == []


@pytest.mark.parametrize(
    ("width", "height", "dark"), [(1280, 800, False), (390, 844, False), (1280, 800, True)]
)
def test_page_fits_the_screen(open_page: Open, width: int, height: int, dark: bool) -> None:
    opened = open_page(example_graph(230), viewport={"width": width, "height": height}, dark=dark)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.complaints == []


def test_a_gzipped_page_opens_like_a_plain_one(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "pack", lambda payload: pack(payload, limit=100))
    opened = open_page(disputed_graph())
    assert opened.pairs_shown() == 2
    assert [url.partition(":")[0] for url in opened.requests] == ["file"]


def test_the_page_works_in_the_sandboxed_frame_of_a_notebook(browser: Browser, tmp_path: Path) -> None:
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html>{render_html(disputed_graph())._repr_html_()}", "utf-8")
    page = browser.new_page()
    page.goto(notebook.as_uri())
    inner = page.frame_locator("iframe")
    inner.locator("#pairs .row").first.click()
    assert inner.locator("blockquote").count() == 2
    page.close()


def test_filters_open_and_close_on_a_phone(open_page: Open) -> None:
    opened = open_page(disputed_graph(), viewport={"width": 390, "height": 844})
    assert not opened.page.locator("#search").is_visible()
    opened.page.locator("#open-filters").click()
    opened.page.locator("[data-facet=publication]").get_by_label("Echo").first.uncheck()
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#search").is_visible()
    assert opened.pairs_shown() == 1
