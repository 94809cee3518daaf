import re

import pytest

from graphkit.explorer.bundle import MODULES, asset, script


def test_script_has_no_import_or_export_left() -> None:
    assert not re.search(r"^\s*(import|export)\b", script(), re.MULTILINE)
    assert "</script" not in script().lower()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_those_before_it(module: str) -> None:
    imported = re.findall(r'from "\./(\w+)\.mjs"', asset(f"{module}.mjs"))
    assert set(imported) <= set(MODULES[: MODULES.index(module)])


def test_top_level_names_are_unique() -> None:
    names = re.findall(r"^(?:async )?(?:function|const|class) (\w+)", script(), re.MULTILINE)
    assert len(names) == len(set(names))


def test_every_function_tells_its_types() -> None:
    for module in MODULES:
        text = asset(f"{module}.mjs")
        for found in re.finditer(r"^export (?:async )?(?:function|class) \w+", text, re.MULTILINE):
            assert text[: found.start()].rstrip().endswith("*/"), f"{module}.mjs: {found.group()}"
