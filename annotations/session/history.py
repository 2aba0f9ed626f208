"""Undo, redo and the log of who did what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.model import Step
    from annotations.store.project import Project


class History:
    """What was done in one project; undo and redo are this analyst's own."""

    def __init__(self, project: Project) -> None:
        self._journal = project.journal

    def undo(self) -> Step | None:
        """Take back this analyst's latest action; None if there is none.

        Raises:
            CannotUndoError: something later changed or needs the same rows.
        """
        return self._journal.undo()

    def redo(self) -> Step | None:
        """Bring back what was undone last; None if there is nothing.

        Raises:
            CannotUndoError: something else changed the same rows since.
        """
        return self._journal.redo()

    def steps(self, limit: int = 100) -> list[Step]:
        """The latest actions of everybody, newest first."""
        return self._journal.steps(limit)
