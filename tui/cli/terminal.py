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


_COERCED = frozenset({"C.UTF-8", "C.utf8", "UTF-8"})
"""What Python sets ``LC_CTYPE`` to if the locale is C."""


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
    if variable := _other_charset():
        raise InvalidError(
            f"the locale cannot show Chinese ({variable}={os.environ[variable]})",
            f"set one of UTF-8: export {variable}=C.UTF-8",
        )
    size = os.get_terminal_size(sys.stdout.fileno())
    if size.columns and size.lines:
        # What somebody exported once would keep the screen from following the window.
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)


def _other_charset() -> str:
    """The variable that says the terminal is no UTF-8 one; empty if none does.

    Asking Python is not enough: where the locale is C, or is not installed here, it
    takes UTF-8 for granted, and says so in ``LC_CTYPE``.
    """
    if os.environ.get("PYTHONUTF8") == "1":
        return ""
    is_coerced = sys.flags.utf8_mode and os.environ.get("LC_CTYPE") in _COERCED
    names = ("LC_ALL", "LANG") if is_coerced else ("LC_ALL", "LC_CTYPE", "LANG")
    said = next((name for name in names if os.environ.get(name)), "")
    if not said:
        return ""
    charset = os.environ[said].partition(".")[2].partition("@")[0]
    if not charset and os.environ[said] not in {"C", "POSIX"}:
        charset = locale.getpreferredencoding(do_setlocale=False)
    return "" if charset.lower().replace("-", "") == "utf8" else said
