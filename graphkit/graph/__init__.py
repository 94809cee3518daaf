"""Claims as a graph, and the questions that a graph answers."""

from graphkit.graph.builder import build_graph
from graphkit.graph.comparison import Comparison, compare_sources
from graphkit.graph.contradictions import Contradiction, contested_in_graph, contradictions
from graphkit.graph.filtering import filter_graph
from graphkit.graph.links import Link, links, links_between
from graphkit.graph.paths import Hop, Neighbour, neighbours, shortest_paths

__all__ = [
    "Comparison",
    "Contradiction",
    "Hop",
    "Link",
    "Neighbour",
    "build_graph",
    "compare_sources",
    "contested_in_graph",
    "contradictions",
    "filter_graph",
    "links",
    "links_between",
    "neighbours",
    "shortest_paths",
]
