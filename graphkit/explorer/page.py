"""A finished page: text in memory, a file, or a frame in a notebook."""

import os
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

FRAME_HEIGHT_PX = 720


@dataclass(frozen=True, slots=True)
class Page:
    """One self-contained HTML document."""

    html: str

    def save(self, path: Path | str) -> Path:
        """Write the page as UTF-8, whole or not at all, and return where it lies."""
        target = Path(path)
        handle, draft = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.html.encode("utf-8"))
            # mkstemp makes files that only their owner reads; a page is made to be passed on
            Path(draft).chmod(0o666 & ~_umask())
            Path(draft).replace(target)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
        return target

    def _repr_html_(self) -> str:
        """The page in a sandboxed frame, for Jupyter: its styles and scripts stay apart."""
        return (
            f'<iframe srcdoc="{escape(self.html, quote=True)}" title="graphkit explorer" '
            'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
            f'style="width:100%;height:{FRAME_HEIGHT_PX}px;border:1px solid #8888"></iframe>'
        )


def _umask() -> int:
    """The process's file mode mask; the system call can only read it by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
