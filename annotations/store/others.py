"""Reading another project file without changing it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from annotations.errors import ProjectRefusedError
from annotations.store.connection import BUSY_SECONDS, refuse_foreign, refuse_unfit
from annotations.store.database import Database
from annotations.store.schema import VERSION, migrations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def other_project(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a project file to read from, as this program's schema has it.

    A file of an older schema is copied into memory and migrated there.

    Raises:
        ProjectRefusedError: it is missing, foreign, damaged or newer.
    """
    refuse_unfit(path, absent="name the project file to be merged")
    try:
        with closing(
            sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS
            )
        ) as connection:
            refuse_foreign(connection, path)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version == VERSION:
                # One state of the file for the whole of the merge.
                connection.execute("BEGIN")
                yield connection
                return
            with closing(sqlite3.connect(":memory:")) as copy:
                connection.backup(copy, pages=-1)
                migrations.apply(Database(copy))
                yield copy
    except sqlite3.DatabaseError as error:
        raise ProjectRefusedError(
            f"{path}: cannot be read as a project ({error})", "merge a backup of it"
        ) from None
