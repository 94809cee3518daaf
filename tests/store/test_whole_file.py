import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graphkit.errors import GraphkitError
from graphkit.explorer import Page
from graphkit.exporters import write_claims, write_graphml
from graphkit.store import ClaimStore, file_target, whole_file

EMPTY = ClaimStore(":memory:")
WRITERS: dict[str, Callable[[Path], Any]] = {
    "claims": lambda path: write_claims(EMPTY, path),
    "graphml": lambda path: write_graphml(nx.MultiDiGraph(), path),
    "page": lambda path: Page("<!doctype html>").save(path),
    "store": lambda path: ClaimStore(path).close(),
}

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO; links need rights")


def test_whole_file_leaves_the_old_one_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), whole_file(path) as stream:
        stream.write("new")
        raise ZeroDivisionError
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@posix_only
@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_pipe_or_device_is_refused_and_stays(tmp_path: Path, write: Callable[[Path], Any]) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for name in (pipe, link):
        with pytest.raises(GraphkitError, match=f"{name}: is a device or pipe, not a file; .* - for stdout"):
            write(name)
    assert pipe.is_fifo()
    assert sorted(tmp_path.iterdir()) == [link, pipe]


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_folder_is_refused(tmp_path: Path, write: Callable[[Path], Any]) -> None:
    with pytest.raises(GraphkitError, match="is a folder, not a file"):
        write(tmp_path)
    assert list(tmp_path.iterdir()) == []


@posix_only
@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_link_stays_and_what_it_leads_to_is_written(
    tmp_path: Path, write: Callable[[Path], Any], exists: bool
) -> None:
    (tmp_path / "far").mkdir()
    far, link = tmp_path / "far" / "file", tmp_path / "link"
    if exists:
        far.touch()
    link.symlink_to(Path("far", "file"))
    write(link)
    assert link.is_symlink()
    assert far.is_file()
    assert sorted(tmp_path.iterdir()) == [far.parent, link]
    assert list(far.parent.iterdir()) == [far]


@posix_only
def test_a_link_to_itself_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(OSError, match="loop"):
        file_target(tmp_path / "loop")
