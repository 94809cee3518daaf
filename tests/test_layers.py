"""Imports point one way only, from the records up to the command line."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "graphkit"

LEVELS = (
    ("errors", "records"),
    ("readers", "lexicon"),
    ("components",),
    ("pipeline",),
    ("store",),
    ("graph",),
    ("exporters", "explorer"),
    ("server", "distributed", "evaluation"),
    ("training",),
    ("cli",),
)
"""A layer may import itself and the levels above it here; layers of one level do not know each other."""

LEVEL_OF = {layer: level for level, layers in enumerate(LEVELS) for layer in layers}

LAZY_SURFACE = PACKAGE / "__init__.py"
"""What users import from; it names every layer, so no layer may import from it."""


class ImportedModules(ast.NodeVisitor):
    """Collects the absolute names of all imported modules, wherever they stand but under TYPE_CHECKING."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_Import(self, node: ast.Import) -> None:
        self.names += [alias.name for alias in node.names]

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = "." * node.level + (node.module or "")
        # `from graphkit import store` imports graphkit.store
        self.names += [f"graphkit.{alias.name}" for alias in node.names] if module == "graphkit" else [module]

    def visit_If(self, node: ast.If) -> None:
        branches = node.orelse if is_type_checking(node.test) else [node.test, *node.body, *node.orelse]
        for branch in branches:
            self.visit(branch)


def is_type_checking(test: ast.expr) -> bool:
    return ast.unparse(test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def violations(layer: str, source: str) -> Iterator[str]:
    """Which imports of a module of `layer` are not allowed, and why."""
    imported = ImportedModules()
    imported.visit(ast.parse(source))
    for name in imported.names:
        root, _, rest = name.partition(".")
        used = rest.partition(".")[0]
        if not root:
            yield f"{name}: relative"
        elif root == "graphkit" and used not in LEVEL_OF:
            yield f"{name}: not a layer"
        elif root == "graphkit" and used != layer and LEVEL_OF[used] >= LEVEL_OF[layer]:
            yield f"{name}: not below {layer}"


def layer_of(path: Path) -> str:
    """The folder or file right below graphkit/; what `python -m graphkit` runs is command line."""
    layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "cli" if layer == "__main__" else layer


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != LAZY_SURFACE)


def test_there_are_modules_to_check() -> None:
    assert {"records", "evaluation"} <= {layer_of(path) for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_down(path: Path) -> None:
    assert layer_of(path) in LEVEL_OF, f"{path.name} belongs to no layer of the design"
    assert list(violations(layer_of(path), path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("layer", "source", "forbidden"),
    [
        ("graph", "from graphkit.explorer import render_html", ["graphkit.explorer: not below graph"]),
        ("graph", "import graphkit.cli.build", ["graphkit.cli.build: not below graph"]),
        ("graph", "from graphkit import exporters", ["graphkit.exporters: not below graph"]),
        ("graph", "def late():\n    from graphkit.cli import main", ["graphkit.cli: not below graph"]),
        (
            "graph",
            "try:\n    import x\nexcept E:\n    import graphkit.server",
            ["graphkit.server: not below graph"],
        ),
        ("readers", "from graphkit.lexicon import data_path", ["graphkit.lexicon: not below readers"]),
        (
            "exporters",
            "from graphkit.explorer.page import Page",
            ["graphkit.explorer.page: not below exporters"],
        ),
        ("store", "from graphkit import ClaimStore", ["graphkit.ClaimStore: not a layer"]),
        ("store", "import graphkit", ["graphkit: not a layer"]),
        ("store", "from . import rows\nfrom ..graph import build", [".: relative", "..graph: relative"]),
        ("store", "if not TYPE_CHECKING:\n    import graphkit.graph", ["graphkit.graph: not below store"]),
        (
            "store",
            "if TYPE_CHECKING:\n    import graphkit.graph\nelse:\n    import graphkit.cli",
            ["graphkit.cli: not below store"],
        ),
    ],
)
def test_the_check_finds_imports_that_point_up(layer: str, source: str, forbidden: list[str]) -> None:
    assert list(violations(layer, source)) == forbidden


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("graph", "from graphkit.store import ClaimStore\nfrom graphkit import records\nimport networkx"),
        ("graph", "from graphkit.graph.builder import build_graph"),
        ("cli", "from graphkit.evaluation import evaluate"),
        ("store", "if TYPE_CHECKING:\n    from graphkit.graph import build_graph"),
        ("store", "import graphkit_plugins.graph"),  # another package
        ("store", "'from graphkit.cli import main'"),  # a string, not an import
    ],
)
def test_the_check_lets_imports_that_point_down_pass(layer: str, source: str) -> None:
    assert list(violations(layer, source)) == []
