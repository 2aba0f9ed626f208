"""The project's documents: adding, correcting, finding, reading their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict, TypeVar, Unpack

from annotations.dates import is_date
from annotations.errors import ConflictError, InvalidError, NotFoundError
from annotations.session import reanchoring
from annotations.store import annotations as rows
from annotations.store import beginnings, documents, suggestions
from annotations.text.seen import seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotations.model import (
        DecodedSource,
        Document,
        DocumentSummary,
        Doubt,
        SourceText,
        Span,
    )
    from annotations.store.project import Project
    from annotations.text.flowing import FlowingText

_Found = TypeVar("_Found")


class Added(NamedTuple):
    """What became of one file."""

    outcome: Literal["added", "unchanged", "changed"]
    """``changed``: the path is known with other bytes; nothing was stored."""
    document: Document


class Updated(NamedTuple):
    """What became of a document and its annotations."""

    outcome: Literal["updated", "unchanged"]
    document: Document
    kept: int = 0
    """Annotations that stand in the newer text."""
    in_doubt: tuple[tuple[Doubt, int], ...] = ()
    """How many wait for an analyst, and why."""


class DocumentFields(TypedDict, total=False):
    """What can be corrected of a document."""

    title: str
    publication: str
    published: str
    author: str


class Documents:
    """Documents of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def add(self, source: DecodedSource) -> Added:
        """Add a document unless its bytes are there already.

        The same bytes read in another encoding are another document. A file whose path
        is known but whose bytes differ is a newer version; it is reported, not stored.
        """
        # Nothing is written, and nobody waited for, where nothing is to be added.
        known = self._known(source)
        if known is not None:
            return known
        with self._project.journal.action(f"add {source.title}") as action:
            # Somebody else may have added it just before.
            known = self._known(source)
            if known is not None:
                return known
            text_id = documents.insert_text(self._project, source)
            document_id = documents.insert(self._project, action, source, text_id)
        return Added("added", self.get(document_id))

    def update(self, document: Document, source: DecodedSource) -> Updated:
        """Take a newer text of a document; the older one stays, and can be told again.

        Annotations move where their words and what stands around them fix one place
        beyond doubt; the others go on standing in the older text and wait.

        Raises:
            InvalidError: the text is another document of the project.
            NotFoundError: the document is gone.
            StorageError: it could not be written.
        """
        document = self.get(document.id)
        if (document.sha256, document.encoding) == (source.sha256, source.encoding):
            return Updated("unchanged", document)
        label = f"update {document.title}"
        with self._project.journal.action(label, document.id) as action:
            # Somebody else may have updated or removed it just before.
            self.get(document.id)
            known = documents.with_content(self._project, source)
            if known is not None and known.id == document.id:
                return Updated("unchanged", known)
            if known is not None:
                raise InvalidError(
                    f"{source.path}: is “{known.title}” of the project already",
                    "remove one of the two documents: pizhu remove",
                )
            text_id = documents.insert_text(self._project, source)
            outcomes = reanchoring.move(self._project, action, document.id, text_id)
            action.update("documents", [document.id], {"text_id": text_id})
        doubts = {one: count for one, count in outcomes.items() if one is not None}
        return Updated(
            "updated", self.get(document.id), outcomes[None], tuple(doubts.items())
        )

    def change(self, document: Document, **fields: Unpack[DocumentFields]) -> Document:
        """Correct what a document is said to be; its text and its file stay.

        Args:
            document: as it was seen.
            **fields: what is to be said; of white space, line breaks and control
                characters single spaces are kept. All but the title may be empty.

        Raises:
            InvalidError: no title, or ``published`` is no date.
            ConflictError: somebody changed the document since; nothing was overwritten.
            NotFoundError: the document is gone.
            StorageError: it could not be written.
        """
        said = {name: seen(str(value)) for name, value in fields.items()}
        _refuse_unfit(said)
        label = f"change document {document.title}"
        with self._project.journal.action(label, document.id) as action:
            if _said(self.get(document.id)) != _said(document):
                raise ConflictError(
                    f"somebody else has changed {document.title} since you saw it",
                    "look at it as it is now, then try again",
                )
            action.update("documents", [document.id], {**_said(document), **said})
        return self.get(document.id)

    def _known(self, source: DecodedSource) -> Added | None:
        """What is there of a source already."""
        known = documents.with_content(self._project, source)
        if known is not None:
            return Added("unchanged", known)
        if documents.with_sha256(self._project, source.sha256) is not None:
            return None
        older = documents.with_path(self._project, source.path)
        return None if older is None else Added("changed", older)

    def with_path(self, path: str) -> Document | None:
        """The document that was added from this absolute path."""
        return documents.with_path(self._project, path)

    def remove(self, document: Document) -> int:
        """Take a document out with its annotations; undo brings all of it back.

        Returns:
            How many annotations went with it.

        Raises:
            NotFoundError: it is gone already.
            StorageError: it could not be written.
        """
        self.get(document.id)
        with self._project.journal.action(f"remove {document.title}") as action:
            gone = rows.ids_in(self._project, document.id)
            for annotation_id in gone:
                rows.delete(self._project, action, annotation_id)
            suggestions.forget_of(self._project, action, document.id)
            action.delete("documents", [document.id])
        return len(gone)

    def get(self, document_id: str) -> Document:
        """The document of this identity.

        Raises:
            NotFoundError: there is none.
        """
        return _there(documents.with_id(self._project, document_id), document_id)

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

    def following(self, document_id: str | None) -> str | None:
        """Identity of the document listed after one (or of the first), if there is one."""
        return documents.following(self._project, document_id or "")

    @property
    def is_long_list(self) -> bool:
        """Whether ``summaries`` takes so long that nobody should wait for it."""
        return documents.is_long_list(self._project)

    def summaries(self, *, counted: bool = True) -> list[DocumentSummary]:
        """All documents with their counts and this analyst's progress.

        Counting goes through all annotations. Who shows a few of the documents leaves
        it out, takes every count for 0, and asks ``summary`` for those few.
        """
        return documents.summaries(self._project, counted=counted)

    def summary(self, document_id: str) -> DocumentSummary:
        """One document with its counts and this analyst's progress.

        Raises:
            NotFoundError: there is none.
        """
        return _there(documents.summary(self._project, document_id), document_id)

    def text_id(self, document_id: str) -> str:
        """Identity of the text that a document reads now.

        Whoever reads the text asks for this before: what is read is then never older
        than what this says, and whatever is made with it is refused if it is newer.

        Raises:
            NotFoundError: there is no such document.
        """
        return documents.text_id_of(self._project, document_id)

    def place_now(self, document_id: str, older: str, offset: int) -> int:
        """Where a place of an older text (source offset) is in the one read now, about.

        Raises:
            NotFoundError: there is no such document.
        """
        from annotations.anchoring.places import place_in

        return place_in(older, self.text(document_id).text, offset)

    def spans_now(
        self, document_id: str, text_id: str, spans: Sequence[Span]
    ) -> tuple[Span, ...]:
        """Where spans of an older text stand in the one read now; none if in doubt.

        Raises:
            NotFoundError: there is no such document or text.
        """
        from annotations.anchoring.relocation import Relocator

        older = self.older_text(document_id, text_id)
        found = Relocator(older.text, self.text(document_id).text).relocate(spans)
        return () if found.doubt is not None else found.proposals[0].spans

    def older_text(self, document_id: str, text_id: str) -> SourceText:
        """A text that a document used to read.

        Raises:
            NotFoundError: there is no such text.
        """
        found = documents.text_version(self._project, document_id, text_id)
        if found is None:
            raise NotFoundError(f"no text {text_id}")
        return found

    def text(self, document_id: str) -> SourceText:
        """A document's text and joins.

        Raises:
            NotFoundError: there is no such document.
        """
        return _there(documents.text(self._project, document_id), document_id)

    def flowing(self, document_id: str) -> FlowingText:
        """A document's text to be shown: of a long one the beginning is there at once.

        Raises:
            NotFoundError: there is no such document.
        """
        return _there(beginnings.flowing(self._project, document_id), document_id)


def _said(document: Document) -> dict[str, str]:
    """What can be corrected of a document, by column."""
    return {
        "title": document.title,
        "publication": document.publication,
        "published": document.published,
        "author": document.author,
    }


def _refuse_unfit(said: Mapping[str, str]) -> None:
    """Raise InvalidError for a title that is empty and for a date that is none."""
    if not said.get("title", "?"):
        raise InvalidError("a document needs a title")
    published = said.get("published")
    if published and not is_date(published):
        raise InvalidError(
            f"{published} is no date", "as 2026, 2026-04 or 2026-04-20, or nothing"
        )


def _there(found: _Found | None, document_id: str) -> _Found:
    """What was found of a document, if there is such a document."""
    if found is None:
        raise NotFoundError(f"no document {document_id}")
    return found
