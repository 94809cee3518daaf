"""The page's JavaScript that needs no page, tested in Node."""

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
