"""``pizhu export``: the filters of the command line."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from annotations.errors import NotFoundError
from annotations.model import Kind, Span, Status
from tui.cli.root import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotations.model import Document
    from annotations.session import Session


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["quote", "claim"]),
        (["--kind", "quote"], ["quote"]),
        (["--kind", "claim", "--kind", "quote"], ["quote", "claim"]),
        (["--status", "flagged"], ["claim"]),
        (["--by", "lin"], ["quote", "claim"]),
        (["--by", "wang"], []),
    ],
)
def test_filters_let_through_what_they_name(
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
    project_path: Path,
    options: list[str],
    expected: list[str],
) -> None:
    open_session("wang")
    session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    session.annotations.create(
        document.id, Kind.CLAIM, [Span(4, 6)], status=Status.FLAGGED
    )
    done = CliRunner().invoke(cli, ["--db", str(project_path), "export", *options])
    assert done.exit_code == 0, done.output
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["kind"] for row in rows] == expected


def test_an_analyst_whom_nobody_knows_is_said(
    session: Session, document: Document, project_path: Path
) -> None:
    arguments = ["--db", str(project_path), "export", "--by", "lin", "--by", "nobody"]
    done = CliRunner().invoke(cli, arguments, standalone_mode=False)
    assert isinstance(done.exception, NotFoundError)
    assert "no analyst nobody" in str(done.exception)
    assert done.stdout == ""


def test_what_is_stdout_by_another_name_is_not_replaced(
    session: Session, document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "all.csv"
    path.write_text("before\n", encoding="utf-8")
    command = [sys.executable, "-m", "tui", "--db", str(session.path), "export", "-o"]
    with path.open("ab") as stream:
        subprocess.run([*command, "/dev/stdout"], stdout=stream, check=True)
    assert path.read_bytes().startswith(b"before\nid,document,")
