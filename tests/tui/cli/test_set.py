"""``pizhu set``: what was guessed of a document is corrected from the shell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from annotations.errors import InvalidError
from tui.cli.root import cli

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from annotations.model import Document


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        cli, [*arguments, "--db", str(path)], standalone_mode=False
    )


def listed(path: Path) -> dict[str, object]:
    return json.loads(run(path, "list", "--json").stdout)  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", ["河埠新桥通车", "bridge.txt", "/news/bridge.txt"])
def test_what_is_given_is_corrected_and_undone(
    project_path: Path, document: Document, name: str
) -> None:
    before = listed(project_path)
    told = run(
        project_path, "set", name, "--title", " 新\x1b桥 ", "--published", "2026-04",
        "--publication", "", "--author", "林一",
    )  # fmt: skip
    assert (told.exit_code, told.stdout) == (0, "")
    assert told.stderr == "changed: 新 桥 (2026-04, 林一)\n"
    assert listed(project_path) == {
        **before,
        "title": "新 桥",
        "published": "2026-04",
        "publication": "",
        "author": "林一",
    }
    again = run(project_path, "set", document.id, "--author", "林一")
    assert again.stderr.startswith("unchanged: 新 桥")
    run(project_path, "undo")
    assert listed(project_path) == before


def test_a_wrong_date_changes_nothing(project_path: Path, document: Document) -> None:
    told = run(
        project_path, "set", document.id, "--title", "新桥", "--published", "2026-02-30"
    )
    assert isinstance(told.exception, InvalidError)
    assert str(told.exception).startswith("2026-02-30 is no date; as 2026, 2026-04")
    assert listed(project_path)["title"] == "河埠新桥通车"


def test_nothing_to_be_set_is_wrong_use(project_path: Path, document: Document) -> None:
    told = run(project_path, "set", document.id)
    assert isinstance(told.exception, click.UsageError)
