"""``pizhu speakers``: the registry from the shell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from annotations.errors import InvalidError
from annotations.model import Kind, Span
from tests.conftest import add_lost_quote
from tui.cli.root import cli

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from annotations.model import Document
    from annotations.session import Session


@pytest.fixture
def project(project_path: Path, session: Session, document: Document) -> Path:
    for number, name in enumerate(("许敏", "许敏", "许主任", "罗\x1b[2J春山")):
        session.annotations.create(
            document.id, Kind.QUOTE, [Span(number, number + 9)], speaker=name
        )
    return project_path


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        cli, ["speakers", "--db", str(path), *arguments], standalone_mode=False
    )


def listed(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(path, "--json").stdout.splitlines()]


def test_speakers_are_listed_safely_the_most_quoted_first(project: Path) -> None:
    lines = run(project).stdout.splitlines()
    assert lines[0].split() == ["2", "in", "1", "许敏"]
    assert "\x1b" not in "".join(lines)
    assert [one["quotes"] for one in listed(project)] == [2, 1, 1]


def test_merge_rename_set_alias_and_split(project: Path, session: Session) -> None:
    run(project, "merge", "许敏", "许主任")
    run(project, "rename", "许敏", "许敏女士")
    run(project, "set", "许敏", "--role", "主任", "--organisation", "建设办")
    run(project, "alias", "许敏", "她")
    run(project, "alias", "许敏", "许主任", "--remove")
    row = listed(project)[0]
    assert (row["name"], row["role"], row["organisation"], row["quotes"]) == (
        "许敏女士", "主任", "建设办", 3,
    )  # fmt: skip
    assert sorted(row["aliases"]) == ["她", "许敏"]
    places = run(project, "where", "她", "--json").stdout.splitlines()
    first = json.loads(places[0])
    assert first["start"] == 0
    assert "\n" not in first["text"]
    run(project, "split", "她", "许工", "--annotation", first["id"])
    assert {one["name"]: one["quotes"] for one in listed(project)}["许工"] == 1
    assert isinstance(run(project, "split", "她", "谁").exception, InvalidError)
    session.history.undo()
    assert listed(project)[0]["quotes"] == 3


def test_a_quote_that_found_no_place_is_told_in_its_own_words(
    project_path: Path, session: Session
) -> None:
    _, words = add_lost_quote(session)
    told = json.loads(run(project_path, "where", "周岚", "--json").stdout)
    assert told["text"] == words
