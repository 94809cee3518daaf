"""What a person sees: on a real terminal, on a narrow one, in a pipe that closes, after Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphkit.cli.tables import cell, json_text, write_json_lines
from graphkit.cli.terminal import plain
from graphkit.records import CAUTION, Document, Source
from graphkit.store import ClaimStore

GRAPHKIT = [sys.executable, "-m", "graphkit"]

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty and no SIGINT")

HOSTILE = "\x1b]0;owned\x07\x9b31m\u202eReversed\r\n\t</script>"


def in_terminal(*args: object, **env: str) -> tuple[int, str]:
    """Exit status and output of `graphkit ARGS…` on a terminal of 80 columns."""
    import pty

    parent, child = pty.openpty()
    settings = {**os.environ, "COLUMNS": "80", "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **env}
    process = subprocess.Popen(
        [*GRAPHKIT, *map(str, args)], stdin=child, stdout=child, stderr=child, env=settings
    )
    os.close(child)
    output = bytearray()
    try:
        while chunk := os.read(parent, 65536):
            output += chunk
    except OSError:  # Linux says so at the end
        pass
    os.close(parent)
    return process.wait(timeout=60), output.decode("utf-8", "replace").replace("\r\n", "\n")


@pytest.fixture
def hostile_store(pipeline, tmp_path) -> Path:
    """A store whose title, path and sentence try to steer the terminal."""
    from extraction_fakes import extraction_of

    source = Source(publisher=f"Post {HOSTILE}", title=f"On {HOSTILE}", date="2021")
    text = f"{HOSTILE} [bold]Markup[/bold] Acme supports Borg."
    document = Document(path="in/a.txt", text=text, raw=text, source=source)
    with ClaimStore(tmp_path / "hostile.db") as store:
        store.add([extraction_of(document)])
    return tmp_path / "hostile.db"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text, Ünïcödé “too”", "plain text, Ünïcödé “too”"),
        ("\x1b[31mred\x1b[0m", " [31mred [0m"),
        ("a\x9bb\x7fc\x00d", "a b c d"),
        ("a\u202eb\u2066c\u200fd\u2028e", "a b c d e"),
        ("a\r\n\tb", "a b"),
        ("zero\u200dwidth joiner stays", "zero\u200dwidth joiner stays"),
    ],
)
def test_plain_leaves_nothing_that_steers(text, expected):
    assert plain(text) == expected


def test_cells_are_of_one_line():
    assert cell(["a\tb", None, "c\nd"]) == "a b; -; c d"


def test_json_escapes_what_json_need_not_and_reads_back():
    import json

    text = "\x9b31m \x7f \u202e “quoted” \x1b"
    assert json_text(text) == '"\\u009b31m \\u007f \\u202e “quoted” \\u001b"'
    assert json.loads(json_text(text)) == text


@posix_only
def test_claims_on_a_terminal_are_text(built):
    status, output = in_terminal("claims", built, "--polarity", "denied", NO_COLOR="1", TERM="dumb")
    assert status == 0
    lines = [plain(line) for line in output.splitlines()]
    assert "Acme" in lines[0]
    assert "supports" in lines[0]
    assert "denied" in lines[0]
    assert "contested" in lines[0]
    assert lines[1] == "  “According to the spokesman, Acme does not support Borg.”"
    assert lines[2] == "  spokesman - Evening Star, “Denials”, 2021-08"
    assert "articles/b.txt, characters " in lines[3]
    assert lines[-1] == f"1 claim. {CAUTION}"


@posix_only
@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["actors"], ["Acme", "organization", "as subject"]),
        (["sources"], ["Morning Post", "missing", "2020-05-01"]),
        (["sources", "--check"], ["articles/a.txt", "author; url"]),
        (["stats"], ["claims denied", "claims by source"]),
        (["compare"], ["1. Acme - Borg", "against", "denied by 1 voice: spokesman in Evening Star"]),
        (
            ["compare", "--source", "Morning Post", "--source", "Evening Star"],
            ["Said by both", "Said by only Morning Post", "denied by spokesman"],
        ),
        (["path", "acme", "corvid"], ["Path 1: Acme - Borg - Corvid", "attacks"]),
    ],
)
def test_questions_on_a_terminal(built, args, words):
    status, output = in_terminal(args[0], built, *args[1:])
    assert status == 0, output
    for word in words:
        assert word in output


@posix_only
@pytest.mark.parametrize(("columns", "has_id"), [("80", False), ("200", True)])
def test_a_narrow_table_goes_without_the_id_and_breaks_no_word(pipeline, tmp_path, columns, has_id):
    from extraction_fakes import extraction_of

    text = "Harakatmujahidinshabaab supports Borg."
    with ClaimStore(tmp_path / "long.db") as store:
        store.add([extraction_of(Document(path="in/a.txt", text=text, raw=text))])
    status, output = in_terminal("actors", tmp_path / "long.db", COLUMNS=columns, NO_COLOR="1")
    assert status == 0
    assert output.count("organization") == 2
    assert "Harakatmujahidinshabaab" in output
    assert ("harakatmujahidinshabaab" in output) == has_id


@posix_only
def test_non_ascii_arguments_under_the_c_locale(hostile_store):
    settings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [*GRAPHKIT, "claims", str(hostile_store), "--actor", "Núñez"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **settings})
    assert done.returncode == 2
    assert 'no actor "Núñez"'.encode() in done.stderr


@posix_only
@pytest.mark.parametrize(
    "args", [["claims"], ["actors"], ["sources"], ["sources", "--check"], ["stats"], ["claims", "--json"]]
)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_hostile_text_does_not_reach_the_terminal(hostile_store, args, encoding):
    status, output = in_terminal(args[0], hostile_store, *args[1:], PYTHONIOENCODING=encoding, NO_COLOR="1")
    assert status == 0, output
    assert "\x1b]" not in output
    assert not set(output) & set("\x07\x9b\u202e\x00")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize(
    "args", [["claims"], ["claims", "--json"], ["sources"], ["sources", "--source", "ö"]]
)
def test_no_encoding_is_too_narrow(hostile_store, encoding, args):
    command = [*GRAPHKIT, args[0], str(hostile_store), *args[1:]]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert done.returncode == (2 if "--source" in args else 0), done.stderr
    assert b"Traceback" not in done.stderr


@posix_only
def test_names_that_are_no_text_can_be_told(tmp_path):
    command = [*map(os.fsencode, GRAPHKIT), b"claims", os.fsencode(tmp_path) + b"/\xff\x1b[31m.db"]
    done = subprocess.run(command, capture_output=True)
    assert done.returncode == 2
    assert b"does not exist" in done.stderr
    assert b"Traceback" not in done.stderr


def test_lone_surrogates_become_json_escapes(capfdbinary):
    write_json_lines([{"a": "\ud83d"}])
    assert capfdbinary.readouterr().out == b'{"a": "\\ud83d"}\n'


def test_a_reader_that_leaves_is_no_failure(built):
    """Of `graphkit claims … | head -1`."""
    command = [*GRAPHKIT, "claims", str(built)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


@posix_only
def test_ctrl_c_ends_with_130_and_no_traceback(articles, tmp_path):
    script = tmp_path / "stopped.py"
    script.write_text(
        "import signal, sys, time, types\n"
        # a shell that runs the tests in the background has them ignore Ctrl-C, and their children too
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "fake = types.ModuleType('graphkit.pipeline')\n"
        "def load(model, **_):\n    print('loading', flush=True)\n    time.sleep(30)\n"
        "fake.load_pipeline = load\n"
        "sys.modules['graphkit.pipeline'] = fake\n"
        "from graphkit.cli import main\nmain()\n"
    )
    command = [sys.executable, str(script), "build", str(articles), "-o", str(tmp_path / "out")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "loading\n"
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on from there" in errors
    assert "Traceback" not in errors
