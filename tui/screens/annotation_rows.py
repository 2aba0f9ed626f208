"""Annotations as rows of a table: in some order, some of them marked. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotations.wording import counted
from tui.layout.clip import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotations.model import Annotation
    from annotations.search.hits import FoundAnnotation
    from tui.widgets.virtual_list import Run

_ORDERS: dict[str, Callable[[FoundAnnotation], tuple[object, ...]]] = {
    "time made": lambda one: (one.annotation.created_at, one.annotation.id),
    "document": lambda one: (one.document.title, one.annotation.start),
    "date": lambda one: (one.document.published, one.document.title),
    "kind": lambda one: (one.annotation.kind, one.annotation.type),
    "status": lambda one: (one.annotation.status,),
    "speaker": lambda one: (not one.annotation.speaker, one.annotation.speaker),
    "tags": lambda one: (not one.annotation.tags, one.annotation.tags),
    "text": lambda one: (one.text,),
    "analyst": lambda one: (one.annotation.analyst,),
}


class TableView(NamedTuple):
    """How a table was left, to be shown so again."""

    query: str = ""
    """What was searched, as it was typed."""
    order: str = "time made"
    is_reversed: bool = False
    row: str = ""
    """Identity of the highlighted annotation; empty if there was none."""
    number: int = 0
    """Of its row, for when it is not found any more."""


class AnnotationRows:
    """What was found; nothing in it is in order before ``sort``.

    Args:
        paths: of tags, by identity.
        order: name of the column that they are sorted by.
        is_reversed: whether the last one comes first.
    """

    def __init__(
        self,
        paths: Mapping[str, str],
        order: str = "time made",
        *,
        is_reversed: bool = False,
    ) -> None:
        self._paths = paths
        self._found: list[FoundAnnotation] = []
        self._marked: set[str] = set()
        self._order = order
        self._is_reversed = is_reversed

    def __len__(self) -> int:
        return len(self._found)

    def emptied(self, paths: Mapping[str, str]) -> AnnotationRows:
        """An empty copy with the same sort order."""
        return AnnotationRows(paths, self._order, is_reversed=self._is_reversed)

    def view(self, query: str, number: int) -> TableView:
        """How they are shown, with the query that found them and the highlighted row."""
        row = "".join(self.identities(number))
        return TableView(query, self._order, self._is_reversed, row, number)

    @property
    def annotations(self) -> list[Annotation]:
        """All of them, in order."""
        return [one.annotation for one in self._found]

    @property
    def summary(self) -> str:
        """How many there are, how many are marked, in what order."""
        marked = f", {len(self._marked)} marked" if self._marked else ""
        turned = ", turned around" if self._is_reversed else ""
        count = counted(len(self), "annotation")
        return f"{count}{marked}, by {self._order}{turned}"

    def add(self, found: Sequence[FoundAnnotation]) -> None:
        """Put more of them at the end."""
        self._found += found

    def sort(self) -> None:
        """Put them in order."""
        self._found.sort(key=_ORDERS[self._order], reverse=self._is_reversed)

    def sort_by_next(self, step: int) -> None:
        """Sort by another column."""
        names = [*_ORDERS]
        self._order = names[(names.index(self._order) + step) % len(names)]
        self.sort()

    def reverse(self) -> None:
        """Turn the order around."""
        self._is_reversed = not self._is_reversed
        self.sort()

    def index_of(self, identity: str, otherwise: int) -> int:
        """Where an annotation stands; another row if it is not there."""
        every = (one.annotation.id for one in self._found)
        return next((n for n, one in enumerate(every) if one == identity), otherwise)

    def identities(self, index: int) -> list[str]:
        """The identity of a row, if there is such a row."""
        return [one.annotation.id for one in self._found[index : index + 1]]

    def mark(self, index: int) -> None:
        """Mark a row, or take the mark off."""
        self._marked ^= {*self.identities(index)}

    def mark_all(self) -> None:
        """Mark all rows, or none if all are."""
        everything = {one.annotation.id for one in self._found}
        self._marked = set() if self._marked == everything else everything

    def marked_or(self, index: int | None) -> list[str]:
        """Identities of the marked rows, in order; without any, of one row or of all.

        Args:
            index: of that one row; None for all of them.
        """
        shown = [one.annotation.id for one in self._found]
        if self._marked:
            return [one for one in shown if one in self._marked]
        return shown if index is None else self.identities(index)

    def row(self, index: int, cells: int) -> list[Run]:
        """Mark, kind, status, speaker, text, tags, note, document."""
        found = self._found[index]
        one = found.annotation
        sign = "* " if one.id in self._marked else "  "
        wide = cells >= 100
        speaker = fit(one.speaker, 12 if wide else 8)
        tags = " ".join(self._paths.get(tag, "") for tag in one.tags)
        last = fit(found.document.title, 20) if wide else ""
        room = (
            cells - 4 - (22 if wide else 4) - (13 if wide else 9) - (21 if wide else 0)
        )
        share = room // 4 if tags or one.note else 0
        status = fit(one.status, 10) if wide else one.status[0]
        said = "; ".join(part for part in (tags, one.note) if part)
        return [
            (sign, "bold"),
            (f"{one.kind:6}" if wide else f"{one.kind[0]} ", "bold"),
            (f"{status} ", "dim"),
            (f"{speaker} ", ""),
            (fit(found.text, max(room - share, 4)), ""),
            (f" {fit(said, share)}" if share else "", "dim"),
            (f" {last}" if wide else "", "dim"),
        ]
