"""A graph of claims back to what `build_graph` made it from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graphkit.graph.builder import FURTHER_FACTS

if TYPE_CHECKING:
    import networkx as nx


def is_graph_of_claims(graph: "nx.MultiDiGraph[str]") -> bool:
    """False for the flavours aggregated and reified, and for graphs that others made."""
    needed = {"relation", "polarity", "document_id", "evidence"}
    return all(needed <= attributes.keys() for _, _, attributes in graph.edges(data=True))


def graph_edges(graph: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each claim's id and its flat form, with all of its two actors, for `row_of_flat`.

    Of a document's copies a graph keeps the paths, not their sources.
    """
    for subject, object_, key, attributes in graph.edges(keys=True, data=True):
        flat = {**attributes, "id": key}
        for end, actor in (("subject", subject), ("object", object_)):
            node = graph.nodes[actor]
            flat |= {f"{end}_id": actor, f"{end}_name": node.get("label")}
            flat |= {f"{end}_{name}": node.get(name) for name in ("type", "aliases", *FURTHER_FACTS)}
        yield str(key), flat
