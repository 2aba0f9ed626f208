"""Units of Chinese prose: characters, words, clauses, sentences, quotations, paragraphs.

Every offset that goes in or out is a source offset (code points). A call costs the
paragraph it stands in, never the document.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from annotations.model import Span
from annotations.text import quotations
from annotations.text.graphemes import boundary_at_or_before, next_boundary
from annotations.text.punctuation import (
    CLAUSE,
    CLOSING,
    FINAL,
    TRAILING,
    ends_sentence,
)
from annotations.text.words import Segmenter, rough_spans

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.text.paragraphs import Paragraph, TextView

Ranges = tuple[tuple[int, int], ...]
"""(start, end) pairs in a paragraph's text, code points, ascending and disjoint."""


def _any_of(marks: frozenset[str]) -> str:
    return f"[{re.escape(''.join(sorted(marks)))}]"


# Final marks and what closes after them at once; other marks one by one.
_FINAL_RUN = f"{_any_of(FINAL)}{_any_of(FINAL | CLOSING)}*"
# A full stop within 3.5 or www.a.cn ends nothing, and need not be looked at.
_FULL_STOP = r"\.(?![0-9A-Za-z])"
_SENTENCE_MARKS = f"{_FINAL_RUN}|{_FULL_STOP}"
_CLAUSE_MARKS = f"{_FINAL_RUN}|{_any_of(CLAUSE | {'.'})}"
_AFTER_MARKS = FINAL | CLAUSE | TRAILING | {"."}
# Sentences of a text without marks that only their neighbours tell the meaning of.
_NOT_FINAL = f"[^{re.escape(''.join(sorted(FINAL)))}]"
_has_full_stop = re.compile(_FULL_STOP).search


@lru_cache(maxsize=1)
def _plain_sentence() -> re.Pattern[str]:
    # A start would wait for it (3 ms), and its screen needs none.
    return re.compile(rf"{_FINAL_RUN}|(?!\s){_NOT_FINAL}+(?:{_FINAL_RUN})?")


@lru_cache(maxsize=64)
def sentences(text: str) -> Ranges:
    """Sentences of a paragraph with their closing marks; white space between left out.

    ``。”`` ends a sentence after the mark that closes it, so ``“……。”他说。`` is two.
    """
    if not ('"' in text or "＂" in text or ("." in text and _has_full_stop(text))):
        length = len(text.rstrip())
        found = _plain_sentence().finditer(text, 0, length)
        return tuple([one.span() for one in found])
    return _cut(text, _SENTENCE_MARKS, lambda at: ends_sentence(text, at))


@lru_cache(maxsize=1)
def _plain_tile() -> re.Pattern[str]:
    # As above.
    other = _NOT_FINAL.replace("[^", r"[^\n")
    return re.compile(rf"\s+|{_FINAL_RUN}|{other}+(?:{_FINAL_RUN}|(?<!\s))")


def tiles(lines: str) -> list[str]:
    """Sentences of some lines, a paragraph each, and the white space between them.

    Joined, they are ``lines`` again. A third of the time of ``sentences`` for each line,
    unless there are marks that only their neighbours tell the meaning of.
    """
    if not ('"' in lines or "＂" in lines or ("." in lines and _has_full_stop(lines))):
        return _plain_tile().findall(lines)
    bounds, at = [0], 0
    for line in lines.split("\n"):
        for one in sentences(line):
            bounds += (at + one[0], at + one[1])
        at += len(line) + 1
    bounds.append(len(lines))
    return [lines[start:end] for start, end in pairwise(bounds) if start < end]


@lru_cache(maxsize=64)
def clauses(text: str) -> Ranges:
    """Clauses of a paragraph, each with the mark that ends it."""

    def ends(at: int) -> bool:
        mark = text[at]
        if mark in FINAL or mark == ".":
            return ends_sentence(text, at)
        if mark not in CLAUSE:
            return False
        around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
        return not (mark in ",:" and len(around) == 2 and around.isdigit())

    return _cut(text, _CLAUSE_MARKS, ends)


def _cut(text: str, marks: str, ends: Callable[[int], bool]) -> Ranges:
    """Cut a text after what ``ends`` a unit; only ``marks`` are looked at."""
    found: list[tuple[int, int]] = []
    start = at = 0
    length = len(text)
    for mark in re.finditer(marks, text):
        first, after = mark.span()
        if first < at or not (text[first] in FINAL or ends(first)):
            continue
        at = after
        while at < length and text[at] in _AFTER_MARKS:
            if text[at] not in TRAILING and not ends(at):
                break
            if text[at] in '"＂' and not _closes_straight(text, start, at):
                break
            at += 1
        _add(found, text, start, at)
        start = at
    _add(found, text, start, length)
    return tuple(found)


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a range without the white space around it, if something is left."""
    if start < end and (text[start].isspace() or text[end - 1].isspace()):
        start, end = _trim(text, start, end)
    if start < end:
        found.append((start, end))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _closes_straight(text: str, start: int, at: int) -> bool:
    """Whether a straight mark closes one that was opened since ``start``."""
    return text.count(text[at], start, at) % 2 == 1


class Units:
    """Units of one document, found around an offset.

    Args:
        view: the flowing view; units never end at a print line.
        segmenter: finds words; until it is ready, words are single characters.
    """

    def __init__(self, view: TextView, segmenter: Segmenter) -> None:
        self._view = view
        self._segmenter = segmenter

    @property
    def words_ready(self) -> bool:
        """Whether words are the dictionary's."""
        return self._segmenter.ready

    def load_words(self) -> None:
        """Load the dictionary: a second the first time. Safe from any thread."""
        self._segmenter.load()

    def character_at(self, offset: int) -> Span | None:
        """The grapheme cluster at an offset."""
        paragraph, logical = self._place(offset)
        if not paragraph.text:
            return None
        start = boundary_at_or_before(paragraph.text, logical)
        return paragraph.source_span(start, next_boundary(paragraph.text, start))

    def word_at(self, offset: int) -> Span | None:
        """The word or run of marks at an offset; None on white space."""
        return self._unit_at(offset, self._words)

    def clause_at(self, offset: int) -> Span | None:
        """The clause around an offset, with the mark that ends it."""
        return self._unit_at(offset, clauses)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence around an offset, with its closing marks."""
        return self._unit_at(offset, sentences)

    def paragraph_at(self, offset: int) -> Span | None:
        """The paragraph around an offset, without its indent."""
        paragraph, _ = self._place(offset)
        start, end = _trim(paragraph.text, 0, len(paragraph.text))
        return paragraph.source_span(start, end) if start < end else None

    def quotation_at(self, offset: int) -> Span | None:
        """The innermost quotation around an offset, marks included."""
        return next(iter(self.quotations_at(offset)), None)

    def quotations_at(self, offset: int) -> list[Span]:
        """All quotations around an offset, innermost first."""
        return [Span(*one) for one in quotations.around(self._view, offset)]

    def next_word(self, offset: int) -> int:
        """Start of the next word; the last character at the end."""
        return self._next(offset, self._words)

    def previous_word(self, offset: int) -> int:
        """Start of this word, or of the one before if it is there already."""
        return self._previous(offset, self._words)

    def next_clause(self, offset: int) -> int:
        """Start of the next clause."""
        return self._next(offset, clauses)

    def previous_clause(self, offset: int) -> int:
        """Start of this clause, or of the one before."""
        return self._previous(offset, clauses)

    def next_sentence(self, offset: int) -> int:
        """Start of the next sentence."""
        return self._next(offset, sentences)

    def previous_sentence(self, offset: int) -> int:
        """Start of this sentence, or of the one before."""
        return self._previous(offset, sentences)

    def next_paragraph(self, offset: int) -> int:
        """Start of the next paragraph."""
        return self._next(offset, _whole)

    def previous_paragraph(self, offset: int) -> int:
        """Start of this paragraph, or of the one before."""
        return self._previous(offset, _whole)

    def word_end(self, offset: int) -> int:
        """End of the first word that ends after ``offset`` (for moving an edge on)."""
        paragraph, logical = self._place(offset)
        while True:
            for start, end in self._words(paragraph.text):
                if end > logical and paragraph.source_span(start, end).end > offset:
                    return paragraph.source_span(start, end).end
            following = self._view.after(paragraph)
            if following is None:
                return max(offset, paragraph.end)
            paragraph, logical = following, 0

    def word_end_before(self, offset: int) -> int:
        """End of the last word that ends before ``offset`` (for moving an edge back)."""
        paragraph, _ = self._place(max(offset - 1, 0))
        while True:
            for start, end in reversed(self._words(paragraph.text)):
                found = paragraph.source_span(start, end).end
                if found < offset:
                    return found
            earlier = self._view.before(paragraph)
            if earlier is None:
                return min(offset, paragraph.start)
            paragraph = earlier

    def grow(self, span: Span) -> Span:
        """The smallest unit that holds ``span`` and more; ``span`` itself at the top."""
        larger = [
            one
            for one in self._around(span.start)
            if one.start <= span.start and one.end >= span.end and len(one) > len(span)
        ]
        return min(larger, key=len, default=span)

    def shrink(self, span: Span, cursor: int) -> Span:
        """The largest unit around ``cursor`` inside ``span``, smaller than it."""
        smaller = [
            one
            for one in self._around(min(max(cursor, span.start), span.end - 1))
            if one.start >= span.start and one.end <= span.end and len(one) < len(span)
        ]
        return max(smaller, key=len, default=span)

    def _around(self, offset: int) -> list[Span]:
        found = [
            self.character_at(offset),
            self.word_at(offset),
            self.clause_at(offset),
            self.sentence_at(offset),
            self.paragraph_at(offset),
        ]
        spans = [span for span in found if span is not None]
        return spans + self.quotations_at(offset)

    def _place(self, offset: int) -> tuple[Paragraph, int]:
        paragraph = self._view.paragraph_at(offset)
        last = max(len(paragraph.text) - 1, 0)
        return paragraph, min(paragraph.to_logical(offset), last)

    def _words(self, text: str) -> Ranges:
        found = (
            self._segmenter.spans(text) if self._segmenter.ready else rough_spans(text)
        )
        return tuple(
            (boundary_at_or_before(text, start), _boundary_from(text, end))
            for start, end in found
        )

    def _unit_at(self, offset: int, cut: Callable[[str], Ranges]) -> Span | None:
        paragraph, logical = self._place(offset)
        for start, end in cut(paragraph.text):
            if start <= logical < end:
                return paragraph.source_span(start, end)
        return None

    def _next(self, offset: int, cut: Callable[[str], Ranges]) -> int:
        paragraph, logical = self._place(offset)
        while True:
            for start, _ in cut(paragraph.text):
                if start > logical:
                    return paragraph.to_source(start)
            following = self._view.after(paragraph)
            if following is None:
                last = boundary_at_or_before(paragraph.text, len(paragraph.text) - 1)
                return paragraph.to_source(last) if paragraph.text else paragraph.start
            paragraph, logical = following, -1

    def _previous(self, offset: int, cut: Callable[[str], Ranges]) -> int:
        paragraph, logical = self._place(offset)
        while True:
            for start, _ in reversed(cut(paragraph.text)):
                if start < logical:
                    return paragraph.to_source(start)
            earlier = self._view.before(paragraph)
            if earlier is None:
                return paragraph.start
            paragraph, logical = earlier, len(earlier.text)


def _whole(text: str) -> Ranges:
    start, end = _trim(text, 0, len(text))
    return ((start, end),) if start < end else ()


def _boundary_from(text: str, at: int) -> int:
    """The first cluster boundary that is not before ``at``."""
    start = boundary_at_or_before(text, at)
    return at if start == at else next_boundary(text, start)
