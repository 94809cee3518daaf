"""claims.csv: one row per claim, with all that is known of it and its two actors, for spreadsheets and R."""

from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.exporters.claim_table import claim_columns, claim_rows
from graphkit.exporters.csv_cells import note, write_rows
from graphkit.exporters.view import view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

BYTE_ORDER_MARK = "\ufeff"
"""By which spreadsheets know UTF-8; in Python the encoding is called utf-8-sig."""


def write_claims_csv(
    content: "ClaimStore | nx.MultiDiGraph[str]",
    path: Path | str,
    *,
    filters: ClaimFilter | None = None,
) -> None:
    """Write the claims as CSV (RFC 4180), whole or not at all; the same content gives the same bytes.

    Lists are JSON in one cell; what is not known is empty; the last column says which version read it, with
    which caution, under which filters, from which store. Cells are made safe as `csv_cells.cell` says.
    """
    view = view_of(content, filters)
    columns, last = claim_columns(view), note(view.about)
    rows = ([*map(row.get, columns), last] for row in claim_rows(view))
    with whole_file(path) as stream:
        stream.write(BYTE_ORDER_MARK)
        write_rows(stream, [*columns, "note"], rows)
