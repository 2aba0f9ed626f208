"""The project's documents: adding, finding, reading their texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotations.errors import NotFoundError
from annotations.store import documents

if TYPE_CHECKING:
    from annotations.model import DecodedSource, Document, DocumentSummary, SourceText
    from annotations.store.project import Project


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file."""

    outcome: Literal["added", "unchanged", "changed"]
    """``changed``: the path is known with other bytes; nothing was stored."""
    document: Document


class Documents:
    """Documents of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def add(self, source: DecodedSource) -> Added:
        """Add a document unless its bytes are there already.

        The same bytes read in another encoding are another document. A file whose path
        is known but whose bytes differ is a newer version; it is reported, not stored.
        """
        known = documents.with_sha256(self._project, source.sha256)
        if known is not None and known.encoding == source.encoding:
            return Added("unchanged", known)
        if known is None:
            older = documents.with_path(self._project, source.path)
            if older is not None:
                return Added("changed", older)
        with self._project.journal.action(f"add {source.title}") as action:
            text_id = documents.insert_text(self._project, source)
            document_id = documents.insert(self._project, action, source, text_id)
        return Added("added", self.get(document_id))

    def get(self, document_id: str) -> Document:
        """The document of this identity.

        Raises:
            NotFoundError: there is none.
        """
        found = documents.with_id(self._project, document_id)
        if found is None:
            raise NotFoundError(f"no document {document_id}")
        return found

    def find(self, wanted: str) -> Document:
        """The one document meant by an identity (or its beginning), path or title.

        Raises:
            NotFoundError: none or several.
        """
        found = documents.like(self._project, wanted)
        if len(found) > 1:
            raise NotFoundError(
                f"{len(found)} documents are called {wanted}",
                "name one by its id: pizhu list",
            )
        if not found:
            raise NotFoundError(f"no document {wanted}", "see pizhu list")
        return found[0]

    def summaries(self) -> list[DocumentSummary]:
        """All documents with their counts and this analyst's progress."""
        return documents.summaries(self._project)

    def summary(self, document_id: str) -> DocumentSummary:
        """One document with its counts and this analyst's progress.

        Raises:
            NotFoundError: there is none.
        """
        found = documents.summary(self._project, document_id)
        if found is None:
            raise NotFoundError(f"no document {document_id}")
        return found

    def text(self, document_id: str) -> SourceText:
        """A document's text and joins.

        Raises:
            NotFoundError: there is no such document.
        """
        found = documents.text(self._project, document_id)
        if found is None:
            raise NotFoundError(f"no document {document_id}")
        return found
