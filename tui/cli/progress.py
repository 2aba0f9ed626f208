"""A progress bar on stderr, once something takes long enough to need one."""

from __future__ import annotations

import os
import sys
from time import monotonic

import click

_PATIENCE = 0.5
"""Seconds after which a bar is shown."""
_LONGEST, _SHORTEST = 30, 5
"""Cells of a bar; a shorter one is left out."""


def line(done: int, count: int, unit: str, cells: int) -> str:
    """A bar and figures; the bar is the longer the more cells there are, 30 at most."""
    figures = f"{done}/{count} {unit}"
    length = min(cells - len(figures) - len("[] "), _LONGEST)
    if length < _SHORTEST:
        return figures[: max(cells, 0)]
    filled = length * done // max(count, 1)
    return f"[{'#' * filled:-<{length}}] {figures}"


class Progress:
    """How far a command is; shows nothing if stderr is no terminal.

    Args:
        count: how many steps there are.
        unit: what is counted, if it needs saying.
    """

    def __init__(self, count: int = 0, unit: str = "") -> None:
        self._count = count
        self._unit = unit
        self._begun = monotonic()
        self._is_shown = False

    def show(self, done: int, count: int | None = None) -> None:
        """Say how many steps are done, and how many there are if that has changed."""
        self._count = self._count if count is None else count
        if sys.stderr.isatty() and monotonic() - self._begun > _PATIENCE:
            self._is_shown = True
            columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
            shown = line(done, self._count, self._unit, columns - 1)
            click.echo(f"\r{shown}", nl=False, err=True)

    def erase(self) -> None:
        """Take the bar off the line, so that something else can be written there."""
        if self._is_shown:
            self._is_shown = False
            click.echo("\r\x1b[K", nl=False, err=True)
