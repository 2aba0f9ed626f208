"""A list that draws only the rows on the screen, whatever their number."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.cells import cell_width, filled
from tui.layout.clip import clip
from tui.layout.displayable import displayable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType

Run = tuple[str, str]
"""Text and how it looks: a colour ``#rrggbb``, ``dim``, ``bold`` or empty."""


class RowSource(Protocol):
    """Where a list's rows come from."""

    def __len__(self) -> int:
        """How many rows there are."""
        ...

    def row(self, index: int, cells: int) -> list[Run]:
        """What row ``index`` says in ``cells`` cells; asked only for rows in sight."""
        ...


class _Nothing:
    def __len__(self) -> int:
        return 0

    def row(self, index: int, cells: int) -> list[Run]:
        raise IndexError(index)


class VirtualList(Widget, can_focus=True):
    """Rows to walk and choose from. A key draws two rows anew, not the list.

    Args:
        id: Textual's.
        is_steered: whether a field keeps the focus and sends its keys on, so that the
            highlight has to show without it.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", "up", show=False),
        Binding("down", "walk(1)", "down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("home", "walk(-1000000000)", "first", show=False),
        Binding("end", "walk(1000000000)", "last", show=False),
        Binding("enter", "choose", "choose", show=False),
    ]
    """
    | Key | Does |
    | :- | :- |
    | up, down, page keys, home, end | walk |
    | enter | choose |
    """

    DEFAULT_CSS = """
    VirtualList { height: 1fr; background: $surface; }
    VirtualList:focus { background: $surface; }
    """

    class OfRow(Message):
        """Something about one row.

        Args:
            list: the list that it is in.
            index: its number, from 0.
        """

        def __init__(self, list: VirtualList, index: int) -> None:  # noqa: A002
            super().__init__()
            self.list = list
            self.index = index

        @property
        def control(self) -> VirtualList:
            """The list, for ``@on``."""
            return self.list

    class Highlighted(OfRow):
        """Another row is highlighted."""

    class Chosen(OfRow):
        """A row was chosen by enter or a click."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002
        is_steered: bool = False,
    ) -> None:
        super().__init__(id=id)
        self.is_steered = is_steered
        self._source: RowSource = _Nothing()
        self._highlighted = 0
        self._top = 0
        self._base = Style()
        self._cells = 0
        self._marked: int | None = None

    @property
    def highlighted(self) -> int:
        """Index of the highlighted row; 0 when there is none."""
        return self._highlighted

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._source)

    def set_source(self, source: RowSource, highlighted: int = 0) -> None:
        """Show other rows."""
        self._source = source
        self._marked = None
        self._highlighted = self._within(highlighted)
        self._show_highlighted()
        self.refresh()

    def grown(self, count: int) -> None:
        """The source has more rows than the ``count`` it had."""
        self.refresh_rows(range(count, min(len(self._source), self._top + 500)))

    def highlight(self, index: int) -> None:
        """Highlight a row and bring it in sight."""
        before, self._highlighted = self._highlighted, self._within(index)
        if before == self._highlighted:
            return
        if self._show_highlighted():
            self.refresh()
        else:
            self._refresh_row(before)
            self._refresh_row(self._highlighted)
        self.post_message(self.Highlighted(self, self._highlighted))

    def steer(self, is_steered: bool) -> None:
        """Show the highlight without the focus from now on, or no longer."""
        self.is_steered = is_steered
        self._refresh_row(self._highlighted)

    def refresh_rows(self, indices: Iterable[int]) -> None:
        """Draw these rows anew, because what the source says of them has changed."""
        for index in indices:
            self._refresh_row(index)

    def mark(self, index: int | None) -> None:
        """Mark the row that stands for what is open, and bring it in sight."""
        before, self._marked = self._marked, index
        if before == index:
            return
        if index is not None and not self.has_focus:
            self._highlighted = self._within(index)
            if self._show_highlighted():
                self.refresh()
                return
        self.refresh_rows(one for one in (before, index) if one is not None)

    def on_mount(self) -> None:
        """Take the theme's colours, now and when they change."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh())

    def on_resize(self) -> None:
        """Keep the highlighted row in sight."""
        if self._show_highlighted():
            self.refresh()

    def on_focus(self) -> None:
        """The highlighted row shows only where the focus is, or where keys are sent on."""
        self._refresh_row(self._highlighted)

    def on_blur(self) -> None:
        """See ``on_focus``."""
        self._refresh_row(self._highlighted)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some rows; style and size are computed once for all of them."""
        self._base, self._cells = self.rich_style, self.size.width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width, base = self._cells, self._base
        index = self._top + y
        if index >= len(self._source):
            return Strip.blank(width, base)
        sign = ">" if index == self._marked else " "
        segments = [Segment(sign, base)]
        left = width - 1
        for text, look in self._source.row(index, width - 1):
            # The source may not have made it safe; this is the last place to do so.
            shown = _cut(text, left) if cell_width(text) > left else displayable(text)
            segments.append(Segment(filled(shown), base + _style(look)))
            left -= cell_width(shown)
        if index == self._highlighted and (self.has_focus or self.is_steered):
            reverse = Style(reverse=True)
            segments = [
                Segment(one.text, (one.style or base) + reverse) for one in segments
            ]
            base += reverse
        return Strip(segments).adjust_cell_length(width, base)

    def action_walk(self, count: int) -> None:
        """Highlight another row."""
        self.highlight(self._highlighted + count)

    def action_page(self, direction: int) -> None:
        """Show the next screen of rows, from the last one shown on, or the one before."""
        step = direction * max(self.size.height - 1, 1)
        self._top = self._top_within(self._top + step)
        self.highlight(self._highlighted + step)
        self.refresh()

    def action_choose(self) -> None:
        """Choose the highlighted row."""
        if len(self._source):
            self.post_message(self.Chosen(self, self._highlighted))

    def on_click(self, event: events.Click) -> None:
        """Choose the row."""
        event.stop()
        if self._top + event.y < len(self._source):
            self.highlight(self._top + event.y)
            self.action_choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Walk on."""
        event.stop()
        self.action_walk(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Walk back."""
        event.stop()
        self.action_walk(-3)

    def _within(self, index: int) -> int:
        return min(max(index, 0), max(len(self._source) - 1, 0))

    def _top_within(self, top: int) -> int:
        return min(max(top, 0), max(len(self._source) - max(self.size.height, 1), 0))

    def _show_highlighted(self) -> bool:
        """Scroll so that the highlighted row is in sight; say whether that moved."""
        height = max(self.size.height, 1)
        top = self._top
        if self._highlighted < top or self._highlighted >= top + height:
            top = self._highlighted - height // 2
        top = self._top_within(top)
        moved, self._top = top != self._top, top
        return moved

    def _refresh_row(self, index: int) -> None:
        y = index - self._top
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))


@lru_cache(maxsize=64)
def _cut(text: str, cells: int) -> str:
    """A run that is too wide, cut; the gap before its words stays."""
    words = text.lstrip(" ")
    gap = " " * min(len(text) - len(words), cells)
    return gap + clip(words, cells - len(gap))


def _style(look: str) -> Style:
    if look.startswith("#"):
        return Style(color=look)
    return Style(dim=look == "dim", bold=look == "bold")
