"""``pizhu check``, ``backup``, ``update``, ``merge``, ``history`` from the shell."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from annotations.errors import NotFoundError, ProjectRefusedError
from annotations.model import Kind, Span
from annotations.session import Session
from tests.conftest import STORY
from tui.cli.root import cli

if TYPE_CHECKING:
    from pathlib import Path


def run(project: Path, *arguments: str) -> Result:
    """Run a command; ``exit_code`` is what the program would end with."""
    done = CliRunner().invoke(
        cli, ["--db", str(project), *arguments], standalone_mode=False
    )
    done.exit_code = 2 if done.exception else done.return_value or 0
    return done


def begun(path: Path, folder: Path) -> Path:
    story = folder / "story.txt"
    story.write_text(STORY * 3000, encoding="utf-8")
    done = run(path, "add", str(story))
    assert done.exit_code == 0, done.output
    return story


def mark(path: Path, start: int, end: int, analyst: str = "lin") -> str:
    with Session.open(path, analyst) as session:
        document_id = session.documents.summaries()[0].document.id
        return session.annotations.create(
            document_id, Kind.QUOTE, [Span(start, end)]
        ).id


def test_check_tells_and_a_damaged_index_is_built_again(
    project_path: Path, tmp_path: Path
) -> None:
    begun(project_path, tmp_path)
    sound = run(project_path, "check")
    assert (sound.exit_code, sound.stdout) == (0, "")
    with closing(sqlite3.connect(project_path)) as connection:
        count = connection.execute("DELETE FROM search_blocks").rowcount
        connection.commit()
    assert count > 0
    broken = run(project_path, "check")
    assert broken.exit_code == 1
    assert "index:" in broken.stdout
    assert "--reindex" in broken.stdout
    assert run(project_path, "check", "--reindex").exit_code == 0


def test_a_damaged_project_is_told_of_by_every_command(
    project_path: Path, tmp_path: Path
) -> None:
    begun(project_path, tmp_path)
    mark(project_path, 9, 20)
    with closing(sqlite3.connect(project_path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'spans'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with project_path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    checked = run(project_path, "check")
    assert checked.exit_code == 1
    assert "the marked texts cannot be read" in checked.stdout
    refused = run(project_path, "export")
    assert isinstance(refused.exception, ProjectRefusedError)


def test_a_newer_file_is_taken_and_said(project_path: Path, tmp_path: Path) -> None:
    story = begun(project_path, tmp_path)
    mark(project_path, 9, 20)
    story.write_text("更正启事\n\n" + STORY * 3000, encoding="utf-8")
    added = run(project_path, "add", str(story))
    assert "take it with pizhu update" in added.stderr
    done = run(project_path, "update", str(story))
    assert done.exit_code == 0
    assert "1 annotation stands in it" in done.stdout
    again = run(project_path, "update", str(story))
    assert again.stdout.startswith("unchanged:")
    other = tmp_path / "other.txt"
    other.write_text("另一篇。\n", encoding="utf-8")
    unknown = run(project_path, "update", str(other))
    assert unknown.exit_code == 2
    assert "--document" in unknown.stderr
    removed = run(project_path, "remove", str(story))
    assert "1 annotation went with it" in removed.stderr
    assert "undone: remove" in run(project_path, "undo").stdout


def test_a_merge_says_what_came_and_both_sides_of_a_conflict(
    project_path: Path, tmp_path: Path
) -> None:
    begun(project_path, tmp_path)
    identity = mark(project_path, 9, 20)
    other = tmp_path / "other.db"
    assert run(project_path, "backup", str(other)).exit_code == 0
    mark(other, 30, 40, "wang")
    for path, note in ((project_path, "甲"), (other, "乙")):
        with Session.open(path, "lin") as session:
            session.annotations.change(session.annotations.get(identity), note=note)
    done = run(project_path, "merge", str(other))
    assert "2 steps taken in: 2 annotations" in done.stderr
    assert "note=甲" in done.stdout
    assert "note=乙" in done.stdout
    listed = run(project_path, "merge", "--conflicts", "--json")
    (conflict,) = (json.loads(line) for line in listed.stdout.splitlines())
    assert conflict["entity_id"] == identity
    assert run(project_path, "merge").exit_code == 2


def test_history_is_filtered_and_any_step_undone(
    project_path: Path, tmp_path: Path
) -> None:
    begun(project_path, tmp_path)
    first = mark(project_path, 9, 20)
    mark(project_path, 30, 40, "wang")
    lines = run(project_path, "history", "--did", "mark").stdout.splitlines()
    assert len(lines) == 2
    step = lines[1].split()[0]
    (told,) = run(
        project_path, "history", "--annotation", first, "--json"
    ).stdout.split("\n")[:1]
    known = json.loads(told)
    assert known["id"].endswith(step)
    assert known["changes"][0]["table"] == "annotations"
    assert "undone: mark a quote" in run(project_path, "undo", step).stdout
    assert run(project_path, "undo", step).exit_code == 2
    assert "(undone)" in run(project_path, "history", "--by", "lin").stdout


def test_history_of_what_never_was_is_refused_and_not_empty(
    project_path: Path, tmp_path: Path
) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    run(project_path, "add", str(story))
    gone = mark(project_path, 9, 20)
    run(project_path, "suggest", "--kind", "quote")
    with Session.open(project_path, "lin") as session:
        session.annotations.delete(session.annotations.get(gone))
        document_id = session.documents.summaries()[0].document.id
        suggested = session.annotations.of_document(document_id)[0].id
    for known in (gone, suggested):
        done = run(project_path, "history", "--annotation", known)
        assert done.exception is None
    for words in (("--by", "nobody"), ("--annotation", "zzz")):
        done = run(project_path, "history", *words)
        assert isinstance(done.exception, NotFoundError)
        assert words[1] in str(done.exception)
