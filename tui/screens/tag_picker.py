"""Choosing tags by typing, and making new ones on the spot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Label

from tui.screens.picker import Picker
from tui.screens.tag_matching import matching
from tui.widgets.field import Field
from tui.widgets.tag_sidebar import TagRows
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

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
    """New tags that are to be made, the matching ones, and one that could be made."""

    def __init__(
        self,
        tags: Sequence[Tag],
        carried: frozenset[str],
        created: Sequence[str] = (),
        offered: str = "",
    ) -> None:
        super().__init__(tags, carried)
        self._created = created
        self._offered = offered

    def __len__(self) -> int:
        return len(self._created) + len(self.tags) + bool(self._offered)

    def at(self, index: int) -> Tag | str | None:
        """The tag of a row, the path of a new one, or None if there is no such row."""
        everything: list[Tag | str] = [*self._created, *self.tags]
        if self._offered:
            everything.append(self._offered)
        return everything[index] if index < len(everything) else None

    def row(self, index: int, cells: int) -> list[Run]:
        """A tag, or a new one by its path."""
        one = self.at(index)
        if isinstance(one, str):
            sign = "+" if index < len(self._created) else " "
            return [(f"{sign} new tag: {one}", "bold")]
        return super().row(index - len(self._created), cells)


class _Line(Field):
    """Takes tab in its turn: bubbled up, it would come after what is typed ahead."""

    def __init__(self, put_and_stay: Callable[[], None]) -> None:
        super().__init__(placeholder="产业/就业, or cyjy", max_length=_LONGEST)
        self._put_and_stay = put_and_stay

    def key_tab(self, event: events.Key) -> None:
        """Put the tag on or take it off, and stay."""
        event.stop()
        event.prevent_default()
        self._put_and_stay()


class TagPicker(Picker[TagChoice]):
    """Type, then enter: puts the tag on, or takes it off, and closes.

    Tab does the same and stays for the next one; enter then only closes, unless one has
    typed or walked on. Escape asks once when something was changed.
    """

    DEFAULT_CSS = """
    TagPicker #asked { color: $warning; height: auto; }
    """

    def __init__(self, tags: Sequence[Tag], carried: Sequence[str]) -> None:
        super().__init__()
        self._tags = tags
        self._before = frozenset(carried)
        self._carried = dict.fromkeys(carried)
        self._created: dict[str, None] = {}
        self._shown_for = ""
        self._rows = _Rows(tags, self._before)
        self._asked = False

    def compose(self) -> ComposeResult:
        """A field and the tags that fit."""
        with Vertical(classes="box") as box:
            box.border_title = "Tags: name or pinyin initials"
            box.border_subtitle = "enter: done  tab: and another  esc"
            yield _Line(self._put_and_stay)
            yield VirtualList(is_steered=True)
            yield Label("", id="asked", markup=False)

    def on_mount(self) -> None:
        """Show all of them."""
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._catch_up()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._toggle()
        self._leave()

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.list.steer(True)
        self._toggle()
        self._leave()

    def action_walk(self, count: int) -> None:
        """Highlight another tag; the first one if none is."""
        if self.list.is_steered:
            super().action_walk(count)
        else:
            self.list.steer(True)

    def action_cancel(self) -> None:
        """Leave; ask once if that loses something."""
        is_changed = self._created or self._before != frozenset(self._carried)
        if is_changed and not self._asked:
            self._ask("Changed: enter keeps it, esc again discards it.")
        else:
            super().action_cancel()

    def _put_and_stay(self) -> None:
        """Put the tag on or take it off, and stay."""
        self._toggle()
        self.query_one(Input).value = ""
        self._show("")
        self.list.steer(False)

    def _leave(self) -> None:
        self.dismiss(TagChoice(tuple(self._carried), tuple(self._created)))

    def _ask(self, question: str) -> None:
        self._asked = bool(question)
        self.query_one("#asked", Label).update(question)

    def _toggle(self) -> None:
        """Put the highlighted tag on, or take it off, if one is highlighted."""
        self._catch_up()
        self._ask("")
        one = self._rows.at(self.list.highlighted) if self.list.is_steered else None
        if one is None:
            return
        name, chosen = (
            (one, self._created) if isinstance(one, str) else (one.id, self._carried)
        )
        if name in chosen:
            del chosen[name]
        else:
            chosen[name] = None

    def _catch_up(self) -> None:
        """Show what fits; a key that is typed ahead comes before word of the last one."""
        typed = self.query_one(Input).value
        if typed != self._shown_for:
            self._show(typed)
            self.list.steer(True)

    def _show(self, typed: str) -> None:
        self._shown_for = typed
        path = "/".join(" ".join(name.split()) for name in typed.split("/"))
        known = {*self._created, *(tag.path for tag in self._tags)}
        is_new = bool(path.strip("/ ")) and all(path.split("/")) and path not in known
        self._rows = _Rows(
            matching(self._tags, typed),
            frozenset(self._carried),
            [one for one in self._created if path.casefold() in one.casefold()],
            path if is_new else "",
        )
        self.list.set_source(self._rows)
