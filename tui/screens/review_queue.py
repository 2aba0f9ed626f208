"""The queue under review: where one is, what was decided, what is left. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Status


class ReviewQueue:
    """Identities of annotations, one of them at hand.

    Args:
        ids: what waits, in order.
        at: identity of the one to begin with; the first one if it is not among them.
    """

    def __init__(self, ids: Sequence[str] = (), at: str = "") -> None:
        self._ids = list(ids)
        self._at = 0
        self._decided: dict[str, Status] = {}
        self._ever: dict[str, frozenset[Status]] = {}
        """What was decided on each here at any time; some may be taken back by now."""
        self._together: dict[str, tuple[Sequence[str], Status]] = {}
        """What was decided on many at once, by step."""
        self.later = 0
        """How many were left for later."""
        self._elsewhere: set[str] = set()
        self.go_to(at)

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def current(self) -> str | None:
        """The one at hand; None when the queue is through."""
        return self._ids[self._at] if self._at < len(self._ids) else None

    @property
    def following(self) -> str | None:
        """The one after it."""
        return self._ids[self._at + 1] if self._at + 1 < len(self._ids) else None

    @property
    def before(self) -> str | None:
        """The one before it."""
        return self._ids[self._at - 1] if self._at else None

    @property
    def number(self) -> str:
        """Which one it is, as ``3/12``."""
        return f"{min(self._at + 1, len(self._ids))}/{len(self._ids)}"

    @property
    def left(self) -> int:
        """How many come from the one at hand on."""
        return len(self._ids) - self._at

    @property
    def undecided(self) -> list[str]:
        """All that nothing was decided on here, those before the one at hand as well."""
        return [one for one in self._ids if one not in self._decided]

    @property
    def decided(self) -> int:
        """How many were decided on here."""
        return len(self._decided)

    @property
    def elsewhere(self) -> int:
        """How many were decided or deleted by somebody else."""
        return len(self._elsewhere)

    @property
    def counts(self) -> Counter[str]:
        """How many were decided on here, by status."""
        return Counter(str(status) for status in self._decided.values())

    def decision(self, identity: str) -> Status | None:
        """What was decided on one of them here."""
        return self._decided.get(identity)

    def decide(self, status: Status) -> None:
        """Note what was decided on the one at hand, and go on."""
        if self.current is not None:
            self._note([self.current], status)
            self._at += 1

    def go_on(self) -> None:
        """Go to the next, because this one is decided."""
        self._at = min(self._at + 1, len(self._ids))

    def decide_all(
        self, identities: Sequence[str], status: Status, step_id: str
    ) -> None:
        """Note what one step decided on many, and go on to what is undecided: behind it."""
        self._note(identities, status)
        self._together[step_id] = identities, status
        left = self.undecided
        self._ids = [one for one in self._ids if one in self._decided] + left
        self._at = len(self._ids) - len(left)

    def leave_for_later(self) -> None:
        """Go on without a decision."""
        if self.current is not None:
            self.later += 1
            self._at += 1

    def skip(self) -> None:
        """Go on, because somebody else has decided on it."""
        if self.current is not None:
            self._elsewhere.add(self.current)
            self._at += 1

    def back(self) -> bool:
        """Go to the one before; say whether there is one."""
        if not self._at:
            return False
        self._at -= 1
        return True

    def go_to(self, identity: str) -> bool:
        """Go to one of them; say whether it is among them."""
        if identity not in self._ids:
            return False
        self._at = self._ids.index(identity)
        return True

    def take_back_all(self, step_id: str) -> bool:
        """A step was undone: if it decided on many here, go back to the first of them.

        Returns:
            Whether it did.
        """
        if step_id not in self._together:
            return False
        identities, _ = self._together[step_id]
        for one in identities:
            self._decided.pop(one, None)
        self.go_to(next(iter(identities), ""))
        return True

    def bring_back_all(self, step_id: str) -> bool:
        """A step was redone: if it decided on many here, they are decided again.

        Returns:
            Whether it did.
        """
        if step_id not in self._together:
            return False
        self.decide_all(*self._together[step_id], step_id)
        return True

    def stands(self, identity: str, status: Status | None) -> bool:
        """An undo or a redo left one of them so.

        It is decided if that was decided here, now or before something else was.

        Args:
            identity: which.
            status: what is decided on it; None if nothing can be yet.

        Returns:
            Whether something is decided on it that was not before.
        """
        was = self._decided.pop(identity, None)
        if status is None or status not in self._ever.get(identity, ()):
            return False
        self._decided[identity] = status
        return was is not status

    def _note(self, identities: Sequence[str], status: Status) -> None:
        alone = frozenset({status})
        self._decided |= dict.fromkeys(identities, status)
        for one in identities:
            self._ever[one] = self._ever.get(one, alone) | alone
