"""Files that are there whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from graphkit.errors import GraphkitError


def file_target(path: Path | str) -> Path:
    """Where a file called `path` is to be written: at the end of its symbolic links.

    Raises GraphkitError for a folder, a device, a pipe: to put a file in its place would destroy it.
    """
    try:
        mode = Path(path).stat().st_mode
    except FileNotFoundError:
        return Path(os.path.realpath(path))
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "a device or pipe"
        raise GraphkitError(f"{path}: is {what}, not a file; name a file, or - for stdout")
    return Path(os.path.realpath(path))


@contextmanager
def whole_file(path: Path | str) -> Iterator[TextIO]:
    r"""A UTF-8 text stream with \n line ends that becomes the file `path` when the block ends well.

    The draft lies in the same folder, hidden; an exception, Ctrl-C included, removes it and leaves what was
    there. The folder is made if it is missing. Raises GraphkitError as `file_target` does.
    """
    target = file_target(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
