"""Undo, redo and the history: the page goes to what a step was about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Status
from tui.screens.history import HistoryScreen
from tui.screens.taking_back import step_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Annotation
    from annotations.records import Step
    from annotations.session.history import History
    from tui.screens.reading import ReadingScreen


def take_step(
    screen: ReadingScreen,
    way: Callable[[History, int | None], Step | None],
    verb: str,
) -> None:
    """Undo or redo, show what it was about, and say so."""
    step_back(
        screen,
        screen.session,
        way,
        lambda step: screen.attempt(lambda: _show_step(screen, step, verb)),
        screen.tell_error,
        screen.tell,
    )


def _show_step(screen: ReadingScreen, step: Step | None, verb: str) -> None:
    """Show what was undone or brought back, and say so."""
    if step is None:
        screen.tell(f"Nothing to be {verb.lower()}")
        return
    _open(screen, step)
    if step.document_id is None:
        screen.reload()
    else:
        screen.reload_document(step)
    one = _find(screen, step)
    if one is not None and one.status is not Status.REJECTED:
        screen.reader.go_to(one.start, one.id)
    screen.tell(f"{verb}: {step.deed}")


def show_history(screen: ReadingScreen) -> None:
    """Show who did what; go to what was chosen."""
    history = HistoryScreen(screen.session, screen.document_id)

    def leave(step_id: str | None) -> None:
        if history.has_changed:
            screen.reload()
        if step_id:
            screen.attempt(lambda: _go_to(screen, screen.session.history.find(step_id)))

    screen.app.push_screen(history, leave)


def _go_to(screen: ReadingScreen, step: Step) -> None:
    _open(screen, step)
    one = _find(screen, step)
    if one is not None:
        screen.reader.go_to(one.start, one.id)
    else:
        screen.tell(f"There now: {step.label}")


def _open(screen: ReadingScreen, step: Step) -> None:
    """Open the document in which something was done."""
    if step.document_id and step.document_id != screen.document_id:
        screen.open_document(step.document_id)


def _find(screen: ReadingScreen, step: Step) -> Annotation | None:
    """The annotation that a step was about, if it is there now."""
    return screen.document.find(step.annotation_id) if screen.document else None
