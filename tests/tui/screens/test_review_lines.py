"""The words of the review panel."""

from __future__ import annotations

from collections import Counter

import pytest

from annotations.model import Annotation, Kind, Span, Status
from tui.screens.review_lines import Tally, end_lines, item_lines

ONE = Annotation(
    "a",
    "d",
    Kind.QUOTE,
    "direct",
    (Span(0, 4),),
    ("“绕\n\n路”",),
    speaker="罗春山",
    role="菜农",
    cue="说",
    tags=("t",),
    status=Status.SUGGESTED,
    origin="rule:direct.colon@1",
    score=0.93,
    analyst="wang",
)


def test_an_item_says_what_it_is_and_who_speaks() -> None:
    lines = item_lines(ONE, "3/12", ["edges"], {"t": "民生"}, "lin")
    assert [text for text, _ in lines] == [
        "3/12 · quote direct · suggested · direct.colon@1 · 0.93 · corrected: edges"
        " · by wang",
        "罗春山 · 菜农 · “说” · 民生",
    ]


def test_the_pace_is_told_when_it_is_known() -> None:
    tally = Tally("is:waiting", "place", 30, Counter(accepted=1), 1, 5.0)
    assert tally.line() == "1 done (1 accepted) · is:waiting by place"
    tally = Tally(
        "kind:quote", "score", 30, Counter(accepted=3, rejected=1), 10, 60.0, 2, 1
    )
    assert tally.line() == (
        "4 done (3 accepted, 1 rejected) · 10 a minute, 3 min left · 2 later"
        " · 1 elsewhere · kind:quote by score"
    )


@pytest.mark.parametrize(
    ("done", "total", "seconds", "is_told"),
    [
        (3, 3, 1.4, False),
        (9, 9, 59.0, False),
        (10, 10, 30.0, True),
        (1, 10, 30.0, True),
        (2, 2, 61.0, True),
        (0, 40, 300.0, False),
        (0, 0, 0.0, False),
        (10, 10, 0.0, False),
    ],
)
def test_a_pace_needs_ten_decisions_or_a_minute_and_one_of_now(
    done: int, total: int, seconds: float, *, is_told: bool
) -> None:
    tally = Tally("", "place", 30, Counter(accepted=done), total, seconds)
    assert ("a minute" in tally.line()) == is_told


def test_the_end_says_what_is_left_for_later() -> None:
    lines = end_lines(0, Tally("is:waiting", "place"))
    assert lines[0] == ("Nothing waits here", True)
    lines = end_lines(0, Tally("kind:note", "place"))
    assert lines[0] == ("Nothing matches kind:note", True)
    assert lines[2][0].startswith("/ chooses something else")
    lines = end_lines(5, Tally("", "place", later=2))
    assert "2 were left for later" in lines[2][0]
