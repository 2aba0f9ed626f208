"""A terminal that nobody reads costs nothing but what it does not show."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from tui.output.outlet import Outlet

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)


def test_everything_arrives_in_order_and_then_it_is_asked_for_more(
    pipe: tuple[int, int],
) -> None:
    asked = threading.Event()
    more = [b"kept"]

    def drained() -> None:
        if more:
            assert not outlet.is_busy
            outlet.send(more.pop())
        asked.set()

    outlet = Outlet(pipe[1], drained)
    outlet.send(b"one ")
    assert asked.wait(10)
    outlet.send(b" two")
    outlet.close(10)
    os.close(pipe[1])
    received = os.read(pipe[0], 100)
    assert received.startswith(b"one kept")
    assert b" two" in received


def test_a_full_line_holds_nobody_up(pipe: tuple[int, int]) -> None:
    outlet = Outlet(pipe[1], lambda: None)
    outlet.send(b"x" * 1_000_000)
    outlet.send(b"the end")
    assert outlet.is_busy
    # It comes back although nobody reads.
    outlet.close(0.01)
    received = b""
    while not received.endswith(b"the end"):
        received += os.read(pipe[0], 65536)
    assert len(received) == 1_000_007
    os.close(pipe[1])


def test_a_line_that_is_cut_ends_it(pipe: tuple[int, int]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outlet = Outlet(writing, lambda: None)
    outlet.send(b"x")
    outlet.close(10)
    assert not outlet.is_busy
    os.close(writing)
