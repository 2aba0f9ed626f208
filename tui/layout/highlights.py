"""An index of a document's annotations by place, for painting and for jumping."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from annotations.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotations.model import Annotation
    from tui.layout.rows import Row

LANES = 3
"""Annotations that the margin can show beside one another."""
_BLOCK = 64


class Mark(NamedTuple):
    """One span of one annotation."""

    start: int
    end: int
    annotation: Annotation
    number: int
    """The annotation's place among all, from 0."""
    lane: int
    """Column of the margin, 0 to ``LANES - 1``; the last one is shared when full."""


class Highlights:
    """Marks in order of their start; all offsets are source code points.

    Rejected annotations are counted out: they are not drawn and not jumped to.
    """

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        shown = [one for one in annotations if one.status is not Status.REJECTED]
        spans = sorted(
            (
                (span.start, -span.end, number)
                for number, one in enumerate(shown)
                for span in one.spans
            ),
        )
        lanes = [0] * LANES
        self.annotations: Sequence[Annotation] = shown
        self._marks: list[Mark] = []
        for start, minus_end, number in spans:
            lane = next(
                (lane for lane in range(LANES) if lanes[lane] <= start), LANES - 1
            )
            lanes[lane] = max(lanes[lane], -minus_end)
            self._marks.append(Mark(start, -minus_end, shown[number], number, lane))
        self._starts = [mark.start for mark in self._marks]
        self._first_starts = [one.start for one in shown]
        # The furthest end in each block of marks lets whole blocks be passed over, and
        # the furthest so far lets all blocks that end earlier be passed over at once.
        self._reach = [
            max(mark.end for mark in self._marks[i : i + _BLOCK])
            for i in range(0, len(self._marks), _BLOCK)
        ]
        self._furthest = list(accumulate(self._reach, max))
        self._numbers = {one.id: number for number, one in enumerate(shown)}

    def __len__(self) -> int:
        return len(self.annotations)

    def overlapping(self, start: int, end: int) -> list[Mark]:
        """Marks that share a character with ``start..end``, outer ones first."""
        stop = bisect_left(self._starts, end)
        found: list[Mark] = []
        first_block = bisect_right(self._furthest, start)
        for block in range(first_block, (stop + _BLOCK - 1) // _BLOCK):
            if self._reach[block] > start:
                first = block * _BLOCK
                found += (
                    mark
                    for mark in self._marks[first : min(first + _BLOCK, stop)]
                    if mark.end > start
                )
        return found

    def on(self, row: Row) -> list[Mark]:
        """Marks that stand on a row, outer ones first; none on one that only sets off."""
        return [] if row.is_spacer else self.overlapping(*row.reach)

    def at(self, offset: int) -> list[Annotation]:
        """Annotations at a character, the innermost (shortest) first."""
        marks = self.overlapping(offset, offset + 1)
        marks.sort(key=lambda mark: (mark.end - mark.start, -mark.start))
        return [mark.annotation for mark in marks]

    def number_of(self, annotation_id: str) -> int | None:
        """The annotation's place among all, from 0."""
        return self._numbers.get(annotation_id)

    def following(self, offset: int) -> Annotation | None:
        """The first annotation that begins after an offset."""
        at = bisect_right(self._first_starts, offset)
        return self.annotations[at] if at < len(self.annotations) else None

    def preceding(self, offset: int) -> Annotation | None:
        """The last annotation that begins before an offset."""
        at = bisect_left(self._first_starts, offset) - 1
        return self.annotations[at] if at >= 0 else None
