"""Logical text: a source text, or a span of it, without its print-line breaks."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from annotations.text.punctuation import is_latin

if TYPE_CHECKING:
    from annotations.model import Joins, SourceText, Span


def glue(text: str, start: int, end: int) -> str:
    """What is shown for a join: a space between two Latin words, else nothing."""
    if start == 0 or end >= len(text):
        return ""
    before, after = text[start - 1], text[end]
    if before in ",.;:!?)]" and start > 1:
        is_latin_before = text[start - 2].isalpha() and is_latin(text[start - 2])
    else:
        is_latin_before = is_latin(before)
    if not is_latin_before or not (is_latin(after) or after in "([\"'"):
        return ""
    return "" if before.isdigit() and after.isdigit() else " "


def logical_text(text: str, joins: Joins, span: Span) -> str:
    """A span's text without print-line breaks; breaks between paragraphs stay."""
    number = bisect_right(joins.starts, span.start) - 1
    if number < 0 or joins.ends[number] <= span.start:
        number += 1
    if number == len(joins) or joins.starts[number] >= span.end:
        return text[span.start : span.end]
    parts: list[str] = []
    at = span.start
    while number < len(joins) and joins.starts[number] < span.end:
        start, end = joins.starts[number], joins.ends[number]
        parts.append(text[at:start])
        if start >= span.start and end < span.end:
            parts.append(glue(text, start, end))
        at = max(at, end)
        number += 1
    parts.append(text[at : span.end])
    return "".join(parts)


class LogicalText:
    """All of a text without its print-line breaks, and where its places went.

    For many spans of one text: ``text[start_of(a):end_of(b)]`` is what ``logical_text``
    gives for the span from ``a`` to ``b``, at the price of two look-ups.
    """

    def __init__(self, source: SourceText) -> None:
        text, joins = source.text, source.joins
        self._joins = joins
        # Code points into the logical text: before each join's space, and behind it.
        self._before = array("I")
        self._behind = array("I")
        parts: list[str] = []
        at = length = 0
        for start, end in zip(joins.starts, joins.ends, strict=True):
            length += start - at
            self._before.append(length)
            space = glue(text, start, end)
            length += len(space)
            self._behind.append(length)
            parts += (text[at:start], space)
            at = end
        parts.append(text[at:])
        self.text = "".join(parts)

    def start_of(self, offset: int) -> int:
        """Where a span that starts at a source offset starts in the logical text."""
        number = bisect_right(self._joins.starts, offset) - 1
        if number < 0:
            return offset
        if offset == self._joins.starts[number]:
            return self._before[number]
        return self._behind[number] + max(offset - self._joins.ends[number], 0)

    def end_of(self, offset: int) -> int:
        """Where a span that ends at a source offset ends in the logical text."""
        number = bisect_left(self._joins.starts, offset) - 1
        if number < 0:
            return offset
        if offset <= self._joins.ends[number]:
            return self._before[number]
        return self._behind[number] + offset - self._joins.ends[number]
