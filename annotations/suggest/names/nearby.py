"""Names around a place, for whoever says by hand who speaks."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from annotations.model import Joins, Span
from annotations.suggest.lexicon import Lexicon
from annotations.suggest.names.people import People
from annotations.suggest.passages import passages
from annotations.text.views import LogicalView

_SENTENCE = "据某局介绍，某某公司的王教授说：“好。”在他看来，老王等人指出，研究发现好。"
"""Asks for most patterns."""
_REACH = 1500
"""Code points of source on each side that are looked through, and on to a line's end."""
_FARTHEST = 4 * _REACH
"""Where it ends on each side even within a line."""


def names_near(text: str, joins: Joins, offset: int, lexicon: Lexicon) -> list[str]:
    """People and bodies named around a place, the nearest first.

    Args:
        text: a document's source.
        joins: its print-line breaks.
        offset: source offset (code points).
        lexicon: what the user adds.
    """
    near, far = max(offset - _REACH, 0), max(offset - _FARTHEST, 0)
    first = text.rfind("\n", far, near) + 1 or far
    near, far = offset + _REACH, min(offset + _FARTHEST, len(text))
    last = text.find("\n", near, far)
    last = far if last < 0 else last
    ones = list(passages(LogicalView(text[first:last], _within(joins, first, last))))
    people = People(ones, lexicon)
    found: dict[str, int] = {}
    for passage in ones:
        for mention in people.mentions(passage):
            distance = abs(first + passage.to_source(mention.start) - offset)
            found[mention.name] = min(distance, found.get(mention.name, distance))
    return sorted((name for name in found if name), key=lambda name: found[name])


@cache
def make_ready() -> None:
    """Make the patterns that are made when first asked for: some 60 ms of the first call."""
    names_near(_SENTENCE, Joins(), 0, Lexicon())


def _within(joins: Joins, first: int, last: int) -> Joins:
    low, high = bisect_left(joins.starts, first), bisect_left(joins.starts, last)
    return Joins(
        Span(one.start - first, one.end - first)
        for one in joins[low:high]
        if one.end <= last
    )
