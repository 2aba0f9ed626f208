"""What choosing by typing has: the field keeps the keys, the list below shows which."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.screens.dialog import Dialog, Result
from tui.widgets.virtual_list import VirtualList


class Picker(Dialog[Result]):
    """A field and a steered list; keys that walk go from the one to the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "walk(1)", "down", show=False),
        Binding("up", "walk(-1)", "up", show=False),
        Binding("pagedown", "page(1)", "page", show=False),
        Binding("pageup", "page(-1)", "page back", show=False),
    ]
    # The list takes what the box leaves it: of a list with a height of its own, a low
    # screen would show the upper part only.
    DEFAULT_CSS = """
    Picker > .box { height: 15; }
    """

    @property
    def list(self) -> VirtualList:
        """What there is to choose from."""
        return self.query_one(VirtualList)

    def action_walk(self, count: int) -> None:
        """Highlight another row while the field keeps the focus."""
        self.list.action_walk(count)

    def action_page(self, direction: int) -> None:
        """Highlight a row one screen away."""
        self.list.action_page(direction)
