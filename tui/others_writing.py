"""What changes the project waits until nobody else writes, while the screen goes on.

SQLite lets one write at a time, and would wait itself: on the interface's thread nothing
could be drawn meanwhile. Another analyst's merge may take a minute.
"""

from __future__ import annotations

from asyncio import sleep
from typing import TYPE_CHECKING

from tui.keymap import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.session import Session

WAITING = "Somebody else is writing to the project; this waits …"
GIVEN_UP = "Not done: somebody else still writes to the project; try again later"
_CHANGING = frozenset(one.bare_action for one in COMMANDS if one.changes)
_SETTLING = frozenset(
    {"choose", "submit", "save", "remove", "undo", "redo", "take_back"}
)
"""Actions of dialogs by which what was asked is settled."""
_PAUSE_SECONDS = 0.05
_LONGEST_SECONDS = 60


def may_change(action: str, *, in_dialog: bool) -> bool:
    """Whether an action (its bare name) may change the project."""
    return action in (_SETTLING if in_dialog else _CHANGING)


async def others_done(
    session: Session, told: Callable[[], object], is_leaving: Callable[[], bool]
) -> bool:
    """Wait until a change would be stored at once.

    Args:
        session: the project.
        told: called if one has to wait.
        is_leaving: whether the program ends meanwhile.

    Returns:
        Whether it would, and not only time ran out.
    """
    waited = 0.0
    while not session.can_write():
        if is_leaving() or waited >= _LONGEST_SECONDS:
            return False
        if not waited:
            told()
        await sleep(_PAUSE_SECONDS)
        waited += _PAUSE_SECONDS
    return True
