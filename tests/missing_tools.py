"""What a test does whose tool is not on the machine."""

import os
from typing import NoReturn

import pytest


def skip_or_fail(what: str, remedy: str) -> NoReturn:
    """Skip the test on a researcher's machine; fail it in CI, where everything must be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing: {remedy}")
    pytest.skip(f"{what} is missing: {remedy}")
