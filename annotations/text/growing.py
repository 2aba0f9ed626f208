"""What a selection was grown from, so that shrinking it takes the growing back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.model import Span

    Places = tuple[Span, ...]
    """What is selected; empty if nothing was."""


class Growth:
    """The stages of one selection, each of them grown from the one before.

    Args:
        place: source offset at which the selection was begun; whatever it shrinks to
            holds that.
    """

    def __init__(self, place: int) -> None:
        self.place = place
        self._stages: list[Places] = []

    def note(self, before: Places, after: Places) -> None:
        """Note that ``before`` was grown to ``after``."""
        known = self._stages
        kept = known[: known.index(before)] if before in known else []
        self._stages = [*kept, before, after]

    def before(self, now: Places) -> Places | None:
        """What ``now`` was grown from; None if it was not, or something else moved it."""
        at = self._stages.index(now) if now in self._stages else 0
        return self._stages[at - 1] if at else None
