"""A document on the screen: rows around the viewport, highlights, cursor, selection.

Drawn on Textual's line API. Nothing here grows with the document: rows are counted from
the top of the screen only, a cursor move repaints the cells that changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotations.model import Joins, Span
from annotations.text.units import Units
from annotations.text.views import LogicalView
from annotations.text.words import Segmenter
from tui.layout.highlights import LANES, Highlights
from tui.layout.paint import Palette, segments
from tui.layout.viewport import Viewport
from tui.layout.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotations.model import Annotation
    from annotations.text.paragraphs import TextView
    from tui.layout.rows import Row

Found = Callable[[int, int], "Sequence[Span]"]
"""What a search found between two source offsets, as source spans."""
MARGIN = LANES + 1
"""Cells left of the text: the margin's lanes and a space."""
_LEAST_TEXT = 10


class Page(Widget, can_focus=True):
    """Shows one document; how one moves in it is a subclass's."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Page { width: 1fr; height: 1fr; background: $background; }
    """

    class Moved(Message):
        """Cursor, selection or place has changed."""

        def __init__(self, page: Page) -> None:
            super().__init__()
            self.page = page

        def can_replace(self, message: Message) -> bool:
            """A burst of moves is told once."""
            return isinstance(message, Page.Moved)

    def __init__(self, *, text_width: int = 88, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._text_width = text_width
        empty = LogicalView("", Joins())
        self._units = Units(empty, Segmenter())
        self._viewport = Viewport(empty, text_width, 1)
        self._highlights = Highlights()
        self._colours: Mapping[str, str] = {}
        self._palette = Palette()
        self._cells = 0
        self._cursor = 0
        self._anchor: int | None = None
        self._goal_cell: int | None = None
        self._current: str | None = None
        self._chosen: str | None = None
        self._found: Found | None = None
        self.spotlight = False
        """Whether all but the current annotation stand back; set before it is drawn."""

    # What is shown

    def show_document(
        self,
        view: TextView,
        units: Units,
        annotations: Iterable[Annotation],
        colours: Mapping[str, str],
        offset: int,
    ) -> None:
        """Open a document at a source offset (code points).

        Args:
            view: how it is read, flowing or as printed.
            units: its words, sentences and quotations.
            annotations: to be painted, in order of place.
            colours: tag identity to colour name.
            offset: where the cursor goes.
        """
        self._units = units
        self._colours = colours
        self._highlights = Highlights(annotations)
        self._anchor = self._chosen = None
        self._viewport = Viewport(view, self._columns, max(self.size.height, 1))
        self._cursor = self._viewport.snap(offset)
        self._viewport.show(self._cursor)
        self._current = self._under_cursor()
        self.refresh()
        self._tell_moved()

    def set_view(self, view: TextView) -> None:
        """Read the same document another way; cursor, selection and place stay."""
        self._viewport.lay_out(view=view)
        self._cursor = self._viewport.snap(self._cursor)
        self._viewport.show(self._cursor)
        self.refresh()
        self._tell_moved()

    def set_annotations(
        self, annotations: Iterable[Annotation], colours: Mapping[str, str]
    ) -> None:
        """Paint these instead; only rows that look different are drawn again."""
        self._repaint(Highlights(annotations), {}, colours)

    def change_annotations(
        self,
        changes: Mapping[str, Annotation | None],
        colours: Mapping[str, str],
    ) -> None:
        """Paint some of them as they are now, by identity; None for one that is gone."""
        self._repaint(self._highlights, changes, colours)

    def _repaint(
        self,
        highlights: Highlights,
        changes: Mapping[str, Annotation | None],
        colours: Mapping[str, str],
    ) -> None:
        before = self._row_marks()
        self._highlights = highlights
        highlights.change(changes)
        recoloured = colours != self._colours
        self._colours = colours
        if self._highlights.annotations.find(self._chosen) is None:
            self._chosen = None
        self._current = self._under_cursor()
        for y, (old, new) in enumerate(zip(before, self._row_marks(), strict=True)):
            if recoloured or old != new:
                self._refresh_row(y)
        self._tell_moved()

    def set_found(self, found: Found | None) -> None:
        """Show what a search finds; only rows that look different are drawn again."""
        before = [self._found_in(row) for row in self._viewport.rows]
        self._found = found
        for y, row in enumerate(self._viewport.rows):
            if self._found_in(row) != before[y]:
                self._refresh_row(y)

    # Where one is

    @property
    def shows_found(self) -> bool:
        """Whether what a search found is shown."""
        return self._found is not None

    @property
    def cursor(self) -> int:
        """Source offset of the character under the cursor."""
        return self._cursor

    @property
    def selection(self) -> Span | None:
        """What is selected, the character under the cursor included."""
        if self._anchor is None:
            return None
        first, last = sorted((self._anchor, self._cursor))
        return Span(first, max(self._viewport.cluster_end(last), first + 1))

    @property
    def current(self) -> Annotation | None:
        """The annotation that keys act on: the one jumped to, else the innermost."""
        return self._highlights.annotations.find(self._current)

    @property
    def count(self) -> int:
        """Annotations that are shown."""
        return len(self._highlights)

    @property
    def number(self) -> int | None:
        """The current annotation's place among them, from 0."""
        return self._highlights.annotations.number_of(self._current)

    @property
    def end(self) -> int:
        """Source offset at which the last row on the screen ends."""
        return self._viewport.rows[-1].end

    @property
    def units(self) -> Units:
        """The units of the document being read."""
        return self._units

    def annotations_at(self, offset: int) -> Sequence[Annotation]:
        """The annotations that cover the character at a source offset."""
        return self._highlights.at(offset)

    def go_to(self, offset: int, annotation_id: str | None = None) -> None:
        """Move the cursor to a source offset; make an annotation the current one."""
        self._chosen = annotation_id
        self._move(offset, keep_choice=True)

    def choose(self, annotation_id: str | None) -> None:
        """Make an annotation the current one without moving the cursor."""
        before = self._current
        self._chosen = annotation_id
        self._current = self._under_cursor()
        for changed in {before, self._current} - {None}:
            self._refresh_annotation(str(changed))
        self._tell_moved()

    def select(self, span: Span) -> None:
        """Select a stretch of the source."""
        before = self.selection
        self._anchor = self._viewport.snap(span.start)
        if before is not None:
            self._refresh_span(before.start, before.end)
        self._refresh_span(span.start, span.end)
        self._move(max(span.end - 1, span.start))

    def clear_selection(self) -> None:
        """Drop the selection; the cursor stays."""
        if self._anchor is not None:
            self._refresh_selection()
            self._anchor = None
            self._tell_moved()

    # Drawing

    def on_mount(self) -> None:
        """Take the theme's colours, now and when they change."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._take_theme())
        self._take_theme()

    def lay_out(self) -> None:
        """Break rows anew, because characters have other widths now; keep the place."""
        wrap.cache_clear()
        self._viewport.lay_out()
        self._viewport.show(self._cursor)
        self.refresh()

    def on_resize(self) -> None:
        """Lay out anew at the same place."""
        if self._fit():
            self.refresh()
        self._tell_moved()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; style and size are computed once for all of them."""
        # It may be drawn at its new size before it is told of it.
        self._fit()
        self._cells = self.size.width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line; costs that line."""
        width = self._cells
        rows = self._viewport.rows
        plain = self._palette.plain
        if y >= len(rows) or rows[y].is_spacer:
            return Strip.blank(width, plain)
        row = rows[y]
        drawn = segments(
            row,
            self._highlights.on(row),
            self._colours,
            self._palette,
            current=self._current,
            selection=self.selection,
            cursor=self._viewport.cluster_in(row, self._cursor),
            found=self._found_in(row),
            spotlight=self.spotlight,
        )
        return Strip(drawn).adjust_cell_length(width, plain).simplify()

    # Inside

    @property
    def _columns(self) -> int:
        return max(min(self.size.width - MARGIN - 1, self._text_width), _LEAST_TEXT)

    def _fit(self) -> bool:
        """Lay out at the size that it has now; say whether that changed anything."""
        size = self._columns, max(self.size.height, 1)
        if size == (self._viewport.width, self._viewport.height):
            return False
        self._viewport.lay_out(width=size[0], height=size[1])
        self._viewport.show(self._cursor)
        return True

    def _take_theme(self) -> None:
        self._palette = Palette.of_theme(self.app.theme_variables)
        self.refresh()

    def _move(self, offset: int, *, keep_choice: bool = False) -> None:
        """Move the cursor and draw again what that changes, and no more."""
        before, current_before = self._cursor, self._current
        self._cursor = self._viewport.snap(offset)
        self._goal_cell = None
        if not keep_choice:
            self._chosen = None
        self._current = self._under_cursor()
        if self._viewport.show(self._cursor):
            self.refresh()
        else:
            self._refresh_step(before)
        if self._current != current_before:
            for annotation_id in {current_before, self._current} - {None}:
                self._refresh_annotation(str(annotation_id))
        self._tell_moved()

    def _tell_moved(self) -> None:
        # Straight to the screen: what changes there is then drawn with the page. On its
        # way up the message would be overtaken by the picture, and cost a second one.
        self.screen.post_message(self.Moved(self))

    def _under_cursor(self) -> str | None:
        if self._chosen is not None:
            return self._chosen
        found = self._highlights.at(self._cursor)
        return found[0].id if found else None

    def _row_marks(self) -> list[list[tuple[object, ...]]]:
        """What each row's look depends on, to tell which rows a change touches."""
        return [
            [
                (
                    mark.start,
                    mark.end,
                    mark.lane,
                    mark.annotation,
                    mark.annotation.id == self._current,
                )
                for mark in self._highlights.on(row)
            ]
            for row in self._viewport.rows
        ]

    def _found_in(self, row: Row) -> Sequence[Span]:
        if self._found is None or row.is_spacer:
            return ()
        return self._found(row.start, row.end)

    def _refresh_row(self, y: int) -> None:
        self.refresh(Region(0, y, self.size.width, 1))

    def _refresh_cells(self, y: int, first: int, last: int) -> None:
        """Draw again cells of a row's text, the last one excluded."""
        self.refresh(Region(MARGIN + first, y, max(last - first, 1), 1))

    def _refresh_step(self, before: int) -> None:
        """Draw again what a move of the cursor from ``before`` changes."""
        first, last = sorted((before, self._cursor))
        if self._anchor is not None:
            self._refresh_span(first, self._viewport.cluster_end(last))
            return
        for offset in {first, last}:
            place = self._viewport.locate(offset)
            if place is not None:
                y, cell, cells = place
                self._refresh_cells(y, cell, cell + cells)

    def _refresh_span(self, start: int, end: int) -> list[int]:
        """Draw again a stretch of the source; return the lines that show some of it."""
        lines: list[int] = []
        for y, first, last in self._viewport.cells_of(start, end):
            self._refresh_cells(y, first, last)
            lines.append(y)
        return lines

    def _refresh_selection(self) -> None:
        selection = self.selection
        if selection is not None:
            self._refresh_span(selection.start, selection.end)

    def _refresh_annotation(self, annotation_id: str) -> None:
        one = self._highlights.annotations.find(annotation_id)
        if one is not None:
            for span in one.spans:
                for y in self._refresh_span(span.start, span.end):
                    self.refresh(Region(0, y, LANES, 1))
