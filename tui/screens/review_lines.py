"""The words of the review panel. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotations.session.reviewing import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotations.model import Annotation
    from tui.widgets.review_panel import Line

_ENOUGH, _LONG_ENOUGH = 10, 60.0
"""Decisions, or seconds spent on them, before a pace is told."""


@dataclass
class Tally:
    """How far one is."""

    filter: str
    order: str
    left: int = 0
    decided: Counter[str] = field(default_factory=Counter)
    """In this run, by status."""
    total: int = 0
    """Decisions since the queue was begun, in earlier runs as well."""
    seconds: float = 0.0
    """Spent on them."""
    later: int = 0
    elsewhere: int = 0

    @property
    def per_minute(self) -> float:
        """Decisions a minute; 0 while there are too few to say, or none in this run."""
        is_known = self.total >= _ENOUGH or self.seconds >= _LONG_ENOUGH
        if not is_known or not self.decided.total() or self.seconds <= 0:
            return 0.0
        return 60 * self.total / self.seconds

    def line(self) -> str:
        """Done, pace, what is left, what is shown."""
        counts = ", ".join(
            f"{count} {status}" for status, count in self.decided.items()
        )
        done = sum(self.decided.values())
        parts = [f"{done} done" + (f" ({counts})" if counts else "")]
        if self.per_minute:
            minutes = self.left / self.per_minute
            parts.append(f"{self.per_minute:.0f} a minute, {minutes:.0f} min left")
        if self.later:
            parts.append(f"{self.later} later")
        if self.elsewhere:
            parts.append(f"{self.elsewhere} elsewhere")
        parts.append(f"{self.filter} by {self.order}")
        return _joined(parts)


def item_lines(
    one: Annotation,
    number: str,
    corrected: Sequence[str],
    paths: Mapping[str, str],
    analyst: str,
) -> list[Line]:
    """What an item is, and what is said of it.

    Args:
        one: the item.
        number: its place in the queue, as ``3/12``.
        corrected: what of a suggestion is not as it was proposed.
        paths: of tags, by identity.
        analyst: who looks at it.
    """
    head = [
        number,
        f"{one.kind} {one.type}".strip(),
        str(one.status),
        str(one.doubt or ""),
        one.origin.removeprefix("rule:"),
        "" if one.score is None else f"{one.score:.2f}",
        f"corrected: {', '.join(corrected)}" if corrected else "",
        f"by {one.analyst}" if one.analyst != analyst else "",
    ]
    said = [
        one.speaker or ("nobody named" if one.kind == "quote" else ""),
        one.role,
        f"“{one.cue}”" if one.cue else "",
        "; ".join(paths.get(tag, "") for tag in one.tags),
        one.note,
    ]
    return [(_joined(head), True), (_joined(said), False)]


def end_lines(count: int, tally: Tally) -> list[Line]:
    """What is said when nothing more waits."""
    if not count:
        is_all = tally.filter == EVERYTHING
        nothing = "Nothing waits here" if is_all else f"Nothing matches {tally.filter}"
        return [
            (nothing, True),
            (tally.line(), False),
            ("/ chooses something else, F5 goes back to reading", False),
        ]
    left = f" · {tally.later} were left for later: space shows them"
    return [
        (f"That was the last of {count}", True),
        (tally.line(), False),
        (f"backspace goes back, F5 leaves{left if tally.later else ''}", False),
    ]


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
