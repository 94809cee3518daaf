import multiprocessing
import os
import signal
import sys
import threading
import time

import pytest

from graphkit.cli.interrupts import children_that_end
from graphkit.errors import GraphkitError


@pytest.fixture
def child():
    process = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(60,))
    process.start()
    yield process
    process.kill()
    process.join()


def has_ended(process) -> bool:
    process.join(timeout=10)
    return process.exitcode is not None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to itself")
def test_ctrl_c_ends_the_children_first(child):
    with pytest.raises(KeyboardInterrupt), children_that_end():
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(10)
    assert has_ended(child)


def test_an_error_ends_the_children(child):
    with pytest.raises(ZeroDivisionError), children_that_end():
        raise ZeroDivisionError
    assert has_ended(child)


def test_a_good_end_leaves_them(child):
    with children_that_end():
        pass
    assert child.is_alive()


def test_a_process_that_is_gone_is_told():
    with pytest.raises(GraphkitError, match="fewer --processes"), children_that_end():
        raise EOFError


def test_the_handler_is_put_back():
    before = signal.getsignal(signal.SIGINT)
    with children_that_end():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_it_works_in_another_thread():
    done = []

    def work() -> None:
        with children_that_end():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
