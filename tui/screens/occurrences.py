"""All places of a search, to be chosen one by one or all, and marked in one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Label

from annotations.model import Kind
from tui.layout.clip import clip, fit
from tui.screens.dialog import Dialog
from tui.widgets.search_pane import hit_runs
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import Document, Span
    from annotations.search.hits import Hit
    from tui.widgets.virtual_list import Run


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which places are to be marked, and how."""

    places: tuple[tuple[str, Span], ...]
    """Document and stretch of its source."""
    kind: Kind
    with_tags: bool
    """Whether tags are to be asked for."""


class _Rows:
    def __init__(self, places: Sequence[tuple[Document, Hit]]) -> None:
        self.places = places
        self.chosen = set(range(len(places)))

    def __len__(self) -> int:
        return len(self.places)

    def row(self, index: int, cells: int) -> list[Run]:
        """Whether it is chosen, the document, the place in its context."""
        document, hit = self.places[index]
        sign = "[x] " if index in self.chosen else "[ ] "
        title = fit(document.title, min(cells // 5, 20))
        room = cells - 4 - min(cells // 5, 20)
        return [(sign, "bold"), (title, "dim"), *hit_runs(hit, room)]


class Occurrences(Dialog[Chosen]):
    """A list of places, all chosen at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,f9", "choose", "choose", show=False),
        Binding("a,ctrl+a", "all", "all or none", show=False),
        Binding("t,ctrl+t", "mark('note', True)", "tag", show=False),
        Binding("q,f6", "mark('quote')", "quote", show=False),
        Binding("c,f7", "mark('claim')", "claim", show=False),
        Binding("m,f8", "mark('note')", "note", show=False),
    ]
    """
    | Key | Does |
    | :- | :- |
    | space | chooses a place, or not, and goes on |
    | a | chooses all, or none |
    | t, enter | asks for tags and puts them on the chosen places |
    | q, c, m | marks the chosen places as quote, claim, note |
    """

    DEFAULT_CSS = """
    Occurrences > .box { width: 120; height: 90%; }
    Occurrences VirtualList { height: 1fr; }
    """

    def __init__(
        self, places: Sequence[tuple[Document, Hit]], *, has_more: bool
    ) -> None:
        super().__init__()
        self._rows = _Rows(places)
        self._has_more = has_more

    def compose(self) -> ComposeResult:
        """The places and how many are chosen."""
        with Vertical(classes="box") as box:
            box.border_title = "All places"
            box.border_subtitle = (
                "space: choose  a: all  enter: tag  q c m: mark as quote claim note"
            )
            yield VirtualList()
            yield Label("", id="says", classes="label", markup=False)

    def on_mount(self) -> None:
        """Show them."""
        rows = self.query_one(VirtualList)
        rows.set_source(self._rows)
        rows.focus()
        self._say()

    @on(VirtualList.Chosen)
    def _entered(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.action_mark("note", with_tags=True)

    def action_choose(self) -> None:
        """Choose the highlighted place, or not."""
        rows = self.query_one(VirtualList)
        self._rows.chosen ^= {rows.highlighted}
        rows.refresh_rows([rows.highlighted])
        rows.action_walk(1)
        self._say()

    def action_all(self) -> None:
        """Choose all, or none if all are."""
        everything = set(range(len(self._rows)))
        self._rows.chosen = set() if self._rows.chosen == everything else everything
        self.query_one(VirtualList).refresh()
        self._say()

    def action_mark(self, kind: str, with_tags: bool = False) -> None:
        """Give back what is chosen."""
        if not self._rows.chosen:
            self._say("Nothing is chosen: space or a")
            return
        places = (self._rows.places[index] for index in sorted(self._rows.chosen))
        self.dismiss(
            Chosen(
                tuple((document.id, hit.span) for document, hit in places),
                Kind(kind),
                with_tags,
            )
        )

    def _say(self, message: str = "") -> None:
        count = f"{len(self._rows.chosen)} of {len(self._rows)} chosen"
        more = "; there are more places than can be listed" if self._has_more else ""
        self.query_one("#says", Label).update(clip(message or count + more, 100))
