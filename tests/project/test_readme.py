"""The README says what the program does."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from tui.cli.root import cli
from tui.key_table import markdown
from tui.keymap import entries

README = Path(__file__).parents[2] / "README.md"


def test_the_key_table_is_the_programs() -> None:
    assert markdown() in README.read_text("utf-8"), "run: make keys"
    assert "|  | `1` … `9` | Put the tag with that key" in markdown()
    rows = markdown().count("\n") - 1
    assert rows == len(entries({}))


def test_every_command_has_help_and_is_in_the_readme() -> None:
    readme = README.read_text("utf-8")
    context = cli.make_context("pizhu", ["--help"], resilient_parsing=True)
    for name in cli.list_commands(context):
        shown = CliRunner().invoke(cli, [name, "--help"])
        assert shown.exit_code == 0
        assert f"pizhu {name}" in readme or name == "open"
