"""The project file as one object: its connection, its journal, its analysts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.identity import new_id, now
from annotations.store.connection import connect, refuse_unreadable, writing
from annotations.store.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

    from annotations.store.database import Database


class Project:
    """One project file, opened for one analyst, in one thread."""

    def __init__(
        self,
        database: Database,
        path: Path,
        analyst: str,
        notices: tuple[str, ...] = (),
    ) -> None:
        self.database = database
        self.path = path
        self.analyst = analyst
        self.notices = notices
        """What the user should know of the file, a line each."""
        self.analyst_id = _analyst_id(database, analyst)
        self.id = _project_id(database)
        self.open_text = ("", "")
        """Identity and content of the text that was fetched last."""
        self.journal = Journal(database, self.analyst_id)

    @classmethod
    def open(
        cls, path: Path, analyst: str, *, must_exist: bool = False, shared: bool = False
    ) -> Self:
        """Open or make the project file at ``path``.

        Raises:
            ProjectRefusedError: see ``connection.connect``.
        """
        opened = connect(path, must_exist=must_exist, shared=shared)
        try:
            return cls(opened.database, path, analyst, opened.notices)
        except BaseException as error:
            opened.database.close()
            refuse_unreadable(path, error)
            raise

    def close(self, error: BaseException | None = None) -> None:
        """Give the file back.

        Args:
            error: that ended the work on it, if one did.

        Raises:
            ProjectRefusedError: it was damage in the file that did.
        """
        self.database.close()
        refuse_unreadable(self.path, error)

    def knows(self, analyst: str) -> bool:
        """Whether an analyst of this name has opened it, or came with a merge."""
        select = "SELECT 1 FROM analysts WHERE name = ?"
        found = self.database.conn.execute(select, (analyst,)).fetchone()
        return found is not None

    @property
    def data_version(self) -> int:
        """A number that changes when another connection has committed."""
        return int(self.database.conn.execute("PRAGMA data_version").fetchone()[0])


def _analyst_id(database: Database, name: str) -> str:
    select = "SELECT id FROM analysts WHERE name = ?"
    found = database.conn.execute(select, (name,)).fetchone()
    if found is None:
        with writing(database):
            # Plain SQL: an analyst's first start should not have to load sqlite-utils.
            database.conn.execute(
                "INSERT OR IGNORE INTO analysts (id, name, created_at)"
                " VALUES (?, ?, ?)",
                (new_id(), name, now()),
            )
        found = database.conn.execute(select, (name,)).fetchone()
    return str(found[0])


def _project_id(database: Database) -> str:
    select = "SELECT value FROM project WHERE name = 'id'"
    found = database.conn.execute(select).fetchone()
    if found is None:
        with writing(database):
            database.table("project").insert_all(
                [
                    {"name": "id", "value": new_id()},
                    {"name": "created_at", "value": now()},
                ],
                ignore=True,
            )
        found = database.conn.execute(select).fetchone()
    return str(found[0])
