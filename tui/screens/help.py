"""All commands with their keys, as they are set now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from tui.keymap import COMMANDS, keys_of, label
from tui.layout.clip import clip, fit
from tui.screens.dialog import Dialog
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from tui.widgets.virtual_list import Run


class _Lines:
    def __init__(self, keymap: Mapping[str, str]) -> None:
        self._lines: list[tuple[str, str]] = []
        group = ""
        for command in COMMANDS:
            if command.group != group:
                group = command.group
                self._lines += [("", "")] * bool(self._lines) + [("", group)]
            keys = " ".join(label(key) for key in keys_of(command, keymap))
            self._lines.append((keys, command.help))

    def __len__(self) -> int:
        return len(self._lines)

    def row(self, index: int, cells: int) -> list[Run]:
        keys, text = self._lines[index]
        if not keys:
            return [(text, "bold")]
        return [(fit(f"  {keys}", 16), "bold"), (clip(text, max(cells - 16, 8)), "")]


class Help(Dialog[None]):
    """The key table."""

    DEFAULT_CSS = """
    Help > .box { width: 96; height: 96%; }
    """

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """A list to scroll."""
        with Vertical(classes="box") as box:
            box.border_title = "Keys"
            box.border_subtitle = "esc"
            yield VirtualList()

    def on_mount(self) -> None:
        """Fill the list."""
        rows = self.query_one(VirtualList)
        rows.set_source(_Lines(self._keymap))
        rows.focus()
