"""Whether there is a terminal that the reader can be opened on."""

from __future__ import annotations

import io
import locale
import os
import sys
from typing import TextIO

from annotations.errors import InvalidError


class SafeLines(io.TextIOBase):
    """A stream to a terminal: what could control it is shown instead."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text; line ends stay line ends."""
        from tui.layout.displayable import displayable

        lines = text.replace("\r\n", "\n").split("\n")
        self._stream.write("\n".join(map(displayable, lines)))
        return len(text)

    def flush(self) -> None:
        """Send what has been written."""
        self._stream.flush()


LEAST = (40, 10)
"""Columns and rows below which nothing can be read."""


def demand_terminal() -> None:
    """Make sure of a terminal that can show Chinese.

    Raises:
        InvalidError: there is none; the message says what to do.
    """
    # Textual draws on stderr and asks stdout for the size. A stream that was closed
    # before the start is None.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(one is not None and one.isatty() for one in streams):
        raise InvalidError(
            "the reader needs a terminal",
            "run it without pipes, or use pizhu list, export, add",
        )
    if os.environ.get("TERM", "") in {"", "dumb"}:
        raise InvalidError(
            f"this terminal cannot be drawn on (TERM={os.environ.get('TERM', '')})",
            "set TERM, for example to xterm-256color",
        )
    if "utf" not in locale.getpreferredencoding(do_setlocale=False).lower():
        raise InvalidError(
            "the locale cannot show Chinese", "set one: export LANG=C.UTF-8"
        )
    size = os.get_terminal_size(sys.stdout.fileno())
    if size.columns and (size.columns, size.lines) < (LEAST[0], 0):
        raise InvalidError(
            f"the terminal is too small ({size.columns}×{size.lines})",
            f"make it at least {LEAST[0]}×{LEAST[1]}",
        )
