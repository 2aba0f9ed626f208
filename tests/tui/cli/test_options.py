"""``--db`` and ``--analyst`` hold wherever they are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from annotations.model import Kind, Span
from tui.cli.root import cli

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.model import Document
    from annotations.session import Session

OTHER = "other.db"


@pytest.mark.parametrize(
    "command",
    [
        ("tags", "add", "民生"),
        ("rules", "off", "direct.sentence"),
        ("lexicon", "add", "cue", "坦言"),
        ("speakers", "rename", "许敏", "许主任"),
    ],
)
def test_options_go_before_and_after_every_word_of_a_command(
    session: Session,
    document: Document,
    project_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)], speaker="许敏")
    for place in (0, 1, 2, len(command)):
        said = ["--db", project_path.name, "--analyst", f"w{place}"]
        arguments = [*command[:place], *said, *command[place:]]
        done = CliRunner().invoke(cli, arguments, standalone_mode=False)
        assert done.exception is None, arguments
        assert session.history.steps(1)[0].analyst == f"w{place}"
        assert session.history.take_back(session.history.steps(1)[0].id)


def test_what_is_said_later_wins(tmp_path: Path, session: Session) -> None:
    other = str(tmp_path / OTHER)
    arguments = ["--db", other, "tags", "--db", other, "add", "甲"]
    run = CliRunner().invoke
    run(cli, [*arguments, "--db", str(session.path)], standalone_mode=False)
    assert [tag.path for tag in session.codebook.tags()] == ["甲"]
    assert not (tmp_path / OTHER).exists()


def test_the_sample_project_can_have_another_file(tmp_path: Path) -> None:
    demo, before, after = ("demo", str(tmp_path / "in")), "before.db", "after.db"
    for arguments in (
        ("--db", str(tmp_path / before), *demo),
        (*demo, "--db", str(tmp_path / after)),
    ):
        done = CliRunner().invoke(cli, arguments)
        assert done.exit_code == 0, done.output
    found = {one.name for one in tmp_path.rglob("*.db")}
    assert found == {before, after}


@pytest.mark.parametrize(
    "command",
    [
        ("",),
        ("open", ""),
        ("add", "story.txt", ""),
        ("update", ""),
        ("update", "story.txt", "--document", ""),
        ("remove", ""),
        ("export", "-o", ""),
        ("export", "--by", ""),
        ("backup", ""),
        ("merge", ""),
        ("demo", ""),
        ("suggest", ""),
        ("suggest", "--json", ""),
        ("list", "--db", ""),
        ("--db", "", "list"),
        ("history", "--by", ""),
        ("history", "--document", ""),
        ("history", "--annotation", ""),
        ("history", "--since", ""),
    ],
)
def test_an_unset_variable_never_means_everything(
    session: Session,
    document: Document,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "story.txt").write_text("粮价稳定。\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    steps = session.history.steps()
    done = CliRunner().invoke(cli, ["--db", str(session.path), *command])
    assert done.exit_code == 2
    assert "it is empty" in done.stderr
    assert done.stdout == ""
    assert [one.name for one in folder.iterdir()] == ["story.txt"]
    assert session.history.steps() == steps
