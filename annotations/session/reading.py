"""Where an analyst is in each document, and how far.

A place is no decision: it is kept, but not journaled, and undo leaves it alone.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotations.errors import ClashError, NotFoundError
from annotations.store import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.model import ReadStatus
    from annotations.store.project import Project


class Reading:
    """One analyst's places in one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def place(self, document_id: str) -> int:
        """Where this analyst left, a source offset; 0 at first."""
        found = documents.summary(self._project, document_id)
        return 0 if found is None else found.place

    def keep(self, document_id: str, place: int) -> None:
        """Remember the place (source offset); what was unread is being read now.

        Raises:
            NotFoundError: the document is gone.
            StorageError: it could not be written.
        """
        with _needing_a_document():
            documents.keep_place(self._project, document_id, place)

    def mark(self, document_id: str, status: ReadStatus) -> None:
        """Say how far this analyst is.

        Raises:
            NotFoundError: the document is gone.
            StorageError: it could not be written.
        """
        with _needing_a_document():
            documents.mark(self._project, document_id, status)

    def last_document(self) -> str | None:
        """Identity of the document this analyst was in last."""
        return documents.last_read(self._project)


@contextmanager
def _needing_a_document() -> Iterator[None]:
    """Tell that somebody has removed the document, which is all that can clash."""
    try:
        yield
    except ClashError:
        raise NotFoundError(
            "not saved: the document was removed", "the history can bring it back"
        ) from None
