"""A form of a few lines that stays with what was typed if it is refused."""

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
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class FieldsForm(Dialog[None]):
    """Lines with a label above each; a subclass says what becomes of them.

    Args:
        heading: what is edited.
        fields: name, label and value of each line.
        longest: characters of a line.
    """

    BINDINGS: ClassVar[list[BindingType]] = FIELD_KEYS
    DEFAULT_CSS = """
    FieldsForm #wrong { color: $error; width: 100%; height: auto; }
    """

    def __init__(
        self, heading: str, fields: Iterable[tuple[str, str, str]], longest: int
    ) -> None:
        super().__init__()
        self._heading = heading
        self._fields = [(name, title, one_line(value)) for name, title, value in fields]
        self._longest = longest

    def save(self) -> bool:
        """Store what was typed; say whether the form is done with.

        Raises:
            PizhuError: it was refused.
        """
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """A field for each."""
        with Vertical(classes="box") as box:
            box.border_title = self._heading
            box.border_subtitle = "enter: save  tab: next field  esc"
            for name, title, value in self._fields:
                yield Label(title, classes="label")
                yield Field(value, id=name, max_length=self._longest)
            yield Label("", id="wrong", markup=False)

    def typed(self) -> dict[str, str]:
        """What was typed, by field; what was left alone is not in it, shown as it was."""
        return {
            name: value
            for name, _, shown in self._fields
            if (value := self.query_one(f"#{name}", Input).value) != shown
        }

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._say("")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            is_done = self.save()
        except PizhuError as error:
            self._say(str(error))
        else:
            if is_done:
                self.dismiss(None)

    def _say(self, problem: str) -> None:
        self.query_one("#wrong", Label).update(displayable(problem))
