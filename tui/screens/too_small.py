"""What stands there while the terminal is too small to read in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen
from textual.widgets import Static

from tui.layout.least import LEAST_COLUMNS, LEAST_ROWS, is_too_small

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size


class TooSmall(Screen[None]):
    """Covers everything and takes no key; goes when there is room again."""

    ALLOWED: ClassVar = frozenset({"quit", "suspend_process", "redraw"})
    """What of the application's can be done all the same."""
    DEFAULT_CSS = """
    TooSmall Static { width: 100%; }
    """

    def compose(self) -> ComposeResult:
        """One notice."""
        yield Static(markup=False)

    def on_mount(self) -> None:
        """Say it."""
        self._say(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Say it for the new size."""
        self._say(event.size)

    def on_screen_resume(self) -> None:
        """Go, if there was room again while something else stood over this."""
        if not is_too_small(*self.app.size):
            self.dismiss()

    def _say(self, size: Size) -> None:
        self.query_one(Static).update(
            f"Make the terminal at least {LEAST_COLUMNS}×{LEAST_ROWS}"
            f" (now {size.width}×{size.height})"
        )
