"""What the screens of the project's registries share: a list, a filter above it, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input, Label

from tui.layout.clip import clip
from tui.screens.background import in_background
from tui.screens.dialog import FIELD_KEYS, TO_FIELD, Dialog
from tui.screens.places import Place
from tui.screens.taking_back import redo, step_back, undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from annotations.records import Step
    from annotations.session import Session
    from annotations.session.history import History

LONGEST = 100
"""Characters of a filter or a name."""


class Registry(Dialog[Place]):
    """Every key is one step that can be undone; the label ``#says`` tells of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *FIELD_KEYS,
        TO_FIELD,
        Binding("space,f9", "mark", "mark", show=False),
        Binding("m,f5", "merge", "merge", show=False),
        Binding("e,f6", "edit", "edit", show=False),
        Binding("u,ctrl+underscore", "undo", "undo", show=False),
        Binding("ctrl+r", "redo", "redo", show=False),
    ]
    """
    | Key | Does |
    | :- | :- |
    | / | goes to the filter; enter or escape goes back to the list |
    | space | marks a row |
    | m | makes the marked ones one: the highlighted one |
    | e | edits the highlighted one |
    | u, ctrl+r | undo, redo |
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def action_to_field(self) -> None:
        """Go to the filter."""
        self.query_one(Input).focus()

    def action_undo(self) -> None:
        """Take back the last action."""
        self._step(undo, "Undone")

    def action_redo(self) -> None:
        """Bring back what was undone."""
        self._step(redo, "Redone")

    def _step(
        self, way: Callable[[History, int | None], Step | None], verb: str
    ) -> None:
        def done(step: Step | None) -> None:
            said = f"{verb}: {step.label}" if step else f"Nothing to be {verb.lower()}"
            self.call_next(self._reload, said)

        step_back(
            self,
            self._session,
            way,
            done,
            lambda error: self._say(str(error)),
            self._say,
        )

    def _try(self, action: Callable[[Session], object], done: str) -> None:
        """Do something in a thread, whatever it moves, and show what came of it."""
        self._say("One moment …")
        in_background(
            self,
            self._session,
            action,
            lambda _: self.call_next(self._reload, done),
            lambda error: self._say(str(error)),
            group="registry",
        )

    def _say(self, message: str) -> None:
        self.query_one("#says", Label).update(clip(message, 100))

    async def _reload(self, said: str = "") -> None:
        """Read everything again, then say something; keys wait until it is there."""
        raise NotImplementedError
