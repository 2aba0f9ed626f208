"""The line in which a search is typed; it says what was found and searches nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from tui.layout.clip import clip
from tui.widgets.field import Field

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_LONGEST = 200
"""Characters of a query."""
_SAYS = 34
"""Cells for what was found."""


class FindBar(Widget):
    """Type, enter to stay at the match, escape to go back to where one was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel", show=False),
        Binding("down", "walk(1)", "next match", show=False),
        Binding("up", "walk(-1)", "match before", show=False),
    ]
    DEFAULT_CSS = """
    FindBar { layout: horizontal; height: 1; display: none; background: $panel; }
    /* A row in the layout would move every pane, and all of them would be sent again. */
    FindBar { layer: over; dock: bottom; }
    FindBar.-open { display: block; }
    FindBar > Label { width: auto; padding: 0 1; }
    FindBar > Input { width: 1fr; height: 1; border: none; padding: 0; }
    FindBar > Input:focus { border: none; }
    """

    @dataclass
    class Typed(Message):
        """Another query stands there."""

        query: str

    @dataclass
    class Walked(Message):
        """Another match is wanted: 1 the next one, -1 the one before."""

        step: int

    class Entered(Message):
        """Stay here."""

    class Cancelled(Message):
        """Back to where the search began."""

    def compose(self) -> ComposeResult:
        """A sign, the field, what was found."""
        yield Label("/")
        yield Field(max_length=_LONGEST, placeholder="text, or re:expression")
        yield Label("", id="says", markup=False)

    def open(self, query: str) -> None:
        """Take the focus; the last query can be typed over."""
        self.add_class("-open")
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = query
        self.say("")
        # At once, not by focus(): the next keys may be waiting already.
        self.screen.set_focus(field)

    def close(self) -> None:
        """Give the line back."""
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Whether a query is being typed."""
        return self.has_class("-open")

    def say(self, message: str) -> None:
        """Tell what was found."""
        self.query_one("#says", Label).update(clip(message, _SAYS))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())

    def action_cancel(self) -> None:
        """Leave the search."""
        self.post_message(self.Cancelled())

    def action_walk(self, step: int) -> None:
        """Look at another match while typing."""
        self.post_message(self.Walked(step))
