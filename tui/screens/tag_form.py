"""Editing what is said of one tag, and where it stands; or of a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import COLOURS
from tui.screens.fields_form import FieldsForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Tag
    from annotations.session.codebook import TagSaid

_LONGEST = 1000
"""Characters of a field; a definition may need some."""


class TagForm(FieldsForm):
    """Path, key, colour and definition; stays with what was typed if it is refused.

    Args:
        tag: as it is now; None for a new one.
        save: stores a path, None if it stays as it is, and what is said of the tag;
            gives back whether the form is done with.
    """

    def __init__(
        self, tag: Tag | None, save: Callable[[str | None, TagSaid], bool]
    ) -> None:
        fields = (
            ("path", "Path, such as 产业/就业", tag.path if tag else ""),
            ("key", "Key, 1 to 9, or none", tag.key if tag else ""),
            ("colour", f"Colour: {' '.join(COLOURS)}", tag.colour if tag else ""),
            ("definition", "Definition", tag.definition if tag else ""),
        )
        super().__init__("Tag" if tag else "New tag", fields, _LONGEST)
        self._save = save

    def save(self) -> bool:
        """Store what was changed; what was left alone stays as it is stored."""
        typed = self.typed()
        said: TagSaid = {}
        if "key" in typed:
            said["key"] = typed["key"].strip()
        if "colour" in typed:
            said["colour"] = typed["colour"].strip()
        if "definition" in typed:
            said["definition"] = typed["definition"].strip()
        return self._save(typed.get("path"), said)
