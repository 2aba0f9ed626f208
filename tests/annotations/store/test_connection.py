"""Opening project files: what is refused is refused in one line and left alone."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from annotations.errors import ProjectRefusedError, StorageError
from annotations.session import Session
from annotations.store.connection import BUSY_SECONDS
from annotations.store.others import other_project
from annotations.store.schema import APPLICATION_ID, VERSION


def refused(path: Path, *, must_exist: bool = False) -> ProjectRefusedError:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ProjectRefusedError) as caught:
        Session.open(path, "lin", must_exist=must_exist)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert "\n" not in str(caught.value)
    assert str(path) in caught.value.message
    return caught.value


def test_a_new_project_is_its_owners_alone(project_path: Path) -> None:
    with Session.open(project_path, "lin"):
        assert stat.S_IMODE(project_path.stat().st_mode) == 0o600
    connection = sqlite3.connect(project_path)
    try:
        pragmas = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        ]
        assert pragmas == [APPLICATION_ID, VERSION, "wal"]
        strict = connection.execute(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
            " AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
        ).fetchone()[0]
        assert strict == 0
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


@pytest.mark.parametrize("name", [":memory:", "file:p.db", "file:p.db?mode=memory"])
def test_no_name_means_anything_but_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with Session.open(Path(name), "lin") as session:
        session.codebook.add("甲")
    assert [one.name for one in tmp_path.iterdir()] == [name]
    with Session.open(Path(name), "lin", must_exist=True) as session:
        assert [tag.path for tag in session.codebook.tags()] == ["甲"]
        session.back_up(Path(f"{name}.copy"))
    with Session.open(Path(f"{name}.copy"), "lin", must_exist=True) as session:
        assert [tag.path for tag in session.codebook.tags()] == ["甲"]


def test_a_missing_project_is_not_made_where_one_must_be(project_path: Path) -> None:
    refused(project_path, must_exist=True)
    assert not project_path.exists()


def test_a_text_is_no_project(project_path: Path) -> None:
    project_path.write_text("这是一篇文章，不是项目。", encoding="utf-8")
    assert "not a project" in refused(project_path).message


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path).message


def test_another_programs_database_is_left_alone(project_path: Path) -> None:
    connection = sqlite3.connect(project_path)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    assert "another program" in refused(project_path).message


def test_a_newer_project_is_left_alone(project_path: Path) -> None:
    Session.open(project_path, "lin").close()
    connection = sqlite3.connect(project_path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    assert "newer" in refused(project_path).message


def test_a_damaged_project_is_left_alone(project_path: Path) -> None:
    project_path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    assert "damaged" in refused(project_path).message


def test_a_pipe_is_no_project_and_is_not_waited_for(project_path: Path) -> None:
    os.mkfifo(project_path)
    assert "not a project" in refused(project_path).message


def test_looking_at_an_open_project_again_leaves_its_locks(project_path: Path) -> None:
    log = project_path.with_name(f"{project_path.name}-wal")
    look = (
        "import sqlite3; one = sqlite3.connect({!r});"
        "one.execute('SELECT * FROM tags').fetchall(); one.close()"
    )
    with Session.open(project_path, "lin") as session:
        session.codebook.add("甲")
        session.another().close()
        with other_project(project_path):
            pass
        # The last to close a project removes its log: this one is not the last.
        subprocess.run(
            [sys.executable, "-c", look.format(str(project_path))], check=True
        )
        assert log.exists()
        session.codebook.add("乙")


def test_whether_one_may_write_is_told_without_waiting(project_path: Path) -> None:
    with Session.open(project_path, "lin") as session:
        assert session.can_write()
        other = sqlite3.connect(project_path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        began = monotonic()
        assert not session.can_write()
        assert monotonic() - began < BUSY_SECONDS / 4
        other.execute("ROLLBACK")
        other.close()
        assert session.can_write()
        waits = session._project.database.execute("PRAGMA busy_timeout").fetchone()
        assert waits == (BUSY_SECONDS * 1000,)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refused(tmp_path / "missing" / "pizhu.db")


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        (sqlite3.SQLITE_READONLY_DIRECTORY, "write in its folder"),
        (sqlite3.SQLITE_FULL, "free some space"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "free some space"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "close what holds it"),
        (sqlite3.SQLITE_CORRUPT, "from a backup"),
    ],
)
def test_the_remedy_is_for_what_is_wrong(
    project_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, remedy: str
) -> None:
    Session.open(project_path, "lin").close()

    def fail(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("it does not work")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(sqlite3, "connect", fail)
    assert remedy in refused(project_path).hint


def test_the_log_of_a_removed_project_is_left_alone(project_path: Path) -> None:
    away = project_path.with_name("away.db")
    log = project_path.with_name(f"{project_path.name}-wal")
    with Session.open(project_path, "lin") as session:
        session.codebook.add("甲")
        project_path.rename(away)
        before = log.read_bytes()
        assert "was removed" in refused(project_path).message
        project_path.touch()
        assert "was removed" in refused(project_path).message
        assert before
        assert log.read_bytes() == before
        away.replace(project_path)
        session.codebook.add("乙")
    project_path.unlink()
    Session.open(project_path, "lin").close()


def test_nothing_is_saved_into_a_file_that_is_gone(project_path: Path) -> None:
    away = project_path.with_name("away.db")
    with Session.open(project_path, "lin") as session:
        session.codebook.add("甲")
        project_path.rename(away)
        with pytest.raises(StorageError, match="removed or replaced"):
            session.codebook.add("乙")
        project_path.write_bytes(away.read_bytes())
        with pytest.raises(StorageError, match="removed or replaced"):
            session.codebook.add("乙")
        away.replace(project_path)
        session.codebook.add("丙")
        assert {tag.path for tag in session.codebook.tags()} == {"甲", "丙"}
