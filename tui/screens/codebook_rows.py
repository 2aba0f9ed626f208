"""Tags as rows of the codebook's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.layout.cells import cell_width
from tui.layout.clip import fit
from tui.layout.displayable import displayable, one_line
from tui.layout.tints import TINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Tag
    from tui.widgets.virtual_list import Run


class CodebookRows:
    """Tags, some of them marked.

    Args:
        tags: which.
        marked: identities of the marked ones.
        is_tree: whether each stands under the one above it; else paths are whole.
    """

    def __init__(self, tags: Sequence[Tag], marked: set[str], *, is_tree: bool) -> None:
        self.tags = tags
        self._marked = marked
        self._names = [
            "  " * tag.depth + tag.name if is_tree else tag.path for tag in tags
        ]
        self._widest = max(
            (cell_width(displayable(one)) for one in self._names), default=0
        )

    def __len__(self) -> int:
        return len(self.tags)

    def row(self, index: int, cells: int) -> list[Run]:
        """Sign, key, colour, name or path, number of uses, definition."""
        tag = self.tags[index]
        sign = "* " if tag.id in self._marked else "  "
        colour = TINTS.get(tag.colour, "")
        name = _fit_indented(self._names[index], min(self._widest, cells // 2))
        return [
            (sign, "bold"),
            (f"{tag.key or ' '} ", "dim"),
            (f"## {name}", colour),
            (f"{tag.uses or '':>7}  ", "dim"),
            (one_line(tag.definition), ""),
        ]


def _fit_indented(name: str, cells: int) -> str:
    """A name in so many cells; the space before it stays."""
    indent = len(name) - len(name.lstrip(" "))
    indent = min(indent, max(cells - 4, 0))
    return " " * indent + fit(name, cells - indent)
