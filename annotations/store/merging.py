"""Bringing the work of another project file into this one.

Both journals are sets of actions with identities of their own. What this project has
not seen is the actions of the other that are not in its journal; the things they
touched are looked at one by one:

- nobody touched it here since: it becomes what it is there;
- it was touched on both sides and differs: the side that was touched last stands, the
  other one is kept in ``conflicts``; what was changed on one side and removed on the
  other stands.

So a merge can be repeated, and be made in any order and both ways, and ends the same.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotations.errors import ProjectRefusedError
from annotations.identity import now
from annotations.model import Conflict, Merged
from annotations.store.journal import KEYS, row_with, rows_where

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.store.journal import Action, Row
    from annotations.store.project import Project

State = dict[str, list["Row"]]
"""One thing: its rows by table, each table in the order of its key."""

_PARTS: dict[str, tuple[tuple[str, str], ...]] = {
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

_KIND_OF = {table: kind for kind, parts in _PARTS.items() for table, _ in parts}
_ORDER = (*_PARTS, "row")
"""What refers to something comes after it."""

_REFERENCES: dict[str, dict[str, str]] = {
    "documents": {"id": "id", "text_id": "text", "added_by": "analyst"},
    "tags": {"id": "id", "parent_id": "id"},
    "speakers": {"id": "id"},
    "speaker_aliases": {"speaker_id": "id"},
    "annotations": {
        "document_id": "id",
        "speaker_id": "id",
        "analyst_id": "analyst",
    },
    "spans": {"text_id": "text"},
    "annotation_tags": {"tag_id": "id"},
    "doubts": {"text_id": "text"},
    "suggestions": {"document_id": "id", "text_id": "text"},
}
"""Columns whose identities may be others here than there."""

_OWN = frozenset({"added_at", "added_by", "position", "created_at", "analyst_id"})
"""Columns that stay as they are here: how it came about, not what it says."""
_UNSAID = _OWN | {"updated_at"}
"""Columns that may differ without anybody having disagreed."""

_IN_EFFECT = """
    SELECT one.id FROM actions AS one
    LEFT JOIN actions AS merge ON merge.id = one.merged_by
    WHERE merge.undone_by IS NULL ORDER BY one.rowid
"""

_KNOWN = """
    SELECT 1 FROM actions AS one
    LEFT JOIN actions AS merge ON merge.id = one.merged_by
    WHERE one.id = ? AND merge.undone_by IS NULL
"""

_TOUCHES = """
    SELECT DISTINCT one.id, one.at FROM changes
    JOIN actions AS one ON one.id = action_id
    LEFT JOIN actions AS merge ON merge.id = one.merged_by
    WHERE table_name = ? AND row_key >= ? AND row_key < ? AND merge.undone_by IS NULL
"""


@dataclass
class _Tally:
    changed: Counter[str] = field(default_factory=Counter)
    conflicts: list[Conflict] = field(default_factory=list)


class Merge:
    """One merge: takes place within one action of this project's journal."""

    def __init__(
        self, project: Project, other: sqlite3.Connection, action: Action
    ) -> None:
        self._own = project.database.conn
        self._other = other
        self._action = action
        self._tally = _Tally()
        self._text = ("", "")
        """Identity and content of the text that was looked into last."""
        self._texts: dict[str, str] = {}
        self._analysts: dict[str, str] = {}
        self._ids: dict[str, str] = dict(
            self._own.execute("SELECT id, kept_id FROM identities")
        )

    def run(self) -> Merged:
        """Take in what this project has not seen.

        Raises:
            ProjectRefusedError: the other project is not whole.
        """
        try:
            return self._run()
        except sqlite3.OperationalError as error:
            if "UTF-8" not in str(error):
                raise
            raise ProjectRefusedError(
                f"the other project is not whole: {error}", "run pizhu check on it"
            ) from None

    def _run(self) -> Merged:
        self._own.execute("PRAGMA defer_foreign_keys = ON")
        unseen = [
            action_id
            for (action_id,) in self._other.execute(_IN_EFFECT)
            if not self._knows(self._own, action_id)
        ]
        self._refuse_unsound(unseen)
        self._take_texts()
        self._take_analysts()
        self._take_identities()
        touched = self._touched(unseen)
        gone: list[tuple[str, str]] = []
        for kind in _ORDER:
            for entity_id in touched.get(kind, ()):
                if not self._take(kind, entity_id):
                    gone.append((kind, entity_id))  # noqa: PERF401 - it does more
        # What was removed there goes last to first: nothing may refer to it any more.
        for kind, entity_id in reversed(gone):
            self._take_away(kind, entity_id)
        self._take_history(unseen)
        self._action.is_event = bool(unseen)
        return Merged(
            len(unseen),
            tuple(sorted(self._tally.changed.items())),
            tuple(self._tally.conflicts),
        )

    # What is not journaled

    def _take_texts(self) -> None:
        for text_id, sha256, encoding in self._other.execute(
            "SELECT id, sha256, encoding FROM texts"
        ):
            known = self._own.execute(
                "SELECT id FROM texts WHERE sha256 = ? AND encoding = ?",
                (sha256, encoding),
            ).fetchone()
            if known is None:
                row = self._other.execute(
                    "SELECT id, sha256, encoding, length, text, joins FROM texts"
                    " WHERE id = ?",
                    (text_id,),
                ).fetchone()
                self._own.execute(
                    "INSERT INTO texts (id, sha256, encoding, length, text, joins)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    row,
                )
            self._texts[text_id] = known[0] if known else text_id

    def _take_analysts(self) -> None:
        for analyst_id, name, created_at in self._other.execute(
            "SELECT id, name, created_at FROM analysts"
        ):
            known = self._own.execute(
                "SELECT id FROM analysts WHERE name = ?", (name,)
            ).fetchone()
            if known is None:
                self._own.execute(
                    "INSERT INTO analysts VALUES (?, ?, ?)",
                    (analyst_id, name, created_at),
                )
            self._analysts[analyst_id] = known[0] if known else analyst_id

    def _take_history(self, unseen: list[str]) -> None:
        for action_id in unseen:
            row = self._other.execute(
                "SELECT id, analyst_id, at, label, document_id, annotation_id, undoes,"
                " undone_by FROM actions WHERE id = ?",
                (action_id,),
            ).fetchone()
            document_id = self._here(row[4]) if row[4] else None
            self._own.execute(
                "INSERT INTO actions (id, analyst_id, at, label, document_id,"
                " annotation_id, undoes, undone_by, merged_by)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET merged_by = excluded.merged_by",
                (
                    row[0], self._analysts[row[1]], *row[2:4], document_id, *row[5:],
                    self._action.id,
                ),
            )  # fmt: skip
            for change in self._other.execute(
                "SELECT * FROM changes WHERE action_id = ?", (action_id,)
            ):
                self._own.execute(
                    "INSERT OR IGNORE INTO changes VALUES (?, ?, ?, ?, ?, ?)", change
                )

    def _refuse_unsound(self, unseen: list[str]) -> None:
        """Take in no history that could not be read again.

        Raises:
            ProjectRefusedError: a change is of no table of ours, or no JSON.
        """
        for action_id in unseen:
            for table, is_sound in self._other.execute(
                "SELECT table_name, json_valid(row_key)"
                " AND json_valid(coalesce(before, '{}'))"
                " AND json_valid(coalesce(\"after\", '{}'))"
                " FROM changes WHERE action_id = ?",
                (action_id,),
            ):
                if not is_sound or table not in KEYS:
                    raise ProjectRefusedError(
                        f"the other project's history is damaged at {action_id}",
                        "merge a backup of it",
                    )

    # What is

    def _touched(self, unseen: list[str]) -> dict[str, dict[str, None]]:
        """Identities (there) of what the unseen actions touched, by kind, in order."""
        touched: dict[str, dict[str, None]] = {}
        for action_id in unseen:
            for table, key, before, after in self._other.execute(
                'SELECT table_name, row_key, before, "after" FROM changes'
                " WHERE action_id = ? ORDER BY number",
                (action_id,),
            ):
                if table in {"conflicts", "identities"}:
                    continue
                kind = _KIND_OF.get(table, "row")
                if kind == "row":
                    entity_id = f"{table}:{key}"
                elif table == "speaker_aliases":
                    entity_id = json.loads(after or before)["speaker_id"]
                else:
                    entity_id = json.loads(key)[0]
                touched.setdefault(kind, {})[entity_id] = None
        return touched

    def _take(self, kind: str, there: str) -> bool:
        """Make one thing what it is there; false if it is gone there."""
        state = self._state_there(kind, there)
        if state is None:
            return False
        here = self._same(kind, there, state)
        own = self._state(self._own, kind, here)
        if own is None:
            was_removed_here = not self._is_known_there(kind, here, there)
            self._write(kind, here, None, state)
            if was_removed_here:
                self._note(kind, here, "changed there, removed here", state, None)
            return True
        if here != there and there not in self._ids:
            self._is_one(there, here)
            return True
        state = self._renamed(state, here)
        if _essence(own) != _essence(state):
            self._settle(kind, here, there, own, state)
        if kind == "annotation":
            self._agree_on_maker(own, state)
        return True

    def _settle(
        self, kind: str, here: str, there: str, own: State, state: State
    ) -> None:
        """Decide which of two states stands."""
        touched_here = self._touches(self._own, kind, here)
        touched_there = self._touches(self._other, kind, there)
        if len(touched_there) == 1 and len(touched_here) > 1:
            # Made on both hosts, and worked on here alone: a suggestion, say.
            return
        if self._is_known_there(kind, here, there) or (
            len(touched_here) == 1 and len(touched_there) > 1
        ):
            self._write(kind, here, own, state)
        elif max(touched_there, default=("", "")) > max(touched_here, default=("", "")):
            self._write(kind, here, own, state)
            self._note(kind, here, "changed on both sides; theirs is newer", state, own)
        else:
            self._note(kind, here, "changed on both sides; ours is newer", own, state)

    def _agree_on_maker(self, own: State, state: State) -> None:
        """What was found on both hosts was made by whoever was first."""
        (ours,), (theirs,) = own["annotations"], state["annotations"]
        made = {name: theirs[name] for name in ("created_at", "analyst_id")}
        if made["created_at"] < ours["created_at"]:
            self._action.update("annotations", [ours["id"]], made)

    def _take_away(self, kind: str, there: str) -> None:
        """Remove one thing that is gone there, if nothing was done to it here."""
        here = self._here(there)
        own = self._state(self._own, kind, here)
        if own is None:
            return
        if self._is_known_there(kind, here, there) and not self._is_needed(kind, here):
            self._write(kind, here, own, None)
        else:
            self._note(kind, here, "removed there, changed or in use here", own, None)

    def _is_one(self, there: str, here: str) -> None:
        """What was made twice, on two hosts, is one thing from now on."""
        self._action.insert("identities", {"id": there, "kept_id": here})
        self._ids[there] = here

    def _take_identities(self) -> None:
        """Learn what the other project has found to be one."""
        for one, kept in self._other.execute("SELECT id, kept_id FROM identities"):
            if self._is_own(one):
                one, kept = kept, one  # noqa: PLW2901 - the same said from here
            if one not in self._ids and not self._is_own(one):
                self._is_one(one, kept)

    def _is_own(self, entity_id: str) -> bool:
        return any(
            self._state(self._own, kind, entity_id) is not None
            for kind in ("document", "tag", "speaker")
        )

    def _same(self, kind: str, there: str, state: State) -> str:
        """Identity here of something: its own, or that of what is the same thing."""
        if there in self._ids:
            return self._here(there)
        if self._state(self._own, kind, there) is not None:
            return there
        row = next(iter(state.values()))[0]
        twin = None
        if kind == "document":
            twin = self._own.execute(
                "SELECT id FROM documents WHERE text_id = ?", (row["text_id"],)
            ).fetchone()
        elif kind == "tag":
            twin = self._own.execute(
                "SELECT id FROM tags WHERE parent_id IS ? AND name = ?",
                (row["parent_id"], row["name"]),
            ).fetchone()
        elif kind == "speaker":
            twin = self._own.execute(
                "SELECT id FROM speakers WHERE name = ?1 UNION ALL"
                " SELECT speaker_id FROM speaker_aliases WHERE alias = ?1 LIMIT 1",
                (row["name"],),
            ).fetchone()
        return str(twin[0]) if twin else there

    def _write(
        self, kind: str, here: str, own: State | None, state: State | None
    ) -> None:
        """Make the rows of one thing be what ``state`` says; None removes it."""
        self._tally.changed[kind] += 1
        own, state = own or {}, state or {}
        if kind == "annotation" and state:
            self._restore_what_it_needs(state)
            self._refuse_misplaced(state)
        tables = [table for table, _ in _PARTS.get(kind, ())] or list({*own, *state})
        for table in reversed(tables):
            wanted = {_key(table, row) for row in state.get(table, ())}
            for row in own.get(table, ()):
                if _key(table, row) not in wanted:
                    self._action.delete(table, list(_key(table, row)))
        for table in tables:
            known = {_key(table, row) for row in own.get(table, ())}
            for row in state.get(table, ()):
                key = _key(table, row)
                if key in known:
                    changes = {
                        name: value
                        for name, value in self._allowed(table, row).items()
                        if name not in _OWN
                    }
                    self._action.update(table, list(key), changes)
                elif self._action.fetch(table, list(key)) is None:
                    self._action.insert(table, self._allowed(table, row))

    def _refuse_misplaced(self, state: State) -> None:
        """Make sure that what comes stands where it says; the other file is not ours."""
        for span in state["spans"]:
            text_id = span["text_id"]
            if self._text[0] != text_id:
                found = self._own.execute(
                    "SELECT text FROM texts WHERE id = ?", (text_id,)
                ).fetchone()
                self._text = (text_id, found[0] if found else "")
            if self._text[1][span["start"] : span["end"]] != span["exact"]:
                raise ProjectRefusedError(
                    "the other project is not whole: an annotation does not stand where"
                    f" it says ({span['annotation_id']})",
                    "run pizhu check on it",
                )

    def _restore_what_it_needs(self, state: State) -> None:
        """Bring back what an annotation refers to, though it was removed here."""
        (row,) = state["annotations"]
        needed = [("document", row["document_id"]), ("speaker", row["speaker_id"])]
        needed += (("tag", one["tag_id"]) for one in state["annotation_tags"])
        for kind, entity_id in needed:
            if entity_id is None or self._state(self._own, kind, entity_id) is not None:
                continue
            lost = self._state_there(kind, entity_id)
            if lost is None:
                continue
            parent = lost["tags"][0]["parent_id"] if kind == "tag" else None
            if parent is not None:
                self._restore_what_it_needs(
                    {
                        "annotations": [{"document_id": None, "speaker_id": None}],
                        "annotation_tags": [{"tag_id": parent}],
                    }
                )
            self._write(kind, entity_id, None, lost)
            self._note(
                kind, entity_id, "removed here, in use there: brought back", lost, None
            )

    def _allowed(self, table: str, row: Row) -> Row:
        """A row without what would break a rule of the schema here."""
        if table != "tags":
            return row
        row = dict(row)
        taken = self._own.execute(
            "SELECT 1 FROM tags WHERE key = ? AND key <> '' AND id <> ?",
            (row["key"], row["id"]),
        ).fetchone()
        if taken:
            row["key"] = ""
        while self._own.execute(
            "SELECT 1 FROM tags WHERE parent_id IS ? AND name = ? AND id <> ?",
            (row["parent_id"], row["name"], row["id"]),
        ).fetchone():
            row["name"] += "′"
        return row

    def _is_needed(self, kind: str, here: str) -> bool:
        """Whether something here refers to it, so that it cannot go."""
        question = {
            "document": "SELECT 1 FROM annotations WHERE document_id = ?1",
            "tag": "SELECT 1 FROM annotation_tags WHERE tag_id = ?1"
            " UNION ALL SELECT 1 FROM tags WHERE parent_id = ?1",
            "speaker": "SELECT 1 FROM annotations WHERE speaker_id = ?1",
        }.get(kind)
        return bool(question and self._own.execute(question, (here,)).fetchone())

    # Who did what

    def _is_known_there(self, kind: str, here: str, there: str) -> bool:
        """Whether everything that was done to it here is known there."""
        return all(
            self._knows(self._other, action_id)
            for _, action_id in self._touches(self._own, kind, here)
        )

    def _touches(
        self, connection: sqlite3.Connection, kind: str, entity_id: str
    ) -> set[tuple[str, str]]:
        """(time, identity) of every action that touched one thing."""
        if kind == "row":
            table, _, key = entity_id.partition(":")
            parts = [(table, key, key + "\x00")]
        else:
            start = json.dumps([entity_id])[:-1]
            # A key of one column ends in "]", one of several goes on with ",".
            parts = [
                (table, start, start + "~")
                for table, _ in _PARTS[kind]
                if table != "speaker_aliases"
            ]
        return {
            (at, action_id)
            for part in parts
            for action_id, at in connection.execute(_TOUCHES, part)
        }

    @staticmethod
    def _knows(connection: sqlite3.Connection, action_id: str) -> bool:
        return connection.execute(_KNOWN, (action_id,)).fetchone() is not None

    def _note(
        self, kind: str, here: str, rule: str, kept: State, dropped: State | None
    ) -> None:
        """Keep both sides of a conflict, once."""
        sides = sorted(_dump(_essence(one)) for one in (kept, dropped or {}))
        digest = hashlib.sha256("\n".join([kind, here, *sides]).encode()).hexdigest()
        if self._action.fetch("conflicts", [digest[:32]]) is not None:
            return
        self._action.insert(
            "conflicts",
            {
                "id": digest[:32],
                "kind": kind,
                "entity_id": here,
                "rule": rule,
                "kept": _dump(kept),
                "dropped": _dump(dropped or {}),
                "at": now(),
            },
        )
        self._tally.conflicts.append(Conflict(kind, here, rule, kept, dropped or {}))

    # Rows

    def _state_there(self, kind: str, there: str) -> State | None:
        """A thing of the other project, in this project's identities."""
        found = self._state(self._other, kind, there)
        if found is None:
            return None
        return {
            table: [self._translated(table, row) for row in rows]
            for table, rows in found.items()
        }

    def _translated(self, table: str, row: Row) -> Row:
        references = _REFERENCES.get(table, {})
        own: dict[str, Callable[[str], str]] = {
            "id": self._here,
            "text": lambda text_id: self._texts.get(text_id, text_id),
            "analyst": lambda analyst_id: self._analysts.get(analyst_id, analyst_id),
        }
        return {
            name: own[references[name]](value) if name in references else value
            for name, value in row.items()
        }

    def _renamed(self, state: State, here: str) -> State:
        """A state with the identity that the thing has here."""
        return {
            table: [{**row, dict(_PARTS[_KIND_OF[table]])[table]: here} for row in rows]
            if table in _KIND_OF
            else rows
            for table, rows in state.items()
        }

    def _here(self, there: str) -> str:
        """Identity here; one host may have found one pair, a second the next."""
        while there in self._ids:
            there = self._ids[there]
        return there

    def _state(
        self, connection: sqlite3.Connection, kind: str, entity_id: str
    ) -> State | None:
        if kind == "row":
            table, _, key = entity_id.partition(":")
            row = row_with(connection, table, json.loads(key))
            return None if row is None else {table: [row]}
        state: State = {}
        for table, name in _PARTS[kind]:
            found = list(rows_where(connection, table, f"{name} = ?", [entity_id]))
            if not state and not found:
                return None
            state[table] = sorted(found, key=lambda row: _key(table, row))
        return state


def conflicts(project: Project) -> list[Conflict]:
    """What merges settled by rule, the latest first."""
    rows = project.database.conn.execute(
        "SELECT kind, entity_id, rule, kept, dropped FROM conflicts ORDER BY at DESC, id"
    )
    return [
        Conflict(kind, entity_id, rule, json.loads(kept), json.loads(dropped))
        for kind, entity_id, rule, kept, dropped in rows
    ]


def _key(table: str, row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in KEYS[table])


def _essence(state: State) -> State:
    """A state without what may differ though nobody disagreed."""
    return {
        table: [
            {name: value for name, value in row.items() if name not in _UNSAID}
            for row in rows
        ]
        for table, rows in state.items()
    }


def _dump(state: State) -> str:
    return json.dumps(state, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
