"""A finished page: text in memory, a file, or a frame in a notebook."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from graphkit.store import whole_file

FRAME_HEIGHT_PX = 720
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
"""What the page may do in a notebook: not reach the notebook's own origin."""


@dataclass(frozen=True, slots=True)
class Page:
    """One self-contained HTML document."""

    html: str

    def save(self, path: Path | str) -> Path:
        """Write the page as UTF-8, whole or not at all, and return where it lies."""
        with whole_file(path) as stream:
            stream.write(self.html)
        return Path(path)

    def _repr_html_(self) -> str:
        """The page in a sandboxed frame, for Jupyter: its styles and scripts stay apart."""
        return (
            f'<iframe srcdoc="{escape(self.html, quote=True)}" title="graphkit explorer" '
            f'sandbox="{SANDBOX}" '
            f'style="width:100%;height:{FRAME_HEIGHT_PX}px;border:1px solid #8888"></iframe>'
        )
