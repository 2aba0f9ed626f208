"""Rows of a document at a width: laid out paragraph by paragraph, as they are needed."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.layout.cells import clusters
from tui.layout.displayable import displayable
from tui.layout.wrap import wrap

if TYPE_CHECKING:
    from annotations.text.paragraphs import Paragraph, TextView

_KEPT = 256
"""Paragraphs whose rows are kept: a few screens' worth."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page."""

    paragraph: Paragraph
    index: int
    """Among the paragraph's rows; the empty row that sets it off is one of them."""
    text: str
    """What is drawn, displayable; empty for a row that only sets off."""
    logical: int
    """Where ``text`` begins in the paragraph's text (code points)."""
    is_spacer: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """What tells it from every other row of the same layout."""
        return self.paragraph.start, self.index

    @property
    def logical_end(self) -> int:
        """Where ``text`` ends in the paragraph's text (code points)."""
        return self.logical + len(self.text)

    @property
    def start(self) -> int:
        """Source offset of its first character."""
        return self.paragraph.to_source(self.logical)

    @property
    def end(self) -> int:
        """Source offset one past its last character."""
        return self.paragraph.to_source(self.logical_end)

    @property
    def reach(self) -> tuple[int, int]:
        """Source offsets of what stands on it, of one character at least."""
        start = self.start
        return start, max(self.end, start + 1)

    def cell_of(self, logical: int) -> tuple[int, int]:
        """(cell, cells) of the cluster that holds a position in the paragraph's text."""
        wanted = logical - self.logical
        cell, cells = 0, 1
        for start, end, cells in clusters(self.text):
            if start <= wanted < end:
                return cell, max(cells, 1)
            cell += cells
        return cell, 1

    def logical_at(self, cell: int) -> int:
        """Position, in the paragraph's text, of the cluster drawn at a cell.

        Beyond the end it is the last cluster's.
        """
        found, at = 0, 0
        for start, _, cells in clusters(self.text):
            found = start
            at += cells
            if at > cell:
                break
        return self.logical + found


class Rows:
    """The rows of a view at a width. A call costs only the paragraphs it touches."""

    def __init__(self, view: TextView, width: int) -> None:
        self.view = view
        self.width = max(width, 2)
        self._kept: OrderedDict[int, tuple[Row, ...]] = OrderedDict()

    def of(self, paragraph: Paragraph) -> tuple[Row, ...]:
        """The rows of one paragraph, with the empty one in front if it is set off."""
        found = self._kept.get(paragraph.start)
        if found is not None:
            self._kept.move_to_end(paragraph.start)
            return found
        found = self._kept[paragraph.start] = self._lay_out(paragraph)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found

    def at(self, offset: int) -> Row:
        """The row that shows a source offset."""
        paragraph = self.view.paragraph_at(offset)
        logical = paragraph.to_logical(offset)
        rows = self.of(paragraph)
        # A row that sets off begins where the first row does, and stands before it.
        return rows[bisect_right(rows, logical, key=lambda row: row.logical) - 1]

    def after(self, row: Row) -> Row | None:
        """The next row, or None at the end of the document."""
        rows = self.of(row.paragraph)
        if row.index + 1 < len(rows):
            return rows[row.index + 1]
        paragraph = self.view.after(row.paragraph)
        return None if paragraph is None else self.of(paragraph)[0]

    def before(self, row: Row) -> Row | None:
        """The row in front, or None at the start of the document."""
        if row.index > 0:
            return self.of(row.paragraph)[row.index - 1]
        paragraph = self.view.before(row.paragraph)
        return None if paragraph is None else self.of(paragraph)[-1]

    def _lay_out(self, paragraph: Paragraph) -> tuple[Row, ...]:
        text = displayable(paragraph.text)
        rows: list[Row] = []
        if paragraph.space_before:
            rows.append(Row(paragraph, 0, "", 0, is_spacer=True))
        rows += [
            Row(paragraph, len(rows) + number, text[start:end], start)
            for number, (start, end) in enumerate(wrap(text, self.width))
        ]
        return tuple(rows)
