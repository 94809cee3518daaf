"""graphkit: who says that whom is linked to whom, in which words, and who denies it.

The whole job in Python::

    nlp = load_pipeline()
    with ClaimStore("out/graphkit.db") as store:
        store.add(extract_claims(read_documents(["articles/"]), nlp))
        graph = build_graph(store.rows())
    render_html(graph).save("out/graph.html")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.explorer import Page, render_html
    from graphkit.exporters import read_graphml, write_graphml
    from graphkit.graph import build_graph
    from graphkit.pipeline import extract_claims, load_pipeline
    from graphkit.readers import read_documents
    from graphkit.store import ClaimFilter, ClaimStore

# Loaded on first use: `import graphkit` and `graphkit --help` must not wait for spaCy.
_HOME = {
    "ClaimFilter": "graphkit.store",
    "ClaimStore": "graphkit.store",
    "Page": "graphkit.explorer",
    "build_graph": "graphkit.graph",
    "extract_claims": "graphkit.pipeline",
    "load_pipeline": "graphkit.pipeline",
    "read_documents": "graphkit.readers",
    "read_graphml": "graphkit.exporters",
    "render_html": "graphkit.explorer",
    "write_graphml": "graphkit.exporters",
}

__all__ = [
    "ClaimFilter",
    "ClaimStore",
    "Page",
    "build_graph",
    "extract_claims",
    "load_pipeline",
    "read_documents",
    "read_graphml",
    "render_html",
    "write_graphml",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'graphkit' has no attribute {name!r}")
