"""Which whole sentences a stretch of a text touches, for many stretches in order.

The text is logical text: without print-line breaks, a paragraph a line.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from annotations.model import Joins
from annotations.text.units import sentences
from annotations.text.views import LogicalView

if TYPE_CHECKING:
    from collections.abc import Sequence


_LONG = 10_000
"""Code points from which on a line is the view's affair: it reads long ones in portions."""


class _Paragraph(NamedTuple):
    """A paragraph and where its sentences stand in the text."""

    start: int
    end: int
    begins: Sequence[int]
    ends: Sequence[int]


class Sentences:
    """The sentences of a logical text, quickest when asked for in reading order."""

    def __init__(self, text: str) -> None:
        self._text = text
        # An annotation often begins in one paragraph and ends in the next.
        self._here = self._other = _Paragraph(0, 0, (), ())

    @cached_property
    def _view(self) -> LogicalView:
        return LogicalView(self._text, Joins())

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Bounds of the whole sentences that a stretch of the text touches."""
        first, last, begins, ends = self._here
        if not first <= start < last:
            first, last, begins, ends = self._turn_to(start)
        number = bisect_right(begins, start) - 1
        begin = start
        if number >= 0 and start < ends[number]:
            begin = begins[number]
            if end <= ends[number]:
                return begin, ends[number]
        if end <= last:
            return begin, _end_of(self._here, end)
        if not self._other.start < end <= self._other.end:
            self._other = self._paragraph(end - 1)
        return begin, _end_of(self._other, end)

    def _turn_to(self, offset: int) -> _Paragraph:
        here = self._other
        if not here.start <= offset < here.end:
            here = self._paragraph(offset)
        self._here, self._other = here, self._here
        return here

    def _paragraph(self, offset: int) -> _Paragraph:
        """The paragraph that is the line at an offset, or the first one after it."""
        text = self._text
        while text.startswith("\n", offset):
            offset += 1
        start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
        line = text[start : None if end < 0 else end].rstrip()
        end = start + len(line)
        if offset >= end or len(line) >= _LONG:
            found = self._view.paragraph_at(offset)
            start, end, line = found.start, found.end, found.text
        ranges = sentences(line)
        begins = [start + first for first, _ in ranges]
        return _Paragraph(start, end, begins, [start + last for _, last in ranges])


def _end_of(paragraph: _Paragraph, end: int) -> int:
    """Where the sentence ends that a stretch ends in, or ``end`` if it is in none."""
    first, _, begins, ends = paragraph
    # In the break between two paragraphs the next one's first counts.
    last = max(end - 1, first)
    number = bisect_right(begins, last) - 1
    return max(end, last, ends[number] if number >= 0 else 0)
