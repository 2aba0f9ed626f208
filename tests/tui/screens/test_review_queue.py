"""The queue under review."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Status
from tui.screens.review_queue import ReviewQueue


def test_it_walks_from_decision_to_decision() -> None:
    queue = ReviewQueue(["a", "b", "c"])
    assert (queue.current, queue.following, queue.number) == ("a", "b", "1/3")
    queue.decide(Status.ACCEPTED)
    queue.leave_for_later()
    assert (queue.current, queue.before, queue.left) == ("c", "b", 1)
    queue.skip()
    assert (queue.current, queue.number) == (None, "3/3")
    assert (queue.decided, queue.later, queue.elsewhere) == (1, 1, 1)
    assert queue.undecided == ["b", "c"]
    assert queue.counts == {"accepted": 1}


def test_back_shows_what_was_decided_and_undo_forgets_it() -> None:
    queue = ReviewQueue(["a", "b"])
    assert not queue.back()
    queue.decide(Status.REJECTED)
    assert queue.back()
    assert queue.decision("a") is Status.REJECTED
    assert not queue.stands("a", Status.SUGGESTED)
    assert queue.decision("a") is None


def test_what_an_undo_leaves_is_decided_if_it_was_decided_here() -> None:
    queue = ReviewQueue(["a", "b"])
    for status in (Status.ACCEPTED, Status.REJECTED):
        queue.go_to("a")
        queue.decide(status)
    for status, is_new in (
        (Status.REJECTED, False),
        (Status.ACCEPTED, True),
        (Status.SUGGESTED, False),
        (Status.ACCEPTED, True),
        (Status.ACCEPTED, False),
        (Status.REJECTED, True),
        (None, False),
        (Status.REJECTED, True),
    ):
        assert queue.stands("a", status) is is_new
        known = status if status is not Status.SUGGESTED else None
        assert queue.decision("a") is known
    assert not queue.stands("b", Status.ACCEPTED)
    assert queue.counts == {"rejected": 1}


def test_all_at_once_is_taken_back_and_brought_back_at_once() -> None:
    queue = ReviewQueue(["a", "b", "c", "d"])
    queue.decide(Status.REJECTED)
    queue.decide_all(["b", "c"], Status.ACCEPTED, "step")
    assert (queue.current, queue.counts) == ("d", {"rejected": 1, "accepted": 2})
    for _ in range(2):
        assert queue.take_back_all("step")
        assert (queue.current, queue.counts) == ("b", {"rejected": 1})
        assert queue.undecided == ["b", "c", "d"]
        assert queue.bring_back_all("step")
        assert (queue.current, queue.counts) == ("d", {"rejected": 1, "accepted": 2})
    assert not queue.take_back_all("another")
    assert not queue.bring_back_all("another")
    assert queue.current == "d"


def test_it_begins_where_one_left_if_that_is_still_there() -> None:
    assert ReviewQueue(["a", "b"], "b").current == "b"
    assert ReviewQueue(["a", "b"], "gone").current == "a"
    assert ReviewQueue([]).current is None


def test_all_at_once_ends_it() -> None:
    queue = ReviewQueue(["a", "b", "c"])
    queue.decide(Status.REJECTED)
    queue.decide_all(["b", "c"], Status.ACCEPTED, "step")
    assert (queue.current, queue.counts) == (None, {"rejected": 1, "accepted": 2})


def test_what_all_at_once_left_comes_behind_it() -> None:
    queue = ReviewQueue(["a", "b", "c", "d"])
    queue.skip()
    queue.decide(Status.REJECTED)
    queue.decide_all(["c"], Status.ACCEPTED, "step")
    assert (queue.current, queue.number, queue.left) == ("a", "3/4", 2)
    queue.skip()
    assert (queue.current, queue.elsewhere) == ("d", 1)
    queue.decide(Status.ACCEPTED)
    assert queue.current is None


@given(
    st.lists(st.text("ab", min_size=1, max_size=3), unique=True, max_size=6),
    st.lists(st.sampled_from(["decide", "later", "skip", "back", "to"]), max_size=20),
)
def test_it_never_leaves_its_ends(ids: list[str], moves: list[str]) -> None:
    queue = ReviewQueue(ids)
    for move in moves:
        if move == "decide":
            queue.decide(Status.ACCEPTED)
        elif move == "later":
            queue.leave_for_later()
        elif move == "skip" and queue.current is not None:
            queue.skip()
        elif move == "back":
            queue.back()
        elif ids:
            assert queue.go_to(ids[-1])
        assert 0 <= queue.left <= len(ids)
        assert (queue.current is None) == (queue.left == 0)
