"""What is typed wrongly on the command line: one line says what, and where help is."""

from __future__ import annotations

import shlex

import pytest

from tui.__main__ import main


def said(
    typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """What is said on stderr; nothing else is, and the status is 2."""
    monkeypatch.setattr("sys.argv", ["pizhu", *shlex.split(typed)])
    monkeypatch.setattr("tui.__main__._let_signals_stop", lambda: None)
    with pytest.raises(SystemExit) as ended:
        main()
    captured = capsys.readouterr()
    assert (ended.value.code, captured.out) == (2, "")
    return captured.err


@pytest.mark.parametrize(
    ("typed", "what", "command"),
    [
        ("list --nonsense", "'--nonsense'", "list"),
        ("export --kind poem", "'poem' is not one of", "export"),
        ("history --limit 0", "'--limit'", "history"),
        ("lexicon add", "missing argument", "lexicon add"),
        ("backup", "missing argument 'FILE'", "backup"),
        ("backup a.db b.db", "b.db", "backup"),
        ("list 'a\nb'", "extra argument", "list"),
        ("merge", "name a project file", "merge"),
        ("tags nonsense", "'nonsense'", "tags"),
        ("export --kind", "'--kind' requires an argument", "export"),
        ("list --json=3", "does not take a value", "list"),
        ("add ''", "it is empty", "add"),
        ("set", "missing argument 'DOCUMENT'", "set"),
        ("set 新桥", "say what: --title, --publication", "set"),
    ],
)
def test_one_line_says_what_is_wrong_and_where_help_is(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    what: str,
    command: str,
) -> None:
    (line,) = said(typed, monkeypatch, capsys).splitlines()
    assert line.startswith("pizhu: ")
    assert what in line
    assert line.endswith(f" see pizhu {command} --help")


def test_an_option_before_the_command_is_told_as_what_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for typed in ("--db", "--analyst lin --db"):
        (line,) = said(typed, monkeypatch, capsys).splitlines()
        assert "option '--db' requires an argument; see pizhu --help" in line


def test_a_group_without_a_command_still_lists_its_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = said("tags", monkeypatch, capsys).splitlines()
    assert lines[0].startswith("Usage: pizhu tags")
    assert any(line.split()[:1] == ["rename"] for line in lines)
