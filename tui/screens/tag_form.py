"""Saying what a tag is: path, key, colour, definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotations.model import COLOURS
from tui.screens.form import Form, Line

if TYPE_CHECKING:
    from collections.abc import Callable


class TagLines(NamedTuple):
    """What is said of a tag, as it is typed."""

    path: str
    key: str = ""
    colour: str = ""
    definition: str = ""


class TagForm(Form):
    """Path, key, colour and definition.

    Args:
        title: above the fields.
        said: what stands there first.
        save: stores what was typed.
    """

    def __init__(
        self, title: str, said: TagLines, save: Callable[[TagLines], object]
    ) -> None:
        super().__init__(
            title,
            (
                Line("path", "Path, such as 产业/就业", said.path),
                Line("key", "Key, 1 to 9, or none", said.key),
                Line("colour", f"Colour: {' '.join(COLOURS)}", said.colour),
                Line("definition", "What belongs under it", said.definition),
            ),
        )
        self._said = said
        self._save = save

    def store(self, typed: dict[str, str], changed: frozenset[str]) -> None:
        """Store what was typed."""
        self._save(
            self._said._replace(**{name: typed[name].strip() for name in changed})
        )
