"""Backups, migrations, and the proof that a project is whole."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from annotations.errors import ProjectRefusedError, StorageError
from annotations.model import Kind, Span
from annotations.session import Session
from annotations.store import connection as opening
from annotations.store.database import Database
from annotations.store.schema import VERSION, migrations
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotations.model import Document


def harm(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


def found(session: Session) -> set[str]:
    return {problem.about for problem in session.problems()}


def test_whatever_was_done_is_whole(
    session: Session, document: Document, open_session: Callable[..., Session]
) -> None:
    tag = session.codebook.add("民生/交通", key="1")
    one = session.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 4)], tags=[tag.id], speaker="许敏"
    )
    session.annotations.change(one, spans=[Span(0, 5)], note="长一点")
    open_session("wang").annotations.create(document.id, Kind.NOTE, [Span(8, 9)])
    session.codebook.remove(tag)
    session.history.undo()
    session.documents.remove(document)
    session.history.undo()
    assert list(session.problems()) == []


@pytest.mark.parametrize(
    ("sql", "about"),
    [
        ("UPDATE spans SET exact = '桥' || substr(exact, 2)", {"anchor", "journal"}),
        ("UPDATE spans SET start = start + 1, exact = substr(exact, 2)", {"journal"}),
        ("UPDATE texts SET text = '改' || text", {"anchor", "text"}),
        ("DELETE FROM spans", {"anchor", "journal"}),
        ("UPDATE annotations SET note = '偷改'", {"journal"}),
        ("UPDATE annotations SET speaker_id = 'nobody'", {"reference", "journal"}),
        ("INSERT INTO speakers VALUES ('x', '黑户', '', '')", {"journal"}),
        ("DELETE FROM tags", {"reference", "journal"}),
        ("UPDATE tag_uses SET uses = 7", {"count"}),
        ("UPDATE speaker_uses SET uses = 7", {"count"}),
        ("UPDATE changes SET table_name = 'elsewhere'", {"journal"}),
        ("UPDATE changes SET row_key = '['", {"journal"}),
        ("UPDATE changes SET row_key = '{}'", {"journal"}),
        ("UPDATE changes SET row_key = '[[1]]'", {"journal"}),
        ("UPDATE changes SET \"after\" = '{'", {"journal"}),
        ("UPDATE changes SET row_key = CAST(x'80' AS TEXT) || number", {"file"}),
        ("UPDATE tags SET name = CAST(x'80' AS TEXT)", {"journal"}),
        ("UPDATE spans SET exact = CAST(x'80808080' AS TEXT)", {"file", "journal"}),
    ],
)
def test_what_is_off_is_told_with_a_remedy(
    session: Session, document: Document, project_path: Path, sql: str, about: set[str]
) -> None:
    tag = session.codebook.add("民生")
    session.annotations.create(
        document.id, Kind.QUOTE, [Span(2, 6)], tags=[tag.id], speaker="许敏"
    )
    harm(project_path, sql)
    problems = list(session.problems())
    assert {problem.about for problem in problems} == about
    assert all(problem.repair and "\n" not in problem.what for problem in problems)


def spoil(path: Path, table: str) -> None:
    """Write nonsense over the page that a table begins with."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


@pytest.mark.parametrize(
    ("table", "unreadable"),
    [
        ("spans", {"the marked texts", "the places of annotations"}),
        ("texts", {"the marked texts"}),
        ("doubts", {"the places of annotations"}),
        ("search_segments", {"the search index"}),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_looked_at(
    project_path: Path, table: str, unreadable: set[str]
) -> None:
    with Session.open(project_path, "lin") as session:
        document = session.documents.add(source()).document
        session.annotations.create(document.id, Kind.QUOTE, [Span(2, 6)])
    spoil(project_path, table)
    with Session.open(project_path, "lin") as session:
        told = [problem for problem in session.problems() if problem.about == "file"]
    named = {one.what.partition(" cannot be read:")[0] for one in told}
    assert unreadable <= named
    assert all(one.repair for one in told)
    assert len(named) < 7


def test_tags_that_stand_under_themselves_are_told(
    session: Session, project_path: Path
) -> None:
    for path in ("民生/交通/桥", "产业"):
        session.codebook.add(path)
    harm(project_path, "UPDATE tags SET parent_id = id WHERE name = '产业'")
    harm(
        project_path,
        "UPDATE tags SET parent_id = (SELECT id FROM tags WHERE name = '桥')"
        " WHERE name = '民生'",
    )
    told = [problem for problem in session.problems() if problem.about == "tag"]
    assert len(told) == 2
    assert all("under itself" in problem.what for problem in told)


def test_damage_that_is_met_at_work_is_told_with_a_remedy(project_path: Path) -> None:
    with Session.open(project_path, "lin") as session:
        session.codebook.add("民生")
    spoil(project_path, "tags")
    with (
        pytest.raises(ProjectRefusedError, match=r"malformed.*backup") as caught,
        Session.open(project_path, "lin") as session,
    ):
        session.codebook.tags()
    assert str(project_path) in caught.value.message
    spoil(project_path, "analysts")
    with pytest.raises(ProjectRefusedError, match=r"malformed.*backup"):
        Session.open(project_path, "wang")


def test_a_fault_of_ours_is_not_taken_for_damage(project_path: Path) -> None:
    with (
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        Session.open(project_path, "lin") as session,
    ):
        session._project.database.execute("SELECT * FROM nowhere")
    session = Session.open(project_path, "lin")
    session.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"), session:
        session.codebook.tags()


def test_a_backup_is_whole_and_never_overwrites(
    session: Session, document: Document, tmp_path: Path
) -> None:
    session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    target = tmp_path / "copy.db"
    session.back_up(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with Session.open(target, "lin") as copy:
        assert len(copy.annotations.of_document(document.id)) == 1
        assert found(copy) == set()
    kept = target.read_bytes()
    with pytest.raises(StorageError, match="there is a file already"):
        session.back_up(target)
    assert target.read_bytes() == kept
    with pytest.raises(StorageError):
        session.back_up(tmp_path / "no" / "such" / "folder.db")
    assert list(tmp_path.glob(".*")) == []


def older_project(path: Path) -> None:
    """A project as the first schema had it."""
    database = Database(sqlite3.connect(path))
    migrations.apply(database, stop_before="m002_versions_and_teams")
    database.execute("INSERT INTO analysts VALUES ('a1', 'lin', '2026-01-01')")
    database.commit()
    database.close()


def test_an_older_schema_is_kept_before_it_is_brought_up(project_path: Path) -> None:
    older_project(project_path)
    with Session.open(project_path, "lin") as session:
        (notice,) = session.notices
        kept = project_path.with_name("pizhu.db.schema-1.bak")
        assert str(kept) in notice
        assert found(session) == set()
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    with Session.open(project_path, "lin") as session:
        assert session.notices == ()


def test_without_a_copy_nothing_is_migrated(
    project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older_project(project_path)
    before = project_path.read_bytes()

    def refuse(*_: object) -> None:
        raise StorageError("no room")

    monkeypatch.setattr(opening, "copy_before_migration", refuse)
    with pytest.raises(StorageError, match="no room"):
        Session.open(project_path, "lin")
    with closing(sqlite3.connect(project_path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert len(project_path.read_bytes()) == len(before)


def test_a_newer_schema_is_refused_and_not_touched(project_path: Path) -> None:
    with Session.open(project_path, "lin"):
        pass
    harm(project_path, f"PRAGMA user_version = {VERSION + 1}")
    before = project_path.read_bytes()
    with pytest.raises(ProjectRefusedError, match="newer pizhu"):
        Session.open(project_path, "lin")
    assert project_path.read_bytes() == before


def test_what_is_counted_now_was_there_before(project_path: Path) -> None:
    database = Database(sqlite3.connect(project_path))
    migrations.apply(database, stop_before="m007_speakers")
    for statement in (
        "INSERT INTO analysts VALUES ('a', 'lin', '2026-01-01')",
        "INSERT INTO texts VALUES ('t', 'x', 'utf-8', 4, '她说好。', x'')",
        "INSERT INTO documents VALUES ('d', '题', '', '', '', '', 't', '2026', 'a')",
        "INSERT INTO speakers VALUES ('1', '甲', '', ''), ('2', '乙', '', '')",
    ):
        database.execute(statement)
    for number, speaker in enumerate(("2", "2", "1", None)):
        database.conn.execute(
            "INSERT INTO annotations (id, document_id, kind, speaker_id, status, origin,"
            " analyst_id, created_at, updated_at)"
            " VALUES (?, 'd', 'quote', ?, 'accepted', 'manual', 'a', '2026', '2026')",
            (str(number), speaker),
        )
    database.commit()
    database.close()
    with Session.open(project_path, "lin") as session:
        assert session.speakers.names() == ["乙", "甲"]
        assert not any(one.about == "count" for one in session.problems())
