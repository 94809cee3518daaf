"""Names of documents: the end of a file's path, just long enough to be told apart, never absolute."""

import os
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

# What a label must not hold: backslashes (not posix), control characters, bytes that are not UTF-8; and a
# percent sign where it would read as one of our escapes, so that two names never become one.
_UNSAFE = re.compile("[\\\\\x00-\x1f\x7f\ud800-\udfff]|%(?=[0-9A-F]{2})")


def labels(files: Mapping[Path, int]) -> dict[Path, str]:
    """A distinct posix label for each absolute path; the number is of how many last parts it begins.

    Files whose labels are the same take in the name of the next folder above, until they differ.
    """
    depths = dict(files)
    while True:
        found = {path: _tail(path, depth) for path, depth in depths.items()}
        counts = Counter(found.values())
        same = [path for path, label in found.items() if counts[label] > 1 and depths[path] < len(path.parts)]
        if not same:
            return found
        for path in same:
            depths[path] += 1


def _tail(path: Path, depth: int) -> str:
    parts = [part for part in path.parts if part != path.anchor]
    return "/".join(safe_name(part) for part in parts[-depth:])


def safe_name(name: str) -> str:
    """`name` on one line and printable: what a label must not hold is written as %XX."""
    return _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in os.fsencode(match.group())), name)
