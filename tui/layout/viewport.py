"""What part of a document the screen shows, and where things stand on it.

The place is an offset into the source, never a row number, so it survives any resize;
rows are counted only from the top of the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.text.graphemes import boundary_at_or_before, next_boundary
from tui.layout.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.text.paragraphs import TextView


class Viewport:
    """A window of ``height`` rows on a view."""

    def __init__(self, view: TextView, width: int, height: int) -> None:
        self._layout = Rows(view, width)
        self.height = max(height, 1)
        self._top = self._layout.at(0)
        self._place = 0
        self._rows: tuple[Row, ...] | None = None
        self.to_start()

    @property
    def view(self) -> TextView:
        """What is being shown."""
        return self._layout.view

    @property
    def width(self) -> int:
        """Cells of a row."""
        return self._layout.width

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows on the screen, from the top; fewer where the document is shorter."""
        if self._rows is None:
            rows = [self._top]
            while len(rows) < self.height and (row := self._layout.after(rows[-1])):
                rows.append(row)
            self._rows = tuple(rows)
        return self._rows

    def lay_out(
        self, *, view: TextView | None = None, width: int = 0, height: int = 0
    ) -> None:
        """Change what is shown or the size; the text at the top stays at the top.

        However often the size changes, it is the same text.
        """
        place = self._place
        self.height = max(height or self.height, 1)
        self._layout = Rows(view or self.view, width or self.width)
        self._set_top(self._layout.at(place))
        # Not the start of the row it stands in now: that would creep back each time.
        self._place = place

    def scroll(self, count: int) -> None:
        """Move the window by rows; down is positive."""
        row = self._top
        step = self._layout.after if count > 0 else self._layout.before
        for _ in range(abs(count)):
            following = step(row)
            if following is None:
                break
            row = following
        self._set_top(row)

    def to_start(self) -> None:
        """Show the beginning."""
        row = self._layout.at(0)
        while (before := self._layout.before(row)) is not None:
            row = before
        self._set_top(row)

    def show(self, offset: int) -> bool:
        """Bring a source offset on the screen; return whether the window moved.

        It moves half a screen where the offset is just outside, so that reading on line
        by line redraws the screen seldom; after a jump the offset stands at a third.
        """
        if self.y_of(offset) is not None:
            return False
        wanted = self._layout.at(offset)
        is_near_below = self._is_within(self.rows[-1], wanted)
        above = self.height // 2 if is_near_below else self.height // 3
        row = wanted
        for _ in range(above):
            before = self._layout.before(row)
            if before is None:
                break
            row = before
        self._set_top(row)
        return True

    def y_of(self, offset: int) -> int | None:
        """The line of the screen that shows a source offset, if one does."""
        wanted = self._layout.at(offset).place
        for y, row in enumerate(self.rows):
            if row.place == wanted:
                return y
        return None

    def locate(self, offset: int) -> tuple[int, int, int] | None:
        """(y, cell, cells) of the cluster at a source offset, if it is on the screen."""
        y = self.y_of(offset)
        if y is None:
            return None
        row = self.rows[y]
        cell, cells = row.cell_of(row.paragraph.to_logical(offset))
        return y, cell, cells

    def offset_at(self, y: int, cell: int) -> int:
        """Source offset of what is drawn at a place; the nearest where nothing is."""
        rows = self.rows
        y = min(max(y, 0), len(rows) - 1)
        if rows[y].is_spacer and len(rows) > 1:
            # The next row, but none that is below the screen.
            y = y + 1 if y + 1 < len(rows) else y - 1
        row = rows[y]
        return row.paragraph.to_source(row.logical_at(cell))

    def snap(self, offset: int) -> int:
        """The start of the cluster at a source offset, or the nearest character's."""
        paragraph = self.view.paragraph_at(offset)
        if not paragraph.text:
            return paragraph.start
        logical = min(paragraph.to_logical(offset), len(paragraph.text) - 1)
        return paragraph.to_source(boundary_at_or_before(paragraph.text, logical))

    def cluster_end(self, offset: int) -> int:
        """Source offset one past the cluster that begins at one."""
        paragraph = self.view.paragraph_at(offset)
        if not paragraph.text:
            return offset + 1
        logical = paragraph.to_logical(offset)
        after = next_boundary(paragraph.text, logical)
        return paragraph.source_span(logical, max(after, logical + 1)).end

    def cluster_in(self, row: Row, offset: int) -> tuple[int, int] | None:
        """The cluster at a source offset, code points of a row's text, if it is there."""
        if not row.paragraph.start <= offset <= row.paragraph.end:
            return None
        if self.row_at(offset).place != row.place:
            return None
        start = row.paragraph.to_logical(offset) - row.logical
        return start, next_boundary(row.text, start)

    def cells_of(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Where a stretch of the source stands: (y, first cell, last cell excluded)."""
        for y, row in enumerate(self.rows):
            begin, stop = row.reach
            if row.is_spacer or begin >= end or stop <= start:
                continue
            to_logical = row.paragraph.to_logical
            first, _ = row.cell_of(max(to_logical(start), row.logical))
            last, cells = row.cell_of(min(to_logical(end - 1), row.logical_end - 1))
            yield y, first, last + cells

    def row_at(self, offset: int) -> Row:
        """The row that shows a source offset, on the screen or not."""
        return self._layout.at(offset)

    def vertical(self, offset: int, count: int, cell: int) -> int:
        """The source offset ``count`` rows below (above if negative), nearest a cell.

        Rows that only set off a paragraph are passed over without being counted.
        """
        row = self._layout.at(offset)
        step = self._layout.after if count > 0 else self._layout.before
        remaining = abs(count)
        reached = row
        while remaining and (following := step(row)) is not None:
            row = following
            if not row.is_spacer:
                reached = row
                remaining -= 1
        return reached.paragraph.to_source(reached.logical_at(cell))

    def _is_within(self, row: Row, wanted: Row) -> bool:
        """Whether ``wanted`` stands at most half a screen below ``row``."""
        for _ in range(self.height // 2 + 1):
            following = self._layout.after(row)
            if following is None:
                return False
            row = following
            if row.place == wanted.place:
                return True
        return False

    def _set_top(self, row: Row) -> None:
        """Take a row as the top one, but leave no part of the last screen empty."""
        self._top, self._rows = row, None
        for _ in range(self.height - len(self.rows)):
            before = self._layout.before(self._top)
            if before is None:
                break
            self._top = before
        self._rows = None
        self._place = self._top.start
