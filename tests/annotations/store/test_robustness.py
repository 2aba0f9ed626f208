"""Killed processes, many writers, full disks: what was acknowledged is there."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from annotations.errors import StorageError
from annotations.model import Kind, Span
from annotations.session import Session
from tests.conftest import STORY, source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotations.model import Document

KILLS = int(os.environ.get("PIZHU_TEST_KILLS", "60"))


def work_for_ever(path: Path, pipe: int, seed: int) -> None:
    """Make, change, delete and undo; say each thing once it is acknowledged."""
    chance = random.Random(seed)
    with Session.open(path, "lin") as session:
        document_id = session.documents.summaries()[0].document.id
        made: list[str] = []
        while True:
            choice = chance.random()
            if choice < 0.6 or not made:
                start = chance.randrange(len(STORY) - 1)
                one = session.annotations.create(
                    document_id, Kind.QUOTE, [Span(start, start + 1)]
                )
                made.append(one.id)
                said = f"+{one.id}"
            elif choice < 0.8:
                one = session.annotations.get(made[-1])
                note = str(chance.random())
                session.annotations.change(one, note=note)
                said = f"={one.id} {note}"
            else:
                session.annotations.delete(session.annotations.get(made[-1]))
                said = f"-{made.pop()}"
            os.write(pipe, f"{said}\n".encode())


def test_nothing_acknowledged_is_lost_when_a_process_is_killed(
    project_path: Path,
) -> None:
    with Session.open(project_path, "lin") as session:
        document = session.documents.add(source()).document
    expected: dict[str, str] = {}
    chance = random.Random(7)
    for number in range(KILLS):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                work_for_ever(project_path, writing, number)
            finally:
                os._exit(3)
        os.close(writing)
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL
        with os.fdopen(reading) as pipe:
            # The last line may be cut off: that one was not acknowledged.
            lines = pipe.read().split("\n")[:-1]
        for line in lines:
            identity, _, note = line[1:].partition(" ")
            if line[0] == "-":
                expected.pop(identity)
            else:
                expected[identity] = note
        with Session.open(project_path, "lin") as session:
            there = {
                one.id: one.note for one in session.annotations.of_document(document.id)
            }
        # One action may have been committed and not yet acknowledged.
        strayed = [one for one in expected if there.get(one) != expected[one]]
        assert len(strayed) + len(set(there) - set(expected)) <= 1
        expected = there
    assert expected
    with Session.open(project_path, "lin") as session:
        assert list(session.problems()) == []


WRITER = """
import sys
from pathlib import Path
from annotations.model import Kind, Span
from annotations.session import Session
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Session.open(path, name) as session:
    document_id = session.documents.summaries()[0].document.id
    for number in range(count):
        one = session.annotations.create(
            document_id, Kind.NOTE, [Span(number, number + 1)], note=f"{name} {number}"
        )
        session.annotations.change(one, speaker="许敏")
        session.reading.keep(document_id, number)
"""


def test_eight_writers_lose_nothing_and_nobody_is_refused(project_path: Path) -> None:
    with Session.open(project_path, "lin") as session:
        document = session.documents.add(source()).document
        session.changed_elsewhere()
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(project_path), f"w{one}", "25"],
                stderr=subprocess.PIPE,
                text=True,
            )
            for one in range(8)
        ]
        seen = 0
        while any(one.poll() is None for one in writers):
            seen += session.changed_elsewhere()
            time.sleep(0.05)
        assert [one.communicate()[1] for one in writers] == [""] * 8
        assert seen > 1
        found = session.annotations.of_document(document.id)
        assert sorted(one.note for one in found) == sorted(
            f"w{writer} {number}" for writer in range(8) for number in range(25)
        )
        assert {one.speaker for one in found} == {"许敏"}
        assert list(session.problems()) == []


def test_a_full_disk_costs_the_action_at_hand_and_no_more(
    session: Session, document: Document, project_path: Path
) -> None:
    kept = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    before = session.history.steps()
    size = project_path.with_name("pizhu.db-wal").stat().st_size
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        for _ in range(2):
            with pytest.raises(StorageError, match="free some space"):
                session.annotations.change(kept, note="很长的说明" * 9000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert session.annotations.get(kept.id) == kept
    assert session.history.steps() == before
    changed = session.annotations.change(kept, note="有地方了")
    assert session.annotations.get(kept.id) == changed
    assert list(session.problems()) == []


def test_a_full_database_is_told_in_one_line(
    session: Session, document: Document
) -> None:
    kept = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    connection = session._project.database.conn
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="database or disk is full"):
        session.annotations.change(kept, note="很长的说明" * 90000)
    connection.execute("PRAGMA max_page_count = 1000000")
    assert session.annotations.change(kept, note="短").note == "短"


def test_a_reader_in_the_middle_of_a_backup_is_not_in_the_way(
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
    tmp_path: Path,
) -> None:
    other = open_session("wang")
    holding = sqlite3.connect(session.path)
    with closing(holding):
        holding.execute("BEGIN")
        holding.execute("SELECT count(*) FROM annotations").fetchone()
        other.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
        session.back_up(tmp_path / "copy.db")
    with Session.open(tmp_path / "copy.db", "lin") as copy:
        assert len(copy.annotations.of_document(document.id)) == 1
