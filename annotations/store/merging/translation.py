"""What the things of another project are called in this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.store.merging.things import KIND_OF, PARTS, State, Things

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from annotations.store.journal import Action, Row

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

_TWINS = {
    "document": ("SELECT id FROM documents WHERE text_id = ?", ("text_id",)),
    "tag": (
        "SELECT id FROM tags WHERE parent_id IS ? AND name = ?",
        ("parent_id", "name"),
    ),
    "speaker": (
        "SELECT id FROM speakers WHERE name = ?1 UNION ALL"
        " SELECT speaker_id FROM speaker_aliases WHERE alias = ?1 LIMIT 1",
        ("name",),
    ),
}
"""How to find what was made on both sides: one text, one path, one name."""


class Translation:
    """From the identities of another project to those of this one.

    Texts and analysts come over with it: what refers to them cannot do without.
    """

    def __init__(
        self, own: sqlite3.Connection, other: sqlite3.Connection, action: Action
    ) -> None:
        self._own = own
        self._own_things = Things(own)
        self._other = other
        self._other_things = Things(other)
        self._action = action
        self._texts: dict[str, str] = {}
        self._analysts: dict[str, str] = {}
        self._ids: dict[str, str] = dict(
            own.execute("SELECT id, kept_id FROM identities")
        )
        self._twins: dict[str, list[str]] = {}
        """Other identities of what is one, by the one that it has here."""
        for there in self._ids:
            self._twins.setdefault(self.here(there), []).append(there)

    def begin(self) -> None:
        """Bring over texts and analysts, and learn what was found to be one there."""
        self._take_texts()
        self._take_analysts()
        self._take_identities()

    def here(self, there: str) -> str:
        """Identity here; one host may have found one pair, a second the next."""
        seen = {there}
        while (there := self._ids.get(there, there)) not in seen:
            seen.add(there)
        return there

    def others(self, here: str) -> list[str]:
        """All identities, there and here, of what has this one here."""
        return [here, *self._twins.get(here, ())]

    def first(self, here: str) -> str:
        """Of all its identities the earliest, which is one on all hosts."""
        return min(self.others(here))

    def analyst(self, there: str) -> str:
        """Identity here of an analyst."""
        return self._analysts.get(there, there)

    def same(self, kind: str, there: str, state: State) -> str:
        """Identity here of something: its own, or that of what is the same thing."""
        if there in self._ids:
            return self.here(there)
        if self._own_things.state(kind, there) is not None or kind not in _TWINS:
            return there
        row = next(iter(state.values()))[0]
        sql, columns = _TWINS[kind]
        found = self._own.execute(sql, [row[name] for name in columns]).fetchone()
        if found is None:
            return there
        twin = str(found[0])
        return there if self._is_another(kind, there, twin) else twin

    def _is_another(self, kind: str, there: str, here: str) -> bool:
        """Whether the other project has both: one was given the other's name here."""
        return kind == "tag" and any(
            one != there and self._other_things.state(kind, one) is not None
            for one in self.others(here)
        )

    def join(self, there: str, here: str) -> bool:
        """What was made twice is one thing from now on; false if it was so already.

        Nor may two be each other: nobody would find either.
        """
        if here == there or there in self._ids or self.here(here) == there:
            return False
        self._action.insert("identities", {"id": there, "kept_id": here})
        self._ids[there] = here
        twins = self._twins.setdefault(self.here(here), [])
        twins += [there, *self._twins.pop(there, ())]
        return True

    def translated(self, state: State) -> State:
        """A state of the other project with the identities that this one uses."""
        return {
            table: [self._row(table, row) for row in rows]
            for table, rows in state.items()
        }

    def renamed(self, state: State, here: str) -> State:
        """A state with the identity that the thing has here."""
        return {
            table: [{**row, dict(PARTS[KIND_OF[table]])[table]: here} for row in rows]
            if table in KIND_OF
            else rows
            for table, rows in state.items()
        }

    def _row(self, table: str, row: Row) -> Row:
        references = _REFERENCES.get(table, {})
        own: dict[str, Callable[[str], str]] = {
            "id": self.here,
            "text": lambda text_id: self._texts.get(text_id, text_id),
            "analyst": self.analyst,
        }
        return {
            name: own[references[name]](value) if name in references else value
            for name, value in row.items()
        }

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

    def _take_identities(self) -> None:
        pairs = self._other.execute("SELECT id, kept_id FROM identities").fetchall()
        # Of several speakers that were merged there the one of that name comes first.
        for one, kept in sorted(pairs, key=lambda pair: not self._are_namesakes(*pair)):
            if self._is_own(one):
                one, kept = kept, one  # noqa: PLW2901 - the same pair, seen from here
            if not self._is_own(one):
                self.join(one, kept)

    def _are_namesakes(self, here: str, there: str) -> bool:
        """Whether two speakers, one of each project, have the same name."""
        ours, theirs = (
            connection.execute(
                "SELECT name FROM speakers WHERE id = ?", (speaker_id,)
            ).fetchone()
            for connection, speaker_id in ((self._own, here), (self._other, there))
        )
        return ours is not None and ours == theirs

    def _is_own(self, entity_id: str) -> bool:
        return any(
            self._own_things.state(kind, entity_id) is not None for kind in _TWINS
        )
