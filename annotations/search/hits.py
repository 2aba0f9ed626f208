"""What a search found, as values, and the context it is shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.model import Span
from annotations.text.logical import logical_text

if TYPE_CHECKING:
    from annotations.model import Annotation, Document, Joins

_AROUND = 48
"""Code points of context shown on each side."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in a text, in one line of logical text."""

    span: Span
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the index is."""

    texts: int
    indexed: int
    code_points: int
    """Of all texts."""
    code_points_indexed: int


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document with the places in it that a query is about."""

    document: Document
    hits: tuple[Hit, ...]
    """Ascending; none if the query asks nothing of the text."""
    text_id: str
    """Identity of the text that was looked into."""
    has_more: bool = False
    """Whether there are more places than were asked for."""


@dataclass(frozen=True, slots=True)
class FoundAnnotation:
    """An annotation that a query is about."""

    annotation: Annotation
    document: Document
    text: str
    """Its logical text in one line, spans joined by ``……``."""


def hit(text: str, joins: Joins, span: Span) -> Hit:
    """A place with its context."""
    # Print-line breaks take room that is not shown.
    first = max(span.start - 2 * _AROUND, 0)
    last = min(span.end + 2 * _AROUND, len(text))
    before = one_line(logical_text(text, joins, Span(first, span.start)))
    after = one_line(logical_text(text, joins, Span(span.end, last)))
    shown = one_line(logical_text(text, joins, span))
    return Hit(span, before[-_AROUND:], shown, after[:_AROUND])


def one_line(text: str) -> str:
    """White space as single spaces; one at either end stays."""
    if not any(one.isspace() for one in text):
        return text
    inner = " ".join(text.split())
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"
