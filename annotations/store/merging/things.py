"""The things of a project that are merged as one: an annotation with all its rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotations.store.journal import KEYS, row_with, rows_where

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from annotations.store.journal import Row

State = dict[str, list["Row"]]
"""One thing: its rows by table, each table in the order of its key."""

PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "document": (("documents", "id"),),
    "tag": (("tags", "id"),),
    "speaker": (("speakers", "id"), ("speaker_aliases", "speaker_id")),
    "annotation": (
        ("annotations", "id"),
        ("spans", "annotation_id"),
        ("annotation_tags", "annotation_id"),
        ("doubts", "annotation_id"),
    ),
}
"""The tables of each kind of thing, its own first, and the column that names it."""

KINDS = (*PARTS, "row")
"""What refers to something comes after it. A ``row`` is a thing by itself."""

KIND_OF = {table: kind for kind, parts in PARTS.items() for table, _ in parts}

OWN = frozenset({"added_at", "added_by", "position", "created_at", "analyst_id"})
"""Columns that stay as they are here: how it came about, not what it says."""
_UNSAID = OWN | {"updated_at"}
"""Columns that may differ without anybody having disagreed."""
_GIVEN = OWN | {"path", "colour"}
"""Columns of what is made that nobody needs to have thought of."""
_NOTHING = ("", None)
"""What a column holds of which nothing was said."""

_KNOWN = """
    SELECT 1 FROM actions AS one
    LEFT JOIN actions AS merge ON merge.id = one.merged_by
    WHERE one.id = ? AND merge.undone_by IS NULL
"""

_TOUCHES = """
    SELECT DISTINCT one.id, one.at FROM changes
    JOIN actions AS one ON one.id = action_id
    LEFT JOIN actions AS merge ON merge.id = one.merged_by
    WHERE merge.undone_by IS NULL AND NOT one.is_merge AND table_name = ?
"""
"""What a merge wrote was decided by the actions that came with it."""
_BY_KEY = f"{_TOUCHES} AND row_key >= ? AND row_key < ?"
_BY_SPEAKER = (
    f"{_TOUCHES} AND json_extract(coalesce(\"after\", before), '$.speaker_id') = ?"
)
"""The key of an alias is the alias: whose it is stands in the row."""

_BEFORE = """
    SELECT before FROM changes JOIN actions ON actions.id = action_id
    WHERE table_name = ? AND row_key IN (SELECT value FROM json_each(?))
    AND action_id IN (SELECT value FROM json_each(?))
    ORDER BY actions.rowid, number LIMIT 1
"""

_CHANGES = """
    SELECT table_name, row_key, before, "after" FROM changes
    WHERE action_id = ? ORDER BY number
"""


class Things:
    """The things of one project, and who touched them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def state(self, kind: str, entity_id: str) -> State | None:
        """The rows of one thing; None if it is not there."""
        if kind == "row":
            table, _, key = entity_id.partition(":")
            row = row_with(self._connection, table, json.loads(key))
            return None if row is None else {table: [row]}
        state: State = {}
        for table, name in PARTS[kind]:
            found = list(
                rows_where(self._connection, table, f"{name} = ?", [entity_id])
            )
            if not state and not found:
                return None
            state[table] = sorted(found, key=lambda row: key_of(table, row))
        return state

    def knows(self, action_id: str) -> bool:
        """Whether an action is in effect in the journal."""
        found = self._connection.execute(_KNOWN, (action_id,)).fetchone()
        return found is not None

    def touches(self, kind: str, entity_id: str) -> set[tuple[str, str]]:
        """(time, identity) of every action that touched one thing; of no merge."""
        parts: list[tuple[str, tuple[str, ...]]]
        if kind == "row":
            table, _, key = entity_id.partition(":")
            parts = [(_BY_KEY, (table, key, key + "\x00"))]
        else:
            start = json.dumps([entity_id])[:-1]
            # A key of one column ends in "]", one of several goes on with ",".
            parts = [
                (_BY_SPEAKER, (table, entity_id))
                if table == "speaker_aliases"
                else (_BY_KEY, (table, start, start + "~"))
                for table, _ in PARTS[kind]
            ]
        return {
            (at, action_id)
            for sql, values in parts
            for action_id, at in self._connection.execute(sql, values)
        }

    def before(
        self, kind: str, entity_ids: Iterable[str], action_ids: Iterable[str]
    ) -> State | None:
        """A thing of one table as the first of some actions found it; None if not there.

        Args:
            kind: whose only table has one column for its key.
            entity_ids: all identities that it has.
            action_ids: those that touched it.
        """
        ((table, _),) = PARTS[kind]
        keys = [json.dumps([one]) for one in entity_ids]
        found = self._connection.execute(
            _BEFORE, (table, json.dumps(keys), json.dumps(list(action_ids)))
        ).fetchone()
        return (
            None if not found or found[0] is None else {table: [json.loads(found[0])]}
        )

    def touched(self, action_ids: Iterable[str]) -> dict[str, dict[str, None]]:
        """Identities of what actions touched, by kind, in order."""
        touched: dict[str, dict[str, None]] = {}
        for action_id in action_ids:
            for table, key, before, after in self._connection.execute(
                _CHANGES, (action_id,)
            ):
                if found := self._thing(table, key, json.loads(after or before)):
                    kind, entity_id = found
                    touched.setdefault(kind, {})[entity_id] = None
        return touched

    def _thing(self, table: str, key: str, row: Row) -> tuple[str, str] | None:
        """Kind and identity of what a row is of; None if it is of nothing."""
        if table == "conflicts":
            return None
        if table == "identities":
            # What one host alone has joined may be new to the other.
            kept = row["kept_id"]
            kinds = (kind for kind in PARTS if self.state(kind, kept) is not None)
            return next(((kind, kept) for kind in kinds), None)
        kind = KIND_OF.get(table, "row")
        if kind == "row":
            return kind, f"{table}:{key}"
        if table == "speaker_aliases":
            return kind, row["speaker_id"]
        return kind, json.loads(key)[0]


def key_of(table: str, row: Row) -> tuple[Any, ...]:
    """The primary key of a row."""
    return tuple(row[name] for name in KEYS[table])


def essence(state: State) -> State:
    """A state without what may differ though nobody disagreed."""
    return {
        table: [
            {name: value for name, value in row.items() if name not in _UNSAID}
            for row in rows
        ]
        for table, rows in state.items()
    }


def is_former_name(own: State, state: State) -> bool:
    """Whether a speaker has the name here only as an alias: somebody has merged it."""
    return (
        "speakers" in own and own["speakers"][0]["name"] != state["speakers"][0]["name"]
    )


def filled(newer: State, older: State) -> State:
    """What was made twice, as the newer says, and the older where that says nothing."""
    state: State = {}
    for table, rows in newer.items():
        known = {key_of(table, row): row for row in older[table]}
        for row in rows:
            more = known.pop(key_of(table, row), row)
            said = {name: value for name, value in row.items() if value not in _NOTHING}
            state.setdefault(table, []).append({**more, **said})
        state.setdefault(table, []).extend(known.values())
    return state


def columns_changed(before: State | None, after: State) -> set[str]:
    """Columns of a thing of one row that hold something else than before, or are new."""
    ((row,),) = after.values()
    was: Row = {} if before is None else next(iter(before.values()))[0]
    return {
        name
        for name, value in row.items()
        if name not in _UNSAID and (name not in was or was[name] != value)
    }


def differ(own: State, state: State) -> bool:
    """Whether two said different things of what was made twice."""
    if is_former_name(own, state):
        return False
    return any(
        value not in _NOTHING and other[name] not in _NOTHING and value != other[name]
        for table, rows in own.items()
        for row, other in zip(rows, state[table], strict=False)
        if table != "speaker_aliases"
        for name, value in row.items()
        if name not in _GIVEN
    )
