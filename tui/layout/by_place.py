"""Annotations in order of place: one of them is found, put and taken out by halving."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.model import Annotation


class ByPlace(Sequence["Annotation"]):
    """Annotations by start (source offsets), the longer one first."""

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self._order = sorted(annotations, key=_place)
        self._known = {one.id: one for one in self._order}

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self._order)

    @overload
    def __getitem__(self, number: int) -> Annotation: ...

    @overload
    def __getitem__(self, number: slice) -> list[Annotation]: ...

    def __getitem__(self, number: int | slice) -> Annotation | list[Annotation]:
        return self._order[number]

    def find(self, annotation_id: str | None) -> Annotation | None:
        """One of them by its identity, if it is there."""
        return self._known.get(annotation_id or "")

    def number_of(self, annotation_id: str | None) -> int | None:
        """The place of one of them among all, from 0, if it is there."""
        one = self.find(annotation_id)
        return None if one is None else self._number(one)

    def put(self, one: Annotation) -> None:
        """Take one as it is now, for what it was or as a new one."""
        self.remove(one.id)
        insort(self._order, one, key=_place)
        self._known[one.id] = one

    def remove(self, annotation_id: str) -> Annotation | None:
        """Take one out and return it; None if it was not there."""
        one = self._known.pop(annotation_id, None)
        if one is not None:
            del self._order[self._number(one)]
        return one

    def following(self, offset: int) -> Annotation | None:
        """The first one that begins after an offset."""
        number = bisect_right(self._order, offset, key=_start)
        return self._order[number] if number < len(self._order) else None

    def preceding(self, offset: int) -> Annotation | None:
        """The last one that begins before an offset."""
        number = bisect_left(self._order, offset, key=_start)
        return self._order[number - 1] if number else None

    def backwards(self, offset: int) -> Iterator[Annotation]:
        """Those that begin before an offset, the last one first."""
        number = bisect_left(self._order, offset, key=_start)
        return (self._order[at] for at in range(number - 1, -1, -1))

    def _number(self, one: Annotation) -> int:
        return bisect_left(self._order, _place(one), key=_place)


def _place(one: Annotation) -> tuple[int, int, str]:
    return one.start, -one.end, one.id


def _start(one: Annotation) -> int:
    return one.start
