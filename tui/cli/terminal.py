"""Whether there is a terminal that the reader can be opened on."""

from __future__ import annotations

import locale
import os
import sys

from annotations.errors import InvalidError

LEAST = (40, 10)
"""Columns and rows below which nothing can be read."""


def demand_terminal() -> None:
    """Make sure of a terminal that can show Chinese.

    Raises:
        InvalidError: there is none; the message says what to do.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
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
