"""The documents under review: few, kept ready, so that the next item shows at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotations.model import DocumentSummary, ReadStatus, SourceText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Annotation
    from annotations.session import Session

_MOST = 4


@dataclass(frozen=True, slots=True)
class ReadyDocument:
    """A document ready to be shown, without what only reading needs."""

    summary: DocumentSummary
    source: SourceText
    annotations: Sequence[Annotation]


class ReviewDocuments:
    """The documents that were shown last, and the one that comes next."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ready: dict[str, ReadyDocument] = {}
        """By identity; what was asked for last stands last."""

    def get(self, document_id: str) -> ReadyDocument:
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

    def put(self, document_id: str, annotations: Sequence[Annotation]) -> None:
        """Take a document's annotations as they are now, if the document is kept."""
        found = self._ready.get(document_id)
        if found is not None:
            self._ready[document_id] = replace(found, annotations=annotations)

    def forget(self, document_id: str | None = None) -> None:
        """Read a document anew when it is asked for next; all of them without one."""
        if document_id is None:
            self._ready.clear()
        else:
            self._ready.pop(document_id, None)

    def _read(self, document_id: str) -> ReadyDocument:
        document = self._session.documents.get(document_id)
        return ReadyDocument(
            DocumentSummary(document, 0, 0, 0, ReadStatus.READING, 0),
            self._session.documents.text(document_id),
            self._session.annotations.of_document(document_id),
        )
