"""Two ways to read a document: as flowing paragraphs, or line by line as printed.

Nothing is computed for the whole document: a paragraph is found from any offset by
looking for line breaks around it. White space inside the given joins is left out.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from typing import TYPE_CHECKING

from annotations.model import Joins
from annotations.text.graphemes import boundary_at_or_before
from annotations.text.logical import glue
from annotations.text.paragraphs import Paragraph, ParagraphKind, Piece
from annotations.text.punctuation import FINAL

if TYPE_CHECKING:
    from annotations.model import Span

_CAP = 16_384
"""A longer paragraph is read in portions of about this many code points."""
_KEPT = 128
_TEXT = re.compile(r"\S")
_LOOK_BACK = 4096
"""Code points that are looked through at once for text: blank lines may be many."""


class _View(ABC):
    """What both views share: bounds of a paragraph, portions of a long one, a cache."""

    def __init__(self, text: str, joins: Joins) -> None:
        self._text = text
        self._joins = joins
        self._cache: OrderedDict[int, Paragraph] = OrderedDict()
        self._latest: Paragraph | None = None

    @property
    def source(self) -> str:
        """The document's untouched text."""
        return self._text

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds ``offset``, else the next one, else the last."""
        latest = self._latest
        if latest is not None and latest.start <= offset < latest.end:
            return latest
        offset = min(max(offset, 0), len(self._text))
        found = self._from(offset)
        if found is None:
            found = self._up_to(len(self._text))
        self._latest = found
        return self._empty() if found is None else found

    @abstractmethod
    def after(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph that follows, or None at the end."""

    @abstractmethod
    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph in front, or None at the start."""

    @abstractmethod
    def _from(self, offset: int) -> Paragraph | None:
        """The paragraph that holds a place, or the next one."""

    @abstractmethod
    def _up_to(self, offset: int) -> Paragraph | None:
        """The last paragraph that begins before a place."""

    def _empty(self) -> Paragraph:
        return Paragraph(0, 0, "", (), ParagraphKind.BLANK)

    def _portion(self, start: int, end: int, offset: int) -> tuple[int, int]:
        """The portion of a long paragraph that holds ``offset``.

        Cuts are counted from the paragraph's first character, so they are the same from
        wherever one comes.
        """
        if end - start <= _CAP + _CAP // 4:
            return start, end
        number = (offset - start) // _CAP
        first = self._cut(start, end, number)
        if offset < first:
            number, first = number - 1, self._cut(start, end, number - 1)
        last = self._cut(start, end, number + 1)
        if offset >= last and last < end:
            first, last = last, self._cut(start, end, number + 2)
        return first, last

    def _cut(self, start: int, end: int, number: int) -> int:
        """Where portion ``number`` begins: after a sentence near its even place."""
        at = start + number * _CAP
        if number <= 0:
            return start
        if at >= end - _CAP // 4:
            return end
        for place in range(at, min(at + _CAP // 8, end - 1)):
            if self._text[place] in FINAL and self._text[place + 1] not in FINAL:
                return self._out_of_join(boundary_at_or_before(self._text, place + 1))
        return self._out_of_join(boundary_at_or_before(self._text, at))

    def _out_of_join(self, offset: int) -> int:
        """The offset, or the end of the join that it is in."""
        join = self._join_around(offset)
        return offset if join is None else join.end

    def _join_around(self, offset: int) -> Span | None:
        number = bisect_right(self._joins.starts, offset) - 1
        if number >= 0 and offset < self._joins.ends[number]:
            return self._joins[number]
        return None

    def _keep(self, paragraph: Paragraph) -> Paragraph:
        self._cache[paragraph.start] = paragraph
        if len(self._cache) > _KEPT:
            self._cache.popitem(last=False)
        return paragraph


class PhysicalView(_View):
    """One paragraph a source line; blank lines are paragraphs too."""

    def __init__(self, text: str) -> None:
        super().__init__(text, Joins())

    def after(self, paragraph: Paragraph) -> Paragraph | None:
        """The next line, or None at the end."""
        at = paragraph.end
        if at < len(self._text) and self._text[at] == "\n":
            at += 1
            # A break at the very end begins no further line.
            return None if at == len(self._text) else self._line(at)
        return None if at >= len(self._text) else self._line(at)

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The line in front, or None at the start."""
        return None if paragraph.start == 0 else self._line(paragraph.start - 1)

    def _from(self, offset: int) -> Paragraph | None:
        return None if offset >= len(self._text) else self._line(offset)

    def _up_to(self, offset: int) -> Paragraph | None:
        return self._line(len(self._text) - 1) if self._text else None

    def _line(self, offset: int) -> Paragraph:
        """The line that holds ``offset``; a line break belongs to the line it ends."""
        start = self._text.rfind("\n", 0, offset) + 1
        end = self._text.find("\n", offset)
        end = len(self._text) if end < 0 else end
        start, end = self._portion(start, end, min(offset, max(end - 1, start)))
        if start in self._cache:
            return self._cache[start]
        text = self._text[start:end]
        kind = ParagraphKind.TEXT if text else ParagraphKind.BLANK
        pieces = (Piece(0, start, len(text)),) if text else ()
        return self._keep(Paragraph(start, end, text, pieces, kind))


class LogicalView(_View):
    """Flowing paragraphs: print-line breaks are gone, blank lines only set off."""

    def __init__(self, text: str, joins: Joins) -> None:
        super().__init__(text, joins)

    def after(self, paragraph: Paragraph) -> Paragraph | None:
        """The next paragraph, or None at the end."""
        return self._from(max(paragraph.end, paragraph.start + 1))

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph in front, or None at the start."""
        return self._up_to(paragraph.start)

    def _from(self, offset: int) -> Paragraph | None:
        """The paragraph that holds ``offset`` or the first one after it."""
        text = self._text
        at = offset
        while at < len(text):
            if text[at] == "\n" and self._join_around(at) is None:
                at = self._next_text_line(at + 1)
                continue
            start, end = self._bounds(at)
            if start < end and at < end:
                at = self._out_of_join(max(at, start))
                return self._paragraph(start, end, min(at, end - 1))
            at = self._next_text_line(self._line_end(max(at, end)) + 1)
        return None

    def _up_to(self, offset: int) -> Paragraph | None:
        """The last paragraph that begins before ``offset``."""
        at = offset - 1
        while at >= 0:
            start, end = self._bounds(at)
            if start < end and start <= at:
                join = self._join_around(at)
                before = at if join is None or join.start <= start else join.start - 1
                return self._paragraph(start, end, min(before, end - 1))
            at = self._last_text(min(start, self._line_start(at)))
        return None

    def _next_text_line(self, offset: int) -> int:
        """Where the line begins that holds the next text, or ``offset`` in that line."""
        found = _TEXT.search(self._text, offset)
        if found is None:
            return len(self._text)
        return max(self._text.rfind("\n", offset, found.start()) + 1, offset)

    def _last_text(self, before: int) -> int:
        """Offset of the last character before a place that is no white space, or -1."""
        while before > 0:
            first = max(before - _LOOK_BACK, 0)
            kept = len(self._text[first:before].rstrip())
            if kept:
                return first + kept - 1
            before = first
        return -1

    def _bounds(self, offset: int) -> tuple[int, int]:
        """Where the lines joined around ``offset`` begin and end, less trailing space.

        The start keeps its indent; start equals end where there is only white space.
        """
        start, end = self._line_start(offset), self._line_end(offset)
        return start, max(self._last_text(end) + 1, start)

    def _line_start(self, offset: int) -> int:
        """Go back to the line break that is no join."""
        at = offset
        while True:
            found = self._text.rfind("\n", 0, at)
            if found < 0:
                return 0
            join = self._join_around(found)
            if join is None:
                return found + 1
            at = join.start

    def _line_end(self, offset: int) -> int:
        """Go on to the line break that is no join."""
        at = offset
        while True:
            found = self._text.find("\n", at)
            if found < 0:
                return len(self._text)
            join = self._join_around(found)
            if join is None:
                return found
            at = join.end

    def _paragraph(self, start: int, end: int, offset: int) -> Paragraph:
        first, last = self._portion(start, end, offset)
        if last < end and (join := self._join_around(last - 1)) is not None:
            # The space of a join between two portions belongs to neither.
            last = join.start
        if first in self._cache and self._cache[first].end == last:
            return self._cache[first]
        return self._keep(self._assemble(first, last, is_first=first == start))

    def _assemble(self, start: int, end: int, *, is_first: bool) -> Paragraph:
        shown, pieces = self._shown(start, end)
        is_vertical = len(pieces) >= 4 and all(one.length <= 2 for one in pieces)
        is_heading = shown.startswith("#") or is_vertical
        return Paragraph(
            start,
            end,
            shown,
            pieces,
            ParagraphKind.HEADING if is_heading else ParagraphKind.TEXT,
            is_first and self._is_set_off(start),
        )

    def _shown(self, start: int, end: int) -> tuple[str, tuple[Piece, ...]]:
        """A stretch of the source without its joins, and where its pieces stand."""
        text, starts, ends = self._text, self._joins.starts, self._joins.ends
        number = bisect_left(starts, start)
        if number == len(starts) or starts[number] >= end:
            return text[start:end], (Piece(0, start, end - start),)
        pieces: list[Piece] = []
        parts: list[str] = []
        logical, at = 0, start
        while at < end:
            stop, resume, gap = end, end, ""
            if number < len(starts) and starts[number] < end:
                stop, resume = starts[number], ends[number]
                gap = glue(text, stop, resume)
                number += 1
            if stop > at:
                pieces.append(Piece(logical, at, stop - at))
                parts.append(text[at:stop])
                logical += stop - at
            if gap:
                pieces.append(Piece(logical, text.index("\n", stop), 1))
                parts.append(gap)
                logical += 1
            at = resume
        return "".join(parts), tuple(pieces)

    def _is_set_off(self, start: int) -> bool:
        """Whether a blank line stands before, and text before that."""
        at = start - 1
        breaks = 0
        while at >= 0 and self._text[at].isspace():
            breaks += self._text[at] == "\n"
            at -= 1
            if breaks > 1 and at < start - 4096:
                break
        return breaks > 1 and at >= 0
