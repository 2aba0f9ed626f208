"""The terminal's cursor: brought to a place, and into a style, the shortest way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.output.sgr import Styles

_ERASED_AT_ONCE = 12
"""Blanks in a row from which erasing them is shorter than writing them."""


class Cursor:
    """Where the cursor is and in which style, as far as that is known; what moves it.

    Args:
        styles: what the numbers of styles mean.
        columns: cells of a row.
        erases_in_colour: whether erased cells take the background in force.
    """

    def __init__(self, styles: Styles, columns: int, *, erases_in_colour: bool) -> None:
        self._styles = styles
        self._columns = columns
        self._place: tuple[int, int] | None = None
        """Row and column."""
        self._style: int | None = None
        self.erases_in_colour = erases_in_colour
        self.erases_parts = erases_in_colour
        """Whether a part of a row can be erased, not only its end."""

    def forget(self, columns: int, style: int | None = None) -> None:
        """Take its place for unknown, and the style for this one."""
        self._columns = columns
        self._place, self._style = None, style

    def move(self, out: list[str], place: tuple[int, int]) -> None:
        """Bring it to (row, column)."""
        if self._place == place:
            return
        y, x = place
        ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"]
        if self._place is not None and self._place[0] == y:
            step = x - self._place[1]
            letter = "C" if step > 0 else "D"
            ways.append(f"\x1b[{abs(step) if abs(step) > 1 else ''}{letter}")
            ways.append(f"\x1b[{x + 1}G" if x else "\r")
        out.append(min(ways, key=len))
        self._place = place

    def take_style(self, out: list[str], style: int) -> None:
        """Write in a style from now on."""
        if style != self._style:
            out.append(self._styles.transition(self._style, style))
            self._style = style

    def draw(
        self,
        out: list[str],
        place: tuple[int, int],
        glyphs: Sequence[str],
        styles: Sequence[int],
        unsure: set[str],
    ) -> None:
        """Draw cells of a row.

        Args:
            out: takes what is sent.
            place: row and column of the first of them.
            glyphs: what stands in them; empty for further cells of what stands before.
            styles: their styles, by number.
            unsure: what may take more cells or fewer than it should.
        """
        self.move(out, place)
        y, first = place
        is_sure = True
        x, end = 0, len(glyphs)
        while x < end:
            style, glyph = styles[x], glyphs[x]
            stop = x + 1
            if glyph == " ":
                while stop < end and glyphs[stop] == " " and styles[stop] == style:
                    stop += 1
                if is_sure and self._erases(style, first + x, first + stop):
                    self._erase(out, style, first + x, first + stop)
                    if stop < end:
                        self.move(out, (y, first + stop))
                else:
                    self._take_blank(out, style)
                    out.append(" " * (stop - x))
                    self._place = y, first + stop
            else:
                while stop < end and styles[stop] == style and glyphs[stop] != " ":
                    stop += 1
                self.take_style(out, style)
                out.append("".join(glyphs[x:stop]))
                self._place = y, first + stop
                is_sure = is_sure and unsure.isdisjoint(glyphs[x:stop])
            x = stop
        # In the last column terminals differ in where the cursor is after writing.
        if not is_sure or (self._place and self._place[1] >= self._columns):
            self._place = None

    def _erases(self, style: int, start: int, end: int) -> bool:
        """Whether blanks are to be erased rather than written."""
        sgr = self._styles[style]
        return (
            end - start >= _ERASED_AT_ONCE
            and (self.erases_parts or end == self._columns)
            and sgr.is_erasing
            and (self.erases_in_colour or not sgr.ground)
        )

    def _erase(self, out: list[str], style: int, start: int, end: int) -> None:
        """Erase cells where it is; it stays there."""
        self._take_blank(out, style)
        out.append("\x1b[K" if end == self._columns else f"\x1b[{end - start}X")

    def _take_blank(self, out: list[str], style: int) -> None:
        """Take a style for blanks, unless they look the same in the one in force."""
        if self._style is None or self._styles.blanks[self._style] != style:
            self.take_style(out, style)
