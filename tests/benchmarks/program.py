"""A program in a pseudo-terminal, measured from outside: time, processor, bytes, memory."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from pathlib import Path
from time import clock_gettime, perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = (120, 40)
_QUIET = 0.15
"""Seconds without a byte and without work after which a picture counts as settled."""
_LONGEST = 30.0
# What terminals answer when they are asked; the last says that “ takes one cell.
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[6n": b"\x1b[2;2R",
    b"\x1b[c": b"\x1b[?62;22c",
}


class Settled(NamedTuple):
    """How one thing that was asked for came out."""

    seconds: float
    """Until the last byte; the quiet after it does not count."""
    received: int
    """Bytes."""
    processor: float
    """Seconds of processor time, all threads; other load does not count."""


class Program:
    """Runs a command; ``key`` types and waits until the screen has settled."""

    def __init__(self, command: Sequence[str]) -> None:
        self._begun = perf_counter()
        self._received = 0
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            variables = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
            # The last would have every start compile the program anew.
            for name in ("COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE"):
                variables.pop(name, None)
            os.execvpe(command[0], list(command), variables)
        fcntl.ioctl(
            self._master, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE[::-1], 0, 0)
        )

    def first_picture(self) -> Settled:
        """Wait for it."""
        return self._settle(self._begun, 0, 0.0)

    def key(self, keys: bytes) -> Settled:
        """Type."""
        received, used, begun = self._received, self._processor(), perf_counter()
        os.write(self._master, keys)
        return self._settle(begun, received, used)

    def memory(self) -> float:
        """Resident megabytes."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def close(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)

    def _settle(self, begun: float, received: int, used: float) -> Settled:
        last, work = begun, self._processor()
        while perf_counter() - begun < _LONGEST:
            if select.select([self._master], [], [], _QUIET)[0]:
                self._read()
                last = perf_counter()
                continue
            before, work = work, self._processor()
            if work - before < 0.3 * _QUIET and self._received:
                break
        return Settled(last - begun, self._received - received, work - used)

    def _read(self) -> None:
        data = os.read(self._master, 65536)
        self._received += len(data)
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._master, answer)

    def _processor(self) -> float:
        # What clock_getcpuclockid(3) gives; unlike its tasks' times in /proc it counts
        # threads that have ended.
        return clock_gettime(~self.pid << 3 | 2)
