"""What a selection was grown from."""

from __future__ import annotations

from annotations.model import Span
from annotations.text.growing import Growth

WORD, CLAUSE, SENTENCE = (Span(4, 6),), (Span(3, 8),), (Span(0, 20),)


def test_every_stage_comes_back() -> None:
    growth = Growth(4)
    growth.note((), WORD)
    growth.note(WORD, CLAUSE)
    growth.note(CLAUSE, SENTENCE)
    assert growth.before(SENTENCE) == CLAUSE
    assert growth.before(CLAUSE) == WORD
    assert growth.before(WORD) == ()
    assert growth.before(()) is None


def test_what_was_moved_otherwise_was_grown_from_nothing() -> None:
    growth = Growth(4)
    growth.note(WORD, CLAUSE)
    assert growth.before((Span(3, 7),)) is None
    growth.note((Span(3, 7),), SENTENCE)
    assert growth.before(SENTENCE) == (Span(3, 7),)
    assert growth.before(CLAUSE) is None


def test_growing_anew_from_a_stage_forgets_the_later_ones() -> None:
    growth = Growth(4)
    growth.note(WORD, CLAUSE)
    growth.note(CLAUSE, SENTENCE)
    growth.note(WORD, SENTENCE)
    assert growth.before(SENTENCE) == WORD
    assert growth.before(CLAUSE) is None
