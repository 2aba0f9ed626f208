"""Undoing print-line breaks: which line breaks of a text do not mean anything.

Run once, when a document is added. Three things are looked for: columns that were set
to one width, headlines set one character a line, and single breaks inside a sentence.
A break is joined only where it is certain; in doubt the text stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Joins, Span
from annotations.text.columns import join_columns
from annotations.text.headings import BYLINE, HEADING
from annotations.text.printlines import (
    PrintLine,
    print_lines,
)
from annotations.text.punctuation import (
    CLAUSE,
    CLOSING,
    CLOSING_QUOTES,
    FINAL,
    NEVER_FIRST,
    QUOTES,
    is_han,
    is_latin,
)
from annotations.text.words import Segmenter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONG = 100
"""Cells of a line that is prose and no headline."""
_GAP = 5
"""Blank lines that may stand in a sentence (a picture was there)."""


def find_joins(text: str) -> Joins:
    r"""Find the white space that flowing text leaves out.

    Args:
        text: a document's text, line ends as ``\n``.

    Returns:
        Spans of white space, ascending and disjoint: with at least one line break, or
        margins at the beginnings of lines.
    """
    lines = print_lines(text)
    segmenter = Segmenter()
    taken = [False] * len(lines)
    joined = [False] * len(lines)
    """Whether line i goes on in line i + 1."""
    _join_vertical(lines, taken, joined)
    join_columns(lines, taken, joined, segmenter)
    _join_stray(lines, taken, joined, segmenter)
    return Joins(_left_out(text, lines, joined))


def _left_out(
    text: str, lines: Sequence[PrintLine], joined: Sequence[bool]
) -> Iterator[Span]:
    """The white space between joined lines, and in the margins of the others."""
    goes_on = False
    for number, line in enumerate(lines):
        if goes_on:
            yield Span(lines[number - 1].end, line.start)
        elif line.margin:
            begins = text.rfind("\n", 0, line.start) + 1
            yield Span(begins, begins + line.margin)
        goes_on = joined[number]


def _join_vertical(
    lines: Sequence[PrintLine], taken: list[bool], joined: list[bool]
) -> None:
    """Runs of at least four lines of one character, and a byline set after them."""
    at = 0
    is_vertical_page = False
    while at < len(lines):
        end = at + 1
        widest = 1 if not is_vertical_page else 2
        while (
            end < len(lines)
            and not lines[end].blank_before
            and len(lines[at].text) <= widest
            and len(lines[end].text) <= widest
        ):
            end += 1
        if end - at >= 4 or (is_vertical_page and end - at >= 2):
            for number in range(at, end):
                taken[number] = True
                joined[number] = number < end - 1
            is_vertical_page = True
        elif is_vertical_page and len(lines[at].text) > 2:
            is_vertical_page = False
        at = end


def _join_stray(
    lines: Sequence[PrintLine],
    taken: list[bool],
    joined: list[bool],
    segmenter: Segmenter,
) -> None:
    """Single breaks inside a sentence of ordinary text."""
    apart = [
        not is_taken and _is_apart(line)
        for line, is_taken in zip(lines, taken, strict=True)
    ]
    for number in range(len(lines) - 1):
        line, following = lines[number], lines[number + 1]
        if taken[number] or taken[number + 1] or following.blank_before > _GAP:
            continue
        if apart[number] or apart[number + 1] or following.indent > line.indent:
            continue
        joined[number] = _goes_on(line, following, segmenter)


def _is_apart(line: PrintLine) -> bool:
    """Whether a line stands for itself whatever is around it."""
    return bool(HEADING.match(line.text) or BYLINE.match(line.text))


def _goes_on(line: PrintLine, following: PrintLine, segmenter: Segmenter) -> bool:
    last, first = line.text[-1], following.text[0]
    if last in FINAL or last in CLOSING or last in "：:；;":
        return False
    if first in NEVER_FIRST and first not in CLOSING_QUOTES:
        return True
    if not (is_han(last) or is_latin(last) or last in "，、,"):
        return False
    if not (is_han(first) or is_latin(first)):
        return False
    if line.cells >= _LONG and not _IN_PROSE.isdisjoint(line.text[:-1]):
        return True
    if _closes_what_is_open(line.text, following.text):
        return True
    may_straddle = line.cells >= 24 and is_han(last) and is_han(first)
    if not may_straddle or _is_headline(line, following):
        return False
    segmenter.load()
    return segmenter.straddles(line.text, following.text)


_IN_PROSE = frozenset("，,、。")


def _is_headline(line: PrintLine, following: PrintLine) -> bool:
    """Whether a line without a mark stands apart over one that holds a sentence.

    A word that straddles such a break (给予方 / 法院) does so by chance.
    """
    return (
        following.blank_before > 0
        and not any(mark in CLAUSE for mark in line.text)
        and any(mark in FINAL for mark in following.text)
    )


def _closes_what_is_open(before: str, after: str) -> bool:
    """Whether a quotation is open at a break and the next line closes it."""
    open_marks: list[str] = []
    for mark in before:
        if mark in QUOTES:
            open_marks.append(QUOTES[mark])
        elif open_marks and mark == open_marks[-1]:
            open_marks.pop()
    if not open_marks:
        return False
    closing = open_marks[0]
    depth = 0
    for mark in after:
        if QUOTES.get(mark) == closing:
            depth += 1
        elif mark == closing:
            if depth == 0:
                return True
            depth -= 1
    return False
