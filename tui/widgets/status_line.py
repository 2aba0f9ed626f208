"""The line that says where one is; only the part that changed is drawn again."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.cells import cell_width, filled
from tui.layout.clip import clip, fit

Severity = Literal["information", "warning", "error"]

_WIDTHS = {"mode": 9, "annotation": 10, "selection": 9, "percent": 5}
"""Cells of the fields at the right; the analyst's comes behind them."""
_WIDEST_ANALYST = 12
"""Cells that the analyst's name may take, with the space after it."""
_NARROWEST_TITLE = 16
"""Cells; fields at the right go, the first ones first, before the title has less."""
_LEAVING = (*_WIDTHS, "analyst")
_LEAVING_A_MESSAGE = ("mode", "annotation", "selection", "analyst")
"""What goes before a message is cut."""


class Where(NamedTuple):
    """What the line says."""

    title: str = ""
    mode: str = ""
    annotation: str = ""
    selection: str = ""
    percent: str = ""
    analyst: str = ""


class StatusLine(Widget):
    """One row: what is read at the left or a message over it, where one is at the right.

    A message takes the cells of all fields but the percent if it needs them.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._where = Where()
        self._message: tuple[str, Severity] | None = None

    @property
    def message(self) -> str:
        """What is being told; empty if nothing is."""
        return "" if self._message is None else self._message[0]

    def show(self, where: Where) -> None:
        """Say where one is; fields that stay the same are not drawn again."""
        analyst = clip(where.analyst, _WIDEST_ANALYST - 1)
        before, self._where = self._fields(), where._replace(analyst=analyst)
        after = self._fields()
        widths = [cell_width(text) for text, _ in after]
        if [cell_width(text) for text, _ in before] != widths:
            self.refresh()
            return
        at = 0
        for old, new, width in zip(before, after, widths, strict=True):
            if old != new:
                self.refresh(Region(at, 0, width, 1))
            at += width

    def tell(self, message: str, severity: Severity = "information") -> None:
        """Put a message over the title until ``hush``."""
        self._put((message, severity))

    def hush(self) -> None:
        """Take the message away."""
        self._put(None)

    def _put(self, message: tuple[str, Severity] | None) -> None:
        if message == self._message:
            return
        before, self._message = self._widths, message
        is_moved = before != self._widths
        left = self.size.width if is_moved else self.size.width - sum(before.values())
        self.refresh(Region(0, 0, left, 1))

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        base = self.rich_style
        segments = [
            Segment(filled(text), base + style) for text, style in self._fields()
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    @property
    def _left(self) -> str:
        """The title, or the message over it."""
        if self._message is None:
            return self._where.title
        text, severity = self._message
        return text if severity == "information" else f"! {text}"

    @property
    def _widths(self) -> dict[str, int]:
        """Cells of the fields at the right, by name."""
        widths = dict(_WIDTHS)
        if self._where.analyst:
            widths["analyst"] = cell_width(self._where.analyst) + 1
        room, leaving = _NARROWEST_TITLE, _LEAVING
        if self._message is not None:
            room, leaving = cell_width(self._left) + 2, _LEAVING_A_MESSAGE
        for name in leaving:
            if sum(widths.values()) <= self.size.width - room:
                break
            widths.pop(name, None)
        return widths

    def _fields(self) -> list[tuple[str, Style]]:
        """Text and style of each field, the one at the left first."""
        widths = self._widths
        left = self.size.width - sum(widths.values())
        is_wrong = self._message is not None and self._message[1] == "error"
        text = f" {fit(self._left, max(left - 2, 0))} "
        fields = [(text, Style(bold=True, reverse=is_wrong))]
        fields += (
            (fit(getattr(self._where, name), width), Style())
            for name, width in widths.items()
        )
        return fields
