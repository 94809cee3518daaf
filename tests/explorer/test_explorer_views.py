"""Ways to look at the graph: ego view, path, hiding, pins, the table, and the address of a view."""

from collections.abc import Callable

import networkx as nx
import pytest
from example_graph import add_claim, example_graph, new_graph
from opened_page import Opened

Open = Callable[..., Opened]


def chain() -> nx.MultiDiGraph:
    """Acme – Bolt – Coil – Dent – Etch, and a second way from Bolt to Dent over Frost."""
    graph = new_graph()
    links = ["Acme Bolt", "Bolt Coil", "Coil Dent", "Dent Etch", "Bolt Frost", "Frost Dent"]
    for number, (one, other) in enumerate(map(str.split, links)):
        paper, date = f"Paper {number % 2}", f"20{10 + number}-05"
        add_claim(graph, one, "supports", other, publication=paper, date=date)
    return graph


def open_actor(opened: Opened, name: str) -> None:
    opened.page.locator("#search").fill(name)
    opened.page.locator("#panel .rows .actor-link", has_text=name).first.click()


def test_neighbours_of_neighbours_are_added_and_taken_away(open_page: Open) -> None:
    opened = open_page(chain(), address="around=acme")
    assert opened.text("#shown") == "1 of 6 pairs shown, around Acme"
    opened.page.locator("#pairs .row").first.click()
    opened.page.locator("h2 .actor-link", has_text="Bolt").click()
    opened.page.get_by_text("Add its links").click()
    assert opened.pairs_shown() == 3
    opened.page.get_by_text("Take its links away").click()
    assert opened.pairs_shown() == 1


def test_an_actor_is_hidden_and_comes_back(open_page: Open) -> None:
    opened = open_page(chain())
    opened.page.locator("#pairs .row", has_text="Coil").first.click()
    opened.page.locator("h2 .actor-link", has_text="Coil").click()
    opened.page.locator(".actions").get_by_text("Hide", exact=True).click()
    assert opened.pairs_shown() == 4
    assert opened.names("#chips .chip") == ["hidden: Coil ×"]
    opened.page.locator("#chips .chip").click()
    assert opened.pairs_shown() == 6


def test_all_shortest_ways_between_two_actors_are_drawn(open_page: Open) -> None:
    opened = open_page(chain())
    open_actor(opened, "Acme")
    opened.page.locator("#search").fill("")
    opened.page.get_by_label("Show the way from Acme to").fill("dent")
    opened.page.locator(".way .actor-link").click()
    assert opened.text("#shown") == "5 of 6 pairs shown, from Acme to Dent"
    assert "The shortest ways have 3 steps" in opened.text("#panel .hint")
    opened.page.locator("#leave").click()
    assert opened.text("#shown") == "6 of 6 pairs shown"


def test_no_way_is_said(open_page: Open) -> None:
    graph = chain()
    add_claim(graph, "Lone", "supports", "Wolf")
    opened = open_page(graph)
    opened.page.locator("#search").fill("lone")
    opened.page.locator("#panel .rows .actor-link").first.click()
    opened.page.locator("#search").fill("")
    opened.page.get_by_label("Show the way from Lone to").fill("dent")
    opened.page.locator(".way .actor-link").click()
    assert opened.text("#message").startswith("No way leads")


def test_a_dragged_actor_stays_where_it_was_put_also_after_reopening(open_page: Open) -> None:
    graph = new_graph()
    key = add_claim(graph, "Acme", "supports", "Bolt")
    # one actor alone stands in the middle
    graph.add_edge("acme", "acme", key="loop", **graph.edges["acme", "bolt", key])
    graph.remove_node("bolt")
    opened = open_page(graph)
    frame = opened.page.locator("#network").bounding_box()
    assert frame
    middle = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2 - 10
    opened.page.mouse.move(*middle)
    opened.page.mouse.down()
    opened.page.mouse.move(middle[0] + 60, middle[1] - 20, steps=4)
    opened.page.mouse.up()
    assert opened.names("#chips .chip") == ["1 pinned ×"]
    opened.page.wait_for_timeout(400)
    again = open_page(graph, address=opened.page.evaluate("location.hash.slice(1)"))
    assert again.names("#chips .chip") == ["1 pinned ×"]
    again.page.locator("#chips .chip").click()
    assert again.names("#chips .chip") == []


VIEWS = [
    "contested=1",
    "sources=2",
    "confidence=0.6",
    "since=2018-06&until=2020",
    "search=harbour",
    "around=zemblia",
    "around=zemblia&actor=ruritania&color=polarity&table=1&pairs=12",
]


@pytest.mark.parametrize("address", VIEWS)
def test_an_address_opens_its_view_and_the_view_writes_its_address(open_page: Open, address: str) -> None:
    graph = example_graph(120)
    opened = open_page(graph, address=address)
    shown = opened.text("#shown")
    assert shown != open_page(graph).text("#shown") or address == "search=harbour"
    opened.page.locator("#contested").click()
    opened.page.locator("#contested").click()
    opened.page.wait_for_timeout(400)
    parts = opened.page.evaluate("Object.fromEntries(new URLSearchParams(location.hash.slice(1)))")
    assert parts == dict(part.split("=") for part in address.split("&"))
    assert opened.complaints == []


def test_facets_that_are_off_are_in_the_address(open_page: Open) -> None:
    graph = example_graph(120)
    opened = open_page(graph)
    opened.page.get_by_label("only Fenwick Gazette", exact=True).click(force=True)
    opened.page.get_by_label("all but leads", exact=True).click(force=True)
    opened.page.wait_for_timeout(400)
    address = opened.page.evaluate("location.hash.slice(1)")
    assert len(address) <= 2000
    again = open_page(graph, address=address)
    assert again.text("#shown") == opened.text("#shown")
    assert again.names("#chips .chip") == ["Sources: only Fenwick Gazette ×", "Relations: without leads ×"]


@pytest.mark.parametrize(
    "address",
    [
        "around=nobody",
        "publication=%2Bzzzzzzzz",
        "pins=x_y_z..",
        "since=99",
        "pair=a.b.c",
        "%E0%A4%A",
        "confidence=7",
    ],
)
def test_an_address_that_means_nothing_opens_the_page_as_it_is(open_page: Open, address: str) -> None:
    opened = open_page(chain(), address=address)
    assert opened.text("#shown") == "6 of 6 pairs shown"
    assert opened.complaints == []


def test_the_table_is_in_step_and_sorts(open_page: Open) -> None:
    opened = open_page(chain())
    opened.page.locator("#show-table").click()
    assert opened.text("#table caption") == "6 claims in view"
    opened.page.locator("#table th button", has_text="Date").click()
    opened.page.locator("#table th button", has_text="Date").click()
    assert opened.names("#table tbody tr td:nth-child(9)")[0] == "2015-05"
    assert opened.page.locator("#table th[aria-sort=descending]").inner_text() == "Date ▼"
    opened.page.get_by_label("only Paper 1", exact=True).click(force=True)
    assert opened.text("#table caption") == "3 claims in view"
    opened.page.locator("#table tbody td button").first.press("Enter")
    assert opened.page.locator("blockquote").count() == 1


def test_long_facets_are_searched(open_page: Open) -> None:
    opened = open_page(example_graph(120))
    sources = opened.page.locator("[data-facet=publication]")
    assert sources.locator(".choice").count() == 8
    sources.locator("input[type=search]").fill("gaz")
    assert opened.names("[data-facet=publication] .name") == ["Fenwick Gazette"]
    sources.locator("input[type=search]").fill("")
    sources.locator(".show-all").click()
    assert sources.locator(".choice").count() == 12


def test_help_explains_the_words_and_closes(open_page: Open) -> None:
    opened = open_page(chain())
    opened.page.locator("#open-help").click()
    for word in ("Polarity", "Certainty", "Confidence", "Contested"):
        assert word in opened.names("#help dt")
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#help").is_visible()


def test_filters_given_in_python_stand_in_the_head(open_page: Open) -> None:
    opened = open_page(chain(), source=["Paper 0"], since="2012")
    assert opened.pairs_shown() == 2
    assert "only: source Paper 0; since 2012" in opened.text("#state")


def test_the_context_sentence_stands_before_the_quote(open_page: Open) -> None:
    graph = new_graph()
    add_claim(graph, "Acme", "supports", "Bolt", context="Acme was asked about Bolt on Monday.")
    opened = open_page(graph)
    opened.page.locator("#pairs .row").click()
    assert opened.text(".card .context") == "Before it: Acme was asked about Bolt on Monday."
