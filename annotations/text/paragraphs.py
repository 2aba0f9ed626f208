"""Paragraph: a piece of a document as it is read, with an exact map to its source."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from annotations.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class ParagraphKind(StrEnum):
    """What a paragraph is, as far as its look goes."""

    TEXT = "text"
    HEADING = "heading"
    BLANK = "blank"


class Piece(NamedTuple):
    """A run of characters that stand together in the source and on the page.

    All three are code points: ``logical`` into the paragraph's text, ``source`` into
    the document's text.
    """

    logical: int
    source: int
    length: int


class Paragraph(NamedTuple):
    """One paragraph of a view.

    Every character of ``text`` stands for exactly one character of the source (a line
    break between two Latin words is shown as a space), so the map needs no guessing.
    """

    start: int
    """Source offset of its first character."""
    end: int
    """Source offset one past its last character; the break after it is not included."""
    text: str
    pieces: tuple[Piece, ...]
    kind: ParagraphKind = ParagraphKind.TEXT
    space_before: bool = False
    """Whether an empty row sets it off from the paragraph before."""

    def to_source(self, logical: int) -> int:
        """Map a position in ``text`` (0..len, code points) to a source offset.

        ``len(text)`` gives ``end``.

        Raises:
            ValueError: the position is not in this paragraph.
        """
        if logical == len(self.text):
            return self.end
        if not 0 <= logical < len(self.text):
            raise ValueError(f"position {logical} outside 0..{len(self.text)}")
        piece = self.pieces[
            bisect_right(self.pieces, logical, key=lambda piece: piece.logical) - 1
        ]
        return piece.source + logical - piece.logical

    def to_logical(self, source: int) -> int:
        """Map a source offset to a position in ``text`` (code points).

        An offset inside a join belongs to the character after it; one before or after
        the paragraph is clamped to 0 or ``len(text)``.
        """
        if source >= self.end:
            return len(self.text)
        index = bisect_right(self.pieces, source, key=lambda piece: piece.source) - 1
        if index < 0:
            return 0
        piece = self.pieces[index]
        return piece.logical + min(source - piece.source, piece.length)

    def source_span(self, start: int, end: int) -> Span:
        """Map ``text[start:end]`` to the source stretch it stands for.

        The end is one past the last character, so a join that follows is left out.
        """
        first = self.to_source(start)
        return Span(first, self.to_source(end - 1) + 1 if end > start else first)


class TextView(Protocol):
    """A way to read a document: a sequence of paragraphs, found from any offset.

    No call costs more than the paragraphs it touches.
    """

    @property
    def source(self) -> str:
        """The document's untouched text."""
        ...

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds ``offset``, else the next one, else the last."""
        ...

    def after(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph that follows, or None at the end."""
        ...

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph in front, or None at the start."""
        ...


def onwards(view: TextView, offset: int) -> Iterator[Paragraph]:
    """The paragraph at a source offset, and those that follow."""
    paragraph: Paragraph | None = view.paragraph_at(offset)
    while paragraph is not None:
        yield paragraph
        paragraph = view.after(paragraph)


def backwards(view: TextView, offset: int) -> Iterator[Paragraph]:
    """The paragraph at a source offset, and those in front, the nearest first."""
    paragraph: Paragraph | None = view.paragraph_at(offset)
    while paragraph is not None:
        yield paragraph
        paragraph = view.before(paragraph)
