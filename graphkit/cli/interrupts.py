"""Ctrl-C and other ends with several processes: none hangs, and one message is enough."""

import multiprocessing
import os
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from graphkit.errors import GraphkitError


@contextmanager
def children_that_end() -> Iterator[None]:
    """Around work in further processes: they end when the block ends early, by Ctrl-C or an error.

    Ctrl-C reaches all processes of a terminal; here it counts in this one only. spaCy waits for its
    processes, and they for somebody to take their results: without this, an early end would wait forever.
    """
    parent = os.getpid()

    def interrupt(number: int, frame: FrameType | None) -> None:
        if os.getpid() == parent:
            end_children()
            raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGINT, interrupt)
    except ValueError:  # not the main thread, which alone gets signals
        before = None
    try:
        with warnings.catch_warnings():
            # spaCy's complaint that its processes did not end by themselves
            warnings.filterwarnings("ignore", message=r"\[W127\]")
            yield
    except EOFError as error:
        end_children()
        raise GraphkitError(
            "a reading process was killed, often for lack of memory; try again with fewer --processes"
        ) from error
    except BaseException:
        end_children()
        raise
    finally:
        if before is not None:
            signal.signal(signal.SIGINT, before)


def end_children() -> None:
    """Kill the processes that this one has started."""
    for child in multiprocessing.active_children():
        child.kill()
