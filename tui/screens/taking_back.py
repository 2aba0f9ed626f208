"""Undo and redo for every screen: a small step at once, a large one in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from annotations.errors import LargeStepError, PizhuError
from tui.screens.background import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from annotations.records import Step
    from annotations.session import Session
    from annotations.session.history import History

Taken = TypeVar("Taken", "Step", "Step | None")

_AT_ONCE = 200
"""Rows that are put back while a key waits."""


def undo(history: History, most: int | None) -> Step | None:
    """Take back the last step; see ``step_back``."""
    return history.undo(most)


def redo(history: History, most: int | None) -> Step | None:
    """Bring back what was undone; see ``step_back``."""
    return history.redo(most)


def step_back(
    screen: DOMNode,
    session: Session,
    way: Callable[[History, int | None], Taken],
    done: Callable[[Taken], object],
    failed: Callable[[PizhuError], object],
    tell: Callable[[str], object],
) -> None:
    """Take a step back or forward, and tell the screen how it went.

    Args:
        screen: the one that waits.
        session: the project.
        way: which step; is given the most rows that it may change, or None for any.
        done: called with the step that was taken, at once or when a thread is through.
        failed: called with what it said if it was refused.
        tell: called with words for it if it takes a while.
    """
    try:
        step = way(session.history, _AT_ONCE)
    except LargeStepError:
        tell("Putting many rows back …")
        in_background(
            screen,
            session,
            lambda own: way(own.history, None),
            done,
            failed,
            group="step",
        )
    except PizhuError as error:
        failed(error)
    else:
        done(step)
