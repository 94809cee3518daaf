"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_file(path: Path | str) -> Iterator[TextIO]:
    r"""A UTF-8 text stream with \n line ends that becomes the file `path` when the block ends well.

    The draft lies in the same folder, hidden; an exception, Ctrl-C included, removes it and leaves what was
    there. The folder is made if it is missing.
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
