"""Correcting what a document is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.fields_form import FieldsForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document
    from annotations.session.documents import DocumentFields

_LONGEST = 200
"""Characters of a field."""


class DocumentForm(FieldsForm):
    """Title, publication, date and author; stays with what was typed if it is refused.

    Args:
        document: as it is now.
        save: stores what was changed.
    """

    def __init__(
        self, document: Document, save: Callable[[DocumentFields], object]
    ) -> None:
        fields = (
            ("title", "Title", document.title),
            ("publication", "Publication", document.publication),
            ("published", "Date: 2026, 2026-04, 2026-04-20", document.published),
            ("author", "Author", document.author),
        )
        super().__init__("Document", fields, _LONGEST)
        self._save = save

    def save(self) -> bool:
        """Store what was changed; what was left alone stays as it is stored."""
        typed = self.typed()
        changes: DocumentFields = {}
        if "title" in typed:
            changes["title"] = typed["title"]
        if "publication" in typed:
            changes["publication"] = typed["publication"]
        if "published" in typed:
            changes["published"] = typed["published"]
        if "author" in typed:
            changes["author"] = typed["author"]
        self._save(changes)
        return True
