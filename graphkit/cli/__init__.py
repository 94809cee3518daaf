"""The command line: ``graphkit COMMAND``; a command is options and one call, each in a module of its name."""

import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from graphkit.cli.lazy_group import LazyGroup
from graphkit.cli.terminal import tolerate_narrow_encodings

SHORT_HELPS = {
    "build": "Read articles and write the page, the graph and the claim table.",
    "extract": "Read articles and write their claims, nothing else.",
    "render": "Draw the graph as one HTML page.",
    "export": "Write the graph or its claims to a file for other programs.",
    "claims": "List claims: who says what about whom, in which words.",
    "actors": "List actors and how many claims name each.",
    "sources": "List sources and what each says.",
    "stats": "Count what a store holds.",
    "compare": "Show what sources agree on and what they contest.",
    "path": "Show how two actors are linked, claim by claim.",
    "import": "Take in claims that others wrote down, or a list of actors.",
    "verify": "Check that every quote stands where its claim says.",
    "evaluate": "Score claims against documents that people marked.",
}
"""The commands in the order of the work; a test holds that each one's own help begins so."""


@click.group(cls=LazyGroup, short_helps=SHORT_HELPS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="graphkit", prog_name="graphkit", message="%(prog)s %(version)s")
def cli() -> None:
    """Who says that whom is linked to whom, in which words, and who denies it.

    STORE is a graphkit.db, a folder that holds one, or a claims.jsonl. INPUTS are files, folders, or - for
    one plain text on stdin. Data goes to stdout, talk to stderr. Exit status: 0 fine, 1 failed, 2 wrong
    usage, 3 some documents could not be read.

    \b
    Example:
        graphkit build articles/ -o out
        graphkit claims out --source "Washington Examiner" --polarity denied
    """


def main() -> None:
    """Run the command line of this process."""
    tolerate_narrow_encodings()
    try:
        cli(prog_name="graphkit")
    except SystemExit as end:
        if end.code not in (None, 0):
            leave(end.code)
        raise


def leave(status: str | int | None) -> NoReturn:
    """End the process at once.

    After Ctrl-C, threads of multiprocessing may still have texts for processes that are gone; the
    interpreter's ordinary end would wait for them forever.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status if isinstance(status, int) else 1)
