"""The codebook as rows of a list: the tree, with what is said of every tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.layout.clip import clip, fit
from tui.layout.tints import TINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Tag
    from tui.widgets.virtual_list import Run


class CodebookRows:
    """Tags, some of them marked."""

    def __init__(self, tags: Sequence[Tag], marked: set[str]) -> None:
        self.tags = tags
        self.marked = marked

    def __len__(self) -> int:
        return len(self.tags)

    def row(self, index: int, cells: int) -> list[Run]:
        """Sign, key, number of uses, indented name with its colour, definition."""
        tag = self.tags[index]
        sign = "* " if tag.id in self.marked else "  "
        key = f"[{tag.key}]" if tag.key else "   "
        colour = TINTS.get(tag.colour, "")
        indent = "  " * min(tag.depth, cells // 8)
        room = max(cells // 3 - len(indent), 8)
        return [
            (sign, "bold"),
            (f"{key} {tag.uses or '':>5}  ", "dim"),
            (f"{indent}## ", colour),
            (fit(tag.name, room) if tag.definition else clip(tag.name, cells), colour),
            (f"  {tag.definition}" if tag.definition else "", "dim"),
        ]
