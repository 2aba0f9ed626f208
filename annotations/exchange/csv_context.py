"""What stands around stretches of a text: whole sentences, and what comes before and after.

The text is logical text: without print-line breaks, a paragraph a line. All offsets are
code points into it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from annotations.model import Joins
from annotations.text.units import sentences, tiles
from annotations.text.views import LogicalView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.text.paragraphs import Paragraph

_CONTEXT = 30
"""Characters of flowing text before and after; a paragraph's end is a space there."""
_REACH = _CONTEXT * 3
"""Characters that are looked at for these, as the white space of a break is many."""
_AHEAD = 1_000
"""Code points that are made ready at a time, and the rest of the line."""
_FAR_APART = 250
"""Code points from one stretch to the next at which a line at a time is cheaper."""
_LONG = 10_000
"""Code points from which on a line is the view's affair: it reads long ones in portions."""


class Context:
    """A logical text, ready to tell what is around many stretches of it.

    Args:
        text: the text.
        stretches: how many will be asked for, in reading order.
    """

    def __init__(self, text: str, stretches: int) -> None:
        self._text = text
        self._ahead = _AHEAD if len(text) < stretches * _FAR_APART else 0
        # What is ready lies between these two, in pieces: sentences and the white space
        # between them. It is there a second time on one line.
        self._start, self._end = 0, -1
        self._bounds: Sequence[int] = ()
        self._are_blank: Sequence[bool] = ()
        self._line = ""
        self._line_bounds: Sequence[int] = ()

    @cached_property
    def _view(self) -> LogicalView:
        return LogicalView(self._text, Joins())

    def around(
        self, left: int, start: int, end: int, right: int
    ) -> tuple[str, str, str]:
        """The sentences that a stretch touches, and what stands before and after it.

        White space is of no sentence.

        Args:
            left: where what comes before it ends; less than ``start`` behind a join.
            start: its first code point.
            end: one past its last.
            right: where what comes after it begins.
        """
        if (start < self._start or end > self._end) and not self._is_ready(start, end):
            return (
                self._in_long_line(start, end),
                self._before(left),
                self._after(right),
            )
        bounds, line_bounds, line = self._bounds, self._line_bounds, self._line
        first = last = bisect_right(bounds, start) - 1
        if end > bounds[first + 1]:
            last = bisect_left(bounds, end) - 1
        if self._are_blank[first] or self._are_blank[last]:
            begin = start if self._are_blank[first] else bounds[first]
            finish = end if self._are_blank[last] else bounds[last + 1]
            return (self._text[begin:finish], self._before(left), self._after(right))
        left += line_bounds[first] - bounds[first]
        right += line_bounds[last] - bounds[last]
        return (
            self._text[bounds[first] : bounds[last + 1]],
            line[left - _CONTEXT if left > _CONTEXT else 0 : left].lstrip(),
            line[right : right + _CONTEXT].rstrip(),
        )

    def _is_ready(self, start: int, end: int) -> bool:
        """Make ready the lines that a stretch is in, and some that follow."""
        text = self._text
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", max(end, start + self._ahead))
        if last < 0:
            last = len(text)
        if last - first >= _LONG:
            return False
        pieces = tiles(text[first:last])
        self._start, self._end = first, last
        # One more at the end: an empty stretch may stand there.
        self._bounds = [*accumulate(map(len, pieces), initial=first), last + 1]
        self._are_blank = [*map(str.isspace, pieces), True]
        on_line = [" " if "\n" in piece else piece for piece in pieces]
        # White space at either end belongs to the break there.
        for end_of_line in (0, -1):
            if pieces and pieces[end_of_line].isspace():
                on_line[end_of_line] = ""
        before = _on_one_line(text[max(first - _REACH, 0) : first])
        self._line_bounds = [*accumulate(map(len, on_line), initial=len(before))]
        self._line = (
            f"{before}{''.join(on_line)}{_on_one_line(text[last : last + _REACH])}"
        )
        return True

    def _in_long_line(self, start: int, end: int) -> str:
        """The sentences that a stretch touches, in a line too long to be made ready."""
        begin, finish = start, end
        for first, last in _sentences(self._view.paragraph_at(start)):
            if first <= start < last:
                begin = first
        for first, last in _sentences(self._view.paragraph_at(end - 1)):
            if first < end <= last:
                finish = last
        return self._text[begin:finish]

    def _before(self, offset: int) -> str:
        text = self._text[max(offset - _REACH, 0) : offset]
        return _on_one_line(text)[-_CONTEXT:].lstrip()

    def _after(self, offset: int) -> str:
        text = self._text[offset : offset + _REACH]
        return _on_one_line(text)[:_CONTEXT].rstrip()


def _sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Where a paragraph's sentences stand in the text."""
    start = paragraph.start
    return [(start + first, start + last) for first, last in sentences(paragraph.text)]


def _on_one_line(text: str) -> str:
    """Text with one space for white space that a line break stands in."""
    before, broken, after = text.partition("\n")
    while broken:
        text = f"{before.rstrip()} {after.lstrip()}"
        before, broken, after = text.partition("\n")
    return text
