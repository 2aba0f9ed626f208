"""``pizhu search``: data on stdout, narration on stderr, nothing that controls a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from annotations.errors import InvalidError
from annotations.model import Kind, Span
from tests.conftest import source
from tui.cli.root import cli

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from annotations.model import Document
    from annotations.session import Session


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        cli, ["--db", str(path), "search", *arguments], standalone_mode=False
    )


def test_hits_are_grouped_by_document_in_their_context(
    project_path: Path, document: Document
) -> None:
    shown = run(project_path, "新橋", "許敏")
    lines = shown.stdout.splitlines()
    assert document.title in lines[0]
    assert len(lines) == 5
    assert "镇建设办主任许敏认为" in lines[3]
    assert "4 hits shown in 1 document" in shown.stderr


def test_json_has_a_line_for_each_hit(
    project_path: Path, session: Session, document: Document
) -> None:
    rows = [
        json.loads(line)
        for line in run(project_path, "--json", "新桥").stdout.splitlines()
    ]
    text = session.documents.text(document.id).text
    assert [text[row["start"] : row["end"]] for row in rows] == ["新桥"] * 3
    assert rows[0]["document"] == document.id


def test_annotations_are_found_by_the_same_words(
    project_path: Path, session: Session, document: Document
) -> None:
    tag = session.codebook.add("交通")
    session.annotations.create(
        document.id, Kind.NOTE, [Span(0, 6)], note="再查", tags=[tag.id]
    )
    shown = run(project_path, "--annotations", "再查", "-没有")
    assert "河埠新桥通车" in shown.stdout
    (line,) = run(project_path, "--annotations", "--json", "tag:交通").stdout.split(
        "\n"
    )[:-1]
    assert json.loads(line)["tags"] == ["交通"]


def test_nothing_found_is_no_fault(project_path: Path, document: Document) -> None:
    shown = run(project_path, "没有这个")
    assert (shown.stdout, shown.stderr) == ("", "nothing found\n")
    assert shown.exception is None


def test_a_wrong_condition_is_refused(project_path: Path, document: Document) -> None:
    assert isinstance(run(project_path, "kind:poem").exception, InvalidError)


@pytest.mark.parametrize("option", [(), ("--annotations",)])
def test_a_document_cannot_control_the_terminal(
    project_path: Path, session: Session, option: tuple[str, ...]
) -> None:
    made = session.documents.add(
        source("前\x1b[2J电影\x9b后\u202e完", title="题\x1b]0;x\x07")
    ).document
    session.annotations.create(made.id, Kind.CLAIM, [Span(0, 11)])
    shown = run(project_path, "电影", *option).stdout
    assert "电影" in shown
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


def test_the_help_shows_the_query_language_line_by_line(project_path: Path) -> None:
    lines = [line.strip() for line in run(project_path, "--help").output.splitlines()]
    assert '"exact phrase"   -without' in lines
    assert "title:  publication:  date:2026-04..2026-05" in lines
    assert not [line for line in lines if "\\b" in line or "\b" in line]
