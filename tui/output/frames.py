"""A model of the cells on the terminal, and the least that changes them as wanted.

Textual sends every changed row from the left edge of its widget, with the style of each
stretch in full. On a line over which an analyst reads from another continent that is
ten times what is needed. ``Frames`` reads that stream, keeps what every cell shows, and
gives back only what makes the terminal show the same.

It claims nothing it does not know. Whatever in the stream it does not understand goes
out as it is, and all cells count as unknown from then on: the next picture is sent
whole. Where nobody can say how many cells a terminal takes for a character (an emoji,
say), the row is sent from there on as Textual would.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.output.cursor import Cursor
from tui.output.glyphs import Glyphs
from tui.output.sgr import Styles, UnknownStyleError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
    (?P<text> [^\x00-\x1f\x7f-\x9f]+ )
  | \x1b\[ (?P<sgr> [\d;]* ) m
  | \x1b\[ (?P<y> \d+ ) ; (?P<x> \d+ ) H
  | (?P<newline> \n )
  | (?P<aside>                     # what touches no cell
        \x1b\[\? (?: 7|25|100[0-6]|101[56]|2004|2026|2048 ) [hl]
      | \x1b\[\? \d+ \$p
      | \x1b\[ [<>=] [\d;]* u
      | \x1b\] (?: 22|52 ) ; [^\x07\x1b]* (?: \x07|\x1b\\ )
      | \x07
    )
  | (?P<unknown> [\s\S] )
    """,
    re.VERBOSE,
)
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""What stands around a picture that is to appear at once."""
_SGR = re.compile(r"\x1b\[([\d;]*)m")
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]P^_X][^\x07\x1b]*)?\Z")
_UNKNOWN = "\x00"
"""Stands for a cell of which nothing is known; never drawn."""
_MANY = 1000
"""Stretches from which on it is worth to look for the same ones."""
_BRIDGED = 5
"""Bytes of unchanged text that are written again rather than jumped over."""


class Frames:
    """Turns the stream that Textual writes into the least that shows the same."""

    def __init__(
        self, columns: int, rows: int, *, erases_in_colour: bool = False
    ) -> None:
        """Begin with a terminal of which nothing is known.

        Args:
            columns: cells of a row.
            rows: rows of the terminal.
            erases_in_colour: whether erased cells take the background in force.
        """
        self.columns, self.rows = columns, rows
        self.is_stale = False
        """Set it to have all cells forgotten before the next is drawn: the terminal may
        have been resized, or something else may have written on it."""
        self._shows_at_once = False
        self._glyphs = Glyphs()
        self._styles = Styles()
        self.cursor = Cursor(self._styles, columns, erases_in_colour=erases_in_colour)
        self._unfinished = ""
        self._pen_style = 0
        self.forget()

    def draw_ambiguous(self, *, wide: bool) -> None:
        """Say how many cells the terminal takes for characters of ambiguous width.

        Args:
            wide: two, not one. Then such a character and the space after it are drawn
                as one; where no space is left for it, something narrow stands in.
        """
        if wide != self._glyphs.draws_wide:
            self._glyphs.draws_wide = wide
            self.is_stale = True

    def forget(self, columns: int = 0, rows: int = 0) -> None:
        """Take nothing on the terminal for known, and perhaps another size."""
        self.is_stale = False
        self.columns = columns or self.columns
        self.rows = rows or self.rows
        size = range(self.rows)
        self._wanted = [[_UNKNOWN] * self.columns for _ in size]
        self._shown = [[_UNKNOWN] * self.columns for _ in size]
        # Numbers of styles, cell by cell.
        self._wanted_styles = [[0] * self.columns for _ in size]
        self._shown_styles = [[0] * self.columns for _ in size]
        self._pen: tuple[int, int] | None = None
        """Where the stream stands (y, x)."""
        self.cursor.forget(self.columns)
        self._dirty: list[tuple[int, int, int]] = []

    def keep(self, data: str) -> bool:
        """Take a picture to be sent later, with ``changes``; whether that is possible.

        It is as long as the data only draws. What came between is never sent.
        """
        if self.is_stale or self._unfinished:
            return False
        tokens = list(_TOKEN.finditer(data))
        for token in tokens:
            if token.lastgroup in {"aside", "unknown"} and not self._frames(token):
                return False
        stands = self._pen, self._pen_style
        for token in tokens:
            if token.lastgroup != "aside" and not self._follow(token):
                self._pen, self._pen_style = stands
                return False
        if len(self._dirty) > _MANY:
            self._dirty = list(dict.fromkeys(self._dirty))
        return True

    def changes(self) -> str:
        """What makes the terminal show what was kept."""
        out: list[str] = []
        self._send_changes(out)
        if self._pen is not None and self._is_inside(self._pen):
            self.cursor.move(out, self._pen)
        drawn = "".join(out)
        # Both or neither: a terminal that is told of a beginning waits for the end.
        return f"{_BEGIN}{drawn}{_END}" if drawn and self._shows_at_once else drawn

    def filter(self, data: str) -> str:
        """What to send instead of ``data``."""
        if self.is_stale:
            self.forget()
        out: list[str] = []
        if self._unfinished:
            return self._pass_on(out, data)
        for token in _TOKEN.finditer(data):
            if token.lastgroup == "aside":
                if not self._frames(token):
                    self._send_changes(out)
                    out.append(token.group())
            elif not self._follow(token):
                return self._pass_on(out, data[token.start() :])
        out.append(self.changes())
        return "".join(out)

    # Reading the stream

    def _frames(self, token: re.Match[str]) -> bool:
        """Whether a token stands around a picture; ``changes`` puts it there itself."""
        if token.lastgroup != "aside" or token.group() not in (_BEGIN, _END):
            return False
        # It is written only where the terminal has said that it knows it.
        self._shows_at_once = True
        return True

    def _follow(self, token: re.Match[str]) -> bool:
        """Do what a token says to the cells that are wanted; whether it was known."""
        kind = token.lastgroup
        if kind == "text":
            return self._write(token.group())
        if kind == "sgr":
            return self._set_style(token.group("sgr"))
        if kind == "x":
            self._pen = int(token.group("y")) - 1, int(token.group("x")) - 1
            return True
        if kind == "newline" and self._pen is not None:
            self._pen = self._pen[0] + 1, 0
            return True
        return False

    def _pass_on(self, out: list[str], data: str) -> str:
        """Send data as it is, from where the stream stands, and forget all cells."""
        self._send_changes(out)
        if self._pen is not None and self._is_inside(self._pen):
            self.cursor.move(out, self._pen)
        self.cursor.take_style(out, self._pen_style)
        out.append(data)
        data = self._unfinished + data
        for parameters in _SGR.findall(data):
            self._set_style(parameters)
        found = _UNFINISHED.search(data)
        self.forget()
        self.cursor.forget(self.columns, self._pen_style)
        self._unfinished = found.group() if found else ""
        return "".join(out)

    def _is_inside(self, place: tuple[int, int]) -> bool:
        return place[0] < self.rows and place[1] < self.columns

    def _set_style(self, parameters: str) -> bool:
        try:
            self._pen_style = self._styles.applied(self._pen_style, parameters)
        except UnknownStyleError:
            return False
        return True

    def _write(self, text: str) -> bool:
        """Write text where the pen is; say whether it found room there."""
        if self._pen is None or not self._is_inside(self._pen):
            return False
        y, start = self._pen
        glyphs = self._glyphs.of(text)
        if not glyphs:
            return True
        end = start + len(glyphs)
        if end > self.columns:
            return False
        row, styles = self._wanted[y], self._wanted_styles[y]
        # Half of a wide character goes with its other half.
        first = start - self._is_inner(y, start)
        last = end + self._is_inner(y, end)
        for x in (*range(first, start), *range(end, last)):
            row[x], styles[x] = " ", self._styles.blanks[styles[x]]
        row[start:end] = glyphs
        styles[start:end] = [self._pen_style] * len(glyphs)
        blank = self._styles.blanks[self._pen_style]
        if blank != self._pen_style and " " in text:
            for x in range(start, end):
                if row[x] == " ":
                    styles[x] = blank
        self._pen = y, end
        if self._dirty and self._dirty[-1][0] == y and self._dirty[-1][2] == first:
            first = self._dirty.pop()[1]
        self._dirty.append((y, first, last))
        return True

    def _is_inner(self, y: int, x: int) -> bool:
        """Whether a wide character begins in the cell before."""
        return x < self.columns and not self._wanted[y][x]

    # Writing the difference

    def _send_changes(self, out: list[str]) -> None:
        for y, begin, stop in self._dirty:
            wanted, styles = self._wanted[y], self._wanted_styles[y]
            # A later stretch may have put a wide character across the edge of this one.
            first = begin - self._is_inner(y, begin)
            last = stop + self._is_inner(y, stop)
            if (
                wanted[first:last] != self._shown[y][first:last]
                or styles[first:last] != self._shown_styles[y][first:last]
            ):
                for start, end in self._changed(y, first, last):
                    self.cursor.draw(
                        out,
                        (y, start),
                        wanted[start:end],
                        styles[start:end],
                        self._glyphs.unsure,
                    )
                self._shown[y][first:last] = wanted[first:last]
                self._shown_styles[y][first:last] = styles[first:last]
        self._dirty.clear()

    def _changed(self, y: int, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Stretches of cells that have to be drawn."""
        wanted, shown = self._wanted[y], self._shown[y]
        styles, shown_styles = self._wanted_styles[y], self._shown_styles[y]
        unsure = next(
            (
                x
                for x in range(first, last)
                if wanted[x] in self._glyphs.unsure or shown[x] in self._glyphs.unsure
            ),
            last,
        )
        start = end = -1
        for x in range(first, unsure):
            if wanted[x] == shown[x] and styles[x] == shown_styles[x]:
                # Whatever stood there, the second cell is drawn with the first.
                end += end == x and not wanted[x]
                continue
            if start >= 0 and self._is_bridge(y, end, x):
                end = x + 1
                continue
            if start >= 0:
                yield start, end
            start, end = x, x + 1
        if (
            wanted[unsure:last] != shown[unsure:last]
            or styles[unsure:last] != shown_styles[unsure:last]
        ):
            if start >= 0 and end == unsure:
                unsure = start
            elif start >= 0:
                yield start, end
            yield unsure, last
        elif start >= 0:
            yield start, end

    def _is_bridge(self, y: int, end: int, start: int) -> bool:
        """Whether the same cells again cost no more than the way around them."""
        if end == start:
            return True
        styles = self._wanted_styles[y]
        return (
            start - end <= _BRIDGED
            and styles[end - 1 : start] == [styles[end - 1]] * (start - end + 1)
            and len("".join(self._wanted[y][end:start]).encode()) <= _BRIDGED
        )
