"""The explorer: a graph of claims as one HTML page that asks for nothing from anywhere."""

from graphkit.explorer.page import Page
from graphkit.explorer.palette import ColorBy
from graphkit.explorer.render import render_html

__all__ = ["ColorBy", "Page", "render_html"]
