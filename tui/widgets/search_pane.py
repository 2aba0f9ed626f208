"""A search in all documents: a line to type in, and below it what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label

from tui.layout.cells import cell_width
from tui.layout.clip import clip, clip_start
from tui.widgets.field import Field
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from annotations.search.hits import FoundDocument, Hit
    from tui.widgets.virtual_list import Run

_LONGEST = 500
"""Characters of a query."""
_PATIENCE = 0.2
"""Seconds without a key after which what is typed is searched."""
_NEAR_END = 50
"""Rows from the last one at which more results are asked for."""


class Results:
    """Found places as rows: a line for each document, its hits below it."""

    def __init__(self) -> None:
        self.found: list[FoundDocument] = []
        self._rows: list[tuple[int, int]] = []
        """Number of the document, of its hit; -1 for the document's own line."""
        self.hits = 0

    def add(self, found: Sequence[FoundDocument]) -> None:
        """Put more results at the end."""
        for one in found:
            number = len(self.found)
            self.found.append(one)
            self._rows.append((number, -1))
            self._rows += ((number, hit) for hit in range(len(one.hits)))
            self.hits += len(one.hits)

    def __len__(self) -> int:
        return len(self._rows)

    def at(self, index: int) -> tuple[FoundDocument, Hit | None]:
        """The document of a row, and its hit; a document's line stands for the first."""
        number, hit = self._rows[index]
        found = self.found[number]
        return found, found.hits[max(hit, 0)] if found.hits else None

    def is_document(self, index: int) -> bool:
        """Whether the row is a document's own."""
        return self._rows[index][1] < 0

    def row(self, index: int, cells: int) -> list[Run]:
        """A document's title, or a hit in its context."""
        number, at = self._rows[index]
        found = self.found[number]
        if at < 0:
            document = found.document
            count = f"{len(found.hits)}{'+' if found.has_more else ''}" * bool(
                found.hits
            )
            names = (document.published, document.publication, document.title)
            title = clip(" ".join(one for one in names if one), cells - 8)
            return [(title, "bold"), (f"  {count}", "dim")]
        return hit_runs(found.hits[at], cells)


def hit_runs(hit: Hit, cells: int) -> list[Run]:
    """A hit in its context, within some cells."""
    before = clip_start(hit.before, max((cells - 4) // 3, 4))
    text = clip(hit.text, max(cells - 4 - cell_width(before), 1))
    return [("  ", ""), (before, "dim"), (text, "bold"), (hit.after, "dim")]


class SearchPane(Vertical):
    """Asks by messages, is told results; searches nothing itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close", show=False),
        Binding("down", "walk(1)", "down", show=False),
        Binding("up", "walk(-1)", "up", show=False),
        Binding("ctrl+t", "mark_all", "mark all", show=False),
        Binding("pagedown", "page(1)", "page", show=False),
        Binding("pageup", "page(-1)", "page back", show=False),
    ]
    DEFAULT_CSS = """
    SearchPane { height: 45%; min-height: 8; display: none; background: $surface; }
    SearchPane.-open { display: block; }
    SearchPane > Horizontal { height: 1; background: $panel; }
    SearchPane Label { width: auto; padding: 0 1; }
    SearchPane Input { width: 1fr; height: 1; border: none; padding: 0; }
    SearchPane Input:focus { border: none; }
    """

    @dataclass
    class Asked(Message):
        """A query to search for."""

        query: str

    @dataclass
    class PlaceChosen(Message):
        """A place to open."""

        document_id: str
        offset: int | None

    class MarkAllWanted(Message):
        """All places of the query are to be listed, to be marked."""

    class MoreWanted(Message):
        """The end of the list is near."""

    class Closed(Message):
        """Back to the text."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.results = Results()
        self._timer: Timer | None = None
        self._asked = ""

    def compose(self) -> ComposeResult:
        """The line and the list."""
        with Horizontal():
            yield Label("Search")
            yield Field(
                max_length=_LONGEST,
                placeholder='words "a phrase" -without title: date:2026-04.. speaker: tag:',
            )
            yield Label("", id="says", markup=False)
        yield VirtualList()

    @property
    def list(self) -> VirtualList:
        """What was found."""
        return self.query_one(VirtualList)

    @property
    def field(self) -> Input:
        """Where the query is typed."""
        return self.query_one(Input)

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.has_class("-open")

    def open(self, query: str | None = None) -> None:
        """Take the focus; ask at once if a query is given."""
        self.add_class("-open")
        if query is not None:
            with self.prevent(Input.Changed):
                self.field.value = query
            self._ask()
        # At once, not by focus(): the next keys may be waiting already.
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Fold away; what was found is kept."""
        self.remove_class("-open")

    def begin(self) -> None:
        """Show nothing: results will come."""
        self.results = Results()
        self.list.set_source(self.results)

    def add(self, found: Sequence[FoundDocument]) -> None:
        """Show more results."""
        before = len(self.results)
        self.results.add(found)
        self.list.grown(before)
        if not before and len(self.results):
            first = 1 if found[0].hits else 0
            self.list.highlight(first)
            self.list.mark(first)

    def say(self, message: str) -> None:
        """Tell how many there are, or what is wrong with the query."""
        self.query_one("#says", Label).update(
            clip(message, max(self.size.width // 2, 20))
        )

    def step(self, direction: int) -> bool:
        """Choose the next hit, or the one before; say whether there is one."""
        index = self.list.highlighted + direction
        while 0 <= index < len(self.results):
            if not self.results.is_document(index) or not self.results.at(index)[1]:
                self.list.highlight(index)
                self._choose(index)
                return True
            index += direction
        return False

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PATIENCE, self._ask)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value != self._asked:
            self._ask()
        elif len(self.results):
            self._choose(self.list.highlighted)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self._choose(event.index)

    @on(VirtualList.Highlighted)
    def _highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        event.list.mark(event.index)
        if event.index + _NEAR_END > len(self.results):
            self.post_message(self.MoreWanted())

    def action_walk(self, count: int) -> None:
        """Highlight another row while the line keeps the focus."""
        self.list.action_walk(count)

    def action_page(self, direction: int) -> None:
        """Highlight a row one screen away."""
        self.list.action_page(direction)

    def action_close(self) -> None:
        """Back to the text."""
        self.post_message(self.Closed())

    def action_mark_all(self) -> None:
        """List all places, to mark them."""
        self.post_message(self.MarkAllWanted())

    def _ask(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._asked = self.field.value
        self.post_message(self.Asked(self._asked))

    def _choose(self, index: int) -> None:
        found, hit = self.results.at(index)
        self.post_message(
            self.PlaceChosen(found.document.id, hit.span.start if hit else None)
        )
