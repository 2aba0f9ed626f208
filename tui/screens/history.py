"""Who did what: the steps of everybody, and taking one of them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from annotations.errors import PizhuError
from annotations.records import StepFilter
from tui.layout.clip import clip
from tui.layout.displayable import one_line
from tui.screens.dialog import Dialog
from tui.screens.taking_back import step_back
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.records import Step
    from annotations.session import Session
    from annotations.session.history import History
    from tui.widgets.virtual_list import Run

_AT_ONCE = 500
"""Steps that are read at a time; more come when the list is walked to its end."""
_DETAILS = 6
"""Rows."""
_READ = 50
"""Changes that are looked at for them: some say nothing, of more only how many there are."""


class _Steps:
    def __init__(self, steps: list[Step], words: Callable[[str], str]) -> None:
        self.steps = steps
        self._words = words

    def __len__(self) -> int:
        return len(self.steps)

    def row(self, index: int, cells: int) -> list[Run]:
        step = self.steps[index]
        when = step.at[5:16].replace("T", " ")
        note = " undone" if step.undone else " merged" if step.merged else ""
        room = max(cells - len(when) - len(note) - 15, 4)
        return [
            (f"{when} ", "dim"),
            (clip(step.analyst, 12).ljust(13), ""),
            (clip(self._label(step), room), "dim" if step.undone else ""),
            (note, "dim"),
        ]

    def _label(self, step: Step) -> str:
        """What was done, and to which words, as long as they are there."""
        words = self._words(step.annotation_id) if step.annotation_id else ""
        return f"{step.label}  {words}" if words else step.label


class HistoryScreen(Dialog[str]):
    """Lists steps, newest first; gives back the one to go to, by its identity."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u,U", "take_back", "take back", show=False),
        Binding("a", "toggle_analyst", "mine", show=False),
        Binding("d", "toggle_document", "this document", show=False),
        Binding("q", "cancel", "leave", show=False),
    ]
    DEFAULT_CSS = f"""
    HistoryScreen > .box {{ width: 110; height: 96%; }}
    HistoryScreen VirtualList {{ height: 1fr; }}
    HistoryScreen #details {{ height: {_DETAILS}; border-top: solid $primary; }}
    """

    def __init__(self, session: Session, document_id: str) -> None:
        super().__init__()
        self._session = session
        self._document_id = document_id
        self._matching = StepFilter()
        self._steps: list[Step] = []
        self._is_all = False
        self.has_changed = False
        """Whether a step was taken back here."""

    def compose(self) -> ComposeResult:
        """The steps, and what the highlighted one did."""
        with Vertical(classes="box") as box:
            box.border_subtitle = (
                "u take back  enter go there  a mine or all  d this document  esc"
            )
            yield VirtualList()
            yield Static(id="details")

    def on_mount(self) -> None:
        """Begin at the latest step."""
        self._load()
        self.query_one(VirtualList).focus()
        # How wide the details are is known when the box is laid out.
        self.call_after_refresh(self._show_details)

    def action_toggle_analyst(self) -> None:
        """Show only one's own steps, or everybody's."""
        one = "" if self._matching.analyst else self._session.analyst
        self._matching = StepFilter(one, self._matching.document_id)
        self._load()

    def action_toggle_document(self) -> None:
        """Show only the steps in the open document, or all."""
        one = "" if self._matching.document_id else self._document_id
        self._matching = StepFilter(self._matching.analyst, one)
        self._load()

    def action_take_back(self) -> None:
        """Undo the highlighted step, if nothing later depends on it."""
        step = self._highlighted
        if step is None:
            return

        def take_back(history: History, most: int | None) -> Step:
            return history.take_back(step.id, most)

        step_back(
            self,
            self._session,
            take_back,
            self._taken_back,
            lambda error: self._say(str(error)),
            self._say,
        )

    def _taken_back(self, step: Step) -> None:
        self.has_changed = True
        at = self.query_one(VirtualList).highlighted
        # The list has grown by the step back at its top.
        self._load(at + 1)
        self._say(f"Taken back: {step.label}")

    @property
    def _highlighted(self) -> Step | None:
        at = self.query_one(VirtualList).highlighted
        return self._steps[at] if at < len(self._steps) else None

    def _words_of(self, annotation_id: str) -> str:
        """What an annotation says; empty if it is gone. Asked for rows in sight."""
        try:
            return "……".join(self._session.annotations.get(annotation_id).exact)
        except PizhuError:
            return ""

    def _load(self, at: int = 0) -> None:
        steps = self._session.history.steps(max(_AT_ONCE, at + 1), self._matching)
        self._is_all = len(steps) < _AT_ONCE
        self._steps = steps
        self.query_one(VirtualList).set_source(_Steps(steps, self._words_of), at)
        whose = self._matching.analyst or "everybody"
        where = " in this document" if self._matching.document_id else ""
        box = self.query_one(".box", Vertical)
        box.border_title = f"History of {one_line(whose)}{where}"
        self._show_details()

    @on(VirtualList.Highlighted)
    def _walk(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        if event.index >= len(self._steps) - 1 and not self._is_all and self._steps:
            older = StepFilter(
                self._matching.analyst,
                self._matching.document_id,
                before=self._steps[-1].id,
            )
            more = self._session.history.steps(_AT_ONCE, older)
            self._is_all = len(more) < _AT_ONCE
            self._steps += more
            self.query_one(VirtualList).set_source(
                _Steps(self._steps, self._words_of), event.index
            )
        self._show_details()

    def _show_details(self) -> None:
        step = self._highlighted
        if step is None:
            self._say("Nothing yet")
            return
        history = self._session.history
        lines = history.told(step.id, _READ)
        unread = max(history.changed_rows(step.id) - _READ, 0)
        width = max(self.query_one("#details").size.width, 40)
        title = self._title_of(step.document_id) if step.document_id else ""
        shown = [f"{step.id[-8:]}  {step.at}  {step.analyst}  {title}", *lines]
        if unread or len(shown) > _DETAILS - 1:
            left = unread + max(len(shown) - _DETAILS + 2, 0)
            shown = [*shown[: _DETAILS - 2], f"… and {left} more rows"]
        self._say("\n".join(clip(line, width) for line in shown))

    def _title_of(self, document_id: str) -> str:
        try:
            return self._session.documents.summary(document_id).document.title
        except PizhuError:
            return ""

    def _say(self, text: str) -> None:
        lines = [one_line(line) for line in text.split("\n")]
        self.query_one("#details", Static).update(Content("\n".join(lines)))

    @on(VirtualList.Chosen)
    def _choose(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.dismiss(self._steps[event.index].id)

    def action_cancel(self) -> None:
        """Leave."""
        self.dismiss("")
