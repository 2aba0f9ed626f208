"""The rules of a merge.

Both journals are sets of actions with identities of their own. What this project has
not seen is the actions of the other that are not in its journal; the things they
touched are looked at one by one:

- nobody touched it here since: it becomes what it is there;
- nobody touched it there since: it stays as it is here;
- it was touched on both sides and differs: the side that was touched last stands, the
  other one is kept in ``conflicts``; what was changed on one side and removed on the
  other stands.

A merge touches nothing, and neither does undoing one: what it writes was decided by the
actions that came with it, or follows from them alike on every host.

So a merge can be repeated, and be made in any order and both ways, and ends the same.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotations.errors import ProjectRefusedError
from annotations.records import Conflict, Merged
from annotations.store.journal import KEYS
from annotations.store.merging.conflicts import keep
from annotations.store.merging.speakers import aliased, give
from annotations.store.merging.things import (
    KINDS,
    OWN,
    PARTS,
    State,
    Things,
    columns_changed,
    differ,
    essence,
    filled,
    is_former_name,
    key_of,
)
from annotations.store.merging.translation import Translation
from annotations.store.soundness import journaled, refuse_faulty
from annotations.store.tags import circles

if TYPE_CHECKING:
    from annotations.store.journal import Action, Row
    from annotations.store.project import Project

News = set[tuple[str, str]]
"""(time, identity) of actions that one side alone knows."""

_IN_EFFECT = """
    SELECT one.id FROM actions AS one
    LEFT JOIN actions AS merge ON merge.id = one.merged_by
    WHERE merge.undone_by IS NULL ORDER BY one.rowid
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
        self._own_things = Things(self._own)
        self._other_things = Things(other)
        self._coming: set[tuple[str, str]] = set()
        """What is being brought back; a damaged codebook may need itself."""
        self._translation = Translation(self._own, other, action)

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
            if not self._own_things.knows(action_id)
        ]
        self._refuse_unsound(unseen)
        self._translation.begin()
        touched = self._other_things.touched(unseen)
        gone: list[tuple[str, str]] = []
        for kind in KINDS:
            for entity_id in touched.get(kind, ()):
                if not self._take(kind, entity_id):
                    gone.append((kind, entity_id))  # noqa: PERF401 - _take has effects
        self._follow_merged_speakers(gone)
        self._break_circles()
        self._take_away_all(gone)
        self._take_history(unseen)
        self._action.is_event = bool(unseen)
        self._action.is_merge = True
        return Merged(
            len(unseen),
            tuple(sorted(self._tally.changed.items())),
            tuple(self._tally.conflicts),
        )

    def _take_history(self, unseen: list[str]) -> None:
        for action_id in unseen:
            row = self._other.execute(
                "SELECT id, analyst_id, at, label, document_id, annotation_id, undoes,"
                " undone_by, is_merge FROM actions WHERE id = ?",
                (action_id,),
            ).fetchone()
            document_id = self._translation.here(row[4]) if row[4] else None
            self._own.execute(
                "INSERT INTO actions (id, analyst_id, at, label, document_id,"
                " annotation_id, undoes, undone_by, is_merge, merged_by)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET merged_by = excluded.merged_by",
                (
                    row[0],
                    self._translation.analyst(row[1]),
                    *row[2:4],
                    document_id,
                    *row[5:],
                    self._action.id,
                ),
            )
            for change in self._other.execute(
                "SELECT * FROM changes WHERE action_id = ?", (action_id,)
            ):
                self._own.execute(
                    "INSERT OR IGNORE INTO changes VALUES (?, ?, ?, ?, ?, ?)", change
                )

    def _refuse_unsound(self, unseen: list[str]) -> None:
        """Take in no history that could not be read again.

        Raises:
            ProjectRefusedError: a change is of no table of ours, or no JSON, or of an
                annotation such as pizhu never makes.
        """
        for action_id in unseen:
            for table, is_sound, *both in self._other.execute(
                "SELECT table_name, json_valid(row_key)"
                " AND json_valid(coalesce(before, '{}'))"
                ' AND json_valid(coalesce("after", \'{}\')), before, "after"'
                " FROM changes WHERE action_id = ?",
                (action_id,),
            ):
                if not is_sound or table not in KEYS:
                    raise ProjectRefusedError(
                        f"the other project's history is damaged at {action_id}",
                        "merge a backup of it",
                    )
                if table == "annotations":
                    for row in filter(None, both):
                        refuse_faulty(journaled(row))

    # What is

    def _take(self, kind: str, there: str) -> bool:
        """Make one thing what it is there; false if it is gone there."""
        state = self._state_there(kind, there)
        if state is None:
            return False
        here = self._translation.same(kind, there, state)
        own = self._own_things.state(kind, here)
        if own is None:
            was_removed_here = bool(self._news_here(kind, here))
            if was_removed_here and not self._news_there(kind, here):
                return True
            self._write(kind, here, None, state)
            if was_removed_here:
                self._note(kind, here, "changed there, removed here", state, None)
            return True
        is_first_meeting = self._translation.join(there, here)
        state = self._translation.renamed(state, here)
        if is_first_meeting:
            self._combine(kind, here, own, state)
            return True
        if essence(own) != essence(state):
            self._settle(kind, here, own, state)
        if kind == "annotation":
            self._agree_on_maker(own, state)
        return True

    def _combine(self, kind: str, here: str, own: State, state: State) -> None:
        """Make what each side said of one thing before they met what is said of it."""
        both = self._own_things, self._other_things
        made_here, made_there = (self._is_only_made(one, kind, here) for one in both)
        if kind == "document" and made_here != made_there:
            # What is said of a document that was only added was guessed.
            if made_here:
                self._write(kind, here, own, state)
            return
        latest_here, latest_there = (
            max(self._touches(one, kind, here), default=("", "")) for one in both
        )
        is_ours = latest_here > latest_there or is_former_name(own, state)
        newer, older = (own, state) if is_ours else (state, own)
        combined = filled(newer, older)
        if essence(combined) != essence(own):
            self._write(kind, here, own, combined)
        if differ(own, state):
            whose = "ours" if is_ours else "theirs"
            rule = f"said on both sides; {whose} is newer"
            self._note(kind, here, rule, combined, older)

    def _settle(self, kind: str, here: str, own: State, state: State) -> None:
        """Decide which of two states stands."""
        news_here = self._news_here(kind, here)
        news_there = self._news_there(kind, here)
        if not news_here:
            self._write(kind, here, own, state)
        elif not news_there or self._is_only_made(self._other_things, kind, here):
            # Nobody has said anything of it there that is not known here.
            return
        elif self._is_only_made(self._own_things, kind, here):
            self._write(kind, here, own, state)
        elif kind == "document":
            self._join_columns(here, own, state, news_here, news_there)
        elif max(news_there) > max(news_here):
            self._write(kind, here, own, state)
            self._note(kind, here, "changed on both sides; theirs is newer", state, own)
        else:
            self._note(kind, here, "changed on both sides; ours is newer", own, state)

    def _join_columns(
        self, here: str, own: State, state: State, news_here: News, news_there: News
    ) -> None:
        """Take of a document what each side has changed; of one column the newer.

        A newer text and a corrected title have nothing to do with each other.
        """
        identities = self._translation.others(here)
        of_both: list[tuple[News, set[str], State]] = []
        for things, news, now in (
            (self._own_things, news_here, own),
            (self._other_things, news_there, state),
        ):
            found = things.before("document", identities, (one for _, one in news))
            if found is not None and now is state:
                found = self._translation.translated(found)
            of_both.append((news, columns_changed(found, now), now))
        of_both.sort(key=lambda side: max(side[0]))
        (_, by_older, older), (_, by_newer, newer) = of_both
        (dropped,), (row,) = older["documents"], newer["documents"]
        joined = {**row, **{name: dropped[name] for name in by_older - by_newer}}
        combined = {"documents": [joined]}
        if essence(combined) != essence(own):
            self._write("document", here, own, combined)
        if any(joined[name] != dropped[name] for name in by_older):
            whose = "ours" if newer is own else "theirs"
            rule = f"changed on both sides; {whose} is newer"
            self._note("document", here, rule, combined, older)

    def _is_only_made(self, things: Things, kind: str, here: str) -> bool:
        """Whether what both made was left as it was made: a suggestion, say."""
        return len(self._touches(things, kind, here)) == 1

    def _agree_on_maker(self, own: State, state: State) -> None:
        """What was found on both hosts was made by whoever was first."""
        (ours,), (theirs,) = own["annotations"], state["annotations"]
        made = {name: theirs[name] for name in ("created_at", "analyst_id")}
        if made["created_at"] < ours["created_at"]:
            self._action.update("annotations", [ours["id"]], made)

    def _follow_merged_speakers(self, gone: list[tuple[str, str]]) -> None:
        """Merge speakers whom the other side never knew but as an alias of another."""
        for speaker, to in aliased(self._own):
            if (
                ("speaker", speaker) in gone
                or not self._has_alias_there(speaker, to)
                or self._twin_there("speaker", speaker) is not None
            ):
                continue
            own = self._own_things.state("speaker", speaker)
            is_news = bool(self._news_here("speaker", speaker))
            said_all = give(self._own, self._action, speaker, to)
            self._translation.join(speaker, to)
            self._tally.changed["speaker"] += 1
            kept = self._own_things.state("speaker", to)
            if is_news and kept is not None and not said_all:
                self._note("speaker", to, "merged there, changed here", kept, own)

    def _has_alias_there(self, speaker: str, to: str) -> bool:
        """Whether the name of one speaker is another's alias there as it is here."""
        (named,) = self._own.execute(
            "SELECT name FROM speakers WHERE id = ?", (speaker,)
        ).fetchone()
        found = self._other.execute(
            "SELECT speaker_id FROM speaker_aliases WHERE alias = ?", (named,)
        ).fetchone()
        return found is not None and self._translation.here(found[0]) == to

    def _break_circles(self) -> None:
        """Of tags that two moves put under each other the one made first goes to the top."""
        for circle in circles(self._own):
            top = min(circle, key=self._translation.first)
            own = self._own_things.state("tag", top)
            assert own is not None  # noqa: S101 - it was just found
            state = {"tags": [{**own["tags"][0], "parent_id": None}]}
            self._write("tag", top, own, state)
            rule = "moved under each other: the one made first is at the top"
            self._note("tag", top, rule, state, own)

    def _take_away_all(self, gone: list[tuple[str, str]]) -> None:
        """Remove what is gone there: what refers to something goes before it."""
        waiting = gone[::-1]
        # One tag that goes may be all that the one above it is needed for.
        while (
            needed := [one for one in waiting if not self._take_away(*one)]
        ) != waiting:
            waiting = needed
        for kind, there in needed:
            self._note_staying(kind, self._translation.here(there))

    def _take_away(self, kind: str, there: str) -> bool:
        """Remove one thing that is gone there; false if something here refers to it."""
        here = self._translation.here(there)
        own = self._own_things.state(kind, here)
        if own is None or self._twin_there(kind, here) is not None:
            return True
        if not self._news_there(kind, here):
            # It was brought back here, or what made it was taken back there.
            return True
        if self._is_needed(kind, here):
            return False
        if not self._news_here(kind, here):
            self._write(kind, here, own, None)
        else:
            self._note_staying(kind, here)
        return True

    def _note_staying(self, kind: str, here: str) -> None:
        own = self._own_things.state(kind, here)
        assert own is not None  # noqa: S101 - it was seen a moment ago
        self._note(kind, here, "removed there, changed or in use here", own, None)

    def _write(
        self, kind: str, here: str, own: State | None, state: State | None
    ) -> None:
        """Make the rows of one thing be what ``state`` says; None removes it."""
        self._tally.changed[kind] += 1
        own, state = own or {}, state or {}
        if state:
            self._restore_what_it_needs(kind, state)
        if kind == "annotation" and state:
            self._refuse_misplaced(state)
        tables = [table for table, _ in PARTS.get(kind, ())] or list({*own, *state})
        for table in reversed(tables):
            wanted = {key_of(table, row) for row in state.get(table, ())}
            for row in own.get(table, ()):
                if key_of(table, row) not in wanted:
                    self._action.delete(table, list(key_of(table, row)))
        for table in tables:
            known = {key_of(table, row) for row in own.get(table, ())}
            for row in state.get(table, ()):
                self._put(table, row, is_known=key_of(table, row) in known)

    def _put(self, table: str, row: Row, *, is_known: bool) -> None:
        """Make one row of a thing be so, or add it."""
        key = list(key_of(table, row))
        if is_known:
            allowed = self._allowed(table, row).items()
            changes = {name: value for name, value in allowed if name not in OWN}
            self._action.update(table, key, changes)
        elif (taken := self._action.fetch(table, key)) is None:
            self._action.insert(table, self._allowed(table, row))
        elif table == "speaker_aliases":
            self._share_out_alias(row, taken)

    def _share_out_alias(self, row: Row, taken: Row) -> None:
        """Give an alias that two speakers were given to the one made earlier."""
        first, second = sorted(
            (row, taken), key=lambda one: self._translation.first(one["speaker_id"])
        )
        if first is row:
            self._action.update("speaker_aliases", [row["alias"]], row)
        self._note(
            "speaker",
            second["speaker_id"],
            f"{row['alias']} is another speaker's alias too, and stays that one's",
            {"speaker_aliases": [first]},
            {"speaker_aliases": [second]},
        )

    def _share_out_key(self, row: Row) -> str:
        """The key of a tag's row: of two tags with one key the one made earlier has it."""
        found = self._own.execute(
            "SELECT id, name, key FROM tags WHERE key = ? AND key <> '' AND id <> ?",
            (row["key"], row["id"]),
        ).fetchone()
        if found is None:
            return str(row["key"])
        other = dict(zip(("id", "name", "key"), found, strict=True))
        own = {name: row[name] for name in other}
        first, second = sorted(
            (own, other), key=lambda one: self._translation.first(str(one["id"]))
        )
        self._note(
            "tag",
            second["id"],
            f"key {row['key']} of {second['name']} stays {first['name']}'s",
            {"tags": [first]},
            {"tags": [second]},
        )
        if first is other:
            return ""
        self._action.update("tags", [other["id"]], {"key": ""})
        return str(row["key"])

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

    def _restore_what_it_needs(self, kind: str, state: State) -> None:
        """Bring back what a thing refers to, though it was removed here."""
        for needed, entity_id in _needed(kind, state):
            if self._own_things.state(needed, entity_id) is not None:
                continue
            lost = self._twin_there(needed, entity_id)
            if lost is None or (needed, entity_id) in self._coming:
                continue
            was_removed_here = bool(self._own_things.touches(needed, entity_id))
            self._coming.add((needed, entity_id))
            self._write(needed, entity_id, None, lost)
            if was_removed_here:
                rule = "removed here, in use there: brought back"
                self._note(needed, entity_id, rule, lost, None)

    def _allowed(self, table: str, row: Row) -> Row:
        """A row without what would break a rule of the schema here.

        Of two things of one name the one made later gets another, of two tags with one
        key it gets none, on whichever host, so that all end with the same.
        """
        row = dict(row)
        if table == "tags":
            row["key"] = self._share_out_key(row)
        while other := self._of_same_name(table, row):
            if self._translation.first(other) < self._translation.first(row["id"]):
                row["name"] += "′"
            else:
                renamed = self._action.fetch(table, [other])
                assert renamed is not None  # noqa: S101 - it was just found
                self._action.update(
                    table, [other], {"name": self._free(table, renamed)}
                )
        return row

    def _of_same_name(self, table: str, row: Row) -> str | None:
        """Identity of what has a row's name and may not have it too."""
        if table == "tags":
            found = self._own.execute(
                "SELECT id FROM tags WHERE parent_id IS ? AND name = ? AND id <> ?",
                (row["parent_id"], row["name"], row["id"]),
            ).fetchone()
        elif table == "speakers":
            found = self._own.execute(
                "SELECT id FROM speakers WHERE name = ? AND id <> ?",
                (row["name"], row["id"]),
            ).fetchone()
        else:
            return None
        return str(found[0]) if found else None

    def _free(self, table: str, row: Row) -> str:
        """The name of a row with as many signs behind it as make it nobody else's."""
        row = {**row, "name": row["name"] + "′"}
        while self._of_same_name(table, row):
            row["name"] += "′"
        return str(row["name"])

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

    def _touches(self, things: Things, kind: str, here: str) -> set[tuple[str, str]]:
        """Who touched one thing in one of the projects, whatever it was called."""
        return {
            touch
            for one in self._translation.others(here)
            for touch in things.touches(kind, one)
        }

    def _news_here(self, kind: str, here: str) -> News:
        """What was done to a thing here and is not known there."""
        touches = self._touches(self._own_things, kind, here)
        return {one for one in touches if not self._other_things.knows(one[1])}

    def _news_there(self, kind: str, here: str) -> News:
        """What was done to a thing there and is not known here."""
        touches = self._touches(self._other_things, kind, here)
        return {one for one in touches if not self._own_things.knows(one[1])}

    def _note(
        self, kind: str, here: str, rule: str, kept: State, dropped: State | None
    ) -> None:
        """Keep both sides of a conflict, once."""
        conflict = Conflict(kind, here, rule, kept, dropped or {})
        if keep(self._action, conflict):
            self._tally.conflicts.append(conflict)

    # Rows

    def _state_there(self, kind: str, there: str) -> State | None:
        """A thing of the other project, in this project's identities."""
        found = self._other_things.state(kind, there)
        if found is None:
            return None
        for row in found.get("annotations", ()):
            refuse_faulty(row)
        return self._translation.translated(found)

    def _twin_there(self, kind: str, here: str) -> State | None:
        """What a thing here is there, under whichever identity it is there."""
        states = (
            self._state_there(kind, one) for one in self._translation.others(here)
        )
        return next((state for state in states if state is not None), None)


def _needed(kind: str, state: State) -> list[tuple[str, str]]:
    """Kind and identity of what a thing refers to."""
    if kind == "tag":
        (row,) = state["tags"]
        needed = [("tag", row["parent_id"])]
    elif kind == "annotation":
        (row,) = state["annotations"]
        needed = [("document", row["document_id"]), ("speaker", row["speaker_id"])]
        needed += (("tag", one["tag_id"]) for one in state["annotation_tags"])
    else:
        needed = []
    return [(kind, entity_id) for kind, entity_id in needed if entity_id is not None]
