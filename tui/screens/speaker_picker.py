"""Choosing who speaks, by part of a name or its pinyin initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Input

from tui.layout.clip import clip
from tui.screens.picker import Picker
from tui.widgets.field import Field
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tui.widgets.virtual_list import Run

_LONGEST = 200
_LOOKED_AT = 2000
"""Names whose initials are found while a key waits."""


class _Names:
    def __init__(self, names: Sequence[str], new: str) -> None:
        self.names = names
        self.new = new

    def __len__(self) -> int:
        return len(self.names) + bool(self.new)

    def row(self, index: int, cells: int) -> list[Run]:
        if index < len(self.names):
            return [(clip(self.names[index] or "(nobody)", cells), "")]
        return [(clip(f"new: {self.new}", cells), "bold")]


class SpeakerPicker(Picker[str]):
    """Names to choose from; gives back one, old or new, or an empty one for nobody."""

    DEFAULT_CSS = """
    SpeakerPicker > .box { width: 50; }
    """

    def __init__(self, names: Sequence[str], current: str) -> None:
        super().__init__()
        self._names = [*names, ""] if current else list(names)
        self._current = current

    def compose(self) -> ComposeResult:
        """What is typed, and the names that fit."""
        with Vertical(classes="box") as box:
            box.border_title = f"Who speaks? now: {clip(self._current or 'nobody', 24)}"
            box.border_subtitle = "part of a name, or initials  enter  esc"
            yield Field(max_length=_LONGEST, id="typed")
            yield VirtualList(is_steered=True)

    def on_mount(self) -> None:
        """Offer all of them."""
        self._offer("")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer(event.value.strip())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.list.action_choose()

    @on(VirtualList.Chosen)
    def _choose(self, event: VirtualList.Chosen) -> None:
        event.stop()
        fitting = self._fitting
        self.dismiss(
            fitting.names[event.index]
            if event.index < len(fitting.names)
            else fitting.new
        )

    def _offer(self, typed: str) -> None:
        names = (
            [one for one in self._names if _fits(one, typed)] if typed else self._names
        )
        if typed.isascii() and typed:
            from annotations.text.initials import find_initials

            names += [
                one
                for one in self._names[:_LOOKED_AT]
                if one and one not in names and find_initials(one, typed) >= 0
            ]
        new = typed if typed and typed not in self._names else ""
        self._fitting = _Names(names, new)
        self.list.set_source(self._fitting)


def _fits(name: str, typed: str) -> bool:
    return bool(name) and typed.casefold() in name.casefold()
