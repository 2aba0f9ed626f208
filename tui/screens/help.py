"""All commands with their keys, as they are set now."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.containers import Vertical

from tui.keymap import entries
from tui.layout.clip import fit
from tui.layout.displayable import one_line
from tui.layout.wrap import wrap
from tui.screens.dialog import Dialog
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from tui.widgets.virtual_list import Run


_KEYS = 16
"""Cells for the keys."""


class Lines:
    """The commands by group; what is too long for its column goes on in the next row."""

    def __init__(self, keymap: Mapping[str, str], cells: int) -> None:
        self._lines: list[tuple[str, str]] = []
        group = ""
        for entry in entries(keymap):
            if entry.group != group:
                group = entry.group
                self._lines += [("", "")] * bool(self._lines) + [(group, "")]
            keys = (" to " if entry.is_range else " ").join(entry.keys)
            self._lines += zip_longest(
                [f"  {row}" for row in _rows(keys, _KEYS - 3)],
                _rows(entry.help, max(cells - _KEYS, 8)),
                fillvalue="",
            )

    def __len__(self) -> int:
        return len(self._lines)

    def row(self, index: int, cells: int) -> list[Run]:
        """Keys, and what they do."""
        keys, text = self._lines[index]
        return [(fit(keys, _KEYS), "bold"), (text, "")]


def _rows(text: str, cells: int) -> list[str]:
    text = one_line(text)
    return [text[start:end].rstrip() for start, end in wrap(text, cells)]


class KeyList(VirtualList):
    """The lines, laid out for the list's width."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def on_resize(self) -> None:
        """Lay them out anew."""
        self.set_source(Lines(self._keymap, self.size.width - 1), self.highlighted)


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
            yield KeyList(self._keymap)

    def on_mount(self) -> None:
        """Let keys walk in the list."""
        self.query_one(KeyList).focus()
