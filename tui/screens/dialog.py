"""What every dialog has: a box over the page, a title, escape to leave."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Result = TypeVar("Result")


FIELD_KEYS: list[BindingType] = [
    # At once, not when the key has bubbled up: what is typed ahead goes to the next field.
    Binding("tab", "app.focus_next", "next field", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", "back", show=False, priority=True),
]
"""For dialogs of several fields."""

TO_FIELD = Binding(
    "slash,ideographic_comma,fullwidth_solidus", "to_field", "search", show=False
)
"""For lists whose letters are commands: what is searched is typed above, after ``/``."""


class Dialog(ModalScreen[Result], Generic[Result]):
    """A box that gives back a result, or None when it is left by escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel", show=False)
    ]
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 0%; }
    Dialog > .box {
        width: 72; max-width: 96%; height: auto; max-height: 96%;
        background: $surface; border: solid $primary; padding: 0 1;
    }
    Dialog Input { height: 1; border: none; padding: 0 1; background: $boost; }
    Dialog Input:focus { border: none; background: $primary-muted; }
    Dialog .label { color: $text-muted; }
    """

    def keep_draft(self) -> None:
        """Keep what is typed so far; called when the program has to end."""

    def action_cancel(self) -> None:
        """Leave without a result."""
        self.dismiss(None)
