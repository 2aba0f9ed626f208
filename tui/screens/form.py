"""Forms of a few lines, which stay with what was typed if it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Label

from annotations.errors import PizhuError
from tui.layout.displayable import displayable, one_line
from tui.screens.dialog import FIELD_KEYS, Dialog
from tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_LONGEST = 500
"""Characters of a field."""


class Line(NamedTuple):
    """One field of a form."""

    name: str
    title: str
    """What stands above it."""
    value: str
    """What stands in it first."""


class Form(Dialog[None]):
    """Fields below each other; enter stores what stands in them."""

    BINDINGS: ClassVar[list[BindingType]] = FIELD_KEYS
    DEFAULT_CSS = """
    Form #wrong { color: $error; width: 100%; height: auto; }
    """

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self._title = title
        self._lines = [one._replace(value=one_line(one.value)) for one in lines]

    def compose(self) -> ComposeResult:
        """A field for each line, and room for what is wrong."""
        with Vertical(classes="box") as box:
            box.border_title = self._title
            box.border_subtitle = "enter: save  tab: next field  esc"
            for line in self._lines:
                yield Label(line.title, classes="label")
                yield Field(line.value, id=line.name, max_length=_LONGEST)
            yield Label("", id="wrong", markup=False)

    def store(self, typed: dict[str, str], changed: frozenset[str]) -> None:
        """Store what was typed; whatever this refuses is told, and the form stays.

        Args:
            typed: what stands in the fields, by name.
            changed: names of those in which something else stands than at first. The
                others keep what is stored, which the screen may show otherwise.
        """
        raise NotImplementedError

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._say("")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        typed = {
            one.name: self.query_one(f"#{one.name}", Input).value for one in self._lines
        }
        changed = frozenset(
            one.name for one in self._lines if typed[one.name] != one.value
        )
        try:
            self.store(typed, changed)
        except PizhuError as error:
            self._say(str(error))
        else:
            self.dismiss(None)

    def _say(self, problem: str) -> None:
        self.query_one("#wrong", Label).update(displayable(problem))
