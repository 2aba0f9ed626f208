"""What is around stretches of a logical text, as the flowing view has it."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.exchange.csv_context import Context
from annotations.model import Joins
from annotations.text.units import sentences
from annotations.text.views import LogicalView

_PLACES = st.lists(st.tuples(st.integers(0, 199), st.integers(1, 20)), max_size=12)


def plainly(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The same by the view and a pattern, from nothing each time."""
    view = LogicalView(text, Joins())
    begin, finish = start, end
    for at in (start, end - 1):
        paragraph = view.paragraph_at(at)
        for one in sentences(paragraph.text):
            found = paragraph.source_span(*one)
            if found.start <= at < found.end:
                begin, finish = min(begin, found.start), max(finish, found.end)
    before = re.sub(r"\s*\n\s*", " ", text[:start])[-30:]
    after = re.sub(r"\s*\n\s*", " ", text[end:])[:30]
    return text[begin:finish], before.lstrip(), after.rstrip()


@settings(max_examples=300)
@given(
    st.text("中国。！”“A., \n\u3000\x1c", min_size=12, max_size=200),
    _PLACES,
    st.sampled_from([0, 20, 1_000]),
)
def test_it_is_that_of_the_view(
    text: str, places: list[tuple[int, int]], ahead: int
) -> None:
    with patch("annotations.exchange.csv_context._AHEAD", ahead):
        quick = Context(text, 200)
        for place, length in places:
            start = place % len(text)
            end = min(start + length, len(text))
            assert quick.around(start, start, end, end) == plainly(text, start, end)


@pytest.mark.parametrize("length", [9_999, 10_001, 30_000, 70_000])
def test_a_long_line_is_cut_where_the_view_cuts_it(length: int) -> None:
    text = f"前一段。\n{'没有句号的长行' * length}"[:length] + "。\n后一段。"
    quick = Context(text, 10_000)
    for start in range(0, len(text) - 40, 997):
        assert quick.around(start, start, start + 40, start + 40) == plainly(
            text, start, start + 40
        )
