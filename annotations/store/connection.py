"""Opening a project file: what is refused, and how SQLite is set up."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sqlite_utils import Database

from annotations.errors import ClashError, ProjectRefusedError, StorageError
from annotations.store.schema import APPLICATION_ID, VERSION, migrations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADER = b"SQLite format 3\x00"
BUSY_SECONDS = 20
"""How long a writer waits for another one's transaction."""


def connect(path: Path, *, must_exist: bool) -> Database:
    """Open the project file at ``path``; a new one is made for its owner alone.

    Every commit is on the disk before it returns (``synchronous=FULL``): an annotation
    is worth a millisecond.

    Raises:
        ProjectRefusedError: there is none, or it is not pizhu's, newer than this
            program, damaged, or cannot be written. The file is untouched then.
    """
    is_new = _is_new(path, must_exist=must_exist)
    if is_new:
        _create_private(path)
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        connection.isolation_level = None
        database = Database(connection)
        if not is_new:
            _refuse_foreign(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        if connection.execute("PRAGMA user_version").fetchone()[0] < VERSION:
            _migrate(database)
    except sqlite3.DatabaseError as error:
        if is_new:
            with suppress(OSError):
                path.unlink()
        raise ProjectRefusedError(
            f"{path}: cannot be opened as a project ({error})",
            "restore it from a backup, or choose another file with --db",
        ) from None
    return database


def _is_new(path: Path, *, must_exist: bool) -> bool:
    """Look at the file without touching it."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ProjectRefusedError(
                f"{path}: is a folder", "name the project file with --db"
            )
        if size == 0:
            return True
        with path.open("rb") as file:
            header = file.read(16)
    except FileNotFoundError:
        if must_exist:
            raise ProjectRefusedError(
                f"{path}: no project here", "add documents first: pizhu add PATH"
            ) from None
        return True
    except OSError as error:
        raise ProjectRefusedError(
            f"{path}: cannot be read ({error.strerror})"
        ) from None
    if header != _HEADER:
        raise ProjectRefusedError(
            f"{path}: is not a project of pizhu", "choose another file with --db"
        )
    if not os.access(path, os.W_OK):
        raise ProjectRefusedError(
            f"{path}: is read-only for you", "ask its owner, or work on a copy"
        )
    return False


def _create_private(path: Path) -> None:
    """Make an empty file that only its owner can read (mode 0600)."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise ProjectRefusedError(
            f"{path}: cannot be made here ({error.strerror})",
            "choose a folder you may write to with --db",
        ) from None


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
    if application != APPLICATION_ID:
        connection.close()
        raise ProjectRefusedError(
            f"{path}: is a database of another program",
            "choose another file with --db",
        )
    if version > VERSION:
        connection.close()
        raise ProjectRefusedError(
            f"{path}: was written by a newer pizhu (schema {version}, "
            f"this one knows {VERSION})",
            "upgrade pizhu",
        )


def _migrate(database: Database) -> None:
    """Bring the schema up to date; of two processes one does it, the other waits."""
    database.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(database)
    except BaseException:
        database.rollback()
        raise
    database.commit()


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One write transaction, begun at once so that no two writers can block each other.

    Raises:
        ClashError: the rows would break a rule of the schema.
        StorageError: it could not be written.
    Nothing of the transaction is in the file then.
    """
    try:
        database.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            database.conn.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                database.rollback()
            raise
    except sqlite3.IntegrityError as error:
        raise ClashError(f"not saved: {error}") from None
    except sqlite3.OperationalError as error:
        raise StorageError(
            f"not saved: {error}", "free some space or close what holds the file"
        ) from None
