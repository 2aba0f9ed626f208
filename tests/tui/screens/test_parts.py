"""Which annotation a part goes to, and where."""

from __future__ import annotations

import pytest

from annotations.errors import InvalidError
from annotations.model import Annotation, Joins, Kind, Span, Status
from annotations.text.units import Units
from annotations.text.views import LogicalView
from annotations.text.words import Segmenter
from tui.screens import marking

PART = Span(30, 40)


def quote(
    start: int,
    end: int,
    kind: Kind = Kind.QUOTE,
    status: Status = Status.ACCEPTED,
) -> Annotation:
    return Annotation(
        f"{start}-{end}", "d", kind, "", (Span(start, end),), ("",), status=status
    )


def test_a_part_goes_to_what_was_touched_last() -> None:
    touched = quote(50, 60, Kind.CLAIM)
    assert marking.whole_of(PART, touched, [quote(20, 25)]) == touched


def test_else_to_the_nearest_quote_that_ends_before_it() -> None:
    rejected = quote(27, 29, status=Status.REJECTED)
    others = [quote(28, 35), rejected, quote(26, 27, Kind.CLAIM), quote(20, 25)]
    wanted = others[-1]
    assert marking.whole_of(PART, None, [*others, quote(0, 5)]) == wanted
    assert marking.whole_of(PART, rejected, others) == wanted
    assert marking.whole_of(PART, None, others[:3]) is None


def test_parts_stay_in_order_and_apart() -> None:
    one = quote(20, 30)
    assert marking.with_part(one, PART) == [Span(20, 30), PART]
    assert marking.with_part(one, Span(0, 20)) == [Span(0, 20), Span(20, 30)]
    with pytest.raises(InvalidError, match="this quote holds some of that already"):
        marking.with_part(one, Span(29, 31))


def test_a_part_is_selected_or_a_quotation() -> None:
    text = "“新桥很好，”她说，“不绕路了。”"
    units = Units(LogicalView(text, Joins()), Segmenter())
    second = Span(text.rindex("“"), len(text))
    assert marking.part(None, second.start + 2, units) == second
    assert marking.part(Span(1, 3), second.start, units) == Span(1, 3)
    with pytest.raises(InvalidError, match="no quotation is here"):
        marking.part(None, text.index("她"), units)
