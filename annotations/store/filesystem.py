"""What kind of file system a project stands on.

SQLite's write-ahead log needs memory that all processes share, which file systems over
a network do not give (https://www.sqlite.org/wal.html, "Overview"); a rollback journal
works there as far as the file system's locks do.
"""

from __future__ import annotations

import re
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|9p|ceph|glusterfs|lustre|beegfs|gpfs|ocfs2|gfs2"
    r"|vboxsf|davfs|coda|virtiofs"
    r"|fuse\.(?:sshfs|glusterfs|ceph|s3fs|rclone|davfs2?|smbnetfs|gcsfuse|juicefs|curlftpfs)"
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def network_kind(path: Path) -> str:
    """Name of the network file system that ``path`` is on; empty if it is on none.

    Where the system does not say what is mounted (no ``/proc``) the answer is empty.
    """
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    kind = kind_in(mounts, path.resolve())
    return kind if _NETWORK.fullmatch(kind) else ""


def kind_in(mounts: str, path: Path) -> str:
    r"""File system type of an absolute path.

    Args:
        mounts: as in ``/proc/self/mountinfo`` (proc(5)): the mount point is the fifth
            field, the type the first one after `` - ``; spaces are ``\\040``.
        path: absolute, without symbolic links.
    """
    best, kind = -1, ""
    for line in mounts.splitlines():
        head, _, tail = line.partition(" - ")
        fields = head.split(" ")
        if len(fields) < 5 or not tail:
            continue
        point = Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4]))
        # A later mount on the same point covers the earlier one.
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), tail.split(" ")[0]
    return kind
