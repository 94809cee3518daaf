import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pytest
from example_graph import example_graph, new_graph

from graphkit.explorer import render_html
from graphkit.records import CAUTION


class Addresses(HTMLParser):
    """Everything in the markup that a browser would fetch, and the policy that forbids it."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "srcset", "data", "poster")]
        if tag == "link":
            self.fetched.append(values.get("href") or "")
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values.get("content") or ""


def test_page_fetches_nothing_and_forbids_it(example: nx.MultiDiGraph) -> None:
    found = Addresses()
    found.feed(render_html(example).html)
    assert found.fetched == []
    assert (
        found.policy
        == "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
    )


def test_same_graph_gives_the_same_bytes_in_any_order(example: nx.MultiDiGraph) -> None:
    shuffled = nx.MultiDiGraph(**example.graph)
    shuffled.add_nodes_from(reversed(list(example.nodes(data=True))))
    shuffled.add_edges_from(reversed(list(example.edges(keys=True, data=True))))
    assert render_html(example).html == render_html(shuffled).html


def test_another_process_with_other_hashes_gives_the_same_bytes(example: nx.MultiDiGraph) -> None:
    code = (
        "import hashlib; from example_graph import example_graph; from graphkit.explorer import render_html; "
        "print(hashlib.sha256(render_html(example_graph(100)).html.encode()).hexdigest())"
    )
    here = Path(__file__).resolve().parent
    environment = {**os.environ, "PYTHONPATH": f"{here}{os.pathsep}{here.parent.parent}"}
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**environment, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert found == {f"{hashlib.sha256(render_html(example).html.encode()).hexdigest()}\n".encode()}


def test_rendering_leaves_the_graph_as_it_was(example: nx.MultiDiGraph) -> None:
    before = nx.MultiDiGraph(example)
    render_html(example)
    assert nx.utils.graphs_equal(before, example)


def test_page_says_what_it_is(example: nx.MultiDiGraph) -> None:
    html = render_html(example, title="A & B <i>").html
    assert CAUTION in html
    assert "<h1>A &amp; B &lt;i&gt;</h1>" in html
    assert "100 claims, 33 documents, 12 sources" in html


def test_a_thousand_claims_stay_below_a_megabyte() -> None:
    assert len(render_html(example_graph(1000)).html.encode()) < 1_000_000


@pytest.mark.parametrize("title", ["\ud800", "\0", "", "<script>"])
def test_any_title_can_be_written(title: str, tmp_path: object) -> None:
    html = render_html(new_graph(), title=title).html
    assert html.encode("utf-8")
    assert "\0" not in html


@pytest.mark.parametrize(
    ("options", "problem"),
    [({"color_by": "speaker"}, "is not one of source, relation, polarity"), ({"max_pairs": 0}, "is below 1")],
)
def test_wrong_options_are_named(options: dict[str, object], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        render_html(new_graph(), **options)  # type: ignore[arg-type]


def test_script_never_reads_markup(example: nx.MultiDiGraph) -> None:
    from graphkit.explorer.bundle import script

    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", script()
    )
