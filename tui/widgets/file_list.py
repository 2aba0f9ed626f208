"""The project's documents: sorted, filtered by typing, marked by how far one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from annotations.documents.folders import natural
from annotations.model import ReadStatus
from annotations.text.initials import initials
from tui.layout.cells import cell_width
from tui.layout.clip import clip, fit
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import DocumentSummary
    from tui.widgets.virtual_list import Run

_MARKS = {ReadStatus.UNREAD: " ", ReadStatus.READING: "~", ReadStatus.READ: "*"}

ORDERS: dict[str, Callable[[DocumentSummary], object]] = {
    "added": lambda one: one.document.added_at,
    "title": lambda one: natural(one.document.title),
    "publication": lambda one: (
        natural(one.document.publication),
        natural(one.document.title),
    ),
    "date": lambda one: one.document.published,
    "status": lambda one: list(ReadStatus).index(one.status),
}
"""What the list can be sorted by."""


class _Documents:
    """Rows of documents."""

    def __init__(self, summaries: Sequence[DocumentSummary]) -> None:
        self.summaries = summaries

    def __len__(self) -> int:
        return len(self.summaries)

    def row(self, index: int, cells: int) -> list[Run]:
        """Mark, title, publication where there is room, counts at the right."""
        one = self.summaries[index]
        counts = "".join(
            f" {number}{letter}"
            for number, letter in ((one.quotes, "q"), (one.claims, "c"))
            if number
        )
        room = cells - 2 - len(counts) - 1
        title = clip(one.document.title, room)
        left = room - cell_width(title)
        publication = one.document.publication or one.document.published
        look = "bold" if one.status is ReadStatus.UNREAD else ""
        return [
            (f"{_MARKS[one.status]} ", ""),
            (title, look),
            (" " * min(left, 1), ""),
            (fit(publication if left > 6 else "", max(left - 1, 0)), "dim"),
            (f"{counts} ", "dim"),
        ]


class _DocumentRows(VirtualList):
    """The rows; typed characters go to the filter above."""

    def on_key(self, event: events.Key) -> None:
        """Let typing filter; keys that walk are left alone."""
        pane = self.parent
        if isinstance(pane, FileList) and pane.take_key(event):
            event.stop()
            event.prevent_default()


class FileList(Vertical):
    """The left pane."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "change_order", "order", show=False)
    ]

    DEFAULT_CSS = """
    FileList { width: 34; background: $surface; }
    FileList > Static { height: 1; background: $panel; color: $text-muted; padding: 0 1; }
    """

    @dataclass
    class DocumentChosen(Message):
        """A document is to be opened."""

        document_id: str

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._all: list[DocumentSummary] = []
        self._shown: list[DocumentSummary] = []
        self._filter = ""
        self._order = "added"
        self._open: str | None = None

    def compose(self) -> ComposeResult:
        """A line that says what is shown, and the rows."""
        yield Static(id="filter")
        yield _DocumentRows(id="documents")

    @property
    def shown(self) -> list[DocumentSummary]:
        """The documents in the order of the list."""
        return self._shown

    def set_documents(self, summaries: Sequence[DocumentSummary]) -> None:
        """Show these; filter and order stay."""
        self._all = list(summaries)
        self._arrange()

    def replace(self, summary: DocumentSummary) -> None:
        """Show one document's new counts."""
        for ones in (self._all, self._shown):
            for index, one in enumerate(ones):
                if one.document.id == summary.document.id:
                    ones[index] = summary
        self._rows.refresh()

    def mark_open(self, document_id: str) -> None:
        """Mark the document that is being read."""
        self._open = document_id
        self._rows.mark(self._index_of_open())

    def take_key(self, event: events.Key) -> bool:
        """Take a typed character, or a deletion; say whether it was one."""
        if event.key == "escape" and self._filter:
            self._filter = ""
        elif event.key in {"backspace", "ctrl+h"} and self._filter:
            self._filter = self._filter[:-1]
        elif event.is_printable and event.character:
            self._filter = (self._filter + event.character)[:100].lstrip()
        else:
            return False
        self._arrange()
        return True

    def action_change_order(self) -> None:
        """Sort by the next of ``ORDERS``."""
        names = list(ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self._arrange()

    @on(VirtualList.Chosen)
    def _choose(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.post_message(self.DocumentChosen(self._shown[event.index].document.id))

    @property
    def _rows(self) -> VirtualList:
        return self.query_one(VirtualList)

    def _arrange(self) -> None:
        wanted = self._filter.casefold().split()
        matching = [
            one for one in self._all if all(_matches(one, word) for word in wanted)
        ]
        self._shown = sorted(matching, key=ORDERS[self._order])  # type: ignore[arg-type]
        self._rows.set_source(_Documents(self._shown), self._index_of_open() or 0)
        self._rows.mark(self._index_of_open())
        count = (
            f"{len(self._shown)}/{len(self._all)}" if wanted else f"{len(self._all)}"
        )
        text = (
            f"/{self._filter}  {count}" if self._filter else f"{count} by {self._order}"
        )
        self.query_one("#filter", Static).update(Content(clip(text, 60)))

    def _index_of_open(self) -> int | None:
        return next(
            (
                index
                for index, one in enumerate(self._shown)
                if one.document.id == self._open
            ),
            None,
        )


def _matches(summary: DocumentSummary, word: str) -> bool:
    document = summary.document
    text = f"{document.title} {document.publication} {document.published}".casefold()
    return word in text or (word.isascii() and word in initials(document.title))
