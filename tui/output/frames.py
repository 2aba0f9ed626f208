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
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.layout.cells import ambiguous, clusters
from tui.output.sgr import PLAIN, Sgr, UnknownStyleError, applied, transition

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
# What every terminal draws one cell wide (or, as for the quotation marks and lines,
# says how wide) and two cells wide; the rest is looked at cluster by cluster.
_STRETCH = re.compile(
    "(?P<narrow>[ -~\u00a7\u00b0\u00b1\u00b7\u00d7\u2014\u2015\u2018\u2019\u201c\u201d"
    "\u2025\u2026\u2030\u2190-\u2193\u2460-\u2473\u2500-\u254b\u2550-\u2573\u2580-\u258f"
    "\u25a0\u25a1\u25b2\u25b3\u25bc\u25bd\u25cb\u25cf\u2605\u2606]+)"
    "|(?P<wide>[\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3001-\u3029\u3030-\u303e"
    "\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u318e\u3190-\u31e3\u3200-\u32ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6"
    "\u3000]+)"
    "|(?P<rest>[\\s\\S])"
)
_INVISIBLE = re.compile(
    "[\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_SECOND = "\ufdd0"
"""Stands for the second cell of a wide ambiguous character while a text is read."""
_NARROW = str.maketrans("“”‘’—―…·─━═│┃║", "\"\"''--..---|||")
_UNKNOWN = "\x00"
"""Stands for a cell of which nothing is known; never drawn."""
_ERASED_AT_ONCE = 12
"""Blanks in a row from which erasing them is shorter than writing them."""
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
        self.erases_in_colour = erases_in_colour
        self.erases_parts = erases_in_colour
        """Whether a part of a row can be erased, not only its end."""
        self.is_stale = False
        """Set it to have all cells forgotten before the next is drawn: the terminal may
        have been resized, or something else may have written on it."""
        self._draws_wide = False
        self._shows_at_once = False
        self._styles: list[Sgr] = [PLAIN]
        self._numbers: dict[Sgr, int] = {PLAIN: 0}
        # For every style the number of what of it can be seen on blanks.
        self._blanks = [0]
        self._applied: dict[tuple[int, str], int] = {}
        self._transitions: dict[tuple[int | None, int], str] = {}
        self._unsure: set[str] = set()
        self._unfinished = ""
        self._pen_style = 0
        self.forget()

    def draw_ambiguous(self, *, wide: bool) -> None:
        """Say how many cells the terminal takes for characters of ambiguous width.

        Args:
            wide: two, not one. Then such a character and the space after it are drawn
                as one; where no space is left for it, something narrow stands in.
        """
        if wide != self._draws_wide:
            self._draws_wide = wide
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
        # Where the stream stands (y, x), and where the cursor does in which style.
        self._pen: tuple[int, int] | None = None
        self._cursor: tuple[int, int] | None = None
        self._style: int | None = None
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
            self._move(out, self._pen)
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
            self._move(out, self._pen)
        self._take_style(out, self._pen_style)
        out.append(data)
        data = self._unfinished + data
        for parameters in _SGR.findall(data):
            self._set_style(parameters)
        found = _UNFINISHED.search(data)
        self.forget()
        self._style = self._pen_style
        self._unfinished = found.group() if found else ""
        return "".join(out)

    def _is_inside(self, place: tuple[int, int]) -> bool:
        return place[0] < self.rows and place[1] < self.columns

    def _set_style(self, parameters: str) -> bool:
        key = self._pen_style, parameters
        if key not in self._applied:
            try:
                style = applied(self._styles[self._pen_style], parameters)
            except UnknownStyleError:
                return False
            self._applied[key] = self._number(style)
        self._pen_style = self._applied[key]
        return True

    def _number(self, style: Sgr) -> int:
        number = self._numbers.get(style)
        if number is None:
            number = self._numbers[style] = len(self._styles)
            self._styles.append(style)
            self._blanks.append(number)
            self._blanks[number] = self._number(style.on_blanks)
        return number

    def _write(self, text: str) -> bool:
        """Write text where the pen is; say whether it found room there."""
        if self._pen is None or not self._is_inside(self._pen):
            return False
        y, start = self._pen
        glyphs = self._glyphs(text)
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
            row[x], styles[x] = " ", self._blanks[styles[x]]
        row[start:end] = glyphs
        styles[start:end] = [self._pen_style] * len(glyphs)
        blank = self._blanks[self._pen_style]
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

    def _glyphs(self, text: str) -> list[str]:
        """Cells of a text: a cluster, and an empty text for each further cell of it."""
        glyphs: list[str] = []
        if self._draws_wide:
            # What stands for the second cell is no character of any text.
            text = _with_space().sub(_stand_in, text.replace(_SECOND, ""))
        for stretch in _STRETCH.finditer(text):
            kind, part = stretch.lastgroup, stretch.group()
            if kind == "narrow":
                glyphs += part
            elif kind == "wide":
                for character in part:
                    glyphs += (character, "")
            elif part == _SECOND:
                glyphs += [""] if glyphs[-1] else []
            else:
                self._join(glyphs, part)
        return glyphs

    def _join(self, glyphs: list[str], part: str) -> None:
        """Add what may be one cluster with what stands before it."""
        part = _INVISIBLE.sub("", part)
        while glyphs and not glyphs[-1]:
            glyphs.pop()
        before = glyphs.pop() if glyphs else ""
        for start, end, cells in clusters(before + part):
            cluster = (before + part)[start:end]
            if not cells:
                # Alone it has no cell of its own; a terminal adds it to what is there.
                continue
            glyphs += (cluster, *[""] * (cells - 1))
            if cluster != before:
                self._unsure.add(cluster)

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
                    self._draw(out, y, start, end)
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
                if wanted[x] in self._unsure or shown[x] in self._unsure
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

    def _draw(self, out: list[str], y: int, start: int, end: int) -> None:
        glyphs, styles = self._wanted[y], self._wanted_styles[y]
        self._move(out, (y, start))
        is_sure = True
        x = start
        while x < end:
            style, glyph = styles[x], glyphs[x]
            if glyph == " ":
                stop = x + 1
                while stop < end and glyphs[stop] == " " and styles[stop] == style:
                    stop += 1
                if is_sure and self._erases(style, x, stop):
                    self._erase(out, y, x, stop)
                    if stop < end:
                        self._move(out, (y, stop))
                else:
                    if self._style is None or self._blanks[self._style] != style:
                        self._take_style(out, style)
                    out.append(" " * (stop - x))
                    self._cursor = y, stop
            else:
                stop = x + 1
                while stop < end and styles[stop] == style and glyphs[stop] != " ":
                    stop += 1
                self._take_style(out, style)
                out.append("".join(glyphs[x:stop]))
                self._cursor = y, stop
                is_sure = is_sure and self._unsure.isdisjoint(glyphs[x:stop])
            x = stop
        # In the last column terminals differ in where the cursor is after writing.
        if not is_sure or (self._cursor and self._cursor[1] >= self.columns):
            self._cursor = None

    def _erases(self, style: int, start: int, end: int) -> bool:
        """Whether blanks are to be erased rather than written."""
        sgr = self._styles[style]
        return (
            end - start >= _ERASED_AT_ONCE
            and (self.erases_parts or end == self.columns)
            and sgr.is_erasing
            and (self.erases_in_colour or not sgr.ground)
        )

    def _erase(self, out: list[str], y: int, start: int, end: int) -> None:
        """Erase cells where the cursor is; it stays there."""
        style = self._wanted_styles[y][start]
        if self._style is None or self._blanks[self._style] != style:
            self._take_style(out, style)
        out.append("\x1b[K" if end == self.columns else f"\x1b[{end - start}X")

    def _take_style(self, out: list[str], style: int) -> None:
        if style == self._style:
            return
        key = self._style, style
        sequence = self._transitions.get(key)
        if sequence is None:
            before = None if self._style is None else self._styles[self._style]
            sequence = transition(before, self._styles[style])
            self._transitions[key] = sequence
        out.append(sequence)
        self._style = style

    def _move(self, out: list[str], place: tuple[int, int]) -> None:
        """Bring the cursor to (row, column) the shortest way."""
        if self._cursor == place:
            return
        y, x = place
        ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"]
        if self._cursor is not None and self._cursor[0] == y:
            step = x - self._cursor[1]
            letter = "C" if step > 0 else "D"
            ways.append(f"\x1b[{abs(step) if abs(step) > 1 else ''}{letter}")
            ways.append(f"\x1b[{x + 1}G" if x else "\r")
        out.append(min(ways, key=len))
        self._cursor = place


@lru_cache(maxsize=1)
def _with_space() -> re.Pattern[str]:
    return re.compile(f"{ambiguous().pattern} ?")


def _stand_in(found: re.Match[str]) -> str:
    """A wide character in two cells if it has them, else a narrow one."""
    if found.group().endswith(" "):
        return found.group()[0] + _SECOND
    narrow = found.group().translate(_NARROW)
    if "\u2500" <= narrow <= "\u257f":
        return "+"
    return narrow if narrow.isascii() else "?"
