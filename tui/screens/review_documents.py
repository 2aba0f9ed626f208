"""The documents under review: few, kept ready, so that the next item shows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import DocumentSummary, ReadStatus
from annotations.text.flowing import FlowingText
from tui.screens.open_document import OpenDocument

if TYPE_CHECKING:
    from annotations.session import Session

_MOST = 4


class ReviewDocuments:
    """The documents that were shown last, and the one that comes next."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ready: dict[str, OpenDocument] = {}
        """By identity; what was asked for last stands last."""

    def get(self, document_id: str) -> OpenDocument:
        """A document as it is kept here, else as it is stored.

        Raises:
            NotFoundError: it is gone.
            StorageError: it could not be read.
        """
        found = self._ready.pop(document_id, None) or self._read(document_id)
        self._ready[document_id] = found
        while len(self._ready) > _MOST:
            del self._ready[next(iter(self._ready))]
        return found

    def put(self, document: OpenDocument) -> None:
        """Take a document as it is now, if it is kept."""
        if document.id in self._ready:
            self._ready[document.id] = document

    def forget(self, document_id: str | None = None) -> None:
        """Read a document anew when it is asked for next; all of them without one."""
        if document_id is None:
            self._ready.clear()
        else:
            self._ready.pop(document_id, None)

    def _read(self, document_id: str) -> OpenDocument:
        # What only reading needs of it, counts and the place, is not looked for.
        document = self._session.documents.get(document_id)
        text_id = self._session.documents.text_id(document_id)
        return OpenDocument(
            DocumentSummary(document, 0, 0, 0, ReadStatus.READING, 0),
            FlowingText(self._session.documents.text(document_id)),
            text_id,
            self._session.annotations.of_document(document_id),
        )
