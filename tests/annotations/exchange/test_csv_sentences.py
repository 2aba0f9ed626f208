"""Sentences around stretches of a logical text, as the flowing view has them."""

from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.exchange.csv_sentences import Sentences
from annotations.model import Joins
from annotations.text.units import sentences
from annotations.text.views import LogicalView

_PLACES = st.lists(st.tuples(st.integers(0, 199), st.integers(1, 20)), max_size=12)


def slowly(text: str, start: int, end: int) -> tuple[int, int]:
    """The same by the view alone, from nothing each time."""
    view = LogicalView(text, Joins())
    bounds = [start, end]
    for at in (start, end - 1):
        paragraph = view.paragraph_at(at)
        ranges = sentences(paragraph.text)
        logical = paragraph.to_logical(at)
        number = bisect_right([first for first, _ in ranges], logical) - 1
        if number >= 0 and logical < ranges[number][1]:
            found = paragraph.source_span(*ranges[number])
            bounds += [found.start, found.end]
        else:
            bounds.append(max(at, paragraph.start))
    return min(bounds), max(bounds)


@settings(max_examples=300)
@given(
    st.text("中国。！”“A., \n\u3000\x1c", min_size=12, max_size=200),
    _PLACES,
)
def test_they_are_those_of_the_view(text: str, places: list[tuple[int, int]]) -> None:
    quick = Sentences(text)
    for place, length in places:
        start = place % len(text)
        end = min(start + length, len(text))
        assert quick.around(start, end) == slowly(text, start, end)


@pytest.mark.parametrize("length", [9_999, 10_001, 30_000, 70_000])
def test_a_long_line_is_cut_where_the_view_cuts_it(length: int) -> None:
    text = f"前一段。\n{'没有句号的长行' * length}"[:length] + "。\n后一段。"
    quick = Sentences(text)
    for start in range(0, len(text) - 40, 997):
        assert quick.around(start, start + 40) == slowly(text, start, start + 40)
