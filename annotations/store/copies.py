"""Safe copies of a project file that is in use."""

from __future__ import annotations

import os
import sqlite3
import stat
from typing import TYPE_CHECKING

from annotations.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.store.database import Database


def copy_to(database: Database, source: Path, target: Path) -> None:
    """Write the project as it stands now to a new file, for the same readers.

    Others may write meanwhile: the copy is made in one step, because one made in
    several begins again whenever somebody writes in between. It appears under its name
    when it is whole and on the disk.

    Raises:
        StorageError: there is a file already, or it cannot be written.
    """
    mode = stat.S_IMODE(source.stat().st_mode)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists():
            raise FileExistsError(17, "there is a file already")
        descriptor = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        with os.fdopen(descriptor, "rb"):
            os.fchmod(descriptor, mode)
        _copy(database, unfinished)
        unfinished.rename(target)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise StorageError(
            f"{target}: cannot be written ({reason})", "name another file"
        ) from None
    finally:
        for name in (unfinished.name, f"{unfinished.name}-journal"):
            unfinished.with_name(name).unlink(missing_ok=True)


def copy_before_migration(database: Database, path: Path, version: int) -> Path:
    """Keep the project as it was under an older schema; return where.

    Raises:
        StorageError: it cannot be written; then nothing may be migrated.
    """
    number = 1
    while True:
        tail = f".{number}" if number > 1 else ""
        target = path.with_name(f"{path.name}.schema-{version}{tail}.bak")
        if not target.exists():
            copy_to(database, path, target)
            return target
        number += 1


def _copy(database: Database, target: Path) -> None:
    copy = sqlite3.connect(target.absolute())
    try:
        database.conn.backup(copy, pages=-1)
        # One file, whole in itself: no log beside it that could be left behind.
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    descriptor = os.open(target, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
