"""Editing what is known of one speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Label

from tui.layout.displayable import one_line
from tui.screens.dialog import FIELD_KEYS, Dialog
from tui.widgets.field import Field

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.records import Speaker

_LONGEST = 200
"""Characters of a field."""


@dataclass(frozen=True, slots=True)
class SpeakerChange:
    """What was entered."""

    name: str
    role: str
    organisation: str
    aliases: tuple[str, ...]


class SpeakerForm(Dialog[SpeakerChange]):
    """Name, role, organisation and aliases; gives back what was entered."""

    BINDINGS: ClassVar[list[BindingType]] = FIELD_KEYS

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self._speaker = speaker

    def compose(self) -> ComposeResult:
        """A field for each."""
        one = self._speaker
        with Vertical(classes="box") as box:
            box.border_title = "Speaker"
            box.border_subtitle = "enter: save  tab: next field  esc"
            for name, title, value in (
                ("name", "Name", one.name),
                ("role", "Role", one.role),
                ("organisation", "Organisation", one.organisation),
                ("aliases", "Also called; ； between them", "；".join(one.aliases)),
            ):
                yield Label(title, classes="label")
                longest = _LONGEST * (5 if name == "aliases" else 1)
                yield Field(one_line(value), id=name, max_length=longest)

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        event.stop()
        aliases = self._value("aliases").replace(";", "；").split("；")
        self.dismiss(
            SpeakerChange(
                self._value("name"),
                self._value("role"),
                self._value("organisation"),
                tuple(one.strip() for one in aliases if one.strip()),
            )
        )

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value
