"""From a graph to a page."""

from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np
from markupsafe import Markup

from graphkit.explorer.bundle import asset, script
from graphkit.explorer.layout import lay_out
from graphkit.explorer.network import GraphkitNetwork
from graphkit.explorer.page import Page
from graphkit.explorer.pairs import pair_up
from graphkit.explorer.palette import COLOR_BY, ColorBy
from graphkit.explorer.payload import build_payload, pack, script_json
from graphkit.graph import filter_graph
from graphkit.lexicon import Relation, load_relations
from graphkit.records import CAUTION
from graphkit.store import ClaimFilter

DEFAULT_TITLE = "Who says that whom is linked to whom"


def render_html(
    graph: nx.MultiDiGraph,
    *,
    title: str | None = None,
    color_by: ColorBy = "source",
    max_pairs: int = 400,
    relations: Mapping[str, Relation] | None = None,
    **filters: Any,
) -> Page:
    """The graph as one HTML page that works from disk, without any request.

    `color_by` is what the lines are coloured by at first; `max_pairs` is how many pairs are drawn at once,
    the strongest first; `relations` are the built-in ones when None. `filters` are those of `ClaimFilter`:
    ``render_html(graph, source="Dawn", since="2020")`` has only such claims in the page. The same graph gives
    the same bytes. Raises ValueError for another `color_by` or a `max_pairs` below 1, StoreError or TypeError
    for a filter that cannot be.
    """
    if color_by not in COLOR_BY:
        raise ValueError(f"color_by {color_by!r} is not one of {', '.join(COLOR_BY)}")
    if max_pairs < 1:
        raise ValueError(f"max_pairs {max_pairs} is below 1")
    relations = relations or load_relations()
    if filters:
        graph = filter_graph(graph, ClaimFilter.of(**filters), relations)
    pairs = pair_up(graph)
    labels = [str(graph.nodes[actor].get("label") or actor) for actor in pairs.actors]
    shown = pairs.strongest(max_pairs)
    positions = lay_out(pairs, np.array([len(label) for label in labels], dtype=np.int64), shown)
    network = GraphkitNetwork()
    network.add_pairs(pairs, shown, labels, positions)
    payload = build_payload(graph, pairs, positions, relations)
    settings: dict[str, Any] = {"colorBy": color_by, "maxPairs": max_pairs}
    context = {
        "title": _encodable(title or DEFAULT_TITLE),
        "caution": CAUTION,
        "meta": payload["meta"],
        "css": Markup(asset("explorer.css")),
        "script": Markup(script()),
        "payload": pack(payload),
        "settings": script_json(settings),
        "script_json": script_json,
    }
    return Page(network.generate_html(context))


def _encodable(text: str) -> str:
    """The text without what HTML or UTF-8 cannot hold: lone surrogates and NUL."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
