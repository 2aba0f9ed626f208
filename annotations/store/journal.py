"""The journal: every change of the project, row by row, and how to take it back.

An action is one transaction. It records each row it touched as it was before and after,
so undoing needs to know nothing about what the action meant: the rows go back, provided
they still are as the action left them.

Actions are in order of ``rowid``, the order in which they were committed: identities
hold the clocks of several hosts.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.errors import (
    CannotUndoError,
    ClashError,
    LargeStepError,
    NotFoundError,
)
from annotations.identity import new_id, now
from annotations.store.connection import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from sqlite3 import Connection

    from annotations.records import Step, StepFilter
    from annotations.store.database import Database

Row = dict[str, Any]

KEYS: dict[str, tuple[str, ...]] = {
    "documents": ("id",),
    "speakers": ("id",),
    "speaker_aliases": ("alias",),
    "annotations": ("id",),
    "spans": ("annotation_id", "text_id", "part", "number"),
    "tags": ("id",),
    "annotation_tags": ("annotation_id", "tag_id"),
    "doubts": ("annotation_id",),
    "conflicts": ("id",),
    "identities": ("id",),
    "suggestions": ("annotation_id",),
    "lexicon": ("kind", "word"),
    "rule_settings": ("name",),
    "review_filters": ("name",),
}
"""The journaled tables and their primary keys."""


_OF_PARTS = frozenset(("documents",))
"""Tables whose columns stand for themselves: a title, whichever text is read."""


class RowChange(NamedTuple):
    """One row as an action found it and left it; None where there was or is none."""

    table: str
    key: tuple[Any, ...]
    before: Row | None
    after: Row | None


class Action:
    """The writes of one transaction, recorded as they are made.

    Got from ``Journal.action``; the only way to change a journaled table.
    """

    def __init__(self, database: Database, action_id: str, label: str) -> None:
        self.id = action_id
        self.label = label
        """Set anew by callers that know only at the end what they did, in numbers."""
        self.annotation_id: str | None = None
        """Set by callers that act on a single annotation; the history can then lead there."""
        self.is_event = False
        """Set by who wants it in the history even if it changes no row."""
        self.is_merge = False
        """Set by who brings in what others decided, and decides nothing itself."""
        self._database = database
        self._changes = 0

    def insert(self, table: str, row: Mapping[str, Any]) -> None:
        """Add a row and record it."""
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        self._database.conn.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",
            tuple(row.values()),
        )
        key = [row[name] for name in KEYS[table]]
        self._record(table, key, None, self.fetch(table, key))

    def update(self, table: str, key: list[Any], changes: Mapping[str, Any]) -> None:
        """Change a row and record it as it was and as it is.

        Raises:
            NotFoundError: there is no such row.
        """
        before = self.fetch(table, key)
        if before is None:
            raise NotFoundError(f"no such row in {table}")
        assignments = ", ".join(f'"{name}" = ?' for name in changes)
        self._database.conn.execute(
            f"UPDATE {table} SET {assignments} WHERE {_where(table)}",
            (*changes.values(), *key),
        )
        after = self.fetch(table, key)
        if after != before:
            self._record(table, key, before, after)

    def delete(self, table: str, key: list[Any]) -> None:
        """Remove a row and record what it was; a missing one is no error."""
        before = self.fetch(table, key)
        if before is None:
            return
        self._database.conn.execute(
            f"DELETE FROM {table} WHERE {_where(table)}",
            tuple(key),
        )
        self._record(table, key, before, None)

    def fetch(self, table: str, key: list[Any]) -> Row | None:
        """The row as it stands in this transaction."""
        return row_with(self._database.conn, table, key)

    def defer_references(self) -> None:
        """Let rows refer to what is not there, as long as it is at the action's end."""
        self._database.conn.execute("PRAGMA defer_foreign_keys = ON")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was changed."""
        return self._changes == 0

    def _record(
        self, table: str, key: list[Any], before: Row | None, after: Row | None
    ) -> None:
        self._database.conn.execute(
            "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?)",
            (self.id, self._changes, table, _dump(key), _dump(before), _dump(after)),
        )
        self._changes += 1


class Journal:
    """One analyst's hand on the journal of one project."""

    def __init__(self, database: Database, analyst_id: str) -> None:
        self._database = database
        self._analyst_id = analyst_id
        self.mend: Callable[[Action], None] | None = None
        """Runs within a step back, when its rows are back: what they alone cannot
        bring about, such as a place in a text that has changed meanwhile."""

    @contextmanager
    def action(
        self, label: str, document_id: str | None = None, undoes: str | None = None
    ) -> Iterator[Action]:
        """One committed transaction; when it raises, nothing of it has happened.

        Args:
            label: what it does, in words, for the history.
            document_id: where, if it stays within one document.
            undoes: the action that this one takes back.
        """
        with writing(self._database):
            action = Action(self._database, new_id(), label)
            execute = self._database.conn.execute
            # The row comes first for the foreign key of its changes; what is known
            # only at the end is filled in then.
            execute(
                "INSERT INTO actions (id, analyst_id, at, label, document_id, undoes)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (action.id, self._analyst_id, now(), label, document_id, undoes),
            )
            yield action
            if action.is_empty and not action.is_event:
                execute("DELETE FROM actions WHERE id = ?", (action.id,))
            else:
                execute(
                    "UPDATE actions SET annotation_id = ?, label = ?, is_merge = ?"
                    " WHERE id = ?",
                    (action.annotation_id, action.label, action.is_merge, action.id),
                )

    def undo(self, most: int | None = None) -> Step | None:
        """Take back this analyst's latest action in effect; None if there is none.

        Raises:
            CannotUndoError: something later has changed the same rows or needs them.
            LargeStepError: it changed more than ``most`` rows.
        """
        found = self._one(
            "SELECT id FROM actions WHERE analyst_id = ? AND undoes IS NULL"
            " AND undone_by IS NULL AND merged_by IS NULL ORDER BY rowid DESC LIMIT 1"
        )
        return None if found is None else self.take_back(found, most)

    def redo(self, most: int | None = None) -> Step | None:
        """Bring back what this analyst undid last, unless something new came since.

        Raises:
            CannotUndoError: something else has changed the same rows since.
            LargeStepError: see ``undo``.
        """
        # Both walk back by rowid from the newest action, which is near what is sought.
        found = self._one(
            "SELECT undo.id FROM actions AS undo NOT INDEXED"
            " CROSS JOIN actions AS done ON done.id = undo.undoes AND done.undoes IS NULL"
            " WHERE undo.analyst_id = ?1 AND undo.undone_by IS NULL"
            " AND undo.merged_by IS NULL AND undo.rowid > coalesce("
            "   (SELECT rowid FROM actions NOT INDEXED WHERE analyst_id = ?1"
            "    AND undoes IS NULL AND merged_by IS NULL"
            "    ORDER BY rowid DESC LIMIT 1), 0)"
            " ORDER BY undo.rowid DESC LIMIT 1"
        )
        return None if found is None else self.take_back(found, most)

    def take_back(self, action_id: str, most: int | None = None) -> Step:
        """Undo one action, whichever it is, as an action of its own.

        Returns:
            The action taken back.

        Raises:
            CannotUndoError: something later has changed the same rows or needs them.
            LargeStepError: see ``undo``.
        """
        step = self.step(action_id)
        if step.undoes and (redone := self.step(step.undoes).undoes):
            # What brought something back is undone by undoing that.
            return self.take_back(redone, most)
        verb = "redo" if step.undoes else "undo"
        label = step.deed
        if step.merged:
            raise CannotUndoError(
                f"“{label}” came with a merge", "undo the merge, or change it by hand"
            )
        if step.undone:
            raise CannotUndoError(f"“{label}” is undone already")
        if most is not None and self.changed_rows(action_id) > most:
            raise LargeStepError(f"“{label}” changed many rows")
        try:
            with self.action(f"{verb}: {label}", step.document_id, action_id) as action:
                action.annotation_id = step.annotation_id
                # The step taken back says by what, even if neither changed a row.
                action.is_event = True
                action.is_merge = self._is_merge(action_id)
                self._reverse(action, step)
                if self.mend is not None:
                    self.mend(action)
                execute = self._database.conn.execute
                execute(
                    "UPDATE actions SET undone_by = ? WHERE id = ?",
                    (action.id, action_id),
                )
                if step.undoes:
                    execute(
                        "UPDATE actions SET undone_by = NULL WHERE id = ?",
                        (step.undoes,),
                    )
        except ClashError:
            raise CannotUndoError(
                f"cannot {verb} “{label}”: something made later needs it",
                "undo that first",
            ) from None
        return step

    def latest(self) -> str:
        """Identity of the newest action of anybody; empty if there is none."""
        found = self._database.conn.execute(
            "SELECT id FROM actions ORDER BY rowid DESC LIMIT 1"
        ).fetchone()
        return found[0] if found else ""

    def documents_since(self, action_id: str) -> set[str] | None:
        """Documents in which actions after one were done; None if one is in none."""
        rows = self._database.conn.execute(
            "SELECT DISTINCT document_id FROM actions"
            " WHERE rowid >= (SELECT rowid FROM actions WHERE id = ?1) AND id <> ?1"
            " UNION ALL SELECT NULL WHERE NOT EXISTS"
            " (SELECT 1 FROM actions WHERE id = ?1)",
            (action_id,),
        )
        found = {row[0] for row in rows}
        return None if None in found else found

    def step(self, action_id: str) -> Step:
        """One action of the history.

        Raises:
            NotFoundError: there is no such action.
        """
        steps = self._steps("WHERE actions.id = ?", (action_id,))
        if not steps:
            raise NotFoundError(f"no action {action_id} in the history")
        return steps[0]

    def find(self, wanted: str) -> Step:
        """The one action with this identity or this end of it (4 characters or more).

        Raises:
            NotFoundError: none or several.
        """
        found = self._steps(
            "WHERE actions.id = ?1 OR (length(?1) >= 4"
            " AND substr(actions.id, -length(?1)) = ?1) LIMIT 2",
            (wanted,),
        )
        if len(found) != 1:
            many = "several actions" if found else "no action"
            raise NotFoundError(f"{many} called {wanted}", "see pizhu history")
        return found[0]

    def steps(self, matching: StepFilter, limit: int) -> list[Step]:
        """The latest actions of everybody that match, newest first."""
        conditions: list[str] = ["actions.rowid > 0"]
        values: list[Any] = []
        for condition, value in (
            ("analysts.name = ?", matching.analyst),
            ("document_id = ?", matching.document_id),
            ("annotation_id = ?", matching.annotation_id),
            ("at >= ?", matching.since),
            ("at < ?", matching.until),
            ("instr(label, ?)", matching.label),
            (
                "actions.rowid < (SELECT rowid FROM actions WHERE id = ?)",
                matching.before,
            ),
        ):
            if value:
                conditions.append(condition)
                values.append(value)
        where = " AND ".join(conditions)
        return self._steps(
            f"WHERE {where} ORDER BY actions.rowid DESC LIMIT ?", (*values, limit)
        )

    def changes(self, action_id: str, most: int | None = None) -> list[RowChange]:
        """What one action did, row by row, in its order: all of it or so many rows."""
        rows = self._database.conn.execute(
            'SELECT table_name, row_key, before, "after" FROM changes'
            " WHERE action_id = ? ORDER BY number LIMIT ?",
            (action_id, -1 if most is None else most),
        )
        return [
            RowChange(table, tuple(json.loads(key)), _load(before), _load(after))
            for table, key, before, after in rows
        ]

    def changed_rows(self, action_id: str) -> int:
        """How many rows one action changed; they are numbered from 0."""
        found = self._database.conn.execute(
            "SELECT number FROM changes WHERE action_id = ?"
            " ORDER BY number DESC LIMIT 1",
            (action_id,),
        ).fetchone()
        return found[0] + 1 if found else 0

    def _is_merge(self, action_id: str) -> bool:
        found = self._database.conn.execute(
            "SELECT is_merge FROM actions WHERE id = ?", (action_id,)
        ).fetchone()
        return bool(found[0])

    def _reverse(self, action: Action, step: Step) -> None:
        # Rows of one action may refer to each other; what counts is the end.
        action.defer_references()
        for table, key_values, before, after in reversed(self.changes(step.id)):
            key = list(key_values)
            changed = _changed(table, before, after)
            if _part(action.fetch(table, key), changed) != _part(after, changed):
                raise CannotUndoError(
                    f"“{step.label}” was changed again since",
                    "undo the later change first",
                )
            if before is None:
                action.delete(table, key)
            elif after is None:
                action.insert(table, before)
            else:
                action.update(table, key, {name: before[name] for name in changed})

    def _one(self, sql: str) -> str | None:
        found = self._database.conn.execute(sql, (self._analyst_id,)).fetchone()
        return None if found is None else str(found[0])

    def _steps(self, tail: str, values: tuple[Any, ...]) -> list[Step]:
        from annotations.records import Step

        found = self._database.conn.execute(
            "SELECT actions.id, label, analysts.name, at, document_id, annotation_id,"
            " undoes, undone_by IS NOT NULL, merged_by IS NOT NULL FROM actions"
            f" JOIN analysts ON analysts.id = analyst_id {tail}",
            values,
        )
        return [Step(*(*row[:-2], bool(row[-2]), bool(row[-1]))) for row in found]


def row_with(connection: Connection, table: str, key: list[Any]) -> Row | None:
    """The row of a journaled table that has this key."""
    return next(rows_where(connection, table, _where(table), key), None)


def rows_where(
    connection: Connection, table: str, where: str, values: list[Any]
) -> Iterator[Row]:
    """Rows of a table by column, as the journal records them."""
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {where}", values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _where(table: str) -> str:
    return " AND ".join(f'"{name}" = ?' for name in KEYS[table])


def _changed(table: str, before: Row | None, after: Row | None) -> list[str]:
    """The columns that have to be as a step left them for it to be taken back."""
    whole = list(before or after or ())
    if before is None or after is None or table not in _OF_PARTS:
        return whole
    return [name for name in whole if before[name] != after[name]]


def _part(row: Row | None, names: list[str]) -> Row | None:
    return row and {name: row[name] for name in names}


def _load(text: str | None) -> Row | None:
    return json.loads(text) if text else None


def _dump(value: object) -> str | None:
    if value is None:
        return None
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
