"""The terminal application: theme, keys, signals; everything else is a screen's."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from tui.keymap import bindings, checked
from tui.palette import Commands
from tui.screens.help import Help
from tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

    from annotations.session import Session
    from tui.settings import Settings


class PizhuApp(App[None]):
    """pizhu in the terminal."""

    TITLE = "pizhu 批注"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("app"))
    COMMANDS = {Commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self, session: Session, settings: Settings, document_id: str | None = None
    ) -> None:
        super().__init__()
        # A frame in between costs a slow line as much as the last one.
        self.animation_level = "none"
        self._settings = settings
        self._reading = ReadingScreen(session, settings, document_id)
        self.theme = settings.theme
        self.set_keymap(checked(settings.keys)[0])

    def on_mount(self) -> None:
        """Open the reader, and leave in good order when the line is cut."""
        self.push_screen(self._reading)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._leave, 128 + number)

    def action_help(self) -> None:
        """Show all keys."""
        self.push_screen(Help(self._settings.keys))

    async def action_quit(self) -> None:
        """Leave; the place is kept."""
        self._leave(0)

    def _leave(self, return_code: int) -> None:
        self._reading.keep_place()
        self.exit(return_code=return_code)


def run(session: Session, settings: Settings, document_id: str | None = None) -> int:
    """Open the reader and stay until it is left; return the exit status."""
    app = PizhuApp(session, settings, document_id)
    app.run(mouse=settings.mouse)
    return app.return_code or 0
