"""What is said of the item under review: a few lines below the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.clip import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

Line = tuple[str, bool]
"""Text, and whether it stands out."""

ROWS = 3


class ReviewPanel(Widget, can_focus=True):
    """Holds the focus in review, so that keys decide and do not move the cursor."""

    ALLOW_SELECT = False
    DEFAULT_CSS = f"""
    ReviewPanel {{ height: {ROWS}; background: $panel; color: $text; }}
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: list[Line] = [("", False)] * ROWS

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these; only those that differ are drawn again."""
        after = [*lines, *([("", False)] * ROWS)][:ROWS]
        for y, (old, new) in enumerate(zip(self._lines, after, strict=True)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1))
        self._lines = after

    @property
    def text(self) -> str:
        """What is shown, for tests and screen readers."""
        return "\n".join(text for text, _ in self._lines)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        base = self.rich_style
        text, stands_out = self._lines[y] if y < len(self._lines) else ("", False)
        style = base + Style(bold=stands_out)
        width = self.size.width
        return Strip([Segment(f" {fit(text, max(width - 1, 0))}", style)], width)
