"""Claims as a graph, and the questions that a graph answers."""

from graphkit.graph.builder import build_graph

__all__ = ["build_graph"]
