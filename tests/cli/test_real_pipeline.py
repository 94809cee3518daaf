"""The commands with the real language model, in processes of their own, as a user runs them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXTS = {
    "one.txt": "Written for a test. Zorvex Corporation funds Quillam Limited, the ministry said.",
    "two.txt": "Written for a test. Zorvex Corporation denied that it funds Quillam Limited.",
    "three.txt": "Written for a test. Quillam Limited sued Marrowby Incorporated in the spring of 1999.",
}


def graphkit(*args: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graphkit", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd)


@pytest.fixture
def texts(tmp_path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def outputs(folder: Path) -> dict[str, str]:
    names = ("claims.jsonl", "graph.graphml", "graph.html")
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def test_processes_and_folder_do_not_show(texts, tmp_path):
    one = graphkit("build", texts, "-o", tmp_path / "one")
    assert one.returncode == 0, one.stderr
    two = graphkit("build", "texts", "-o", "two", "--processes", 2, cwd=tmp_path)
    assert two.returncode == 0, two.stderr
    assert outputs(tmp_path / "one") == outputs(tmp_path / "two")
    assert '"relation": ' in outputs(tmp_path / "one")["claims.jsonl"]
    assert graphkit("verify", tmp_path / "one").returncode == 0


def test_a_model_that_is_missing_is_told(texts, tmp_path):
    done = graphkit("build", texts, "-o", tmp_path / "out", "--model", "en_no_such_model")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert "en_no_such_model" in done.stderr
    assert not (tmp_path / "out" / "graphkit.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to children")
def test_ctrl_c_with_two_processes_ends_at_once(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(60):
        text = f"This is the text with number {number}. " + " ".join(TEXTS.values()) * 20
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "graphkit", "build", folder, "-o", tmp_path / "out", "--processes", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    wait_for_claims(tmp_path / "out" / "graphkit.db")
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert (
        errors.strip() == "Stopped. The documents read so far are kept; the same command goes on from there."
    )
    assert graphkit("verify", tmp_path / "out").returncode == 0


def wait_for_claims(store: Path) -> None:
    """Until the first documents are in the store's write-ahead log."""
    deadline = time.monotonic() + 60
    log = store.with_name(f"{store.name}-wal")
    while time.monotonic() < deadline:
        if log.exists() and log.stat().st_size > 30_000:
            return
        time.sleep(0.05)
    pytest.fail("no document was read within a minute")
