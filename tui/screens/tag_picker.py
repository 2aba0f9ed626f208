"""Choosing tags by typing, and making new ones on the spot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from tui.screens.picker import Picker
from tui.screens.tag_matching import matching
from tui.widgets.field import Field
from tui.widgets.tag_sidebar import TagRows
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import Tag
    from tui.widgets.virtual_list import Run

_LONGEST = 120
"""Characters of a tag's path."""


@dataclass(frozen=True, slots=True)
class TagChoice:
    """What is to become of an annotation's tags."""

    tag_ids: tuple[str, ...]
    """All it carries from now on."""
    created: tuple[str, ...] = ()
    """Paths of tags to be made and put on it as well."""


class _Rows(TagRows):
    """The matching tags and, below, the one that could be made."""

    def __init__(self, tags: Sequence[Tag], carried: frozenset[str], new: str) -> None:
        super().__init__(tags, carried)
        self.new = new

    def __len__(self) -> int:
        return len(self.tags) + bool(self.new)

    def row(self, index: int, cells: int) -> list[Run]:
        """A tag with its path, or the offer of a new one."""
        if index == len(self.tags):
            return [(f"  new tag: {self.new}", "bold")]
        return super().row(index, cells)


class TagPicker(Picker[TagChoice]):
    """Type, then enter: puts the tag on, or takes it off, and closes.

    Tab does the same and stays for the next one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "put_and_stay", "toggle", show=False),
    ]

    def __init__(self, tags: Sequence[Tag], carried: Sequence[str]) -> None:
        super().__init__()
        self._tags = tags
        self._carried = dict.fromkeys(carried)
        self._created: dict[str, None] = {}
        self._rows = _Rows(tags, frozenset(carried), "")

    def compose(self) -> ComposeResult:
        """A field and the tags that fit."""
        with Vertical(classes="box") as box:
            box.border_title = "Tags: name or pinyin initials"
            box.border_subtitle = "enter: done  tab: and another  esc"
            yield Field(placeholder="产业/就业, or cyjy", max_length=_LONGEST)
            yield VirtualList(is_steered=True)

    def on_mount(self) -> None:
        """Show all of them."""
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    @on(VirtualList.Chosen)
    def _done(self, event: Input.Submitted | VirtualList.Chosen) -> None:
        event.stop()
        self._toggle()
        self.dismiss(TagChoice(tuple(self._carried), tuple(self._created)))

    def action_put_and_stay(self) -> None:
        """Put the tag on or take it off, and stay."""
        self._toggle()
        self.query_one(Input).value = ""
        self._show("")

    def _toggle(self) -> None:
        index = self.list.highlighted
        if index < len(self._rows.tags):
            tag_id = self._rows.tags[index].id
            if tag_id in self._carried:
                del self._carried[tag_id]
            else:
                self._carried[tag_id] = None
        elif self._rows.new:
            self._created[self._rows.new] = None

    def _show(self, typed: str) -> None:
        found = matching(self._tags, typed)
        path = "/".join(" ".join(name.split()) for name in typed.split("/"))
        is_new = bool(path.strip("/ ")) and all(path.split("/"))
        is_new = is_new and all(tag.path != path for tag in self._tags)
        is_new = is_new and path not in self._created
        self._rows = _Rows(found, frozenset(self._carried), path if is_new else "")
        self.list.set_source(self._rows)
