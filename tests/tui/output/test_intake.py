"""What is typed at a terminal is read, cleared, and no faster than it is taken."""

from __future__ import annotations

import os
import pty
import select
import termios
import threading
import tty
from typing import TYPE_CHECKING

import pytest

from tui.output.intake import Intake
from tui.output.pastes import END, START

if TYPE_CHECKING:
    from collections.abc import Iterator

PASTED = "中方认为，桥通车了qcadjk。\r" * 2000


class Line:
    """A terminal, and what is read from it."""

    def __init__(self, typed_before: bytes = b"") -> None:
        self.master, self.slave = pty.openpty()
        if typed_before:
            os.write(self.master, typed_before)
            assert select.select([self.slave], [], [], 30)[0]
        tty.setraw(self.slave, termios.TCSANOW)
        self.hung_up = threading.Event()
        self.intake = Intake(self.slave, self.hung_up.set)

    def type(self, data: bytes) -> None:
        threading.Thread(target=os.write, args=(self.master, data)).start()

    def read(self, until: str) -> str:
        done = b""
        while not done.endswith(until.encode()):
            assert select.select([self.intake.descriptor], [], [], 30)[0], done[-50:]
            done += os.read(self.intake.descriptor, 4096)
        return done.decode()


@pytest.fixture
def line() -> Iterator[Line]:
    one = Line()
    yield one
    one.intake.close()
    for descriptor in (one.master, one.slave):
        if descriptor >= 0:
            os.close(descriptor)


def test_an_unmarked_paste_becomes_a_marked_one(line: Line) -> None:
    line.type(PASTED.encode())
    done = line.read(END)
    assert done.startswith(START)
    assert set(done[len(START) : -len(END)]) == set(PASTED)
    line.type(b"j\x1b[A")
    assert line.read("\x1b[A") == "j\x1b[A"


def test_keys_typed_ahead_stay_keys(line: Line) -> None:
    line.type(b"jjjqkkkc" * 12 + b"G")
    assert line.read("G") == "jjjqkkkc" * 12 + "G"


def test_a_byte_that_is_no_text_is_no_end(line: Line) -> None:
    line.type(b"\xffj")
    assert line.read("j") == "�j"


def test_it_reads_no_more_than_is_taken(line: Line) -> None:
    os.set_blocking(line.master, False)
    written = 0
    while written < 10_000_000 and select.select([], [line.master], [], 0.5)[1]:
        written += os.write(line.master, b"j" * 1000)
    assert 0 < written < 10_000_000
    line.intake.close()


def test_enter_is_enter_before_the_terminal_is_raw_too() -> None:
    line = Line(typed_before=b"jj\r")
    assert line.read("\r") == "jj\r"
    # From now on the other key is another key.
    line.type(b"k\nl")
    assert line.read("l") == "k\nl"
    line.intake.close()
    os.close(line.master)
    os.close(line.slave)


def test_it_notices_that_nobody_is_there(line: Line) -> None:
    os.close(line.master)
    line.master = -1
    assert line.hung_up.wait(30)
