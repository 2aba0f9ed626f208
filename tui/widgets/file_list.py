"""The project's documents: sorted, filtered by typing, marked by how far one is."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from annotations.model import ReadStatus
from annotations.text.initials import find_initials
from annotations.text.order import natural
from tui.layout.cells import cell_width
from tui.layout.clip import clip, fit
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import Document, DocumentSummary
    from tui.widgets.virtual_list import Run

    Count = Callable[[str], DocumentSummary | None]

_MARKS = {ReadStatus.UNREAD: " ", ReadStatus.READING: "~", ReadStatus.READ: "*"}
_LONGEST_FILTER = 100
"""Characters."""

_natural = lru_cache(maxsize=65536)(natural)

ORDERS: dict[str, Callable[[DocumentSummary], object]] = {
    "added": lambda one: one.document.added_at,
    "title": lambda one: _natural(one.document.title),
    "publication": lambda one: (
        _natural(one.document.publication),
        _natural(one.document.title),
    ),
    "date": lambda one: one.document.published,
    "status": lambda one: list(_MARKS).index(one.status),
}
"""What the list can be sorted by."""


class _Searchable:
    """What of a document is looked through by the filter."""

    __slots__ = ("document", "file_name", "text")

    def __init__(self, known: Document) -> None:
        self.document = known
        # Neither folders nor endings: what all files have would always fit.
        self.file_name = known.path.rpartition("/")[2].casefold()
        stem = self.file_name.rpartition(".")[0] or self.file_name
        shown = f"{known.title} {known.publication} {known.published}".casefold()
        self.text = f"{shown} {stem}"

    def fits(self, words: Sequence[str]) -> bool:
        """Whether every word stands in the text or in the initials of the title."""
        title = self.document.title
        return all(
            word in self.text
            or self.file_name.startswith(word)
            or find_initials(title, word) >= 0
            for word in words
        )


class _Documents:
    """Rows of documents."""

    def __init__(
        self, ids: Sequence[str], summary: Callable[[str], DocumentSummary]
    ) -> None:
        self._ids = ids
        self._summary = summary

    def __len__(self) -> int:
        return len(self._ids)

    def row(self, index: int, cells: int) -> list[Run]:
        """Mark, title, publication where there is room, counts at the right."""
        one = self._summary(self._ids[index])
        counts = "".join(
            f" {number}{letter}"
            for number, letter in (
                (one.quotes, "q"),
                (one.claims, "c"),
                (one.waiting, "?"),
            )
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

    class DocumentChosen(Message):
        """A document is to be opened."""

        def __init__(self, document_id: str) -> None:
            super().__init__()
            self.document_id = document_id

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._summaries: dict[str, DocumentSummary] = {}
        self._searchable: dict[str, _Searchable] = {}
        self._count: Count | None = None
        self._uncounted: set[str] = set()
        self._sorted: list[str] = []
        self._shown: list[str] = []
        self._positions: dict[str, int] = {}
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
        return [self._summaries[one] for one in self._shown]

    def set_documents(
        self, summaries: Sequence[DocumentSummary], count: Count | None = None
    ) -> None:
        """Show these; filter, order and the highlighted document stay.

        Args:
            summaries: what is to be listed.
            count: gives a document's counts, where the summaries are without them; asked
                for rows in sight only. None if the document is no longer there.
        """
        self._summaries = {one.document.id: one for one in summaries}
        self._count = count
        self._uncounted = set(self._summaries) if count is not None else set()
        self._sort()
        self._show(self._matching(self._sorted), self._highlighted)

    def replace(self, summary: DocumentSummary) -> None:
        """Show one document's new counts, and what it is said to be now."""
        document_id = summary.document.id
        before = self._summaries.get(document_id)
        if before is None:
            return
        self._summaries[document_id] = summary
        self._uncounted.discard(document_id)
        if before.document != summary.document:
            # It may stand elsewhere now, or fit what is typed no longer.
            self._sort()
            self._show(self._matching(self._sorted), self._highlighted)
        elif document_id in self._positions:
            self._rows.refresh_rows([self._positions[document_id]])

    def shows(self, document_id: str) -> bool:
        """Whether the filter lets a document through."""
        return document_id in self._positions

    def beside(self, document_id: str, step: int) -> str | None:
        """The document so many rows on from one that is shown; None past the ends."""
        at = self._positions[document_id] + step
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def mark_open(self, document_id: str) -> None:
        """Mark the document that is being read."""
        self._open = document_id
        self._rows.mark(self._positions.get(document_id))

    def take_key(self, event: events.Key) -> bool:
        """Take a typed character, or a deletion; say whether it was one."""
        if event.key in {"escape", "ctrl+u"} and self._filter:
            self._set_filter("")
        elif event.key in {"backspace", "ctrl+h"} and self._filter:
            self._set_filter(self._filter[:-1])
        elif event.is_printable and event.character:
            typed = (self._filter + event.character)[:_LONGEST_FILTER].lstrip()
            self._set_filter(typed)
        else:
            return False
        return True

    def on_descendant_blur(self) -> None:
        """Show all again when the keys go elsewhere: what rules unseen misleads.

        A terminal that is left for another window takes the focus from everything.
        """
        is_elsewhere = self.screen.focused is not None and not self.has_focus_within
        if self._filter and is_elsewhere:
            self._set_filter("")

    def action_change_order(self) -> None:
        """Sort by the next of ``ORDERS``."""
        names = list(ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self._sort()
        self._show(self._matching(self._sorted), self._highlighted)

    @on(VirtualList.Chosen)
    def _choose(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.post_message(self.DocumentChosen(self._shown[event.index]))

    @property
    def _rows(self) -> VirtualList:
        return self.query_one(VirtualList)

    @property
    def _highlighted(self) -> str | None:
        """The document under the bar, while the analyst is walking here."""
        at = self._rows.highlighted
        return (
            self._shown[at] if self._rows.has_focus and at < len(self._shown) else None
        )

    def _counted(self, document_id: str) -> DocumentSummary:
        """A document with its counts."""
        if document_id in self._uncounted and self._count is not None:
            self._uncounted.remove(document_id)
            found = self._count(document_id)
            if found is not None:
                self._summaries[document_id] = found
        return self._summaries[document_id]

    def _sort(self) -> None:
        key = ORDERS[self._order]
        ordered = sorted(self._summaries.values(), key=key)  # type: ignore[arg-type]
        self._sorted = [one.document.id for one in ordered]

    def _set_filter(self, typed: str) -> None:
        """Filter anew; what was shown is enough to look through if more is asked."""
        before, self._filter = self._filter, typed
        is_narrower = bool(before) and typed.startswith(before)
        found = self._matching(self._shown if is_narrower else self._sorted)
        self._show(found, found[0] if typed and found else self._highlighted)

    def _matching(self, ids: Sequence[str]) -> list[str]:
        words = self._filter.casefold().split()
        if not words:
            return list(ids)
        return [one for one in ids if self._search(one).fits(words)]

    def _search(self, document_id: str) -> _Searchable:
        document = self._summaries[document_id].document
        known = self._searchable.get(document_id)
        if known is None or (
            known.document is not document and known.document != document
        ):
            known = self._searchable[document_id] = _Searchable(document)
        return known

    def _show(self, ids: list[str], highlighted: str | None) -> None:
        self._shown = ids
        self._positions = {one: number for number, one in enumerate(ids)}
        at = self._positions.get(self._open or "")
        self._rows.set_source(
            _Documents(ids, self._counted),
            self._positions.get(highlighted or "", at or 0),
        )
        self._rows.mark(at)
        self._say()

    def _say(self) -> None:
        text = f"{len(self._sorted)} by {self._order}"
        if self._filter:
            count = f"{len(self._shown)}/{len(self._sorted)}"
            text = f"/{self._filter}  {count if self._shown else 'nothing found'}"
        line = self.query_one("#filter", Static)
        line.update(Content(clip(text, 60)), layout=False)
