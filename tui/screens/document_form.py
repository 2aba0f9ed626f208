"""Correcting what a document is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Label

from annotations.errors import PizhuError
from tui.layout.displayable import displayable, one_line
from tui.screens.dialog import FIELD_KEYS, Dialog
from tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import Document
    from annotations.session.documents import DocumentFields

_LONGEST = 200
"""Characters of a field."""


class DocumentForm(Dialog[None]):
    """Title, publication, date and author; stays with what was typed if it is refused.

    Args:
        document: as it is now.
        save: stores what was changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = FIELD_KEYS
    DEFAULT_CSS = """
    DocumentForm #wrong { color: $error; width: 100%; height: auto; }
    """

    def __init__(
        self, document: Document, save: Callable[[DocumentFields], object]
    ) -> None:
        super().__init__()
        self._shown: DocumentFields = {
            "title": one_line(document.title),
            "publication": one_line(document.publication),
            "published": one_line(document.published),
            "author": one_line(document.author),
        }
        self._save = save

    def compose(self) -> ComposeResult:
        """A field for each."""
        shown = self._shown
        with Vertical(classes="box") as box:
            box.border_title = "Document"
            box.border_subtitle = "enter: save  tab: next field  esc"
            for name, title, value in (
                ("title", "Title", shown["title"]),
                ("publication", "Publication", shown["publication"]),
                ("published", "Date: 2026, 2026-04, 2026-04-20", shown["published"]),
                ("author", "Author", shown["author"]),
            ):
                yield Label(title, classes="label")
                yield Field(value, id=name, max_length=_LONGEST)
            yield Label("", id="wrong", markup=False)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._say("")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            self._save(self._changes())
        except PizhuError as error:
            self._say(str(error))
        else:
            self.dismiss(None)

    def _changes(self) -> DocumentFields:
        """What was typed; what was left alone stays as it is stored, shown or not."""
        changes: DocumentFields = {}
        if (title := self._value("title")) != self._shown["title"]:
            changes["title"] = title
        if (publication := self._value("publication")) != self._shown["publication"]:
            changes["publication"] = publication
        if (published := self._value("published")) != self._shown["published"]:
            changes["published"] = published
        if (author := self._value("author")) != self._shown["author"]:
            changes["author"] = author
        return changes

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value

    def _say(self, problem: str) -> None:
        self.query_one("#wrong", Label).update(displayable(problem))
