"""Where an export may be written, and what is left of what stood there."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotations.documents.loading import load
from annotations.errors import InvalidError, StorageError
from annotations.exchange.csv_export import write_file
from annotations.model import Kind, Span

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.session import Session


@pytest.fixture(autouse=True)
def one_note(session: Session, document: Document) -> None:
    session.annotations.create(document.id, Kind.NOTE, [Span(0, 2)], note="一")


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("is_linked", [False, True])
def test_the_project_is_never_written_over(
    session: Session, tmp_path: Path, end: str, is_linked: bool
) -> None:
    path = session.path.with_name(f"{session.path.name}{end}")
    before = {one: one.read_bytes() for one in tmp_path.glob("pizhu.db*")}
    if is_linked:
        (tmp_path / "out.csv").symlink_to(path)
        path = tmp_path / "out.csv"
    with pytest.raises(InvalidError, match="belongs to the project"):
        write_file(session, path)
    assert {one: one.read_bytes() for one in tmp_path.glob("pizhu.db*")} == before


def test_a_document_is_never_written_over(session: Session, tmp_path: Path) -> None:
    story, link = tmp_path / "story.txt", tmp_path / "link.csv"
    story.write_text("粮价稳定。\n", encoding="utf-8")
    session.documents.add(load(story))
    link.symlink_to(story)
    (tmp_path / "in").mkdir()
    for path in (story, link, tmp_path / "in" / ".." / "story.txt"):
        with pytest.raises(InvalidError, match="a document of the project"):
            write_file(session, path)
    assert story.read_text(encoding="utf-8") == "粮价稳定。\n"


def test_a_link_is_followed(session: Session, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "real.csv", tmp_path / "out.csv"
    link.symlink_to(target)
    for _ in ("new", "there"):
        assert write_file(session, link) == 1
        assert link.is_symlink()
        assert target.read_bytes().startswith(b"\xef\xbb\xbfid,")
        assert names(target.parent) == {"real.csv"}


def test_links_in_a_circle_are_said(session: Session, tmp_path: Path) -> None:
    link = tmp_path / "out.csv"
    link.symlink_to(link)
    with pytest.raises(StorageError, match="symbolic links"):
        write_file(session, link)


@pytest.mark.parametrize("mode", [0o640, 0o666, 0o604])
def test_whoever_could_read_a_file_can_read_what_replaces_it(
    session: Session, tmp_path: Path, mode: int
) -> None:
    path = tmp_path / "out.csv"
    path.touch()
    path.chmod(mode)
    write_file(session, path)
    assert path.stat().st_size
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_file_stays_its_owners_and_its_groups(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.touch()
    path.chmod(0o660)
    os.chown(path, 60001, 54321)
    write_file(session, path)
    found = path.stat()
    assert (found.st_uid, found.st_gid) == (60001, 54321)

    def refuse(*_: int) -> None:
        raise PermissionError

    # What was meant for one group is not for another.
    monkeypatch.setattr(os, "fchown", refuse)
    write_file(session, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_may_not_be_written_is_not_replaced(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("kept", encoding="utf-8")
    # Whoever runs the tests as root may write everything.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StorageError, match="Permission denied"):
        write_file(session, path)
    assert path.read_text(encoding="utf-8") == "kept"


def test_a_pipe_is_written_to(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    came: list[bytes] = []
    reader = threading.Thread(target=lambda: came.append(path.read_bytes()))
    reader.start()
    assert write_file(session, path) == 1
    reader.join()
    assert came[0].startswith(b"\xef\xbb\xbfid,")
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_device_is_written_to(session: Session) -> None:
    assert write_file(session, Path(os.devnull)) == 1
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_what_killed_exports_left_is_removed_after_a_day(
    session: Session, tmp_path: Path
) -> None:
    old, young = tmp_path / ".out.csv.pizhu-abc", tmp_path / ".out.csv.pizhu-def"
    others = tmp_path / ".other.csv.pizhu-abc"
    for one in (old, young, others):
        one.mkdir()
        (one / "part").write_text("一", encoding="utf-8")
    for one in (old, others):
        os.utime(one, (0, 0))
    (tmp_path / ".out.csv.pizhu-link").symlink_to(tmp_path / "elsewhere")
    write_file(session, tmp_path / "out.csv")
    assert {one for one in names(tmp_path) if one.startswith(".")} == {
        young.name,
        others.name,
        ".out.csv.pizhu-link",
    }
