"""Choosing what the review queue shows: typed, or saved under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Label

from annotations.errors import InvalidError, PizhuError
from annotations.search.query import parse
from tui.layout.clip import clip, fit
from tui.layout.displayable import displayable
from tui.screens.dialog import FIELD_KEYS, Dialog
from tui.widgets.field import Field
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.session.reviewing import Reviewing
    from tui.widgets.virtual_list import Run

_LONGEST = 500
_ALWAYS = {
    "all that waits": "is:waiting",
    "quotes": "is:waiting kind:quote",
    "claims": "is:waiting kind:claim",
    "the surest": "is:waiting score:0.9..",
    "the doubtful": "is:waiting score:..0.7",
    "no sure place": "is:doubt",
    "others' work": "is:others status:accepted",
    "rejected by me": "is:mine status:rejected",
}
"""Filters that need not be saved."""
_HERE = "this document"
"""What waits in the document from which one came, if one did."""


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """What is to be shown, and the name to save it under, if any."""

    filter: str
    name: str = ""


class _Filters:
    """Saved filters, then those that need not be saved, whatever they are called."""

    def __init__(self, saved: Mapping[str, str], always: Mapping[str, str]) -> None:
        self.items = [*saved.items(), *always.items()]
        self.saved = len(saved)
        """How many of them are saved."""

    def __len__(self) -> int:
        return len(self.items)

    def row(self, index: int, cells: int) -> list[Run]:
        name, filter_ = self.items[index]
        return [(fit(name, 18), "bold"), (clip(f" {filter_}", max(cells - 18, 1)), "")]


class ReviewFilter(Dialog[FilterChoice]):
    """Type a filter, or choose one; a name saves it for everybody."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *FIELD_KEYS,
        Binding("delete,ctrl+d", "remove", "remove", show=False),
    ]
    DEFAULT_CSS = """
    ReviewFilter VirtualList { height: 9; }
    ReviewFilter Label { width: 100%; }
    ReviewFilter #problem { color: $warning; height: auto; }
    """

    def __init__(
        self, filter_: str, reviewing: Reviewing, document_id: str = ""
    ) -> None:
        super().__init__()
        self._filter = filter_
        self._reviewing = reviewing
        here = {_HERE: f"is:waiting document:{document_id}"} if document_id else {}
        self._always = {**here, **_ALWAYS}

    def compose(self) -> ComposeResult:
        """The filter, a name for it, and those that are there."""
        with Vertical(classes="box") as box:
            box.border_title = "What is to be reviewed"
            box.border_subtitle = "enter  tab: name, list  del: forget  esc"
            yield Label(
                "words kind: type: rule: score:0.5..0.8 status: tag: speaker:"
                " analyst: title: is:",
                classes="label",
                markup=False,
            )
            yield Field(displayable(self._filter), max_length=_LONGEST, id="filter")
            yield Label("Save as", classes="label")
            yield Field(max_length=60, id="name")
            yield VirtualList()
            yield Label("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Begin in the filter."""
        self._fill()
        self.query_one("#filter", Input).focus()

    def _fill(self) -> None:
        self._filters = _Filters(self._reviewing.filters(), self._always)
        self.query_one(VirtualList).set_source(self._filters)
        self.query_one("#problem", Label).update("")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        filter_ = self.query_one("#filter", Input).value.strip()
        name = " ".join(self.query_one("#name", Input).value.split())
        try:
            parse(filter_)
            if name in {_HERE, *_ALWAYS}:
                raise InvalidError(
                    f"there is always a filter “{name}”", "choose another name"
                )
        except PizhuError as error:
            self._say(error)
        else:
            self.dismiss(FilterChoice(filter_, name))

    @on(VirtualList.Chosen)
    def _choose(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.dismiss(FilterChoice(self._filters.items[event.index][1]))

    def action_remove(self) -> None:
        """Forget the highlighted filter, if it is a saved one."""
        rows = self.query_one(VirtualList)
        if not rows.has_focus or rows.highlighted >= len(self._filters):
            return
        name, _ = self._filters.items[rows.highlighted]
        try:
            if rows.highlighted >= self._filters.saved:
                raise InvalidError(f"“{name}” is always there", "only saved ones go")
            self._reviewing.remove_filter(name)
        except PizhuError as error:
            self._say(error)
        else:
            self._fill()

    def _say(self, error: PizhuError) -> None:
        self.query_one("#problem", Label).update(displayable(str(error)))
