"""Correcting what a document is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.form import Form, Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document
    from annotations.session.documents import DocumentFields


class DocumentForm(Form):
    """Title, publication, date and author.

    Args:
        document: as it is now.
        save: stores what was changed.
    """

    def __init__(
        self, document: Document, save: Callable[[DocumentFields], object]
    ) -> None:
        super().__init__(
            "Document",
            (
                Line("title", "Title", document.title),
                Line("publication", "Publication", document.publication),
                Line(
                    "published", "Date: 2026, 2026-04, 2026-04-20", document.published
                ),
                Line("author", "Author", document.author),
            ),
        )
        self._save = save

    def store(self, typed: dict[str, str], changed: frozenset[str]) -> None:
        """Store what was changed."""
        changes: DocumentFields = {}
        if "title" in changed:
            changes["title"] = typed["title"]
        if "publication" in changed:
            changes["publication"] = typed["publication"]
        if "published" in changed:
            changes["published"] = typed["published"]
        if "author" in changed:
            changes["author"] = typed["author"]
        self._save(changes)
