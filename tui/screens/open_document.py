"""The document that is being read: its text, and what is marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.text.logical import logical_text
from annotations.text.views import PhysicalView
from tui.layout.by_place import ByPlace
from tui.layout.displayable import displayable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotations.model import Annotation, DocumentSummary, SourceText, Span
    from annotations.text.flowing import FlowingText
    from annotations.text.paragraphs import TextView


class OpenDocument:
    """What is known of one document; what is drawn of it is the reader's.

    Args:
        summary: what the list says of it.
        flowing: its text, of which the beginning may be all that has been read.
        text_id: identity of that text; the document may read another one meanwhile.
        annotations: what is marked in it.
    """

    def __init__(
        self,
        summary: DocumentSummary,
        flowing: FlowingText,
        text_id: str,
        annotations: Iterable[Annotation] = (),
    ) -> None:
        self.summary = summary
        self.flowing = flowing
        self.text_id = text_id
        self.annotations = ByPlace(annotations)
        """In order of place; changed by the methods below only."""
        self._undrawn: dict[str, Annotation | None] | None = None
        self._touched_id = ""

    @property
    def id(self) -> str:
        """Identity of the document."""
        return self.summary.document.id

    @property
    def source(self) -> SourceText:
        """All of its text, with its joins."""
        return self.flowing.whole()

    @property
    def text(self) -> str:
        """The untouched text, into which all offsets go."""
        return self.source.text

    @property
    def name(self) -> str:
        """Title, publication and encoding, to be shown."""
        one = self.summary.document
        parts = (one.title, one.publication, one.encoding)
        return " · ".join(displayable(part) for part in parts if part)

    def progress(self, offset: int) -> float:
        """How far a source offset is into the document, 0 to 1."""
        length = self.summary.document.length
        return offset / length if length else 1.0

    def view(self, *, is_physical: bool) -> TextView:
        """The lines as they were printed, or flowing text."""
        return PhysicalView(self.text) if is_physical else self.flowing

    def words(self, span: Span) -> str:
        """A stretch of the source as flowing text."""
        return words_of(self.flowing.up_to(span.end), (span,))

    def words_of(self, one: Annotation) -> str:
        """An annotation's stretches as flowing text."""
        return words_of(self.flowing.up_to(one.end), one.spans)

    def find(self, annotation_id: str | None) -> Annotation | None:
        """One of the annotations, if it is there."""
        return self.annotations.find(annotation_id)

    @property
    def touched(self) -> Annotation | None:
        """The annotation that was made or changed last since this was opened."""
        return self.find(self._touched_id)

    def take(self, annotations: Iterable[Annotation]) -> None:
        """Take all annotations as they are now."""
        self.annotations = ByPlace(annotations)
        self._undrawn = None

    def change(self, changes: Mapping[str, Annotation | None]) -> None:
        """Take annotations as they are now, by identity; None for one that is gone."""
        for annotation_id, one in changes.items():
            if one is not None and one.document_id == self.id:
                self.put(one)
            else:
                self.remove(annotation_id)

    def put(self, one: Annotation) -> None:
        """Take an annotation as it is now, for what it was or as a new one."""
        self._touched_id = one.id
        if self.find(one.id) != one:
            self.annotations.put(one)
            self._note(one.id, one)

    def remove(self, annotation_id: str) -> None:
        """Take out an annotation."""
        if self.annotations.remove(annotation_id) is not None:
            self._note(annotation_id, None)

    @property
    def is_drawn(self) -> bool:
        """Whether nothing has changed since it was drawn."""
        return self._undrawn is not None and not self._undrawn

    def draw(self) -> Mapping[str, Annotation | None] | None:
        """What is to be drawn anew; whoever asks draws it.

        Returns:
            The annotations that have changed, by identity, None for one that is gone;
            None if it is all of them.
        """
        changes, self._undrawn = self._undrawn, {}
        return changes

    def _note(self, annotation_id: str, one: Annotation | None) -> None:
        if self._undrawn is not None:
            self._undrawn[annotation_id] = one


def words_of(source: SourceText, spans: Iterable[Span]) -> str:
    """Stretches of a source as flowing text."""
    return "……".join(logical_text(source.text, source.joins, span) for span in spans)
