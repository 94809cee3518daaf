"""Words for the terminal: talk goes to stderr, and nothing that is written steers the terminal."""

import re
import sys
from pathlib import Path

import click

STDOUT = Path("-")

STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
"""Control characters (escape sequences begin with one) and those that turn the writing direction."""


UNDECODED = re.compile("[\udc80-\udcff]+")
"""How Python keeps bytes that it cannot decode (PEP 383)."""

SURROGATES = re.compile("[\ud800-\udfff]")


def plain(text: str, *, keep: str = "") -> str:
    r"""`text` with control characters as blanks, those in `keep` excepted: article text is hostile.

    >>> plain("a\x1b[31mb\x9b0mc\nd")
    'a [31mb 0mc d'
    """
    return STEERING.sub(lambda found: _kept(found[0], keep), text)


def readable(text: str) -> str:
    r"""An argument of the command line as text: bytes that Python could not decode are read as UTF-8.

    Under ``LC_ALL=C`` that is all that is not ASCII. What is not UTF-8 either becomes U+FFFD.

    >>> readable("N\udcc3\udcba\udcc3\udcb1ez"), readable("a \udcff b \ud83d")
    ('Núñez', 'a � b �')
    """
    text = UNDECODED.sub(
        lambda found: found[0].encode("utf-8", "surrogateescape").decode("utf-8", "replace"), text
    )
    return SURROGATES.sub("\ufffd", text)


def talk(message: str) -> None:
    """Say something to the person: on stderr, where it is not taken for data."""
    click.echo(plain(message, keep="\n"), err=True)


def plural(count: int, noun: str) -> str:
    """The number with its noun.

    >>> plural(1, "document"), plural(1200, "claim")
    ('1 document', '1,200 claims')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def tolerate_narrow_encodings() -> None:
    """Let an ASCII or Latin-1 terminal show what it cannot write as an escape, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _kept(controls: str, keep: str) -> str:
    return "".join(character for character in controls if character in keep) or " "
