"""Which session call a key on an annotation becomes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from annotations.errors import InvalidError
from annotations.model import Kind, Span, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.model import Annotation
    from annotations.text.units import Units

_LOOKED_AT = 200
"""Annotations among which the quote before a part is looked for."""


def target(kind: Kind, selection: Span | None, cursor: int, units: Units) -> Span:
    """What a new annotation covers (source offsets).

    The selection; else for a quote the quotation around the cursor; else the sentence.

    Raises:
        InvalidError: there is nothing but white space.
    """
    span = selection
    if span is None and kind is Kind.QUOTE:
        span = units.quotation_at(cursor)
    if span is None:
        span = units.sentence_at(cursor)
    if span is None:
        raise InvalidError("nothing to mark here", "move onto some text")
    return span


def part(selection: Span | None, cursor: int, units: Units) -> Span:
    """What is to be another part of a quote: the selection, else the quotation.

    Raises:
        InvalidError: there is neither.
    """
    span = selection or units.quotation_at(cursor)
    if span is None:
        raise InvalidError("no quotation is here", "select the part")
    return span


def whole_of(
    span: Span, touched: Annotation | None, before: Iterable[Annotation]
) -> Annotation | None:
    """The annotation that a part goes to, if there is one.

    Args:
        span: the part.
        touched: what was made or changed last; it is taken unless it was rejected.
        before: what begins before the part, the last first; else the first quote of
            these that ends before it.
    """
    if touched is not None and touched.status is not Status.REJECTED:
        return touched
    return next(
        (
            one
            for one in islice(before, _LOOKED_AT)
            if one.kind is Kind.QUOTE
            and one.status is not Status.REJECTED
            and one.end <= span.start
        ),
        None,
    )


def with_part(annotation: Annotation, span: Span) -> list[Span]:
    """An annotation's spans and another one, in order of the text.

    Raises:
        InvalidError: they overlap; see ``places_of`` as well.
    """
    spans = places_of(annotation)
    if any(span.overlaps(one) for one in spans):
        raise InvalidError(
            f"this {annotation.kind} holds some of that already",
            "select only what is missing",
        )
    return sorted([*spans, span], key=lambda one: one.start)


def standing(around: Iterable[Annotation], kind: Kind, span: Span) -> Annotation | None:
    """What a mark of a kind on a span would only say again.

    Args:
        around: annotations that share a character with the span.
        kind: of the new mark.
        span: where it would stand.

    Returns:
        One of that kind on the very span, rather than a suggestion that has the span
        among its stretches; None if there is neither.
    """
    alike = [one for one in around if one.kind is kind]
    same = [one for one in alike if one.spans == (span,)]
    parts = [
        one for one in alike if one.status is Status.SUGGESTED and span in one.spans
    ]
    same.sort(key=lambda one: one.status is Status.SUGGESTED)
    return next(iter([*same, *parts]), None)


def proposed(under: Iterable[Annotation], kind: Kind) -> Annotation | None:
    """The suggestion that a mark of a whole sentence means: the shortest of that kind.

    Args:
        under: annotations under the cursor, where nothing is selected or quoted.
        kind: of the new mark.
    """
    alike = [
        one for one in under if one.kind is kind and one.status is Status.SUGGESTED
    ]
    return min(alike, key=lambda one: one.end - one.start, default=None)


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends.

    Raises:
        InvalidError: it is all white space.
    """
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise InvalidError("nothing to mark here", "move onto some text")
    return Span(start, end)


def moved(span: Span, edge: str, units: Units) -> Span:
    """A span with one edge moved by a word; the same one if it would vanish.

    Args:
        span: source offsets.
        edge: ``end_forward``, ``end_back``, ``start_back`` or ``start_forward``.
        units: where words are.
    """
    start, end = span.start, span.end
    if edge == "end_forward":
        end = units.word_end(end)
    elif edge == "end_back":
        end = units.word_end_before(end)
    elif edge == "start_back":
        start = units.previous_word(start)
    else:
        start = units.next_word(start)
    return Span(start, end) if 0 <= start < end else span


def places_of(annotation: Annotation) -> list[Span]:
    """An annotation's spans in the text being read.

    Raises:
        InvalidError: it has found no sure place there.
    """
    if annotation.doubt is not None:
        raise InvalidError(
            "it has no place in this text yet",
            "a takes the one that is shown, or select another (tab)",
        )
    return list(annotation.spans)


def with_edge_moved(annotation: Annotation, edge: str, units: Units) -> list[Span]:
    """An annotation's spans with one edge of the whole moved by a word.

    Raises:
        InvalidError: see ``places_of``.
    """
    spans = places_of(annotation)
    number = -1 if edge.startswith("end") else 0
    spans[number] = moved(spans[number], edge, units)
    return spans
