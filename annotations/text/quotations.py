"""Quotations as pairs of marks: nested, unclosed, closed without opening, mismatched."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from annotations.text.punctuation import CLOSING_QUOTES, QUOTES, STRAIGHT, is_latin

if TYPE_CHECKING:
    from annotations.text.paragraphs import Paragraph, TextView

_MARKS = frozenset(QUOTES) | CLOSING_QUOTES | STRAIGHT
_MARK = re.compile(f"[{re.escape(''.join(sorted(_MARKS)))}]")
_REACH = 8
"""Paragraphs that one quotation may run over, each way."""


class Quotation(NamedTuple):
    """A quotation in one paragraph's text: code points, marks included."""

    start: int
    end: int
    depth: int
    """0 for an outermost one."""
    is_opened: bool = True
    """False where it begins before the paragraph, or its opening mark is missing."""
    is_closed: bool = True
    """False where it runs on past the paragraph, or its closing mark is missing."""


@lru_cache(maxsize=256)
def pairs(text: str) -> tuple[Quotation, ...]:
    """All quotations of a paragraph's text, by start, outer ones first.

    A closing mark closes the nearest open mark of its kind, and with it whatever was
    opened inside and never closed. One that closes nothing begins at the paragraph's
    start. Straight marks open and close in turns if there is an even number of them.
    """
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    straight_in_pairs = sum(text.count(mark) for mark in STRAIGHT) % 2 == 0
    for place in _MARK.finditer(text):
        at, mark = place.start(), place.group()
        if mark in STRAIGHT and not straight_in_pairs:
            continue
        if mark == "’" and _is_apostrophe(
            text, at, may_close=_opening_of(stack, mark) is not None
        ):
            continue
        if mark in QUOTES or (mark in STRAIGHT and mark not in dict(stack).values()):
            stack.append((at, mark))
            continue
        number = _opening_of(stack, mark)
        if number is None:
            if not stack and not found:
                found.append(Quotation(0, at + 1, 0, is_opened=False))
            continue
        for start, _ in reversed(stack[number + 1 :]):
            found.append(Quotation(start, at, len(stack) - 1, is_closed=False))
            stack.pop()
        start, _ = stack.pop()
        found.append(Quotation(start, at + 1, len(stack)))
    end = len(text.rstrip())
    for depth, (start, _) in enumerate(stack):
        found.append(Quotation(start, end, depth, is_closed=False))
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def around(view: TextView, offset: int) -> list[tuple[int, int]]:
    """Quotations that hold a source offset, innermost first: (start, end) offsets.

    A quotation left open at a paragraph's end runs on where the next paragraph begins
    with an opening mark (the convention for several paragraphs of speech) or closes it.
    """
    paragraph = view.paragraph_at(offset)
    at = paragraph.to_logical(offset)
    inside = [one for one in pairs(paragraph.text) if one.start <= at < one.end]
    inside.sort(key=lambda one: one.end - one.start)
    result: list[tuple[int, int]] = []
    for one in inside:
        first = paragraph.to_source(one.start)
        last = paragraph.to_source(one.end - 1) + 1
        begins = paragraph.text[: one.start].strip() == ""
        if one.depth == 0 and (begins or not (one.is_opened and one.is_closed)):
            wide = _extended(view, paragraph, one)
            if wide != (first, last):
                result += [(first, last), wide]
                continue
        result.append((first, last))
    if not inside:
        whole = _running_over(view, paragraph)
        result += [] if whole is None else [whole]
    return result


def _extended(
    view: TextView, paragraph: Paragraph, quotation: Quotation
) -> tuple[int, int]:
    first = paragraph.to_source(quotation.start)
    last = paragraph.to_source(quotation.end - 1) + 1
    if not quotation.is_closed:
        last = _end_after(view, paragraph) or last
    if not quotation.is_opened:
        first = _start_before(view, paragraph) or first
    elif paragraph.text[: quotation.start].strip() == "":
        # Speech of several paragraphs opens each of them; none may lie between.
        first = _start_before(view, paragraph, only_open=True) or first
    return first, last


def _end_after(view: TextView, paragraph: Paragraph) -> int | None:
    """Where a quotation left open at the end of a paragraph is closed."""
    for _ in range(_REACH):
        following = view.after(paragraph)
        if following is None:
            return None
        paragraph = following
        ones = pairs(paragraph.text)
        begins_open = paragraph.text.lstrip()[:1] in QUOTES
        if begins_open:
            first = next(one for one in ones if one.is_opened)
            if first.is_closed:
                return paragraph.to_source(first.end - 1) + 1
        elif ones and not ones[0].is_opened:
            return paragraph.to_source(ones[0].end - 1) + 1
        elif ones:
            return None
    return None


def _start_before(
    view: TextView, paragraph: Paragraph, *, only_open: bool = False
) -> int | None:
    """Where a quotation that runs into a paragraph was opened.

    With ``only_open`` every paragraph on the way back has to leave it open.
    """
    start: int | None = None
    for _ in range(_REACH):
        earlier = view.before(paragraph)
        if earlier is None:
            return start
        paragraph = earlier
        ones = pairs(paragraph.text)
        open_ones = [one for one in ones if not one.is_closed and one.depth == 0]
        if open_ones:
            start = paragraph.to_source(open_ones[-1].start)
            if paragraph.text[: open_ones[-1].start].strip():
                return start
        elif ones or only_open:
            return start
    return start


def _running_over(view: TextView, paragraph: Paragraph) -> tuple[int, int] | None:
    """A quotation that began before this paragraph and ends after it."""
    if pairs(paragraph.text):
        return None
    start = _start_before(view, paragraph)
    end = _end_after(view, paragraph)
    if start is None or end is None:
        return None
    return start, end


def _opening_of(stack: list[tuple[int, str]], closing: str) -> int | None:
    for number in range(len(stack) - 1, -1, -1):
        opening = stack[number][1]
        if QUOTES.get(opening) == closing or opening == closing:
            return number
    return None


_SHORT_YEAR = re.compile(r"’\d\d(?!\d)")
"""A year without its century: ’96."""


def _is_apostrophe(text: str, at: int, *, may_close: bool) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if is_latin(before) and is_latin(after):
        return True
    return not may_close and _SHORT_YEAR.match(text, at) is not None
