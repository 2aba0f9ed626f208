"""Textual's driver for a terminal, with a filter on what it writes."""

from __future__ import annotations

import os
import signal
import sys
from threading import Event, RLock
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition, InputEvent
from textual.message import Message

from tui.layout.cells import draw_ambiguous_wide
from tui.output.frames import Frames
from tui.output.intake import Intake
from tui.output.outlet import Outlet

if TYPE_CHECKING:
    from collections.abc import Callable


_PATIENCE = 0.3
"""Seconds that a terminal has at the end to take what is left."""

_MOST_WAITING = 256
"""Keys and movements of the mouse that the application is given ahead of what it does."""


_ASK_AT = 1
"""Row, from 0, in which the terminal is asked: in row 0 its answer would look like F3."""


class AmbiguousWidth(Message):
    """The terminal has shown how wide it draws a character of ambiguous width."""

    def __init__(self, cells: int) -> None:
        super().__init__()
        self.cells = cells


class HungUp(Message):
    """Nobody is at the terminal any more."""


class ThriftyApp(App[None]):
    """An application that sends only the cells that change."""

    def __init__(self, ambiguous_width: int = 0) -> None:
        self.frames = Frames(80, 24)
        """What the terminal shows."""
        super().__init__(driver_class=ThriftyDriver)
        self._ambiguous_width = ambiguous_width
        draw_ambiguous_wide(wide=ambiguous_width == 2)
        self.frames.draw_ambiguous(wide=ambiguous_width == 2)

    @property
    def asks_for_width(self) -> bool:
        """Whether the terminal is to be asked how wide ambiguous characters are."""
        return self._ambiguous_width == 0

    def on_ambiguous_width(self, event: AmbiguousWidth) -> None:
        """Lay out for the terminal as it is."""
        if draw_ambiguous_wide(wide=event.cells == 2):
            self.widths_changed()

    def widths_changed(self) -> None:
        """Lay out anew what depends on how wide characters are; then draw it."""
        self.action_redraw()

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

    An idle program is woken ten times a second by ``LinuxDriver.run_input_thread``: it
    waits a tenth of a second for a key, then asks its parser whether an escape has
    stood alone for too long. Waiting longer takes a parser of our own, Textual's is
    private; it costs 0.1 % of a core, and no byte.
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
        self._given = 0
        self._takes_keys = app
        self._asks = isinstance(app, ThriftyApp) and app.asks_for_width
        # The thread that reads keys writes too, when the terminal has answered.
        self._writing = RLock()
        self._frames = app.frames if isinstance(app, ThriftyApp) else Frames(*_size())
        in_colour, parts = _erasing()
        self._frames.cursor.erases_in_colour = in_colour
        self._frames.cursor.erases_parts = parts

    def write(self, data: str) -> None:
        """Write what of the data changes the picture."""
        with self._writing:
            size = _size()
            if size != (self._frames.columns, self._frames.rows):
                self._frames.forget(*size)
            if self._outlet.is_busy and self._frames.keep(data):
                return
            if changes := self._frames.filter(data):
                self._outlet.send(_encoded(changes))

    def _send_kept(self) -> None:
        """Send what has been kept back while the terminal was busy."""
        with self._writing:
            if changes := self._frames.changes():
                self._outlet.send(_encoded(changes))

    def run_input_thread(self) -> None:
        """Read keys and pastes from an intake instead of the terminal itself."""
        terminal = self.fileno
        intake = Intake(terminal, lambda: self.send_message(HungUp()))
        # Nobody else looks at it while this thread runs.
        self.fileno = intake.descriptor
        try:
            super().run_input_thread()
        finally:
            self.fileno = terminal
            intake.close()

    def process_message(self, message: Message) -> None:
        """Take the terminal's answer; everything else is the application's."""
        if isinstance(message, InputEvent):
            self._wait_for_room()
        if self._asks and isinstance(message, CursorPosition) and message.y == _ASK_AT:
            self._asks = False
            if message.x in {1, 2}:
                with self._writing:
                    self._frames.draw_ambiguous(wide=message.x == 2)
                self.send_message(AmbiguousWidth(message.x))
            return
        super().process_message(message)

    def _wait_for_room(self) -> None:
        """Wait, now and then, until the application has come to the end of its queue.

        A key goes through that queue twice, the second time when it has come back from
        the widgets; so twice as many as are let through here can wait in it at most.
        """
        self._given += 1
        if self._given % _MOST_WAITING:
            return
        taken = Event()
        if self._takes_keys.call_later(taken.set):
            while not taken.wait(0.1) and not self.exit_event.is_set():
                pass

    def close(self) -> None:
        """Write the rest, unless the terminal takes nothing any more."""
        self._outlet.close(_PATIENCE)
        super().close()

    def start_application_mode(self) -> None:
        """Take the terminal over, with nothing known of what it shows."""
        self._outlet = Outlet(sys.__stderr__.fileno(), self._send_kept)  # type: ignore[union-attr]
        start: Callable[[], None] = super().start_application_mode
        start()
        if self._asks:
            # The answer comes between keys, whenever it comes. Until then one cell is
            # taken for granted, as Rich does; another answer has everything redrawn.
            self.write(f"\x1b[{_ASK_AT + 1};1H“\x1b[6n\x1b[{_ASK_AT + 1};1H  ")
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


def _erasing() -> tuple[bool, bool]:
    """Whether erased cells take the background in force; whether parts can be erased."""
    try:
        import curses

        curses.setupterm()
        return curses.tigetflag("bce") == 1, bool(curses.tigetstr("ech"))
    except Exception:  # noqa: BLE001 - nothing known of the terminal, or no curses here
        return False, False
