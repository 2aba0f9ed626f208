"""Making and changing annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from annotations.errors import ConflictError, InvalidError, NotFoundError
from annotations.identity import now
from annotations.model import TYPES, AnnotationFilter, Kind, Status
from annotations.session.codebook import Codebook
from annotations.session.wording import Wording
from annotations.store import annotations as rows
from annotations.store import documents, tags
from annotations.text.punctuation import CLOSING_QUOTES, QUOTES, STRAIGHT
from annotations.text.quotations import pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Annotation, Document, SourceText, Span
    from annotations.records import InDoubt
    from annotations.store.journal import Action
    from annotations.store.project import Project


class Fields(TypedDict, total=False):
    """What can be said of an annotation."""

    type: str
    speaker: str
    role: str
    cue: str
    tags: Sequence[str]
    new_tags: Sequence[str]
    """Paths of tags to be carried as well; those that are missing are made with it."""
    note: str
    status: Status


class Changes(Fields, total=False):
    """What can be changed of an annotation later."""

    kind: Kind
    spans: Sequence[Span]
    text_id: str
    """Of the text in which the new spans were seen."""


_EVERYTHING = AnnotationFilter()
_FEW = 200
"""Rows that are read again one by one; of more, everything is."""


class Annotations:
    """Annotations of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._codebook = Codebook(project)
        self._wording = Wording(project)

    def of_document(
        self, document_id: str, matching: AnnotationFilter = _EVERYTHING
    ) -> list[Annotation]:
        """Annotations in the text that a document reads, by place.

        By start, the longer one first. Those that found no sure place in it are not
        among them: see ``in_doubt``.
        """
        return rows.of_document(self._project, document_id, matching)

    def are_more_than(self, document_id: str, count: int) -> bool:
        """Whether a document has more annotations, of all kinds and states. Cheap."""
        return rows.are_more_than(self._project, document_id, count)

    def in_doubt(
        self, document_id: str, matching: AnnotationFilter = _EVERYTHING
    ) -> list[InDoubt]:
        """A document's annotations that stand in an older text of it, by place there."""
        return rows.in_doubt(self._project, document_id, matching)

    def get(self, annotation_id: str) -> Annotation:
        """The annotation of this identity.

        Raises:
            NotFoundError: there is none.
        """
        found = rows.with_id(self._project, annotation_id)
        if found is None:
            raise NotFoundError("the annotation is not there any more")
        return found

    def words(self, one: Annotation) -> str:
        """What an annotation says as flowing text, its spans joined by ``……``.

        They are read in the text that it stands in: an older one, if it is in doubt.
        """
        return self._wording.words(one)

    def source(self, one: Annotation) -> SourceText:
        """The text that an annotation stands in, and its spans are offsets into.

        Raises:
            NotFoundError: the annotation is gone.
        """
        return self._wording.source(one)

    def touched_by(self, step_id: str) -> dict[str, Annotation | None] | None:
        """Annotations that a step touched, by identity, as they are now.

        None for one that is gone or found no sure place in the text; nothing at all if
        the step touched many, or anything that others depend on, such as a text.
        """
        touched = rows.touched_by(self._project, step_id, _FEW)
        if touched is None:
            return None
        found = {
            one.id: one
            for one in rows.those(self._project, touched)
            if one.doubt is None
        }
        return {annotation_id: found.get(annotation_id) for annotation_id in touched}

    def create(
        self,
        document_id: str,
        kind: Kind,
        spans: Sequence[Span],
        *,
        origin: str = "manual",
        score: float | None = None,
        text_id: str | None = None,
        **fields: Unpack[Fields],
    ) -> Annotation:
        """Make an annotation; when this returns it is on the disk.

        Args:
            document_id: where.
            kind: what it is.
            spans: source offsets (code points), in reading order, none empty.
            origin: ``manual``, ``rule:<name>@<version>``, ``reprint`` or ``import``.
            score: how sure its maker was, 0 to 1, if it says.
            text_id: of the text in which the spans were seen, if the document may
                have been updated since.
            **fields: see ``Fields``.

        Raises:
            ConflictError: somebody has updated the document since.
            InvalidError: a span outside the text, or a type the kind does not have.
            NotFoundError: the document is gone, or a tag.
            StorageError: it could not be written.
        """
        type_ = fields.get("type", "")
        _check_type(kind, type_)
        with self._project.journal.action(f"mark a {kind}", document_id) as action:
            document = self._document(document_id)
            standing_in = text_to_mark(self._project, document, text_id)
            check_spans(spans, document)
            annotation_id = action.annotation_id = rows.insert(
                self._project,
                action,
                document_id,
                kind,
                type=type_,
                speaker=fields.get("speaker", "").strip(),
                role=fields.get("role", ""),
                cue=fields.get("cue", ""),
                note=fields.get("note", ""),
                status=fields.get("status", Status.ACCEPTED),
                origin=origin,
                score=score,
            )
            rows.set_spans(self._project, action, annotation_id, standing_in, spans)
            tag_ids = self._tags(action, fields, ())
            rows.set_tags(action, annotation_id, (), tag_ids)
        return self.get(annotation_id)

    def change(self, annotation: Annotation, **fields: Unpack[Changes]) -> Annotation:
        """Change an annotation as it was last seen; return it as it is now.

        New spans are offsets into the text that the document reads; they settle an
        annotation that was in doubt.

        Raises:
            ConflictError: somebody else changed or deleted it since; nothing was
                overwritten. It holds the annotation as it is now. Or somebody has
                updated the document since the new spans were seen in it.
            InvalidError: see ``create``.
            NotFoundError: a tag that is to be put on it is gone.
            StorageError: it could not be written.
        """
        kind = fields.get("kind", annotation.kind)
        if "kind" in fields and "type" not in fields and annotation.type:
            fields["type"] = annotation.type if annotation.type in TYPES[kind] else ""
        _check_type(kind, fields.get("type", annotation.type))
        return self.change_as(_label(annotation, fields), annotation, **fields)

    def change_as(
        self, label: str, annotation: Annotation, **fields: Unpack[Changes]
    ) -> Annotation:
        """Change an annotation as ``change`` does, under other words in the history."""
        with self._project.journal.action(label, annotation.document_id) as action:
            action.annotation_id = annotation.id
            # First: spans of another text are no other version of the annotation.
            self._check_place(annotation.document_id, fields)
            self._refuse_stale(annotation)
            self._apply(action, annotation, fields)
        return self.get(annotation.id)

    def toggle_tag(self, annotation: Annotation, tag_id: str) -> Annotation:
        """Put a tag on an annotation, or take it off.

        Raises:
            ConflictError: see ``change``.
            NotFoundError: see ``change``.
        """
        if tag_id in annotation.tags:
            after = tuple(one for one in annotation.tags if one != tag_id)
        else:
            after = (*annotation.tags, tag_id)
        return self.change(annotation, tags=after)

    def delete(self, annotation: Annotation) -> None:
        """Remove an annotation; undo brings it back.

        Raises:
            ConflictError: see ``change``.
        """
        label = f"delete a {annotation.kind}"
        with self._project.journal.action(label, annotation.document_id) as action:
            action.annotation_id = annotation.id
            self._refuse_stale(annotation)
            rows.delete(self._project, action, annotation.id)

    def _apply(self, action: Action, annotation: Annotation, fields: Changes) -> None:
        own: dict[str, Any] = {
            name: value
            for name, value in fields.items()
            if name not in {"spans", "text_id", "tags", "new_tags", "speaker"}
            and value != getattr(annotation, name)
        }
        if "speaker" in fields and fields["speaker"] != annotation.speaker:
            own["speaker_id"] = tags.speaker_id(
                self._project, action, fields["speaker"].strip()
            )
        spans = tuple(fields.get("spans", annotation.spans))
        tag_ids = self._tags(action, fields, annotation.tags)
        if spans != annotation.spans or (annotation.doubt and "spans" in fields):
            rows.settle(action, annotation.id)
            text_id = documents.text_id_of(self._project, annotation.document_id)
            rows.set_spans(self._project, action, annotation.id, text_id, spans)
        if tag_ids != annotation.tags:
            rows.set_tags(action, annotation.id, annotation.tags, tag_ids)
        if own or not action.is_empty:
            rows.update(action, annotation.id, {**own, "updated_at": now()})

    def _tags(
        self, action: Action, fields: Fields, before: Sequence[str]
    ) -> tuple[str, ...]:
        """Identities of the tags that an annotation is to carry.

        Raises:
            NotFoundError: one that it did not carry before is gone.
        """
        wanted = fields.get("tags", before)
        if not tags.are_there(self._project, {*wanted} - {*before}):
            raise NotFoundError(
                "not saved: the tag was removed", "the history can bring it back"
            )
        made = self._codebook.at(action, fields.get("new_tags", ()))
        return (*wanted, *made)

    def _refuse_stale(self, annotation: Annotation) -> None:
        current = rows.with_id(self._project, annotation.id)
        if current is None:
            raise ConflictError(
                "somebody else has deleted this annotation",
                "the history can bring it back",
            )
        if current != annotation:
            raise ConflictError(
                "somebody else has changed this annotation since you saw it",
                "look at it as it is now, then try again",
                current,
            )

    def _check_place(self, document_id: str, fields: Changes) -> None:
        if "spans" in fields:
            document = self._document(document_id)
            text_to_mark(self._project, document, fields.get("text_id"))
            check_spans(fields["spans"], document)

    def _document(self, document_id: str) -> Document:
        document = documents.with_id(self._project, document_id)
        if document is None:
            raise NotFoundError(
                "not saved: the document was removed", "the history can bring it back"
            )
        return document


def text_to_mark(project: Project, document: Document, seen: str | None) -> str:
    """Identity of the text that new spans stand in; to be asked within the action.

    Args:
        project: whose.
        document: in which they are.
        seen: identity of the text they were seen in, if it may be another one.

    Raises:
        ConflictError: it is another one.
    """
    text_id = documents.text_id_of(project, document.id)
    if seen is not None and seen != text_id:
        raise ConflictError(
            f"not saved: {document.title} was updated",
            "mark the place in its newer text",
        )
    return text_id


def check_spans(spans: Sequence[Span], document: Document) -> None:
    """Refuse what cannot be an annotation's place.

    Raises:
        InvalidError: none, an empty one, out of order, or outside the text.
    """
    length = document.length
    if not spans:
        raise InvalidError("an annotation needs a place")
    previous = -1
    for span in spans:
        if span.start >= span.end or span.end > length or span.start < previous:
            raise InvalidError("the place of the annotation is not in the text")
        previous = span.end


def type_of(kind: Kind, exact: str) -> str:
    """The type an annotation of these words begins with.

    A quote is direct if it begins with an opening mark, or goes on from one before it and
    ends with the closing mark. What only ends in a quotation says who speaks as well.
    """
    if kind is not Kind.QUOTE:
        return ""
    opens = exact[0] in QUOTES or exact[0] in STRAIGHT
    return "direct" if opens or _closes_what_began_before(exact) else "indirect"


def _closes_what_began_before(exact: str) -> bool:
    if exact[-1] not in CLOSING_QUOTES and exact[-1] not in STRAIGHT:
        return False
    end = len(exact)
    return not any(one.end == end and one.is_opened for one in pairs(exact))


def _check_type(kind: Kind, type_: str) -> None:
    if type_ and type_ not in TYPES[kind]:
        raise InvalidError(
            f"a {kind} cannot be {type_}", f"one of: {', '.join(TYPES[kind])}"
        )


def _label(annotation: Annotation, fields: Changes) -> str:
    names = dict.fromkeys(
        {"spans": "edges", "new_tags": "tags"}.get(name, name)
        for name, value in fields.items()
        if name != "text_id" and value != getattr(annotation, name, ())
    )
    return f"change {', '.join(names) or 'nothing'} of a {annotation.kind}"
