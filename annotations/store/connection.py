"""Opening a project file: what is refused, and how SQLite is set up."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import contextmanager, suppress
from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple

from annotations.errors import ClashError, ProjectRefusedError, StorageError
from annotations.store.copies import copy_before_migration
from annotations.store.database import Database
from annotations.store.filesystem import network_kind
from annotations.store.schema import APPLICATION_ID, VERSION, migrations
from annotations.store.sharing import make_empty, share

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ADD_FIRST = "add documents first: pizhu add PATH"
"""What to do where no project is."""
BUSY_SECONDS = 20
"""How long a writer waits for another one's transaction."""


class Opened(NamedTuple):
    """An open project file, and what its user should know of it."""

    database: Database
    notices: tuple[str, ...]


def connect(path: Path, *, must_exist: bool, shared: bool = False) -> Opened:
    """Open the project file at ``path``; a new one is made for its owner alone.

    Every commit is on the disk before it returns (``synchronous=FULL``): an annotation
    is worth a millisecond.

    Args:
        path: of the file.
        must_exist: refuse instead of making one.
        shared: open it to the group of its folder.

    Raises:
        ProjectRefusedError: there is none, or it is not pizhu's, newer than this
            program, damaged, or cannot be written, or it was removed and its log may
            still hold work. The files are untouched then.
        StorageError: the copy before a migration could not be written.
    """
    is_made = False
    is_new = _is_new(path, must_exist=must_exist)
    _refuse_left_work(path)
    if is_new:
        is_made = make_empty(path, shared=shared)
    elif shared:
        share(path)
    network = network_kind(path)
    try:
        # Absolute: “:memory:” and “file:…” would be no files to SQLite.
        connection = sqlite3.connect(path.absolute(), timeout=BUSY_SECONDS)
        connection.isolation_level = None
        database = Database(connection, path)
        try:
            refuse_foreign(connection, path, may_be_begun=not must_exist)
            notices = _set_up(database, path, is_on_network=bool(network))
        except BaseException:
            if is_made:
                _take_back(database, path)
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        raise ProjectRefusedError(
            f"{path}: cannot be opened as a project ({error})", _remedy(error)
        ) from None
    if network:
        notices.append(
            f"{path} is on {network}, where SQLite's WAL is not safe: a rollback journal"
            " is used, which is slower; on several hosts work on copies and pizhu merge"
        )
    return Opened(database, tuple(notices))


def _set_up(database: Database, path: Path, *, is_on_network: bool) -> list[str]:
    """Make the file a project of today, and say how it is kept; return what to tell."""
    if is_on_network:
        _set_journal_mode(database, "DELETE")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA foreign_keys = ON")
    notices = _bring_up_to_date(database, path)
    if not is_on_network:
        # Not before: a file that has its schema in one transaction is never half made.
        _set_journal_mode(database, "WAL")
    return notices


def _set_journal_mode(database: Database, mode: str) -> None:
    """Change how transactions are kept, if they are kept otherwise.

    SQLite does not wait here for others who read, or change the same.
    """
    end = monotonic() + BUSY_SECONDS
    while True:
        try:
            database.execute(f"PRAGMA journal_mode = {mode}")
        except sqlite3.OperationalError as error:
            if _kind(error) != sqlite3.SQLITE_BUSY or monotonic() > end:
                raise
            sleep(0.01)
        else:
            return


def _take_back(database: Database, path: Path) -> None:
    """Remove the empty file of a project that could not be made.

    Not if somebody else makes one of it: the lock tells.
    """
    with suppress(sqlite3.Error, OSError):
        database.execute("PRAGMA busy_timeout = 0")
        database.execute("BEGIN EXCLUSIVE")
        if not database.is_gone and path.stat().st_size == 0:
            path.unlink()


_NOT_THE_FILE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE}
"""Errors in what SQLite was asked for, not in what it found."""


def refuse_unreadable(path: Path, error: BaseException | None) -> None:
    """Say what a user can act on in place of an error, if it is the file's.

    Args:
        path: of the project.
        error: that ended the work on it, if one did.

    Raises:
        ProjectRefusedError: SQLite cannot read the file, or finds it damaged.
    """
    if (
        isinstance(error, sqlite3.DatabaseError)
        and not isinstance(error, sqlite3.ProgrammingError)
        and _kind(error) not in _NOT_THE_FILE
    ):
        raise ProjectRefusedError(
            f"{path}: cannot be read ({error})", _remedy(error)
        ) from error


def _remedy(error: sqlite3.DatabaseError) -> str:
    """What to do about a project that cannot be opened."""
    kind = _kind(error)
    if kind == sqlite3.SQLITE_READONLY:
        return "you need to be able to write in its folder: ask its owner, or copy it"
    if kind in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return "free some space on its disk"
    if kind in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return "close what holds it, or try again"
    return "restore it from a backup, or choose another file with --db"


def _kind(error: sqlite3.DatabaseError) -> int:
    """Which error it is, in the lowest byte of its code; the others are details."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF


def _refuse_left_work(path: Path) -> None:
    """Refuse to begin anew beside a removed project's write-ahead log.

    SQLite would empty the log, which may hold all that a pizhu that is still open has
    saved: https://sqlite.org/wal.html, "The WAL File".
    """
    left = [
        one
        for end in ("-wal", "-shm")
        if (one := path.with_name(path.name + end)).exists()
    ]
    # Who makes the project at this moment has written it before its log.
    if left and (not path.exists() or path.stat().st_size == 0):
        raise ProjectRefusedError(
            f"{path}: was removed, but {left[0].name} beside it may hold its work",
            "put the file back, or close every pizhu and remove that one too",
        )


def _is_new(path: Path, *, must_exist: bool) -> bool:
    """Look at the file without touching it."""
    if not must_exist:
        try:
            if path.is_dir():
                raise _is_a_folder(path)
            is_empty = path.is_file() and path.stat().st_size == 0
            if is_empty or not path.exists():
                return True
        except OSError as error:
            raise _is_unreadable(path, error) from None
    refuse_unfit(path)
    if not os.access(path, os.W_OK):
        raise ProjectRefusedError(
            f"{path}: is read-only for you", "ask its owner, or work on a copy"
        )
    return False


def refuse_unfit(path: Path, absent: str = _ADD_FIRST) -> None:
    """Look at a file from outside, and never open it.

    Whoever closes a file gives up all locks that their process has on it, those of
    SQLite too: other processes would take a project for closed that is open here, and
    remove the log with its work. https://sqlite.org/howtocorrupt.html, 2.2

    Args:
        path: of the file.
        absent: what to do if there is none.

    Raises:
        ProjectRefusedError: there is none, or it is no regular file that can be read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode) and not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except FileNotFoundError:
        raise _is_missing(path, absent) from None
    except OSError as error:
        raise _is_unreadable(path, error) from None
    if stat.S_ISDIR(mode):
        raise _is_a_folder(path)
    if not stat.S_ISREG(mode):
        raise _is_no_project(path)


def _is_missing(path: Path, absent: str = _ADD_FIRST) -> ProjectRefusedError:
    return ProjectRefusedError(f"{path}: no project here", absent)


def _is_no_project(path: Path) -> ProjectRefusedError:
    return ProjectRefusedError(
        f"{path}: is not a project of pizhu, or damaged",
        "choose another file with --db, or restore a backup",
    )


def _is_unreadable(path: Path, error: OSError) -> ProjectRefusedError:
    return ProjectRefusedError(
        f"{path}: cannot be read ({error.strerror})", "ask its owner"
    )


def _is_a_folder(path: Path) -> ProjectRefusedError:
    return ProjectRefusedError(
        f"{path}: is a folder", "name the project file with --db"
    )


def refuse_foreign(
    connection: sqlite3.Connection, path: Path, *, may_be_begun: bool = False
) -> None:
    """Refuse what is no database, or another program's or a newer one's.

    Args:
        connection: to the file.
        path: of it.
        may_be_begun: let a file through that holds nothing: whoever began to make a
            project of it was stopped, or is at it.

    Raises:
        ProjectRefusedError: it is.
    """
    try:
        application, version, things = (
            connection.execute(sql).fetchone()[0]
            for sql in (
                "PRAGMA application_id",
                "PRAGMA user_version",
                "SELECT count(*) FROM sqlite_schema",
            )
        )
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_NOTADB:
            raise
        raise _is_no_project(path) from None
    if not (application or version or things):
        if may_be_begun:
            return
        raise _is_missing(path)
    if application != APPLICATION_ID:
        raise ProjectRefusedError(
            f"{path}: is a database of another program",
            "choose another file with --db",
        )
    if version > VERSION:
        raise ProjectRefusedError(
            f"{path}: was written by a newer pizhu (schema {version}, "
            f"this one knows {VERSION})",
            "upgrade pizhu",
        )


def _bring_up_to_date(database: Database, path: Path) -> list[str]:
    """Migrate an older schema, after a copy; of two processes one does it."""
    version = _version(database)
    if version == VERSION:
        return []
    kept = copy_before_migration(database, path, version) if version else None
    database.execute("BEGIN IMMEDIATE")
    try:
        _refuse_gone(database)
        if _version(database) < VERSION:
            migrations.apply(database)
    except BaseException:
        database.rollback()
        raise
    database.commit()
    if kept is None:
        return []
    return [f"{path} was brought from schema {version} to {VERSION}; copy: {kept}"]


def _version(database: Database) -> int:
    return int(database.conn.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One write transaction, begun at once so that no two writers can block each other.

    Raises:
        ClashError: the rows would break a rule of the schema.
        StorageError: it could not be written, or into a file that nobody finds any more.
    Nothing of the transaction is in the file then.
    """
    try:
        database.conn.execute("BEGIN IMMEDIATE")
        try:
            _refuse_gone(database)
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


def is_free(database: Database) -> bool:
    """Whether a write could begin now, because nobody else is at one; does not wait."""
    database.execute("PRAGMA busy_timeout = 0")
    try:
        database.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        # What else is wrong is told by whoever writes.
        return _kind(error) != sqlite3.SQLITE_BUSY
    else:
        database.rollback()
        return True
    finally:
        database.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


@contextmanager
def snapshot(database: Database) -> Iterator[None]:
    """Let several statements see one state of the project, whatever others write."""
    database.conn.execute("BEGIN")
    try:
        yield
    finally:
        database.conn.execute("COMMIT")


def _refuse_gone(database: Database) -> None:
    if database.is_gone:
        raise StorageError(
            "not saved: the project file was removed or replaced",
            f"put {database.path} back, or leave and open it again",
        )
