"""Store or graph -> file: one format, one module, one row of the table."""

from graphkit.exporters.claims import write_claims
from graphkit.exporters.formats import WRITERS, Format, format_for
from graphkit.exporters.graphml import read_graphml, write_graphml
from graphkit.exporters.node_link import read_node_link
from graphkit.exporters.view import GraphView, view_of

__all__ = [
    "WRITERS",
    "Format",
    "GraphView",
    "format_for",
    "read_graphml",
    "read_node_link",
    "view_of",
    "write_claims",
    "write_graphml",
]
