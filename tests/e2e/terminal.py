"""A pseudo-terminal with the real program in it, and a screen to look at."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 30.0
"""Seconds after which a wait is given up."""


class Terminal:
    """Runs ``pizhu`` with arguments; ``wait`` reads until a condition holds."""

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        columns: int = 80,
        rows: int = 24,
        code: str = "",
        environment: dict[str, str] | None = None,
        ambiguous_width: int = 0,
    ) -> None:
        """Start ``pizhu``, or Python ``code`` that starts it another way."""
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.received = b""
        self.ambiguous_width = ambiguous_width
        """Cells that it says it takes for “; 0: it does not answer."""
        self.status: int | None = None
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.chdir(cwd)
            variables = {
                **os.environ,
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
                "LC_ALL": "C.UTF-8",
                "PIZHU_ANALYST": "lin",
                **(environment or {}),
            }
            # The pseudo-terminal's own size counts, not what the caller inherited.
            for name in ("COLUMNS", "LINES"):
                variables.pop(name, None)
            start = ["-c", code] if code else ["-m", "tui"]
            command = [sys.executable, *start, *arguments]
            os.execvpe(sys.executable, command, variables)

    @property
    def text(self) -> str:
        """What is on the screen; a wide character stands once."""
        return "\n".join(self.screen.display)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self.master, keys.encode())

    def wait(self, condition: Callable[[], bool]) -> None:
        """Read what the program sends until the condition holds."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"never came about; the screen is:\n{self.text}")
            self._read(0.2)

    def wait_for(self, words: str) -> None:
        """Wait until words are on the screen."""
        self.wait(lambda: words in self.text.replace("  ", " ") or words in self.text)

    def wait_for_end(self) -> int:
        """Wait until the program has ended; return its exit status."""
        self.wait(self._has_ended)
        assert self.status is not None
        return self.status

    def settle(self, seconds: float = 0.3) -> None:
        """Read until nothing comes for so long."""
        received = -1
        while received != len(self.received):
            received = len(self.received)
            self._read(seconds)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def close(self) -> None:
        """End the program, whatever it is doing."""
        if not self._has_ended():
            self.kill()
            self.wait_for_end()
        os.close(self.master)

    def _has_ended(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                self._read(0)
        return self.status is not None

    def _read(self, seconds: float) -> None:
        while select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            if not data:
                return
            self.received += data
            if b"\x1b[6n" in data and self.ambiguous_width:
                self.send(f"\x1b[2;{self.ambiguous_width + 1}R")
            self.stream.feed(data)
            seconds = 0
