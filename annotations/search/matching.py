"""Where a query stands in a source text: matches as spans of source offsets.

The source is searched as it is, never copied: the query becomes a regular expression
that allows every form of its characters, and white space between them where the layout
may have put it. What was found so is then compared with the logical text, which knows
which white space is a print-line break and which was meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from heapq import merge
from typing import TYPE_CHECKING, Protocol

from annotations.errors import InvalidError
from annotations.model import Joins, Span
from annotations.search.folding import IGNORED, folding
from annotations.text.logical import logical_text
from annotations.text.views import LogicalView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = rf"[\s{IGNORED}]"
_SLACK = 4096
"""White space (code points) that one match may hold at the edge of what is searched."""
_TIMEOUT = 0.1
"""Seconds a regular expression may spend on one paragraph."""
REGEX = "re:"
"""What a query begins with that is a regular expression."""


class Matcher(Protocol):
    """Something that can be found."""

    @property
    def piece(self) -> int:
        """Code points searched in about a millisecond or a few."""
        ...

    def spans(self, text: str, joins: Joins, start: int, end: int) -> Iterator[Span]:
        """Matches that begin in ``start..end``, ascending; they may overlap."""
        ...

    def reach(self, text: str, joins: Joins, offset: int) -> int:
        """Where a match may begin that still holds ``offset``."""
        ...


class PlainMatcher:
    """Finds a string, whatever its width, case and writing."""

    piece = 1 << 17

    def __init__(self, wanted: str) -> None:
        self.needle = folding().bare(wanted)
        if not self.needle:
            raise InvalidError("nothing to look for")
        self._pattern = re.compile(_pattern(self.needle))
        self._slack = _SLACK + len(self.needle)

    def spans(self, text: str, joins: Joins, start: int, end: int) -> Iterator[Span]:
        """Matches that begin in ``start..end``, ascending; they may overlap."""
        search = self._pattern.search
        limit = min(end + self._slack, len(text))
        length = len(self.needle)
        has_space = " " in self.needle
        at = start
        while (found := search(text, at, limit)) is not None:
            first, last = found.span()
            if first >= end:
                return
            is_plain = last - first == length and not has_space
            if is_plain or self._is_meant(text, joins, first, last):
                yield Span(first, last)
            at = first + 1

    def reach(self, text: str, joins: Joins, offset: int) -> int:
        """Where a match may begin that still holds ``offset``."""
        at, left = offset, len(self.needle) - 1
        while at > 0 and left > 0 and at > offset - self._slack:
            at -= 1
            left -= not (text[at].isspace() or text[at] in IGNORED)
        return at

    def _is_meant(self, text: str, joins: Joins, start: int, end: int) -> bool:
        shown = logical_text(text, joins, Span(start, end))
        return folding().bare(shown) == self.needle


class RegexMatcher:
    """Finds a regular expression in folded logical text, paragraph by paragraph.

    Raises:
        InvalidError: it is no regular expression.
    """

    piece = 1 << 13

    def __init__(self, pattern: str) -> None:
        self._is_endless = False
        if not pattern:
            raise InvalidError("nothing to look for")
        import regex

        try:
            self._pattern = regex.compile(_folded_pattern(pattern), regex.IGNORECASE)
        except regex.error as error:
            raise InvalidError(f"not a regular expression: {error}") from None

    def spans(self, text: str, joins: Joins, start: int, end: int) -> Iterator[Span]:
        """Matches that begin in ``start..end``, ascending."""
        view = LogicalView(text, joins)
        paragraph = view.paragraph_at(start) if text else None
        while paragraph is not None and paragraph.start < end:
            folded = folding().fold(paragraph.text)
            if self._is_endless:
                raise _endless()
            try:
                for found in self._pattern.finditer(folded, timeout=_TIMEOUT):
                    if found.end() > found.start():
                        span = paragraph.source_span(*found.span())
                        if start <= span.start < end:
                            yield span
            except TimeoutError:
                # Not once more for each row of the screen.
                self._is_endless = True
                raise _endless() from None
            paragraph = view.after(paragraph)

    def reach(self, text: str, joins: Joins, offset: int) -> int:
        """Where a match may begin that still holds ``offset``: in its paragraph."""
        return min(LogicalView(text, joins).paragraph_at(offset).start, offset)


class AnyMatcher:
    """Finds what any of several matchers finds."""

    def __init__(self, matchers: Sequence[Matcher]) -> None:
        self._matchers = matchers
        self.piece = min(one.piece for one in matchers) // len(matchers)

    def spans(self, text: str, joins: Joins, start: int, end: int) -> Iterator[Span]:
        """Matches that begin in ``start..end``, ascending; they may overlap."""
        return merge(*(one.spans(text, joins, start, end) for one in self._matchers))

    def reach(self, text: str, joins: Joins, offset: int) -> int:
        """Where a match may begin that still holds ``offset``."""
        return min(one.reach(text, joins, offset) for one in self._matchers)


def matcher(wanted: str) -> Matcher:
    """What was typed as something that can be found; ``re:`` begins an expression.

    Raises:
        InvalidError: there is nothing to look for, or it is no regular expression.
    """
    if wanted.startswith(REGEX):
        return RegexMatcher(wanted.removeprefix(REGEX))
    return PlainMatcher(wanted)


class Finder:
    """Walks through one text from match to match, a bounded piece at a time.

    ``forward`` and ``backward`` yield None after each piece that holds no match, so who
    asks can stop, or go on in another thread.
    """

    def __init__(self, text: str, joins: Joins, matcher: Matcher) -> None:
        self.piece = matcher.piece
        self.text = text
        self.joins = joins
        self.matcher = matcher

    def between(self, start: int, end: int) -> list[Span]:
        """Matches that share a character with ``start..end``."""
        first = self.matcher.reach(self.text, self.joins, start)
        found = self.matcher.spans(self.text, self.joins, first, end)
        return [span for span in found if span.end > start]

    def forward(self, offset: int) -> Iterator[Span | None]:
        """The first match that begins at ``offset`` or later, then from the start."""
        length = len(self.text)
        for first, last in ((offset, length), (0, min(offset, length))):
            for at in range(first, last, self.piece):
                piece = self._spans(at, min(at + self.piece, last))
                span = next(piece, None)
                yield span
                if span is not None:
                    return

    def backward(self, offset: int) -> Iterator[Span | None]:
        """The last match that begins before ``offset``, then from the end."""
        length = len(self.text)
        for first, last in ((0, min(offset, length)), (offset, length)):
            for at in range(last, first, -self.piece):
                spans = list(self._spans(max(at - self.piece, first), at))
                yield spans[-1] if spans else None
                if spans:
                    return

    def everything(self) -> Iterator[list[Span]]:
        """All matches, piece by piece."""
        for at in range(0, len(self.text), self.piece):
            yield list(self._spans(at, min(at + self.piece, len(self.text))))

    def _spans(self, start: int, end: int) -> Iterator[Span]:
        return self.matcher.spans(self.text, self.joins, start, end)


def _endless() -> InvalidError:
    return InvalidError("this regular expression takes too long", "make it simpler")


def number_at(starts: Sequence[int], offset: int) -> int | None:
    """Which of the matches (by start) begins at ``offset``, from 0."""
    at = bisect_left(starts, offset)
    return at if at < len(starts) and starts[at] == offset else None


def _pattern(needle: str) -> str:
    """The needle in all its forms. No two gaps meet, so nothing is tried twice."""
    forms = folding().forms
    words = (
        f"{_GAP}*+".join(_class(forms(one)) for one in word)
        for word in needle.split(" ")
    )
    return f"{_GAP}++".join(words)


def _class(characters: str) -> str:
    if len(characters) == 1:
        return re.escape(characters)
    return f"[{''.join(re.escape(one) for one in characters)}]"


def _folded_pattern(pattern: str) -> str:
    r"""Fold what is no syntax: full-width marks stand for themselves, letters stay.

    A letter's case may mean something (``\S``); the search ignores it anyway.
    """
    fold = folding().fold
    return "".join(one if one.isascii() else re.escape(fold(one)) for one in pattern)
