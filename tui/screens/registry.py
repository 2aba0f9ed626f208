"""What the screens share that put a registry in order: speakers, the codebook."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.binding import Binding
from textual.widgets import Input, Label

from annotations.errors import ConflictError, PizhuError
from tui.layout.clip import clip
from tui.screens.background import in_background
from tui.screens.dialog import FIELD_KEYS, TO_FIELD, Dialog
from tui.screens.places import Place
from tui.screens.taking_back import redo, step_back, undo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from annotations.records import Step
    from annotations.session import Session
    from annotations.session.history import History

Entry = TypeVar("Entry")


class Registry(Dialog[Place], Generic[Entry]):
    """A filter, a list whose letters are commands, and a line that says what was done.

    Each change is one step. A subclass has an ``Input``, and a ``Label`` called
    ``says``; it binds the keys of what it has to mark, merge and edit.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *FIELD_KEYS,
        TO_FIELD,
        Binding("space,f9", "mark", "mark", show=False),
        Binding("m,f5", "merge", "merge", show=False),
        Binding("e,f6", "edit", "edit", show=False),
        Binding("u,ctrl+underscore", "undo", "undo", show=False),
        Binding("ctrl+r", "redo", "redo", show=False),
    ]
    DEFAULT_CSS = """
    Registry > .box { width: 110; height: 90%; }
    Registry VirtualList { height: 1fr; }
    Registry Label { width: 100%; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._all: Sequence[Entry] = []
        self._marked: set[str] = set()
        """Identities of the marked ones, shown or not."""

    def _read(self, session: Session) -> Sequence[Entry]:
        """Read all of them; runs in a thread, with its session."""
        raise NotImplementedError

    def _show_all(self) -> None:
        """Show those of ``_all`` that the filter lets through."""
        raise NotImplementedError

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
            said = f"{verb}: {step.deed}" if step else f"Nothing to be {verb.lower()}"
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

        def failed(error: PizhuError) -> None:
            self._say(str(error))
            if isinstance(error, ConflictError):
                self.call_next(self._reload, str(error))

        self._say("One moment …")
        in_background(
            self,
            self._session,
            action,
            lambda _: self.call_next(self._reload, done),
            failed,
            group="registry",
        )

    def _say(self, message: str) -> None:
        self.query_one("#says", Label).update(clip(message, 100))

    async def _reload(self, said: str = "") -> None:
        """Read all of them beside the interface; keys wait until they are there."""
        try:
            self._all = await to_thread(self._read_apart)
        except PizhuError as error:
            self._say(str(error))
            return
        self._marked.clear()
        self._show_all()
        if said:
            self._say(said)

    def _read_apart(self) -> Sequence[Entry]:
        with self._session.another() as own:
            return self._read(own)
