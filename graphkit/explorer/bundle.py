"""The page's script: small ES modules, put together into one.

The modules import one another by name, so Node and a type checker can read them as they are; in the page they
share one scope. Only the two forms below are understood, which keeps the bundler at a dozen lines.
"""

import re
from importlib.resources import files

MODULES = (
    "text",
    "dom",
    "dates",
    "facet_values",
    "data",
    "search",
    "filters",
    "ranking",
    "paths",
    "state",
    "address",
    "colors",
    "geometry",
    "labels",
    "marks",
    "rings",
    "scenes",
    "lines",
    "camera",
    "names",
    "drawing",
    "attributes",
    "graphml",
    "tables_out",
    "svg_context",
    "citation",
    "evidence",
    "panels",
    "pointer",
    "facets",
    "chips",
    "saving",
    "claim_table",
    "controls",
    "main",
)
"""In order of dependence: a module imports only from those before it."""

IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.mjs";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(async )?(function|const|class) )", re.MULTILINE)


def asset(name: str) -> str:
    """Text of a file in assets/."""
    return files("graphkit.explorer").joinpath("assets", name).read_text("utf-8")


def script() -> str:
    """All modules as one strict function: nothing of it is visible from outside."""
    parts = [EXPORT.sub("", IMPORT.sub("", asset(f"{name}.mjs"))) for name in MODULES]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"
