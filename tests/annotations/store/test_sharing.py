"""A project is its owner's, or its group's, whatever each one's umask."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotations.errors import ProjectRefusedError
from annotations.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator


def modes(path: Path) -> dict[str, int]:
    return {
        one.name.removeprefix(path.name): stat.S_IMODE(one.stat().st_mode)
        for one in path.parent.glob(f"{path.name}*")
    }


@pytest.fixture
def strict_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def group_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    folder.mkdir()
    folder.chmod(0o2770)
    return folder


@pytest.mark.usefixtures("strict_umask")
@pytest.mark.parametrize("shared", [True, False])
def test_a_folder_of_a_group_makes_projects_for_it(
    group_folder: Path, shared: bool
) -> None:
    path = group_folder / "news.db"
    with Session.open(path, "lin", shared=shared) as session:
        session.codebook.add("民生")
        assert modes(path) == {"": 0o660, "-wal": 0o660, "-shm": 0o660}
        session.back_up(group_folder / "copy.db")
    assert modes(group_folder / "copy.db") == {"": 0o660}


def test_elsewhere_it_is_its_owners_alone(project_path: Path) -> None:
    before = os.umask(0)
    try:
        with Session.open(project_path, "lin") as session:
            session.codebook.add("民生")
            assert modes(project_path) == {"": 0o600, "-wal": 0o600, "-shm": 0o600}
            session.back_up(project_path.with_name("copy.sqlite"))
        assert modes(project_path.with_name("copy.sqlite")) == {"": 0o600}
    finally:
        os.umask(before)


def test_sharing_asks_for_a_folder_that_serves_a_group(project_path: Path) -> None:
    with pytest.raises(ProjectRefusedError, match="needs a folder of its group"):
        Session.open(project_path, "lin", shared=True)
    assert not project_path.exists()
    with Session.open(project_path, "lin"):
        pass
    with pytest.raises(ProjectRefusedError, match="needs a folder of its group"):
        Session.open(project_path, "lin", shared=True)
    project_path.parent.chmod(0o2770)
    with Session.open(project_path, "lin", shared=True):
        assert stat.S_IMODE(project_path.stat().st_mode) == 0o660


_WORK = """
import os, sys
from pathlib import Path
import importlib.metadata, binascii, sqlite_utils.db, sqlite_utils.migrations
from annotations.session import Session
from annotations.errors import PizhuError
with Session.open(Path(sys.argv[3]), "warm"):
    pass
os.umask(0o077)
os.setgroups([54321]); os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
try:
    with Session.open(Path(sys.argv[1]), "user" + sys.argv[2]) as session:
        session.codebook.add("由" + sys.argv[2])
        input()
except PizhuError as error:
    print(error); input()
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be several users")
def test_two_logins_share_what_a_third_cannot_read(tmp_path: Path) -> None:
    # Not below pytest's own folder, which it closes to others whenever it starts.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        share_among_logins(Path(folder), tmp_path / "warm.db")


def share_among_logins(open_folder: Path, warm: Path) -> None:
    team = open_folder / "team"
    team.mkdir()
    os.chown(team, 60001, 54321)
    team.chmod(0o2770)
    path = team / "news.db"

    def work(uid: int, group: str = "54321") -> subprocess.Popen[str]:
        code = _WORK.replace("54321", group)
        return subprocess.Popen(
            [
                sys.executable,
                "-c",
                code,
                str(path),
                str(uid),
                str(warm),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    both = [work(60001)]
    # The second comes while the first one's -wal is there, and the other way round.
    while not path.with_name("news.db-wal").exists():
        assert both[0].poll() is None, both[0].communicate()
    both.append(work(60002))
    done = [one.communicate("\n", timeout=30) for one in reversed(both)]
    assert [one.returncode for one in both] == [0, 0], done
    assert done == [("", ""), ("", "")]
    with Session.open(path, "root") as session:
        assert {tag.path for tag in session.codebook.tags()} == {"由60001", "由60002"}
    stranger = work(60003, group="55555")
    out, err = stranger.communicate("\n", timeout=30)
    assert "cannot be read (Permission denied); ask its owner" in out, (out, err)
