"""Where an export goes: a file at once or not at all, a pipe or a device as it comes."""

from __future__ import annotations

import errno
import glob
import os
import stat
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from annotations.documents.refusals import spelled
from annotations.errors import InvalidError, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.session import Session

_BESIDE = ("", "-wal", "-shm", "-journal")
"""Ends of the names of a project file and of what SQLite lays beside it."""
_LEFT = 24 * 60 * 60
"""Seconds after which nobody works in a folder that an export made."""
_CREATED = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Output(NamedTuple):
    """What an export is written to."""

    stream: BinaryIO
    folder: Path | None
    """For files that are needed meanwhile, and are gone afterwards; beside the output."""


@contextmanager
def output(session: Session, path: Path) -> Iterator[Output]:
    """Open a place to write to, which is only changed if all goes well.

    A file gets its name when it is whole. One that it replaces hands on its permissions;
    a link is followed. What is no file, a pipe or a device, is written to as it is.

    Args:
        session: whose project and documents must stay as they are.
        path: where to.

    Raises:
        InvalidError: the project itself stands there, or a document of it.
        StorageError: it cannot be written there.
    """
    try:
        before = _found(path)
        if before is not None and not stat.S_ISREG(before.st_mode):
            with path.open("wb") as stream:
                yield Output(stream, None)
            return
        target = path.resolve()
        _refuse_own(session, path, target)
        if before is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        # Beside the file, so that the last step is a change of its name; nobody else's.
        prefix = f".{target.name}.pizhu-"
        _remove_left(target.parent, prefix)
        with TemporaryDirectory(prefix=prefix, dir=target.parent) as name:
            whole = Path(name) / target.name
            with os.fdopen(os.open(whole, _CREATED, 0o600), "wb") as stream:
                yield Output(stream, Path(name))
                if before is not None:
                    _like(before, stream.fileno())
            whole.replace(target)
    except OSError as error:
        raise StorageError(
            f"{path}: cannot be written ({error.strerror})", "choose another place"
        ) from None


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _remove_left(folder: Path, prefix: str) -> None:
    """Remove what exports left that were killed: a part of the rows, hidden."""
    for left in folder.glob(f"{glob.escape(prefix)}*"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > _LEFT:
                rmtree(left)


def _refuse_own(session: Session, path: Path, target: Path) -> None:
    """Refuse to write over what the work is in, or what it is about."""
    project = session.path.resolve()
    if target in {project.with_name(f"{project.name}{end}") for end in _BESIDE}:
        raise InvalidError(f"{path}: belongs to the project", "choose another place")
    document = session.documents.with_path(spelled(target))
    if document is not None:
        raise InvalidError(
            f"{path}: is “{document.title}”, a document of the project",
            "choose another place",
        )


def _like(before: os.stat_result, descriptor: int) -> None:
    """Let those read and write a file who could the one before."""
    for owner, group in ((before.st_uid, -1), (-1, before.st_gid)):
        with suppress(PermissionError):
            os.fchown(descriptor, owner, group)
    mode = stat.S_IMODE(before.st_mode)
    if os.fstat(descriptor).st_gid != before.st_gid:
        # They were another group's.
        mode &= ~stat.S_IRWXG
    os.fchmod(descriptor, mode)
