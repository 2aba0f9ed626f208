"""The places proposed for an annotation in doubt."""

from __future__ import annotations

from annotations.model import Annotation, Kind, Span
from annotations.records import InDoubt, Proposal
from tui.screens.review_doubt import ReviewDoubt

ONE = Annotation("a", "d", Kind.QUOTE, "direct", (Span(0, 4),), ("“绕\n\n路”",))
PROPOSALS = (
    Proposal(0.71, (Span(9, 12), Span(14, 18))),
    Proposal(0.6, (Span(1, 3),)),
)


def test_the_old_words_stand_beside_the_new_place() -> None:
    doubt = ReviewDoubt(InDoubt(ONE, "t", PROPOSALS))
    assert doubt.show_next()
    assert [text for text, _ in doubt.lines()] == [
        "place 2/2, 0.60: a takes it, P shows the next, or select another one",
        "was: “绕路”",
    ]


def test_after_the_last_place_comes_the_first() -> None:
    doubt = ReviewDoubt(InDoubt(ONE, "t", PROPOSALS))
    doubt.show_next()
    doubt.show_next()
    assert doubt.spans == PROPOSALS[0].spans


def test_a_selection_of_ones_own_is_chosen_before_the_shown_place() -> None:
    doubt = ReviewDoubt(InDoubt(ONE, "t", PROPOSALS))
    assert doubt.chosen(Span(20, 22)) == [Span(20, 22)]
    assert doubt.chosen(None) == PROPOSALS[0].spans
    # The first part of the shown place is what is selected to show it.
    assert doubt.chosen(Span(9, 12)) == PROPOSALS[0].spans


def test_without_a_proposed_place_one_has_to_be_selected() -> None:
    doubt = ReviewDoubt(InDoubt(ONE, "t", ()))
    assert "no place found" in doubt.lines()[0][0]
    assert not doubt.show_next()
    assert not doubt.chosen(None)
    assert doubt.chosen(Span(20, 22)) == [Span(20, 22)]
