"""Extents: where quotations end that run on over paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.passages import Passage, Quoted

_REACH = 12
"""Passages ahead in which an open quotation may be closed."""


class Extents:
    """Finds, in order, where quotations end, and which only go on with an earlier one."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._taken: set[tuple[int, int]] = set()

    def goes_on(self, passage: Passage, quoted: Quoted) -> bool:
        """Whether a quotation only goes on with one that was open before."""
        return (passage.number, quoted.start) in self._taken

    def end(self, passage: Passage, quoted: Quoted) -> tuple[int, int]:
        """Where a quotation ends: code points into a passage, and its number."""
        if quoted.is_closed:
            return quoted.end, passage.number
        ahead = self._passages[passage.number + 1 : passage.number + 1 + _REACH]
        took: list[tuple[int, int]] = []
        for one in ahead:
            if not one.quotations:
                if passage.plain[quoted.start + 1 :].strip() and len(took) == 0:
                    closing = next((n for n in ahead[:3] if n.quotations), None)
                    if closing is None or closing.quotations[0].is_opened:
                        break
                continue
            first = one.quotations[0]
            begins = not one.plain[: first.start].strip()
            if first.is_opened and not begins:
                break
            took.append((one.number, first.start))
            if first.is_closed:
                self._taken.update(took)
                return first.end, one.number
        return quoted.end, passage.number
