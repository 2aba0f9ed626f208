"""A run through the queue: where one goes on, and what counts as done."""

from __future__ import annotations

import pytest

from annotations.model import Status
from annotations.records import ReviewPlace
from annotations.session.reviewing import waits_only
from tui.screens.review_run import ReviewRun

PLACE = ReviewPlace("is:waiting kind:quote", "score", "b", 7, 60.0)


def test_one_goes_on_where_one_left() -> None:
    run = ReviewRun(PLACE, None)
    assert run.place == PLACE
    run.take(["a", "b", "c"])
    assert run.queue.current == "b"
    run.decide(Status.ACCEPTED)
    assert (run.place.done, run.tally.total) == (8, 8)
    assert run.tally.decided == {"accepted": 1}


def test_another_filter_begins_a_new_run_and_the_same_one_does_not() -> None:
    assert ReviewRun(PLACE, PLACE.filter).place == PLACE
    new = ReviewPlace("kind:claim", "place", "", 0, 0.0)
    assert ReviewRun(PLACE, "kind:claim").place == new
    assert ReviewRun(None, None).filter == "is:waiting"


def test_an_order_that_is_not_known_any_more_is_by_place() -> None:
    run = ReviewRun(ReviewPlace("is:waiting", "colour", "", 0, 0.0), None)
    assert run.order == "place"


def test_what_was_decided_counts_when_one_begins_anew() -> None:
    run = ReviewRun(PLACE, None)
    run.take(["a", "b"])
    run.decide(Status.REJECTED)
    run.change_order()
    run.take(["a"])
    assert (run.order, run.wanted_id) == ("disagreement", "")
    run.decide(Status.ACCEPTED)
    assert run.place.done == 9
    run.begin_anew("")
    assert (run.filter, run.place.done) == ("is:waiting", 10)


def test_only_a_filter_of_what_waits_takes_the_decided_for_done() -> None:
    assert ReviewRun(None, "status:flagged tag:x").shows_waiting_only
    assert not ReviewRun(None, "is:others status:accepted").shows_waiting_only
    assert ReviewRun(None, "").shows_waiting_only


@pytest.mark.parametrize(
    ("filter_", "is_so"),
    [
        ("IS：waiting 桥", True),
        ("is:doubt", True),
        ("", True),
        ("status:Flagged", True),
        ("-status:accepted -status:rejected", True),
        ("status:suggested is:mine", True),
        ("-is:waiting status:flagged", True),
        ("-status:suggested", False),
        ("-is:waiting", False),
        ("-is:doubt", False),
        ("-status:accepted", False),
        ('"status:suggested"', False),
        ("kind:claim", False),
    ],
)
def test_what_a_filter_lets_through_is_read_from_its_conditions(
    filter_: str, is_so: bool
) -> None:
    assert waits_only(filter_) is is_so
