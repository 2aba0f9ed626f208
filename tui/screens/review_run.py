"""A run through the queue: what is shown, in which order, how far and how fast. Pure."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from annotations.records import ReviewPlace
from annotations.session.reviewing import EVERYTHING, ORDERS, Order, waits_only
from tui.screens.review_lines import Tally
from tui.screens.review_queue import ReviewQueue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Status
    from annotations.records import DecidedTogether

_LONGEST_PAUSE = 60.0
"""Seconds between two decisions that count as work; more was a break."""


class ReviewRun:
    """Goes on where one left, unless something else is to be shown.

    Args:
        place: where one left; None if nowhere.
        filter_: what is to be shown; None for the same as then.
    """

    def __init__(self, place: ReviewPlace | None, filter_: str | None) -> None:
        is_new = place is None or (filter_ is not None and filter_ != place.filter)
        if place is None or is_new:
            place = ReviewPlace(filter_ or EVERYTHING, "place", "", 0, 0.0)
        self.filter = place.filter
        """What is shown."""
        self.order: Order = place.order if place.order in ORDERS else "place"
        """What it is sorted by."""
        self.wanted_id = place.annotation_id
        """Identity of the item at hand, or of the one to begin with."""
        self.queue = ReviewQueue()
        """The items, once they are found."""
        self.seen = ""
        """Identity of the newest step when they were; empty if there was none."""
        self._done_before = place.done
        self._seconds = place.seconds
        self._decided_at = monotonic()

    @property
    def shows_waiting_only(self) -> bool:
        """Whether the filter lets through only what waits, so that decided means done."""
        return waits_only(self.filter)

    @property
    def place(self) -> ReviewPlace:
        """Where one is."""
        return ReviewPlace(
            self.filter, self.order, self.wanted_id, self._done, self._seconds
        )

    @property
    def tally(self) -> Tally:
        """How far one is, in numbers."""
        queue = self.queue
        return Tally(
            self.filter,
            self.order,
            queue.left,
            queue.counts,
            self._done,
            self._seconds,
            queue.later,
            queue.elsewhere,
        )

    def take(self, identities: Sequence[str], seen: str = "") -> None:
        """Go through these from now on; ``seen`` is the newest step they were read at."""
        self.queue = ReviewQueue(identities, self.wanted_id)
        self.seen = seen
        self._decided_at = monotonic()

    def decide(self, status: Status) -> None:
        """Note what was decided on the item at hand, and the time it took; go on."""
        now = monotonic()
        self._seconds += min(now - self._decided_at, _LONGEST_PAUSE)
        self._decided_at = now
        self.queue.decide(status)

    def decide_all(
        self, identities: Sequence[str], status: Status, done: DecidedTogether
    ) -> None:
        """Note what was decided on many; what was passed over is what is left."""
        passed_over = {*done.passed_over}
        decided = [one for one in identities if one not in passed_over]
        self.queue.decide_all(decided, status, done.step_id)
        self.seen = done.seen

    def look_again(self) -> None:
        """Find the items again, and go on at the one at hand."""
        self._done_before += self.queue.decided

    def begin_anew(self, filter_: str | None = None) -> None:
        """Begin at the first item, of something else if that is said."""
        self.filter = self.filter if filter_ is None else filter_ or EVERYTHING
        self.look_again()
        self.wanted_id = ""

    def change_order(self) -> None:
        """Begin anew in the next of the orders."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.begin_anew()

    @property
    def _done(self) -> int:
        return self._done_before + self.queue.decided
