"""Where to and what to export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.containers import Grid, Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label

from annotations.errors import InvalidError
from annotations.model import AnnotationFilter, Kind, Status
from annotations.wording import counted
from tui.layout.displayable import displayable
from tui.screens.background import in_background
from tui.screens.dialog import FIELD_KEYS, Dialog
from tui.screens.exporting import of_overwriting
from tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from annotations.model import Tag
    from annotations.session import Session

Known = TypeVar("Known", Kind, Status)

_THIS = "this"
"""What is typed for the open document alone."""
_PATIENCE = 0.2
"""Seconds without a key after which is counted what would be written."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A file to be written."""

    path: str
    matching: AnnotationFilter


class ExportDialog(Dialog[ExportRequest]):
    """A file name and filters; an empty filter lets everything through.

    A file that is there is overwritten at the second enter.
    """

    BINDINGS: ClassVar[list[BindingType]] = FIELD_KEYS
    DEFAULT_CSS = """
    ExportDialog Grid {
        grid-size: 2; grid-columns: 12 1fr; grid-rows: 1; height: auto; grid-gutter: 0 1;
    }
    ExportDialog #count { margin-top: 1; }
    ExportDialog #wrong { color: $error; width: 100%; height: auto; }
    """

    def __init__(
        self,
        session: Session,
        path: str,
        tags: Sequence[Tag],
        document_id: str | None,
    ) -> None:
        super().__init__()
        self._session = session
        self._path = path
        self._tags = {tag.path: tag.id for tag in tags}
        self._document_id = document_id
        self._may_overwrite = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """One line a filter."""
        kinds, states = [*Kind], [*Status]
        with Vertical(classes="box") as box:
            box.border_title = "Export to CSV"
            box.border_subtitle = "enter: write  tab: next field  esc"
            with Grid():
                yield Label("File", classes="label")
                yield Field(self._path, id="path", max_length=1000)
                yield Label("Kinds", classes="label")
                yield Field(id="kinds", placeholder=f"all of {' '.join(kinds)}")
                yield Label("Status", classes="label")
                yield Field(id="statuses", placeholder=f"all of {' '.join(states)}")
                yield Label("Tag", classes="label")
                yield Field(
                    id="tag",
                    placeholder="any; with the tags under it",
                    suggester=SuggestFromList(list(self._tags)),
                )
                yield Label("Documents", classes="label")
                yield Field(id="documents", placeholder=f"all, or: {_THIS}")
            yield Label("", id="count", classes="label")
            yield Label("", id="wrong", markup=False)

    def on_mount(self) -> None:
        """Count what is written if nothing is typed."""
        self._count()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._say("")
        self._may_overwrite = False
        if event.input.id == "path":
            return
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PATIENCE, self._count)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        path = self._typed("path")
        if not path:
            self._say("a file name is needed")
            return
        try:
            matching = self._matching()
        except InvalidError as error:
            self._say(str(error))
            return
        warning = "" if self._may_overwrite else of_overwriting(path)
        if warning:
            self._may_overwrite = True
            self._say(warning)
        else:
            self.dismiss(ExportRequest(path, matching))

    def _count(self) -> None:
        """Say how many annotations are written, once they are counted."""
        try:
            matching = self._matching()
        except InvalidError:
            self._say_count("")
            return
        in_background(
            self,
            self._session,
            lambda session: sum(one.rows for one in session.exporting.parts(matching)),
            lambda count: self._say_count(
                f"{counted(count, 'annotation')} will be written"
            ),
            lambda error: self._say(str(error)),
            group="count",
        )

    def _matching(self) -> AnnotationFilter:
        """What is typed, as a filter.

        Raises:
            InvalidError: something that is typed is none of what can be.
        """
        tag, documents = self._typed("tag"), self._typed("documents")
        if tag and tag not in self._tags:
            raise InvalidError(f"no tag {tag}")
        if documents not in {"", _THIS}:
            raise InvalidError(
                f"no documents: {documents}", f"empty for all, or: {_THIS}"
            )
        if documents and not self._document_id:
            raise InvalidError("no document is open")
        return AnnotationFilter(
            kinds=_words("kind", self._typed("kinds"), Kind),
            statuses=_words("status", self._typed("statuses"), Status),
            tag_ids=(self._tags[tag],) if tag else (),
            document_ids=(str(self._document_id),) if documents else (),
        )

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _say(self, problem: str) -> None:
        self.query_one("#wrong", Label).update(displayable(problem))

    def _say_count(self, said: str) -> None:
        self.query_one("#count", Label).update(said)


def _words(name: str, typed: str, known: type[Known]) -> tuple[Known, ...]:
    """Typed words as those that are known.

    Raises:
        InvalidError: one is not.
    """
    allowed = [one.value for one in known]
    for word in typed.split():
        if word not in allowed:
            raise InvalidError(
                f"no {name} is called {word}", f"choose from {', '.join(allowed)}"
            )
    return tuple(known(word) for word in typed.split())
