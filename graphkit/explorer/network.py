"""pyvis, as far as it is safe: model, options, Jinja environment and the bundled vis-network."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyvis
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader
from pyvis.network import Network

from graphkit.explorer.pairs import Ints, Pairs

VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"
"""The bundle inside pyvis's templates; tests/explorer guards that it exists."""

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "zoomSpeed": 0.6,
        "tooltipDelay": 100,
    },
    "nodes": {"shape": "custom", "borderWidth": 0},
    # the page draws one line per pair itself; vis-network keeps them for what is joined to what
    "edges": {"hidden": True, "smooth": False},
}


def pyvis_templates() -> Path:
    """The folder that pyvis loads its own templates and bundles from."""
    return Path(pyvis.__file__).parent / "templates"


class GraphkitNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network of the strongest pairs that renders our template.

    Neither ``from_nx`` (mixes edge attributes into its own arguments) nor ``write_html`` (writes without an
    encoding, loads from CDNs) is used. ``add_edge`` looks through a list: keep to some thousand pairs.
    """

    def __init__(self) -> None:
        super().__init__(directed=True, cdn_resources="in_line", height="100%", width="100%")
        self.options = OPTIONS
        self.path = "explorer.html.j2"
        self.templateEnv = Environment(
            loader=ChoiceLoader(
                [PackageLoader("graphkit.explorer", "assets"), FileSystemLoader(pyvis_templates())]
            ),
            autoescape=True,
            keep_trailing_newline=True,
        )

    def add_pairs(self, pairs: Pairs, chosen: Ints, labels: list[str], positions: Ints) -> None:
        """Put the `chosen` pairs and their actors into the model, at fixed positions."""
        ends = np.unique(np.concatenate([pairs.low[chosen], pairs.high[chosen]]))
        for actor in ends.tolist():
            x, y = positions[actor].tolist()
            self.add_node(actor, label=labels[actor] or " ", shape="custom", x=x, y=y)
        for pair in chosen.tolist():
            self.add_edge(int(pairs.low[pair]), int(pairs.high[pair]), id=pair)

    def generate_html(self, context: Mapping[str, Any]) -> str:
        """The page as text; `context` is what the template needs beside the network."""
        template = self.templateEnv.get_template(self.path)
        network = {"nodes": self.nodes, "edges": self.edges, "options": self.options}
        self.html = template.render(network=network, vis_network=VIS_NETWORK, **context)
        return str(self.html)
