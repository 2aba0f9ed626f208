"""Telling a network file system from a local one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotations.session import Session
from annotations.store import connection, filesystem

if TYPE_CHECKING:
    from annotations.model import Document

MOUNTS = """\
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 21 0:32 / /mnt/news rw,relatime shared:2 - nfs4 server:/news rw,vers=4.2
37 36 0:33 / /mnt/news/local rw - xfs /dev/sdb1 rw
40 21 0:40 / /home/lin/my\\040share rw - fuse.sshfs lin@host: rw
41 21 0:41 / /srv/win rw - cifs //win/share rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/lin/pizhu.db", "ext4"),
        ("/mnt/news/2026/pizhu.db", "nfs4"),
        ("/mnt/newspaper/pizhu.db", "ext4"),
        ("/mnt/news/local/pizhu.db", "xfs"),
        ("/home/lin/my share/pizhu.db", "fuse.sshfs"),
        ("/srv/win/a.db", "cifs"),
    ],
)
def test_the_innermost_mount_counts(path: str, kind: str) -> None:
    assert filesystem.kind_in(MOUNTS, Path(path)) == kind


def test_only_network_kinds_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    monkeypatch.setattr(filesystem, "_MOUNTS", mounts)
    assert filesystem.network_kind(Path("/srv/win/a.db")) == ""
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert filesystem.network_kind(Path("/srv/win/a.db")) == "cifs"
    assert filesystem.network_kind(Path("/home/lin/a.db")) == ""


def test_a_rollback_journal_is_used_on_a_network_and_said(
    project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Session.open(project_path, "lin"):
        pass
    monkeypatch.setattr(connection, "network_kind", lambda _: "nfs4")
    with Session.open(project_path, "lin") as session:
        (notice,) = session.notices
        assert "nfs4" in notice
        session.codebook.add("民生")
        assert not project_path.with_name("pizhu.db-wal").exists()
    monkeypatch.undo()
    with Session.open(project_path, "lin") as session:
        assert session.notices == ()
        assert session.codebook.by_path("民生") is not None


def test_a_local_project_has_nothing_to_tell(
    session: Session, document: Document
) -> None:
    assert session.notices == ()
