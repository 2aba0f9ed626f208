"""Streams that are closed, or take nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotations.model import Kind, Span

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.session import Session

FULL = Path("/dev/full")


def pizhu(redirection: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable]
    return subprocess.run(
        [*command, "-m", "tui", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_what_nobody_hears_is_said_to_nobody(
    session: Session, document: Document, tmp_path: Path, closed: str
) -> None:
    session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    story = tmp_path / "story.txt"
    story.write_text("粮价稳定。\n", encoding="utf-8")
    commands = (
        ("export",),
        ("export", "-o", str(tmp_path / "out.csv")),
        ("search", "桥"),
        ("search", "没有的"),
        ("add", str(story)),
        ("suggest", "--jobs", "2"),
        ("check",),
    )
    writing = {("export",), ("search", "桥"), ("add", str(story))}
    for command in commands:
        done = pizhu(closed, "--db", str(session.path), *command)
        # Data must not be lost in silence.
        is_lost = command in writing and ">&-" in closed.split()
        assert done.returncode == (2 if is_lost else 0), (command, done)
        assert "fault" not in done.stderr
        assert "2>&-" not in closed or done.stderr == ""
        assert ">&-" not in closed.split() or done.stdout == ""
    assert (tmp_path / "out.csv").read_bytes().count(b"\r\n") == 2


@pytest.mark.parametrize("closed", [">&-", "1</dev/null", ">&- <&-"])
def test_data_that_nobody_gets_is_an_error(
    session: Session, document: Document, tmp_path: Path, closed: str
) -> None:
    (tmp_path / "story.txt").write_text("“路。”许敏说。\n", encoding="utf-8")
    for command in (
        ("list",),
        ("list", "--json"),
        ("export",),
        ("history",),
        ("suggest", "--json", str(tmp_path / "story.txt")),
        ("--version",),
    ):
        done = pizhu(closed, "--db", str(session.path), *command)
        assert done.returncode == 2, (command, done)
        assert done.stderr == (
            "pizhu: the output is closed; send it to a file or a terminal\n"
        )


def test_errors_are_never_among_the_data(tmp_path: Path) -> None:
    for arguments in (("list",), ("list", "--nonsense"), ("open",)):
        done = pizhu("2>&-", "--db", str(tmp_path / "none.db"), *arguments)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@pytest.mark.skipif(not FULL.exists(), reason="there is no such device")
def test_the_status_tells_where_words_find_no_room(tmp_path: Path) -> None:
    for arguments in (("list",), ("list", "--nonsense")):
        done = pizhu(f"2>{FULL}", "--db", str(tmp_path / "none.db"), *arguments)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", "")
