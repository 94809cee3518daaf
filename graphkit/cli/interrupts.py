"""Ctrl-C with several processes: it reaches all of them, but one message is enough."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def quiet_children() -> Iterator[None]:
    """Let Ctrl-C raise KeyboardInterrupt in this process only; forked ones end when this one ends them."""
    parent = os.getpid()

    def interrupt(number: int, frame: FrameType | None) -> None:
        if os.getpid() == parent:
            raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGINT, interrupt)
    except ValueError:  # not the main thread, which alone gets signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
