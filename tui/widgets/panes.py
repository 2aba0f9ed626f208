"""The three panes beside one another; where there is no room, those at the sides fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from tui.widgets.file_list import FileList
from tui.widgets.reader_view import ReaderView
from tui.widgets.tag_sidebar import TagSidebar

if TYPE_CHECKING:
    from textual.app import ComposeResult

WIDE = 110
"""Cells from which all three panes stand."""
_FOLDED = "-folded"


class Panes(Horizontal):
    """File list, reader, tags and annotations."""

    DEFAULT_CSS = """
    Panes .-folded { display: none; }
    """

    def __init__(self, *, text_width: int) -> None:
        super().__init__()
        self._text_width = text_width
        self._is_wide = False
        self.has_room_for_all = True
        """Unset it to have the text alone, however wide the screen is."""

    def compose(self) -> ComposeResult:
        """The three of them."""
        # As they will stand, or the first screen is laid out and drawn twice.
        self._is_wide = self.app.size.width >= WIDE
        classes = None if self._is_wide else _FOLDED
        yield FileList(id="files", classes=classes)
        yield ReaderView(text_width=self._text_width, id="reader")
        yield TagSidebar(id="tags", classes=classes)

    @property
    def files(self) -> FileList:
        """The left pane."""
        return self.query_one("#files", FileList)

    @property
    def reader(self) -> ReaderView:
        """The middle pane."""
        return self.query_one("#reader", ReaderView)

    @property
    def tags(self) -> TagSidebar:
        """The right pane."""
        return self.query_one("#tags", TagSidebar)

    def fit(self, width: int) -> None:
        """All of them stand where there are so many cells that they have room."""
        is_wide = width >= WIDE and self.has_room_for_all
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            for pane in (self.files, self.tags):
                pane.set_class(not is_wide and not pane.has_focus_within, _FOLDED)

    def fold(self) -> None:
        """Leave the text alone on the screen."""
        for pane in (self.files, self.tags):
            pane.add_class(_FOLDED)

    def toggle(self, pane: FileList | TagSidebar) -> None:
        """Go to a pane at the side, shown if it was not; hide it if one is there."""
        if not pane.has_focus_within:
            self._show(pane)
        else:
            pane.add_class(_FOLDED)
            self.reader.focus()

    def go_round(self, step: int) -> None:
        """Go to the next pane, or the one before; on a narrow screen it unfolds."""
        if self.query_one("#codebook").has_focus and step > 0:
            self.query_one("#annotations").focus()
            return
        if self.query_one("#annotations").has_focus and step < 0:
            self.query_one("#codebook").focus()
            return
        panes = (self.files, self.reader, self.tags)
        at = next((n for n, pane in enumerate(panes) if pane.has_focus_within), 1)
        pane = panes[(at + step) % len(panes)]
        if isinstance(pane, ReaderView):
            self.back_to_text()
        else:
            self._show(pane)

    def back_to_text(self) -> None:
        """To the reader; side panes fold away where there is no room for them."""
        if self.size.width < WIDE:
            self.fold()
        self.reader.focus()

    def _show(self, pane: FileList | TagSidebar) -> None:
        if self.size.width < WIDE:
            for other in (self.files, self.tags):
                other.set_class(other is not pane, _FOLDED)
        pane.remove_class(_FOLDED)
        target = "#documents" if pane is self.files else "#annotations"
        self.call_after_refresh(self.query_one(target).focus)
