"""Undo, redo and the log of who did what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.dates import is_date
from annotations.errors import InvalidError
from annotations.store import naming

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotations.records import Step, StepFilter
    from annotations.store.journal import RowChange
    from annotations.store.project import Project


_HOURS = r"([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{3}Z?)?)?)?"
_DAY = len("2026-11-21")


class History:
    """What was done in one project; undo and redo are this analyst's own."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._journal = project.journal

    def undo(self, most: int | None = None) -> Step | None:
        """Take back this analyst's latest action; None if there is none.

        Args:
            most: rows that it may have changed; without it, any number.

        Raises:
            CannotUndoError: something later changed or needs the same rows.
            LargeStepError: it changed more; nothing was done.
        """
        return self._journal.undo(most)

    def redo(self, most: int | None = None) -> Step | None:
        """Bring back what was undone last; None if there is nothing.

        Args:
            most: see ``undo``.

        Raises:
            CannotUndoError: something else changed the same rows since.
            LargeStepError: see ``undo``.
        """
        return self._journal.redo(most)

    def take_back(self, step_id: str, most: int | None = None) -> Step:
        """Undo one action of anybody, whatever came after it.

        Args:
            step_id: which.
            most: see ``undo``.

        Raises:
            CannotUndoError: something later changed or needs the same rows, or it is
                undone already.
            LargeStepError: see ``undo``.
            NotFoundError: there is no such action.
        """
        return self._journal.take_back(step_id, most)

    def find(self, wanted: str) -> Step:
        """The one action with this identity or this end of it.

        Raises:
            NotFoundError: none or several.
        """
        return self._journal.find(wanted)

    def steps(self, limit: int = 100, matching: StepFilter | None = None) -> list[Step]:
        """The latest actions of everybody, all or those that match, newest first.

        Raises:
            InvalidError: ``since`` or ``until`` is no time.
        """
        from annotations.records import StepFilter

        matching = matching or StepFilter()
        for time in (matching.since, matching.until):
            if time and not _is_time(time):
                raise InvalidError(
                    f"{time} is no time", "as 2026-11, 2026-11-21 or 2026-11-21T08:30"
                )
        return self._journal.steps(matching, limit)

    @property
    def latest(self) -> str:
        """Identity of the newest action of anybody; empty if there is none."""
        return self._journal.latest()

    def documents_since(self, step_id: str) -> set[str] | None:
        """Documents in which something was done after a step.

        None if something was done that is not in one document, or no such step is
        known.
        """
        return self._journal.documents_since(step_id)

    def changes(self, step_id: str, most: int | None = None) -> list[RowChange]:
        """What one action did, row by row: all of it or the first so many rows."""
        return self._journal.changes(step_id, most)

    def told(self, step_id: str, most: int | None = None) -> list[str]:
        """What one action did in words, a line for each row: what it was, what it is.

        Args:
            step_id: which.
            most: rows that are looked at; without it, all.
        """
        changes = self.changes(step_id, most)
        ids = {
            str(value)
            for change in changes
            for row in (change.before, change.after)
            for name, value in (row or {}).items()
            if name in _NAMED and value
        }
        names = naming.names(self._project, ids) if ids else {}
        return [line for change in changes if (line := _difference(change, names))]

    def changed_rows(self, step_id: str) -> int:
        """How many rows one action changed; costs the same for any number."""
        return self._journal.changed_rows(step_id)


def _is_time(text: str) -> bool:
    """Whether it is a time as it is stored, or begins one: they are compared as text."""
    day, parting, hours = text.partition("T")
    if not parting:
        return is_date(day)
    is_day = len(day) == _DAY and is_date(day)
    return is_day and re.fullmatch(_HOURS, hours, re.ASCII) is not None


_TOLD_BY_OTHERS = frozenset({"updated_at", "created_at", "added_at", "position"})


_NAMED = frozenset({"speaker_id", "tag_id", "document_id", "parent_id"})
"""Columns that hold the identity of what has a name."""


def _difference(change: RowChange, names: Mapping[str, str]) -> str:
    before, after = change.before, change.after
    if before is not None and after is not None:
        told = [
            f"{_label(name)}: {_shown(before[name], names)} → {_shown(value, names)}"
            for name, value in after.items()
            if value != before[name] and name not in _TOLD_BY_OTHERS
        ]
        return f"{change.table}  {'; '.join(told)}" if told else ""
    row = after or before or {}
    told = [
        f"{_label(name)}: {_shown(value, names)}"
        for name, value in row.items()
        if value not in {None, ""}
        and name not in _TOLD_BY_OTHERS
        and (name in _NAMED or not name.endswith("id"))
    ]
    return f"{'+' if after else '-'} {change.table}  {'; '.join(told)}"


def _label(column: str) -> str:
    return column.removesuffix("_id") if column in _NAMED else column


def _shown(value: object, names: Mapping[str, str]) -> str:
    return "“”" if value in {None, ""} else names.get(str(value), str(value))
