"""Textual's driver for a terminal, with a filter on what it writes."""

from __future__ import annotations

import os
import signal
from threading import RLock
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.output.frames import Frames

if TYPE_CHECKING:
    from collections.abc import Callable


class ThriftyApp(App[None]):
    """An application that sends only the cells that change."""

    def __init__(self) -> None:
        self.frames = Frames(80, 24)
        """What the terminal shows."""
        super().__init__(driver_class=ThriftyDriver)

    def action_redraw(self) -> None:
        """Draw everything anew, whatever the terminal shows by now."""
        self.frames.is_stale = True
        self.refresh(layout=True)


class ThriftyDriver(LinuxDriver):
    """Sends only the cells that change; see ``frames``."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # The thread that reads keys writes too, when the terminal has answered.
        self._writing = RLock()
        self._frames = app.frames if isinstance(app, ThriftyApp) else Frames(*_size())
        self._frames.erases_in_colour = _erases_in_colour()

    def write(self, data: str) -> None:
        """Write what of the data changes the picture."""
        with self._writing:
            size = _size()
            if size != (self._frames.columns, self._frames.rows):
                self._frames.forget(*size)
            if changes := self._frames.filter(data):
                super().write(changes)

    def start_application_mode(self) -> None:
        """Take the terminal over, with nothing known of what it shows."""
        start: Callable[[], None] = super().start_application_mode
        start()
        resized = signal.getsignal(signal.SIGWINCH)

        def forget(number: int, frame: Any) -> None:
            # A terminal may cut or move what it shows even if it is as large as before
            # in the end.
            self._frames.is_stale = True
            if callable(resized):
                resized(number, frame)

        signal.signal(signal.SIGWINCH, forget)


def _size() -> tuple[int, int]:
    """Columns and rows of the terminal."""
    try:
        return os.get_terminal_size()
    except (OSError, ValueError):
        return 80, 24


def _erases_in_colour() -> bool:
    """Whether the terminal says that erased cells take the background in force."""
    try:
        import curses

        curses.setupterm()
        return curses.tigetflag("bce") == 1
    except Exception:  # noqa: BLE001 - nothing known of the terminal, or no curses here
        return False
