"""The reading pane: moving and selecting in a page, by keys and by mouse."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from annotations.model import Span
from annotations.text.graphemes import boundary_at_or_before, next_boundary
from annotations.text.growing import Growth
from tui.keymap import bindings
from tui.widgets.page import MARGIN, Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.binding import BindingType

    from annotations.model import Annotation

_WHEEL = 3
"""Rows that a notch of the wheel moves."""


class ReaderView(Page):
    """Lets an analyst move and select in a document."""

    BINDING_GROUP_TITLE = "Reader"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("reader"))
    """The keys of ``reader`` in ``tui.keymap.COMMANDS``."""

    class WordsAwaited(Message):
        """A word motion waits for the dictionary."""

    class WordsLoaded(Message):
        """It waits no longer."""

    class NoUnit(Message):
        """The selection cannot be grown or shrunk any more."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words
            """Why, and what can be done."""

    _is_dragging = False
    _growth: Growth
    """Of the selection, if there is one."""

    def action_move_left(self) -> None:
        """To the character before."""
        self._step(-1)

    def action_move_right(self) -> None:
        """To the next character."""
        self._step(1)

    def action_move_up(self) -> None:
        """One row up."""
        self._vertical(-1)

    def action_move_down(self) -> None:
        """One row down."""
        self._vertical(1)

    async def action_next_word(self) -> None:
        """To the next word."""
        await self.words()
        self._move(self._units.next_word(self._cursor))

    async def action_previous_word(self) -> None:
        """To the word before."""
        await self.words()
        self._move(self._units.previous_word(self._cursor))

    def action_next_sentence(self) -> None:
        """To the next sentence."""
        self._move(self._units.next_sentence(self._cursor))

    def action_previous_sentence(self) -> None:
        """To the start of this sentence, or the one before."""
        self._move(self._units.previous_sentence(self._cursor))

    def action_next_paragraph(self) -> None:
        """To the next paragraph."""
        self._move(self._units.next_paragraph(self._cursor))

    def action_previous_paragraph(self) -> None:
        """To the start of this paragraph, or the one before."""
        self._move(self._units.previous_paragraph(self._cursor))

    def action_document_start(self) -> None:
        """To the first character."""
        self._move(0)

    def action_document_end(self) -> None:
        """To the last character."""
        self._move(len(self._viewport.view.source))

    def action_row_start(self) -> None:
        """To the start of the row."""
        self._move(self._viewport.row_at(self._cursor).start)

    def action_row_end(self) -> None:
        """To the end of the row."""
        row = self._viewport.row_at(self._cursor)
        self._move(row.paragraph.to_source(row.logical_at(10_000)))

    def action_page_down(self) -> None:
        """One screen on, keeping a row in sight."""
        self._page(self._viewport.height - 1)

    def action_page_up(self) -> None:
        """One screen back, keeping a row in sight."""
        self._page(1 - self._viewport.height)

    def action_half_page_down(self) -> None:
        """Half a screen on."""
        self._page(self._viewport.height // 2)

    def action_half_page_up(self) -> None:
        """Half a screen back."""
        self._page(-(self._viewport.height // 2))

    def action_next_annotation(self) -> None:
        """To the next annotation."""
        self._go_to_number(1)

    def action_previous_annotation(self) -> None:
        """To the annotation before."""
        self._go_to_number(-1)

    def action_start_selection(self) -> None:
        """Begin a selection here, or drop the one there is."""
        if self._anchor is None:
            self._begin_selection()
            self._refresh_selection()
            self._tell_moved()
        else:
            self.clear_selection()

    def action_select_sentence(self) -> None:
        """Select the sentence; again: and the next one."""
        selection = self.selection
        found = self._units.sentence_at(self._cursor)
        if found is None:
            return
        if selection is not None and selection.end >= found.end:
            following = self._units.sentence_at(self._units.next_sentence(self._cursor))
            if following is not None and following.end > selection.end:
                found = Span(selection.start, following.end)
        self.select(found)

    def action_select_quotation(self) -> None:
        """Select the quotation around the cursor; again: the one around that."""
        selection = self.selection or Span(self._cursor, self._cursor)
        for found in self._units.quotations_at(self._cursor):
            if len(found) > len(selection) and found.start <= selection.start:
                self.select(found)
                return

    def select(self, span: Span) -> None:
        """Select a stretch of the source."""
        is_begun = self._anchor is not None and span.contains(self._growth.place)
        if not is_begun:
            holds_cursor = span.contains(self._cursor)
            self._growth = Growth(self._cursor if holds_cursor else span.start)
        super().select(span)

    async def action_grow(self) -> None:
        """Select the next larger unit."""
        await self.words()
        selection = self.selection
        before = selection or self._units.character_at(self._cursor)
        larger = self._units.grow(before or Span(self._cursor, self._cursor))
        if larger == selection or not len(larger):
            self.post_message(self.NoUnit("Nothing larger: this is the paragraph"))
            return
        self.select(larger)
        if (grown := self.selection) is not None:
            self._growth.note(() if selection is None else (selection,), (grown,))

    async def action_shrink(self) -> None:
        """Take the last growing back, else select the next smaller unit.

        That one holds the place at which the selection was begun.
        """
        await self.words()
        selection = self.selection
        if selection is None:
            self.post_message(self.NoUnit("Nothing is selected: + selects the word"))
            return
        grown_from = self._growth.before((selection,))
        if grown_from == ():
            self.clear_selection()
            self._move(self._growth.place)
            return
        place = self._growth.place
        smaller = grown_from[0] if grown_from else self._units.shrink(selection, place)
        if smaller == selection:
            self.post_message(self.NoUnit("Nothing smaller: esc drops the selection"))
        else:
            self.select(smaller)

    def action_drop_selection(self) -> None:
        """Drop the selection; if there is none, what a search found is shown no more."""
        if self._anchor is None:
            self.set_found(None)
        self.clear_selection()

    def action_extend_left(self) -> None:
        """Select one character back."""
        self._extend(self.action_move_left)

    def action_extend_right(self) -> None:
        """Select one character on."""
        self._extend(self.action_move_right)

    def action_extend_up(self) -> None:
        """Select one row back."""
        self._extend(self.action_move_up)

    def action_extend_down(self) -> None:
        """Select one row on."""
        self._extend(self.action_move_down)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor there and be ready to drag."""
        if event.button != 1:
            return
        self.clear_selection()
        self._move(self._viewport.offset_at(event.y, event.x - MARGIN))
        self._is_dragging = True
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to there."""
        if not self._is_dragging:
            return
        offset = self._viewport.offset_at(event.y, event.x - MARGIN)
        if offset != self._cursor:
            if self._anchor is None:
                self._begin_selection()
            self._move(offset)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End dragging."""
        if self._is_dragging:
            self._is_dragging = False
            self.release_mouse()

    async def on_click(self, event: events.Click) -> None:
        """Select the word on a double click, the sentence on a triple one."""
        if event.chain == 2:
            await self.words()
            self._select_found(self._units.word_at(self._cursor))
        elif event.chain == 3:
            self._select_found(self._units.sentence_at(self._cursor))

    def on_mouse_scroll_down(self) -> None:
        """Scroll on; the cursor stays on the screen."""
        self._scroll(_WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Scroll back; the cursor stays on the screen."""
        self._scroll(-_WHEEL)

    def _step(self, direction: int) -> None:
        self._goal_cell = None
        view = self._viewport.view
        paragraph = view.paragraph_at(self._cursor)
        text = paragraph.text
        logical = paragraph.to_logical(self._cursor)
        if direction > 0 and next_boundary(text, logical) < len(text):
            self._move(paragraph.to_source(next_boundary(text, logical)))
        elif direction < 0 and logical > 0:
            self._move(paragraph.to_source(boundary_at_or_before(text, logical - 1)))
        else:
            other = view.after(paragraph) if direction > 0 else view.before(paragraph)
            if other is not None:
                end = max(len(other.text) - 1, 0)
                self._move(other.start if direction > 0 else other.to_source(end))

    def _vertical(self, count: int) -> None:
        if self._goal_cell is None:
            row = self._viewport.row_at(self._cursor)
            self._goal_cell, _ = row.cell_of(row.paragraph.to_logical(self._cursor))
        goal = self._goal_cell
        self._move(self._viewport.vertical(self._cursor, count, goal))
        self._goal_cell = goal

    def _page(self, count: int) -> None:
        place = self._viewport.locate(self._cursor)
        y, cell = (place[0], place[1]) if place else (0, 0)
        if not self._turn(count):
            y = len(self._viewport.rows) - 1 if count > 0 else 0
        self._move(self._viewport.offset_at(y, cell))

    def _scroll(self, count: int) -> None:
        if not self._turn(count):
            return
        if self._viewport.y_of(self._cursor) is None:
            y = 0 if count > 0 else self._viewport.height - 1
            self._move(self._viewport.offset_at(y, 0))
        self._tell_moved()

    def _turn(self, count: int) -> bool:
        """Scroll by rows; return whether there was anywhere to go."""
        top = self._viewport.rows[0].place
        self._viewport.scroll(count)
        has_moved = self._viewport.rows[0].place != top
        if has_moved:
            self.refresh()
        return has_moved

    def _go_to_number(self, direction: int) -> None:
        number = self.number
        found: Annotation | None
        if number is not None:
            number += direction
            is_there = 0 <= number < len(self._highlights)
            found = self._highlights.annotations[number] if is_there else None
        elif direction > 0:
            found = self._highlights.annotations.following(self._cursor)
        else:
            found = self._highlights.annotations.preceding(self._cursor)
        if found is not None:
            self.go_to(found.start, found.id)

    async def words(self) -> None:
        """Wait for the dictionary.

        Keys are done one after the other: what is typed meanwhile comes after the
        action that awaits this, on the words that it leaves selected.
        """
        if not self._units.words_ready:
            self.post_message(self.WordsAwaited())
            await to_thread(self._units.load_words)
            self.post_message(self.WordsLoaded())

    def _select_found(self, found: Span | None) -> None:
        if found is not None:
            self.select(found)

    def _extend(self, move: Callable[[], None]) -> None:
        if self._anchor is None:
            self._begin_selection()
        move()

    def _begin_selection(self) -> None:
        self._anchor = self._cursor
        self._growth = Growth(self._cursor)
