"""The footer: the keys that work now, as many as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.cells import cell_width, filled
from tui.layout.displayable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence


class KeyHints(Widget):
    """One row of keys and what they do."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyHints { height: 1; background: $surface; color: $text-muted; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._hints: list[tuple[str, str]] = []

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these (key, title) pairs, the first ones first."""
        if list(hints) != self._hints:
            self._hints = list(hints)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        base = self.rich_style
        segments: list[Segment] = []
        left = self.size.width
        for hint in self._hints:
            key, title = map(one_line, hint)
            cells = cell_width(key) + cell_width(title) + 3
            if cells > left:
                break
            segments += (
                Segment(filled(f" {key}"), base + Style(bold=True)),
                Segment(filled(f" {title} "), base),
            )
            left -= cells
        return Strip(segments).adjust_cell_length(self.size.width, base)
