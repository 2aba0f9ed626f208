"""The database of a project; sqlite-utils comes in when its tools are used.

Importing sqlite-utils takes as long as opening a document. Reading needs none of it:
it makes and migrates the schema and writes rows of new things.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    import sqlite_utils
    from sqlite_utils.db import Table


class _Migration(Protocol):
    __name__: str

    def __call__(self, db: sqlite_utils.Database, /) -> None: ...


class Database:
    """A connection, and sqlite-utils around it from the first use on.

    Args:
        connection: to the file.
        path: of the file, if it is to be noticed that another one stands there by now.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path | None = None
    ) -> None:
        self.conn = connection
        """For everything that is plain SQL."""
        # Absolute: the working directory may change, or go.
        self.path = None if path is None else path.absolute()
        self._file = self._standing_there()

    @property
    def is_gone(self) -> bool:
        """Whether the file that was opened was removed or replaced since.

        SQLite goes on writing to it, and all of that is lost when it is closed.
        """
        return self._standing_there() != self._file

    def _standing_there(self) -> tuple[int, int] | None:
        if self.path is None:
            return None
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @cached_property
    def tools(self) -> sqlite_utils.Database:
        """The same connection, as sqlite-utils has it."""
        from sqlite_utils import Database as Tools

        return Tools(self.conn)

    def table(self, name: str) -> Table:
        """A table, to insert rows into."""
        return self.tools.table(name)

    def execute(self, sql: str) -> sqlite3.Cursor:
        """Run one statement."""
        return self.conn.execute(sql)

    def commit(self) -> None:
        """End the transaction; what it did stays."""
        self.conn.commit()

    def rollback(self) -> None:
        """End the transaction; what it did is gone."""
        self.conn.rollback()

    def close(self) -> None:
        """Give the file back."""
        self.conn.close()


class Migrations:
    """Migrations of sqlite-utils, put together when there is something to migrate."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._steps: list[_Migration] = []

    def __call__(self) -> Callable[[_Migration], _Migration]:
        """Decorate a step; they are taken in the order in which they are written."""

        def add(step: _Migration) -> _Migration:
            self._steps.append(step)
            return step

        return add

    def apply(self, database: Database, *, stop_before: str | None = None) -> None:
        """Take the steps that the database has not taken, all or those before one."""
        from sqlite_utils.migrations import Migrations as Steps

        steps = Steps(self._name)
        for step in self._steps:
            steps()(step)
        steps.apply(database.tools, stop_before=stop_before)
