"""What the page saves, read by the programs that it is meant for."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from claim_making import said
from click.testing import CliRunner
from example_graph import add_claim, example_graph, new_graph
from opened_page import Opened

from graphkit.cli import cli
from graphkit.exporters.graphml import read_graphml
from graphkit.graph import build_graph, filter_graph
from graphkit.lexicon import load_relations
from graphkit.store import ClaimFilter, ClaimStore

Open = Callable[..., Opened]
HOSTILE = '=HYPERLINK("http://x") </data>&amp; "q" \x0b\ufffe 😀 עברית\n\t| \\ \''


def saved(opened: Opened, item: str) -> Path:
    """The file that an item of the menu saves."""
    opened.page.locator("#save summary").click()
    with opened.page.expect_download() as download:
        opened.page.locator("#save-menu button", has_text=item).click()
    return Path(download.value.path())


def contents(graph: nx.MultiDiGraph) -> tuple[dict, dict]:
    return dict(graph.nodes(data=True)), {
        (u, v, key): data for u, v, key, data in graph.edges(keys=True, data=True)
    }


def test_graphml_of_the_whole_is_the_graph(open_page: Open) -> None:
    graph = example_graph(60)
    found = read_graphml(saved(open_page(graph), "GraphML"))
    assert contents(found) == contents(graph)
    assert found.graph["caution"] == graph.graph["caution"]


@pytest.mark.parametrize(
    ("address", "filters"),
    [
        ("contested=1", {"contested": True}),
        ("sources=2&confidence=0.6", {"min_sources": 2, "min_confidence": 0.6}),
        ("since=2018-06&until=2020", {"since": "2018-06", "until": "2020"}),
    ],
)
def test_graphml_under_filters_is_what_the_same_filters_keep_in_python(
    open_page: Open, address: str, filters: dict[str, object]
) -> None:
    graph = example_graph(120)
    opened = open_page(graph, address=address)
    found = read_graphml(saved(opened, "GraphML"))
    wanted = filter_graph(graph, ClaimFilter.of(**filters), load_relations())
    assert 0 < wanted.number_of_edges() < 120
    assert contents(found) == contents(wanted)
    assert found.graph["filters"]


@pytest.mark.parametrize(
    ("facet", "label", "filters"),
    [
        ("publication", "Fenwick Gazette", {"source": "Fenwick Gazette"}),
        ("speaker", "envoy", {"speaker": "envoy"}),
        ("type", "government", {"actor_type": "government"}),
        ("relation", "leads", {"relation": "leads"}),
        ("polarity", "✕ denied", {"polarity": "denied"}),
        ("certainty", "≈ hedged", {"certainty": "hedged"}),
    ],
)
def test_only_one_value_is_the_option_of_the_command_line(
    open_page: Open, facet: str, label: str, filters: dict[str, str]
) -> None:
    graph = example_graph(120)
    opened = open_page(graph)
    opened.page.locator(f"[data-facet={facet}]").get_by_label(f"only {label}", exact=True).click(force=True)
    wanted = filter_graph(graph, ClaimFilter.of(**filters), load_relations())
    assert contents(read_graphml(saved(opened, "GraphML"))) == contents(wanted)


def test_graphml_of_the_ego_view_has_the_links_that_are_drawn(open_page: Open) -> None:
    graph = new_graph()
    for one, other in (("Acme", "Bolt"), ("Bolt", "Coil"), ("Coil", "Dent")):
        add_claim(graph, one, "supports", other)
    found = read_graphml(saved(open_page(graph, address="around=acme"), "GraphML"))
    assert sorted(found.nodes) == ["acme", "bolt"]


def hostile_graph() -> nx.MultiDiGraph:
    graph = new_graph()
    key = add_claim(graph, "Acme", "supports", "Bolt", publication=HOSTILE, title=HOSTILE, speakers=[HOSTILE])
    graph.nodes["acme"]["label"] = HOSTILE
    graph.nodes["acme"]["aliases"] = json.dumps([HOSTILE], ensure_ascii=False)
    graph.edges["acme", "bolt", key]["speakers"] = json.dumps([HOSTILE], ensure_ascii=False)
    graph.edges["acme", "bolt", key]["evidence"] = HOSTILE
    return graph


def test_hostile_text_arrives_in_graphml_and_json(open_page: Open) -> None:
    opened = open_page(hostile_graph())
    graphml = read_graphml(saved(opened, "GraphML"))
    [(_, _, claim)] = graphml.edges(data=True)
    expected = HOSTILE.replace("\x0b", "\ufffd").replace("\ufffe", "\ufffd")
    assert claim["evidence"] == expected == graphml.nodes["acme"]["label"]
    data = json.loads(saved(opened, "JSON").read_text("utf-8"))
    assert contents(nx.node_link_graph(data, edges="edges")) == contents(hostile_graph())
    assert opened.complaints == []


def test_csv_has_a_line_per_claim_and_nothing_that_a_spreadsheet_runs(open_page: Open) -> None:
    opened = open_page(hostile_graph())
    text = saved(opened, "CSV").read_bytes().decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert row["evidence"] == f"'{HOSTILE}"
    assert row["subject_id"] == "acme" and row["relation"] == "supports"
    assert not [value for value in row.values() if value[:1] in "=+-@\t\r" and value]
    assert row["note"].startswith("as records.CAUTION")


def test_the_csv_of_the_page_can_be_imported(open_page: Open, tmp_path: Path) -> None:
    with ClaimStore(":memory:") as store:
        store.add(
            [
                said(
                    "in/a.txt", "acme", "supports", "borg", source={"publisher": "'=Dawn", "date": "2021-08"}
                ),
                said("in/b.txt", "acme", "supports", "borg", denied=True, speakers=["UN", "he"]),
            ]
        )
        graph = build_graph(store.rows(), store.actors())
        rows = list(store.rows())
    table = tmp_path / "claims.csv"
    table.write_bytes(saved(open_page(graph), "CSV").read_bytes())
    done = CliRunner().invoke(cli, ["import", str(table), "-o", str(tmp_path / "all.db")])
    assert done.exit_code == 0, done.output
    with ClaimStore(tmp_path / "all.db") as store:
        found = list(store.rows())
    for name in ("id", "polarity", "speakers", "evidence"):
        assert [row[name] for row in found] == [row[name] for row in rows]
    assert found[0]["document"]["publisher"] == "'=Dawn"


def test_pictures_show_the_drawing_with_its_caution(open_page: Open) -> None:
    opened = open_page(hostile_graph(), title="Bridges & dams")
    png = saved(opened, "PNG").read_bytes()
    assert png.startswith(b"\x89PNG") and len(png) > 5_000
    svg = ElementTree.parse(saved(opened, "SVG")).getroot()
    texts = [node.text for node in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert "Bolt" in texts
    assert any("Bridges & dams" in (text or "") for text in texts)
    assert any("as records.CAUTION" in (text or "") for text in texts)
    assert svg.findall("{http://www.w3.org/2000/svg}path")


def test_a_claim_is_copied_as_a_citation(open_page: Open) -> None:
    opened = open_page(example_graph(20))
    opened.page.locator("#pairs .row").first.click()
    opened.page.evaluate(
        "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }"
    )
    card = opened.page.locator(".card").first
    card.locator(".copy").click()
    card.locator(".copy", has_text="Copied").wait_for()
    copied = opened.page.evaluate("copied")
    assert copied.startswith("“")
    assert card.locator("blockquote").inner_text() in copied
    assert "characters" in copied and "graphkit 0.1.0" in copied
