"""A question with a few lettered answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
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

    from tui.widgets.virtual_list import Run

_LONGEST_LINE = 400
"""Characters; a question that quotes a document must not push its answers away."""


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
    belongs there.
    """

    DEFAULT_CSS = """
    Choice #question { height: auto; max-height: 12; margin-bottom: 1; }
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
            box.border_subtitle = "letter, or enter  esc"
            yield Static(Content(self._question), id="question")
            yield VirtualList()

    def on_mount(self) -> None:
        """Begin at the first answer."""
        rows = self.query_one(VirtualList)
        rows.styles.height = min(len(self._answers), 9)
        rows.set_source(_Answers(self._answers))
        rows.focus()

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
