"""Texts as they are compared: without what a new layout or another keyboard changes.

White space goes, full-width letters and marks become half-width, quotation marks of all
kinds become one. Each step keeps one character for one, so offsets map by a table.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

from annotations.model import Span

_INK = re.compile(r"\S+")
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD |= {code + 0x20: code for code in range(ord("A"), ord("Z") + 1)}
_FOLD = {code: (_FOLD.get(to, to)) for code, to in _FOLD.items()}
_FOLD |= dict.fromkeys(map(ord, "“”„‟«»「」『』﹁﹂﹃﹄〝〞＂‘’‚‛＇'"), ord('"'))
_FOLD |= {
    ord("。"): ord("."),
    ord("．"): ord("."),
    ord("、"): ord(","),
    ord("﹑"): ord(","),
}
_FOLD |= dict.fromkeys(map(ord, "—–―－ー"), ord("-"))
_FOLD |= {
    ord("…"): ord("."),
    ord("⋯"): ord("."),
    ord("•"): ord("·"),
    ord("・"): ord("·"),
}


class Comparable:
    """A text made comparable, with the way back to its offsets (code points)."""

    def __init__(self, source: str) -> None:
        parts: list[str] = []
        self._offsets = array("I")
        for ink in _INK.finditer(source):
            parts.append(ink.group())
            self._offsets.extend(range(ink.start(), ink.end()))
        self.text = "".join(parts).translate(_FOLD)

    def within(self, span: Span) -> tuple[int, int]:
        """Where a source span stands in ``text``; empty if it is all white space."""
        return self._first(span.start), self._first(span.end)

    def span(self, start: int, end: int) -> Span:
        """The source span of a stretch of ``text`` that is not empty."""
        return Span(self._offsets[start], self._offsets[end - 1] + 1)

    def _first(self, offset: int) -> int:
        """How many characters of ``text`` stand before a source offset."""
        return bisect_left(self._offsets, offset)
