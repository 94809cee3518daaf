"""What `import graphkit` offers: every name is there, documented, and loaded on first use only."""

import subprocess
import sys
from importlib import import_module

import pytest

import graphkit

HEAVY = ("spacy", "pyvis", "networkx", "numpy", "trafilatura", "pypdfium2", "docx", "pydantic")


def test_all_is_sorted_and_lists_every_lazy_name() -> None:
    assert sorted(graphkit.__all__) == graphkit.__all__ == sorted(graphkit._HOME)


@pytest.mark.parametrize("name", graphkit.__all__)
def test_name_is_the_documented_object_of_its_home(name: str) -> None:
    offered = getattr(graphkit, name)
    home = import_module(graphkit._HOME[name])
    assert offered is getattr(home, name)
    # a package says what it offers; in a module of one file it is plain
    assert name in getattr(home, "__all__", [name])
    assert offered.__module__.startswith("graphkit.")
    assert offered.__name__ == name
    assert (offered.__doc__ or "").strip()
    # a dataclass without a docstring gets its own signature as one
    assert not offered.__doc__.startswith(f"{name}(")


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extract_facts'"):
        _ = graphkit.extract_facts


def loaded_after(statement: str) -> set[str]:
    """The top-level packages that a fresh interpreter has loaded once it has run `statement`."""
    code = f"import sys; {statement}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("module", ["graphkit", "graphkit.records", "graphkit.errors"])
def test_import_is_light(module: str) -> None:
    loaded = loaded_after(f"import {module}")
    assert "graphkit" in loaded
    assert not loaded.intersection(HEAVY)


def test_import_of_a_heavy_package_would_be_seen() -> None:
    assert "numpy" in loaded_after("import numpy")
