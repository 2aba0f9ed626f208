"""A question with a few lettered answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.layout.clip import clip
from tui.layout.displayable import one_line
from tui.screens.dialog import Dialog
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.widgets.virtual_list import Run

_LONGEST_LINE = 10_000
"""Characters of a line of the question, which may quote a note."""


class _Answers:
    """Rows of letters and what they stand for."""

    def __init__(self, answers: Sequence[tuple[str, str]]) -> None:
        self._answers = answers

    def __len__(self) -> int:
        return len(self._answers)

    def row(self, index: int, cells: int) -> list[Run]:
        """The letter, then the answer."""
        letter, answer = self._answers[index]
        return [(f" {letter} ", "bold"), (clip(answer, max(cells - 3, 1)), "")]


class Choice(Dialog[str]):
    """Answers as (letter, text); gives back the letter, or None for escape.

    Arrows and enter answer as well as the letters do, so that an input method that is
    switched on locks nobody out. The first answer is highlighted: the harmless one
    belongs there. A question that is too long for the box is walked through by page keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # At once: the answers, which have the focus, never fill a page.
        Binding("pagedown", "page(1)", "page", show=False, priority=True),
        Binding("pageup", "page(-1)", "page back", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Choice #whole { height: auto; max-height: 12; margin-bottom: 1; }
    Choice #question { height: auto; }
    """

    def __init__(
        self,
        question: Sequence[str],
        answers: Sequence[tuple[str, str]],
        title: str = "",
    ) -> None:
        super().__init__()
        self._question = "\n".join(one_line(line[:_LONGEST_LINE]) for line in question)
        self._answers = answers
        self._heading = title

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="box") as box:
            box.border_title = self._heading
            with VerticalScroll(id="whole", can_focus=False):
                yield Static(Content(self._question), id="question")
            yield VirtualList()

    def on_mount(self) -> None:
        """Begin at the first answer."""
        rows = self.query_one(VirtualList)
        rows.styles.height = min(len(self._answers), 9)
        rows.set_source(_Answers(self._answers))
        rows.focus()
        self.call_after_refresh(self._tell_of_more)

    def on_resize(self) -> None:
        """Another width, another length."""
        self.call_after_refresh(self._tell_of_more)

    def _tell_of_more(self) -> None:
        is_long = self.query_one("#whole").max_scroll_y > 0
        more = "pgdn more  " if is_long else ""
        self.query_one(".box").border_subtitle = f"{more}letter, or enter  esc"

    def action_page(self, pages: int) -> None:
        """Walk through a long question."""
        whole = self.query_one("#whole")
        whole.scroll_relative(y=pages * whole.size.height, animate=False)

    def on_key(self, event: events.Key) -> None:
        """Answer by letter; case does not matter unless two answers differ in it."""
        typed = event.character
        if not typed:
            return
        letters = [letter for letter, _ in self._answers]
        fitting = [one for one in letters if one == typed] or [
            one for one in letters if one.casefold() == typed.casefold()
        ]
        if fitting:
            event.stop()
            self.dismiss(fitting[0])

    @on(VirtualList.Chosen)
    def _choose(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.dismiss(self._answers[event.index][0])
