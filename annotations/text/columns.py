"""Columns: print lines set to one width, and which of them begin paragraphs.

Print sets a paragraph's first line in by two characters. Where a database dropped the
white space, a line that is shorter by as much tells where a paragraph begins.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from annotations.text.headings import (
    BYLINE,
    CREDIT,
    HEADING,
    PAGE_NUMBER,
    STRONG_HEADING,
)
from annotations.text.printlines import (
    INDENT,
    LEAST_RUN,
    SLACK,
    PrintLine,
    cells_of,
)
from annotations.text.punctuation import (
    CLAUSE,
    CLOSING,
    FINAL,
    NEVER_FIRST,
    OPENING,
    is_han,
    is_latin,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.text.words import Segmenter

_AHEAD = 12
"""Lines that are looked at to tell a column's width."""
_WIDTHS = range(16, 161)
"""Cells a print line can have."""
_LONGEST_NUMBER = 24
"""Code points of a page's number with its marks."""
_LAST_OF_CREDITS = frozenset("摄影图片发)）")
_SAMPLE = 40
"""Breaks of a column that are asked for straddling words."""
_FIGURE = re.compile("[0-9]")


def join_columns(
    lines: Sequence[PrintLine],
    taken: list[bool],
    joined: list[bool],
    segmenter: Segmenter,
) -> None:
    """Join runs of lines that are set to one width.

    Args:
        lines: those of a text that have something on them.
        taken: which of them are spoken for; those of columns are added.
        joined: which go on in the next one; those of columns are added.
        segmenter: cuts words, and is loaded only where a run may be a column.
    """
    at = 0
    while at < len(lines):
        width = None if taken[at] else _width_near(lines, taken, at)
        if width is None:
            at += 1
            continue
        end = _run_end(lines, taken, at, width)
        run = lines[at:end]
        needed = [_needed(line, after) for line, after in pairwise(run)]
        has_lost = _has_lost_indents(run, needed, width)
        breaks = _breaks(lines, at, needed, width, has_lost=has_lost)
        if _is_column(lines, run, breaks, segmenter):
            for number in breaks:
                may_head = number == at
                if has_lost:
                    may_head = not joined[number - 1] and _begins_anew(
                        lines, number + 1, width
                    )
                joined[number] = not (
                    may_head and _looks_like_heading(lines, number, width, segmenter)
                )
            for number in range(at, end):
                taken[number] = True
        # What is no column from its first line on is looked at once, not line by line:
        # a book of verse would take the square of its length.
        at = max(end, at + 1)


def _width_near(
    lines: Sequence[PrintLine], taken: Sequence[bool], at: int
) -> int | None:
    """The width that most of the next lines are set to, if they are."""
    if lines[at].least_cells - SLACK > _WIDTHS[-1]:
        return None  # Prose that was never broken, as most is, reaches no width.
    ahead = [
        line.cells + line.indent
        for number, line in enumerate(lines[at : at + _AHEAD], at)
        if not taken[number]
    ]
    if len(ahead) < LEAST_RUN:
        return None
    if lines[at].text.isascii():
        return _latin_width(lines[at : at + _AHEAD])
    width = max(ahead, key=ahead.count)
    are_flush = not any(line.indent for line in lines[at : at + _AHEAD])
    if are_flush:
        # Of short paragraphs first lines that lost their indents may be the most.
        wider = [cells for cells in ahead if abs(cells - INDENT - width) <= 1]
        if len(wider) > 1 and len(wider) * 2 >= ahead.count(width):
            width = max(wider, key=wider.count)
    near = sum(
        abs(cells - width) <= SLACK or (are_flush and abs(cells + INDENT - width) <= 1)
        for cells in ahead
    )
    if width not in _WIDTHS or near * 2 < len(ahead):
        return None
    if not _reaches(lines[at], width) and not _is_indented_first(lines[at], width):
        return None
    return width


def _latin_width(lines: Sequence[PrintLine]) -> int | None:
    """Latin text is ragged: its column is as wide as its widest line."""
    cells = [line.cells for line in takewhile(lambda line: line.text.isascii(), lines)]
    if len(cells) < LEAST_RUN or max(cells) not in _WIDTHS:
        return None
    ragged = [one for one in cells if one >= max(cells) * 0.8]
    return max(cells) if len(ragged) * 2 >= len(cells) else None


def _reaches(line: PrintLine, width: int) -> bool:
    """Whether a line is set to the width, give or take its marks and figures."""
    least, most = line.indent + line.least_cells, line.indent + line.cells
    if _FIGURE.search(line.text):
        most += SLACK  # A number is not cut, and is set wider or narrower than cells.
    return least - SLACK <= width <= most + SLACK


def _is_indented_first(line: PrintLine, width: int) -> bool:
    """Whether a line can be a paragraph's first one that lost its indent."""
    if line.indent or line.text.isascii() or _ends_sentence(line):
        return False
    return abs(line.cells + INDENT - width) <= 1


def _run_end(
    lines: Sequence[PrintLine], taken: Sequence[bool], at: int, width: int
) -> int:
    """One past the last line of the column that begins at ``at``."""
    end, last_full = at, at
    while (
        end < len(lines)
        and not taken[end]
        and lines[end].least_cells + lines[end].indent <= width + SLACK
        and end - last_full <= 3
    ):
        if (
            _reaches(lines[end], width)
            or _is_indented_first(lines[end], width)
            or (
                end > at
                and lines[end].cells > width * 0.8
                and lines[end].text.isascii()
            )
        ):
            last_full = end
        end += 1
    # Short lines after the last full one: only the first can be its paragraph's end.
    return min(end, last_full + 2)


def _breaks(
    lines: Sequence[PrintLine],
    at: int,
    cells: Sequence[int],
    width: int,
    *,
    has_lost: bool,
) -> list[int]:
    """Lines of a column that go on in the next one.

    Headings may be among them that are as wide as a first line that lost its indent.
    ``cells`` are those of each line from ``at`` on with the next one's first word.
    """
    found: list[int] = []
    last = at + len(cells)
    gaps = Counter(line.blank_before for line in lines[at + 1 : last + 1])
    usual = max(gaps, key=gaps.__getitem__, default=0)
    for number, needed in enumerate(cells, at):
        line, following = lines[number], lines[number + 1]
        is_alone = number == at or line.blank_before > usual
        if following.blank_before > usual and (is_alone or _ends_sentence(line)):
            continue  # A paragraph's end, or a heading with space around it.
        if needed <= width - INDENT or not _may_follow(line, following, width):
            continue
        if needed <= width and _ends_sentence(line):
            # A first line that ends as a sentence does is likelier than a paragraph that
            # is as long by chance, if a whole line follows.
            is_first = not found or found[-1] != number - 1
            if line.indent or not (
                has_lost and is_first and _reaches(following, width)
            ):
                continue
        elif _ends_sentence(line) and _begins_anew(
            lines, number + 1, width if has_lost else width - INDENT
        ):
            continue
        found.append(number)
    return found


def _begins_anew(lines: Sequence[PrintLine], at: int, room: int) -> bool:
    """Whether a line after a whole sentence is too short for one that goes on.

    It is a heading, or a paragraph's first line that lost its indent.
    """
    line = lines[at]
    if at + 1 == len(lines) or line.indent or _ends_sentence(line):
        return False
    return line.text[-1] not in _LEADS and _needed(line, lines[at + 1]) <= room


def _has_lost_indents(
    run: Sequence[PrintLine], cells: Sequence[int], width: int
) -> bool:
    """Whether half of the paragraphs of a column begin with lines that lost their indents."""
    lost = kept = 0
    is_first = False
    for line, needed in zip(run, cells, strict=False):
        if is_first and not line.indent and needed > width - INDENT:
            kept += line.cells > width - INDENT + 1
            lost += line.cells <= width - INDENT + 1
        # Behind a layout line (a page number, a credit) the paragraph goes on.
        is_first = needed <= width - INDENT and not _is_layout(line)
    return lost >= kept


def _looks_like_heading(
    lines: Sequence[PrintLine], at: int, width: int, segmenter: Segmenter
) -> bool:
    """Whether a line that begins a paragraph may be the heading above it.

    One can be as wide as a first line that lost its indent, but seldom has a comma.
    """
    if not _is_indented_first(lines[at], width):
        return False
    if any(mark in "，。" for mark in lines[at].text):
        return False
    segmenter.load()
    return not segmenter.straddles(lines[at].text, lines[at + 1].text)


def _needed(line: PrintLine, following: PrintLine) -> int:
    """Cells of a line together with the next one's first word."""
    unit = _first_unit(following.text)
    space = 1 if is_latin(line.text[-1]) and is_latin(unit[0]) else 0
    slack = 1 if is_han(unit[0]) else 0
    return line.indent + line.cells + space + cells_of(unit) + slack


def _is_layout(line: PrintLine) -> bool:
    """Whether a line is no prose but was put there: a page's number, a picture's credit."""
    text = line.text
    # Two cheap checks spare nearly every line of a book the regular expressions.
    is_number = len(text) < _LONGEST_NUMBER and PAGE_NUMBER.fullmatch(text) is not None
    may_credit = text[-1] in _LAST_OF_CREDITS or "图源" in text
    return is_number or (may_credit and CREDIT.fullmatch(text) is not None)


def _ends_sentence(line: PrintLine) -> bool:
    return line.text.rstrip("".join(CLOSING))[-1:] in _ENDS


_ENDS = FINAL | {"."}
_LEADS = frozenset("：:—")
"""Marks at the end of a paragraph that leads to the next one."""


def _first_unit(text: str) -> str:
    end = 1
    if is_latin(text[0]):
        while end < len(text) and (is_latin(text[end]) or text[end] in ".,'-%"):
            end += 1
    else:
        while end < len(text) and (
            text[end - 1] in OPENING or text[end] in NEVER_FIRST
        ):
            end += 1
    return text[:end]


def _may_follow(line: PrintLine, following: PrintLine, width: int) -> bool:
    """Whether the next line of a column can be the same paragraph."""
    if following.indent > line.indent or following.indent >= INDENT:
        return False
    if line.text.isascii() and is_han(following.text[0]):
        return False
    if line.text.startswith("#") or STRONG_HEADING.match(following.text):
        return False
    if _is_layout(line) or _is_layout(following):
        return False
    if not _ends_sentence(line):
        return True
    # After the end of a sentence a line that lost its indent begins a paragraph.
    return not (
        _is_indented_first(following, width)
        or HEADING.match(following.text)
        or BYLINE.match(following.text)
    )


def _is_column(
    lines: Sequence[PrintLine],
    run: Sequence[PrintLine],
    breaks: Sequence[int],
    segmenter: Segmenter,
) -> bool:
    """Whether lines of one width are a set column and no poem, list or table.

    ``breaks`` are numbers among all ``lines``, of those of the run that go on.
    """
    set_in = sum(lines[number].indent > lines[number + 1].indent for number in breaks)
    is_set_in = set_in > 1
    if len(run) < LEAST_RUN or len(breaks) * (3 if is_set_in else 2) < len(run):
        return False
    if sum(line.text.isascii() for line in run) * 2 > len(run):
        # English: a sentence seldom ends with its line, and lines begin in lower case.
        lower = sum(lines[number + 1].text[:1].islower() for number in breaks)
        return lower * 2 > len(breaks)
    ends = sum(lines[number].text[-1] in NEVER_FIRST for number in breaks)
    if ends * 5 > len(breaks) * 3:
        return False
    if is_set_in:
        return True
    step = max(1, len(breaks) // _SAMPLE)
    asked = breaks[::step]
    segmenter.load()
    straddled = sum(
        _begins_a_sentence(lines[number].text)
        or segmenter.straddles(lines[number].text, lines[number + 1].text)
        for number in asked
    )
    return straddled * 8 >= len(asked)


def _begins_a_sentence(line: str) -> bool:
    """Whether a line ends in the middle of a sentence that began in it.

    Verse, lists and tables do not.
    """
    return line[-1] not in CLAUSE and any(mark in FINAL for mark in line)
