"""Textual's driver for a terminal, with a filter on what it writes."""

from __future__ import annotations

import os
import signal
import sys
from threading import RLock
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.output.frames import Frames
from tui.output.outlet import Outlet

if TYPE_CHECKING:
    from collections.abc import Callable


_PATIENCE = 0.3
"""Seconds that a terminal has at the end to take what is left."""


class ThriftyApp(App[None]):
    """An application that sends only the cells that change."""

    def __init__(self) -> None:
        self.frames = Frames(80, 24)
        """What the terminal shows."""
        super().__init__(driver_class=ThriftyDriver)

    def on_mount(self) -> None:
        """Draw everything when the program comes back to the terminal."""
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())

    def action_redraw(self) -> None:
        """Draw everything anew, whatever the terminal shows by now."""
        self.frames.is_stale = True
        self.refresh(layout=True)


class ThriftyDriver(LinuxDriver):
    """Sends only the cells that change (see ``frames``), as fast as they are taken.

    While the terminal has not taken one picture, the next ones are not sent but kept,
    and in the end only the last of them goes out.
    """

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
            if self._outlet.is_busy and self._frames.keep(data):
                return
            self._outlet.send(_encoded(self._frames.filter(data)))

    def _send_kept(self) -> None:
        """Send what has been kept back while the terminal was busy."""
        with self._writing:
            if changes := self._frames.changes():
                self._outlet.send(_encoded(changes))

    def close(self) -> None:
        """Write the rest, unless the terminal takes nothing any more."""
        self._outlet.close(_PATIENCE)
        super().close()

    def start_application_mode(self) -> None:
        """Take the terminal over, with nothing known of what it shows."""
        self._outlet = Outlet(sys.__stderr__.fileno(), self._send_kept)  # type: ignore[union-attr]
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


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


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
