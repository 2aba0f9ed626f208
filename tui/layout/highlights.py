"""An index of a document's annotations by place, for painting and for jumping."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from annotations.model import Status
from tui.layout.by_place import ByPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotations.model import Annotation
    from tui.layout.rows import Row

LANES = 3
"""Annotations that the margin can show beside one another."""
_BLOCK = 64
"""Marks that are looked through at once; a block of twice as many becomes two."""


class Mark(NamedTuple):
    """One span of one annotation."""

    start: int
    end: int
    annotation: Annotation
    lane: int = 0
    """Column of the margin, 0 to ``LANES - 1``; the last one is shared when full."""


class _Block:
    """Marks that follow one another, and what is known of all of them."""

    def __init__(self, marks: list[Mark]) -> None:
        self.marks = marks
        self.reach = 0
        """The furthest end of one of them: a block that ends earlier is passed over."""
        self.entering: Sequence[int] | None = None
        """Up to where each lane is taken when they begin; None before they have lanes."""
        self.leaving: Sequence[int] = ()
        """The same behind them."""

    def lay(self, entering: Sequence[int]) -> None:
        """Give each mark the first lane that is free where it begins."""
        lanes = list(entering)
        for at, mark in enumerate(self.marks):
            lane = next(
                (lane for lane in range(LANES) if lanes[lane] <= mark.start), LANES - 1
            )
            lanes[lane] = max(lanes[lane], mark.end)
            if mark.lane != lane:
                self.marks[at] = mark._replace(lane=lane)
        self.entering, self.leaving = entering, lanes
        self.reach = max(mark.end for mark in self.marks)


class Highlights:
    """Marks in order of their start; all offsets are source code points.

    Rejected annotations are left out: they are not drawn and not jumped to. What a
    change costs does not grow with the document: only blocks in which a mark comes, goes
    or gets another lane are gone through.
    """

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self.annotations = ByPlace(
            one for one in annotations if one.status is not Status.REJECTED
        )
        marks = sorted(
            (mark for one in self.annotations for mark in _marks_of(one)), key=_order
        )
        self._blocks = [
            _Block(marks[at : at + _BLOCK]) for at in range(0, len(marks), _BLOCK)
        ]
        # The furthest end up to each block: all that end earlier are passed over at once.
        self._furthest: list[int] = []
        self._lay(0, len(self._blocks))

    def __len__(self) -> int:
        return len(self.annotations)

    def change(self, changes: Mapping[str, Annotation | None]) -> None:
        """Take annotations as they are now, by identity; None for one that is gone."""
        for annotation_id, one in changes.items():
            before = self.annotations.remove(annotation_id)
            for mark in _marks_of(before) if before else ():
                self._take_out(mark)
            if one is not None and one.status is not Status.REJECTED:
                self.annotations.put(one)
                for mark in _marks_of(one):
                    self._put_in(mark)

    def overlapping(self, start: int, end: int) -> list[Mark]:
        """Marks that share a character with ``start..end``, outer ones first."""
        first = bisect_right(self._furthest, start)
        stop = bisect_left(self._blocks, end, key=lambda block: block.marks[0].start)
        found: list[Mark] = []
        for number in range(first, stop):
            if self._blocks[number].reach > start:
                found += (
                    mark
                    for mark in self._blocks[number].marks
                    if mark.start < end and mark.end > start
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

    def _put_in(self, mark: Mark) -> None:
        if not self._blocks:
            self._blocks.append(_Block([]))
            number = 0
        else:
            number = self._block_of(mark)
        marks = self._blocks[number].marks
        insort(marks, mark, key=_order)
        if len(marks) < 2 * _BLOCK:
            self._lay(number, number + 1)
        else:
            self._blocks[number : number + 1] = [
                _Block(marks[:_BLOCK]),
                _Block(marks[_BLOCK:]),
            ]
            self._lay(number, number + 2)

    def _take_out(self, mark: Mark) -> None:
        number = self._block_of(mark)
        marks = self._blocks[number].marks
        del marks[bisect_left(marks, _order(mark), key=_order)]
        if marks:
            self._lay(number, number + 1)
        else:
            del self._blocks[number]
            self._lay(number, number)

    def _block_of(self, mark: Mark) -> int:
        """The number of the block that a mark belongs to, if there is any block."""
        after = bisect_right(
            self._blocks, _order(mark), key=lambda block: _order(block.marks[0])
        )
        return max(after - 1, 0)

    def _lay(self, first: int, stop: int) -> None:
        """Give lanes anew in some blocks, and further on where that changes any."""
        lanes = self._blocks[first - 1].leaving if first else [0] * LANES
        for number in range(first, len(self._blocks)):
            block = self._blocks[number]
            # A lane that is free when a block begins is free, whatever stood in it.
            entering = [max(end, block.marks[0].start) for end in lanes]
            if number >= stop and block.entering == entering:
                break
            block.lay(entering)
            lanes = block.leaving
        self._furthest = list(accumulate((one.reach for one in self._blocks), max))


def _marks_of(one: Annotation) -> list[Mark]:
    return [Mark(span.start, span.end, one) for span in one.spans]


def _order(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.annotation.id
