"""Graph or claims -> file: one format, one module, one row of the table."""

from graphkit.exporters.claims import write_claims
from graphkit.exporters.formats import WRITERS, Format, format_for
from graphkit.exporters.graphml import read_graphml, write_graphml

__all__ = ["WRITERS", "Format", "format_for", "read_graphml", "write_claims", "write_graphml"]
