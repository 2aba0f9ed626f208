"""Many tasks over several processes, stopped by signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tui.cli.processes import in_processes

if TYPE_CHECKING:
    from collections.abc import Iterator


def double(number: int) -> int:
    return 2 * number


def parent(_: int) -> int:
    return os.getppid()


def test_no_process_is_a_copy_of_this_one_with_what_it_has_open() -> None:
    parents: list[int] = []
    in_processes(parent, range(4), lambda _, result: parents.append(result), 2)
    assert os.getpid() not in parents


class Stopped(KeyboardInterrupt):
    pass


def stop(*_: object) -> None:
    raise Stopped


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_being_taken_is_taken_to_the_end(
    processes: int, number: signal.Signals
) -> None:
    taken: list[int] = []

    def take(task: int, result: int) -> None:
        if task == 3:
            signal.raise_signal(number)
        taken.append(result)

    before = signal.signal(number, stop)
    try:
        with pytest.raises(Stopped):
            in_processes(double, range(100), take, processes)
        assert signal.getsignal(number) is stop
    finally:
        signal.signal(number, before)
    assert taken[:4] == [0, 2, 4, 6]
    assert taken == sorted(set(taken))
    assert len(taken) < 100


HANG = """
from tui.cli.processes import in_processes
task = "import os, signal\\nos.write(1, b'.')\\nwhile True: signal.pause()"
in_processes(exec, [task] * 2, print, 2)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_nobody_works_on_for_one_who_is_killed(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HANG],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as first:
        assert first.stdout is not None
        assert first.stdout.read(2) == b".."
        first.send_signal(number)
        # The end of what they print: there is nobody left who could.
        first.communicate(timeout=60)
    assert first.returncode == -number


def test_whoever_insists_is_not_made_to_wait() -> None:
    def take(task: int, result: int) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("went on")

    with pytest.raises(KeyboardInterrupt):
        in_processes(double, range(3), take, 1)


@pytest.mark.parametrize("processes", [1, 2])
def test_tasks_are_asked_for_as_they_are_needed(processes: int) -> None:
    asked = 0
    most = 0

    def tasks() -> Iterator[int]:
        nonlocal asked
        for number in range(200):
            asked += 1
            yield number

    def take(task: int, result: int) -> None:
        nonlocal most
        most = max(most, asked - task)

    in_processes(double, tasks(), take, processes)
    assert asked == 200
    assert most < 20
