"""``pizhu add`` with what cannot be read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from click.testing import CliRunner

from tests.conftest import STORY
from tui.cli.root import cli

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_may_not_be_read_does_not_keep_the_others_out(
    tmp_path: Path, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, locked = tmp_path / "story.txt", tmp_path / "locked"
    story.write_text(STORY, encoding="utf-8")
    locked.mkdir(mode=0o000)
    # Whoever runs the tests as root may read everything; click asks this way.
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: str(path) != str(locked) and may(path, mode)
    )
    arguments = ["--db", str(project_path), "add", str(locked), str(story)]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("1 added")


def test_a_project_is_never_read_as_a_document(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    db = str(tmp_path / "work.txt")  # a name that tells nothing
    first = CliRunner().invoke(cli, ["--db", db, "add", str(tmp_path)])
    assert (first.exit_code, first.stdout) == (
        0,
        "1 added, 0 unchanged, 0 changed, 0 refused\n",
    )
    for command in ("add", "update"):
        again = CliRunner().invoke(cli, ["--db", db, command, db])
        assert "is the project itself" in again.stderr
