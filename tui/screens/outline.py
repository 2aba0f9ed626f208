"""Choosing a heading of the document to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical

from annotations.text.paragraphs import ParagraphKind
from tui.layout.clip import clip
from tui.screens.dialog import Dialog
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from annotations.text.paragraphs import TextView
    from tui.widgets.virtual_list import Run

_LOOKED_AT = 2000
"""Paragraphs that are looked through for headings, both ways."""


def headings(view: TextView, offset: int) -> list[tuple[str, int]]:
    """Headings around a source offset as (text, source offset), a bounded way off."""
    here = view.paragraph_at(offset)
    found: list[tuple[str, int]] = []
    for first, step in ((view.before(here), view.before), (here, view.after)):
        paragraph = first
        for _ in range(_LOOKED_AT):
            if paragraph is None:
                break
            if paragraph.kind is ParagraphKind.HEADING:
                found.append((paragraph.text.lstrip("# "), paragraph.start))
            paragraph = step(paragraph)
    return sorted(found, key=lambda one: one[1])


class _Headings:
    def __init__(self, headings: Sequence[tuple[str, int]]) -> None:
        self._headings = headings

    def __len__(self) -> int:
        return len(self._headings)

    def row(self, index: int, cells: int) -> list[Run]:
        return [(clip(self._headings[index][0], cells), "")]


class Outline(Dialog[int]):
    """Headings as (text, source offset); gives back the offset of the chosen one."""

    DEFAULT_CSS = """
    Outline > .box { height: 18; }
    """

    def __init__(self, headings: Sequence[tuple[str, int]], at: int) -> None:
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
        before = [
            n for n, (_, offset) in enumerate(self._headings) if offset <= self._at
        ]
        rows = self.query_one(VirtualList)
        rows.set_source(_Headings(self._headings), before[-1] if before else 0)
        rows.focus()

    @on(VirtualList.Chosen)
    def _choose(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.dismiss(self._headings[event.index][1])
