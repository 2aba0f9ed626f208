"""Making a project: killed, raced or without room, it is made by whoever comes next."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from annotations.errors import ProjectRefusedError
from annotations.session import Session
from annotations.store import connection as opening
from annotations.store.others import other_project

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = int(os.environ.get("PIZHU_TEST_RACES", "3"))

OPEN = """
import sys
from pathlib import Path
import importlib.metadata, sqlite_utils.db, sqlite_utils.migrations
from annotations.session import Session
print("ready", flush=True)
input()
with Session.open(Path(sys.argv[1]), sys.argv[2]) as session:
    session.codebook.add(sys.argv[2])
"""

DIE = """
import os, signal, sys
from pathlib import Path
from annotations.session import Session
from annotations.store import connection
at, name = sys.argv[2].split()
steps = connection.migrations
def die():
    os.kill(os.getpid(), signal.SIGKILL)
def dying(*arguments, do=getattr(connection, name), **named):
    if at == "before":
        die()
    do(*arguments, **named)
    die()
setattr(connection, name, dying)
if at == "in":
    dying.apply = lambda database, steps=steps: (steps.apply(database), die())
Session.open(Path(sys.argv[1]), "lin")
"""


def left(path: Path) -> set[str]:
    return {one.name.removeprefix(path.name) for one in path.parent.glob("pizhu.db*")}


def is_taken_up(path: Path) -> None:
    with Session.open(path, "lin") as session:
        session.codebook.add("甲")
        assert list(session.problems()) == []
        mode = session._project.database.execute("PRAGMA journal_mode").fetchone()
        assert mode == ("wal",)
    assert left(path) == {""}


@pytest.mark.parametrize(
    "moment",
    [
        "before _set_up",
        "before _bring_up_to_date",
        "in migrations",
        "before _set_journal_mode",
        "after _set_journal_mode",
    ],
)
def test_whoever_is_killed_leaves_what_can_be_taken_up(
    project_path: Path, moment: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIE, str(project_path), moment], check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert project_path.exists()
    is_taken_up(project_path)


def test_what_an_earlier_pizhu_began_is_taken_up(project_path: Path) -> None:
    with closing(sqlite3.connect(project_path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert project_path.stat().st_size
    with (
        pytest.raises(ProjectRefusedError, match="no project here"),
        other_project(project_path),
    ):
        pass
    with pytest.raises(ProjectRefusedError, match="no project here"):
        Session.open(project_path, "lin", must_exist=True)
    is_taken_up(project_path)


def test_of_several_one_makes_it_and_nobody_is_refused(project_path: Path) -> None:
    names = [f"w{number}" for number in range(6)]
    for number in range(ROUNDS):
        path = project_path.with_name(f"{number}.db")
        makers = [
            subprocess.Popen(
                [sys.executable, "-c", OPEN, str(path), name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for name in names
        ]
        for one in makers:
            assert one.stdout is not None
            assert one.stdout.readline() == "ready\n"
        for one in makers:
            assert one.stdin is not None
            one.stdin.write("\n")
            one.stdin.flush()
        assert [one.communicate()[1] for one in makers] == [""] * len(names)
        with Session.open(path, "lin", must_exist=True) as session:
            assert {tag.path for tag in session.codebook.tags()} == {*names}
            assert list(session.problems()) == []


def test_whoever_writes_at_this_moment_is_waited_for(
    project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.db"
    with Session.open(project_path, "lin") as session:
        session.back_up(copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(opening, "sleep", lambda _: other.execute("ROLLBACK"))
        Session.open(copy, "lin").close()
        assert not other.in_transaction


def fail(*_: object, **__: object) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise error


@pytest.mark.parametrize("where", ["_set_journal_mode", "_bring_up_to_date"])
def test_without_room_nothing_is_left_in_the_way(
    project_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(opening, where, fail)
        with pytest.raises(ProjectRefusedError, match="free some space"):
            Session.open(project_path, "lin")
    # A project that is made already stays, with nothing beside it.
    assert left(project_path) == ({""} if where == "_set_journal_mode" else set())
    is_taken_up(project_path)


def test_what_stood_there_before_is_not_removed(
    project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project_path.touch()
    monkeypatch.setattr(opening, "_bring_up_to_date", fail)
    with pytest.raises(ProjectRefusedError):
        Session.open(project_path, "lin")
    assert left(project_path) == {""}


@pytest.mark.parametrize("is_done", [True, False])
def test_what_another_makes_of_it_is_not_removed(
    project_path: Path, monkeypatch: pytest.MonkeyPatch, is_done: bool
) -> None:
    others: list[sqlite3.Connection] = []

    def overtaken(*_: object, **__: object) -> None:
        if is_done:
            monkeypatch.undo()
            Session.open(project_path, "wang").close()
        else:
            others.append(sqlite3.connect(project_path, isolation_level=None))
            others[0].execute("BEGIN IMMEDIATE")
        fail()

    monkeypatch.setattr(opening, "_bring_up_to_date", overtaken)
    with pytest.raises(ProjectRefusedError):
        Session.open(project_path, "lin")
    for one in others:
        one.close()
    assert project_path.exists()


def test_the_log_beside_an_empty_file_is_left_alone(project_path: Path) -> None:
    project_path.touch()
    log = project_path.with_name("pizhu.db-wal")
    log.write_bytes(b"work")
    for must_exist in (True, False):
        with pytest.raises(ProjectRefusedError, match="was removed"):
            Session.open(project_path, "lin", must_exist=must_exist)
    assert log.read_bytes() == b"work"
