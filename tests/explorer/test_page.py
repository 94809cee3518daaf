from html.parser import HTMLParser
from pathlib import Path

import pytest

from graphkit.explorer import Page

HOSTILE = "<!doctype html><p title=\"a\">'&amp;' </iframe><script>1</script> é 😀"


class Frame(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_save_writes_utf_8_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = Page(HOSTILE).save(tmp_path / "graph.html")
    assert target.read_bytes() == HOSTILE.encode("utf-8")
    assert list(tmp_path.iterdir()) == [target]


def test_saved_page_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    target = Page("x").save(str(tmp_path / "graph.html"))
    assert target.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_failed_save_keeps_the_old_page(tmp_path: Path) -> None:
    target = Page("old").save(tmp_path / "graph.html")
    with pytest.raises(UnicodeEncodeError):
        Page("\ud800").save(target)
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_notebook_frame_holds_the_page_and_nothing_gets_out_of_it() -> None:
    frame = Frame()
    frame.feed(Page(HOSTILE)._repr_html_())
    assert [tag for tag, _ in frame.tags] == ["iframe"]
    attributes = frame.tags[0][1]
    assert attributes["srcdoc"] == HOSTILE
    assert "allow-same-origin" not in (attributes["sandbox"] or "")
