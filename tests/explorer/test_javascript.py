"""The page's JavaScript: its types, and what of it needs no page, tested in Node."""

import subprocess
from pathlib import Path

JS_TESTS = Path(__file__).resolve().parent.parent / "js"


def test_javascript_modules(node: str) -> None:
    files = sorted(str(file) for file in JS_TESTS.glob("*.test.mjs"))
    assert files
    done = subprocess.run(
        [node, "--test", *files], cwd=JS_TESTS, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_javascript_keeps_to_its_types(node: str, npm_packages: Path) -> None:
    compiler = npm_packages / "typescript" / "bin" / "tsc"
    command = [node, str(compiler), "--project", str(JS_TESTS), "--pretty", "false"]
    done = subprocess.run(command, cwd=JS_TESTS, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
