"""Who may read a project file: its owner alone, or a group.

SQLite gives ``-wal``, ``-shm`` and the rollback journal the permissions of the database
itself (``findCreateFileMode`` in its ``os_unix.c``), whatever the umask; their group is
the folder's if that has the set-group-ID bit. So a project is fit for a group if its
file is and its folder is.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from annotations.errors import ProjectRefusedError

if TYPE_CHECKING:
    from pathlib import Path

OWNER = 0o600
GROUP = 0o660


def make_empty(path: Path, *, shared: bool) -> bool:
    """Make an empty file for its owner, or for the group of its folder.

    Args:
        path: where; an empty file may be there already.
        shared: for the group; a folder that is set up for one asks for it by itself.

    Returns:
        Whether there was none before.

    Raises:
        ProjectRefusedError: it cannot be made, or the folder would not serve a group.
    """
    is_for_group = _serves_group(path.parent)
    if shared and not is_for_group:
        raise _unfit(path.parent)
    mode = GROUP if is_for_group else OWNER
    try:
        descriptor, is_made = _opened(path)
        with os.fdopen(descriptor, "rb"):
            # Not through the mode of open(2): that one the umask narrows. Another member
            # of the group, who has made the file just now, need not allow it.
            if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
                os.fchmod(descriptor, mode)
    except OSError as error:
        raise ProjectRefusedError(
            f"{path}: cannot be made here ({error.strerror})",
            "choose a folder you may write to with --db",
        ) from None
    return is_made


def _opened(path: Path) -> tuple[int, bool]:
    """A descriptor of a file, and whether it was made for that."""
    flags = os.O_RDWR | os.O_NOFOLLOW
    try:
        return os.open(path, flags | os.O_CREAT | os.O_EXCL, OWNER), True
    except FileExistsError:
        return os.open(path, flags), False


def share(path: Path) -> None:
    """Open an existing project file to the group of its folder.

    Raises:
        ProjectRefusedError: the folder would not serve a group, or it is not yours.
    """
    if stat.S_IMODE(path.stat().st_mode) & GROUP == GROUP:
        return
    if not _serves_group(path.parent):
        raise _unfit(path.parent)
    try:
        path.chmod(GROUP)
    except OSError as error:
        raise ProjectRefusedError(
            f"{path}: cannot be shared ({error.strerror})", "ask its owner"
        ) from None


def _serves_group(folder: Path) -> bool:
    """Whether members of the folder's group can all make files of that group there."""
    try:
        mode = folder.stat().st_mode
    except OSError:
        return False
    return bool(mode & stat.S_ISGID) and bool(mode & stat.S_IWGRP)


def _unfit(folder: Path) -> ProjectRefusedError:
    return ProjectRefusedError(
        f"{folder}: a project that is shared needs a folder of its group",
        f"set it up: chgrp GROUP {folder}; chmod g+rwxs {folder}",
    )
