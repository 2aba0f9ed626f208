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

_WIDTHS = (9, 10, 9, 5)
"""Cells of the fields at the right: mode, annotation, selection, percent."""
_WIDEST_ANALYST = 12
"""Cells that the analyst's name may take, with the space after it."""
_NARROWEST_TITLE = 16
"""Cells; fields at the right go, the first ones first, before the title has less."""


class Where(NamedTuple):
    """What the line says."""

    title: str = ""
    mode: str = ""
    annotation: str = ""
    selection: str = ""
    percent: str = ""
    analyst: str = ""


class StatusLine(Widget):
    """One row: what is read at the left or a message over it, where one is at the right."""

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
        before, self._where = self._fields(), where
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
        before, self._message = self._message, (message, severity)
        if before != self._message:
            self._refresh_left()

    def hush(self) -> None:
        """Take the message away."""
        if self._message is not None:
            self._message = None
            self._refresh_left()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        base = self.rich_style
        segments = [
            Segment(filled(text), base + style) for text, style in self._fields()
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _fields(self) -> list[tuple[str, Style]]:
        """Text and style of each field, in cells that depend on the width only."""
        where = self._where
        right = [where.mode, where.annotation, where.selection, where.percent]
        widths = list(_WIDTHS)
        if where.analyst:
            right.append(clip(where.analyst, _WIDEST_ANALYST - 1))
            widths.append(cell_width(right[-1]) + 1)
        while widths and sum(widths) > self.size.width - _NARROWEST_TITLE:
            widths.pop(0)
            right.pop(0)
        left = max(self.size.width - sum(widths), 1)
        style = Style(bold=True)
        text = where.title
        if self._message is not None:
            text, severity = self._message
            sign = {"error": "! ", "warning": "! ", "information": ""}[severity]
            text = sign + text
            style = Style(bold=True, reverse=severity == "error")
        fields = [(f" {fit(text, left - 1)}", style)]
        fields += (
            (fit(one, width), Style()) for one, width in zip(right, widths, strict=True)
        )
        return fields

    def _refresh_left(self) -> None:
        self.refresh(Region(0, 0, cell_width(self._fields()[0][0]), 1))
