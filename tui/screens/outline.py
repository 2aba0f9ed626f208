"""Choosing a heading of the document to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical

from tui.layout.clip import clip
from tui.screens.dialog import Dialog
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from annotations.documents.outline import Heading
    from tui.widgets.virtual_list import Run


class _Headings:
    def __init__(self, headings: Sequence[Heading]) -> None:
        self._headings = headings

    def __len__(self) -> int:
        return len(self._headings)

    def row(self, index: int, cells: int) -> list[Run]:
        return [(clip(self._headings[index].text, cells), "")]


class Outline(Dialog[int]):
    """Gives back the source offset of the chosen heading."""

    DEFAULT_CSS = """
    Outline > .box { height: 18; }
    """

    def __init__(self, headings: Sequence[Heading], at: int) -> None:
        super().__init__()
        self._headings = headings
        self._at = at

    def compose(self) -> ComposeResult:
        """The headings."""
        with Vertical(classes="box") as box:
            box.border_title = "Outline"
            box.border_subtitle = "enter: go there  esc"
            yield VirtualList()

    def on_mount(self) -> None:
        """Begin at the heading one is under."""
        before = [n for n, one in enumerate(self._headings) if one.start <= self._at]
        rows = self.query_one(VirtualList)
        rows.set_source(_Headings(self._headings), before[-1] if before else 0)
        rows.focus()

    @on(VirtualList.Chosen)
    def _choose(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.dismiss(self._headings[event.index].start)
