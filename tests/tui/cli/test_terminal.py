"""What is demanded of a terminal before the reader is opened on it."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

import pytest

from annotations.errors import InvalidError
from tui.cli import terminal
from tui.cli.terminal import demand_terminal


class _Terminal:
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.fixture(autouse=True)
def streams(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    one = _Terminal()
    system = SimpleNamespace(stdin=one, stdout=one, stderr=one, flags=sys.flags)
    monkeypatch.setattr(terminal, "sys", system)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    monkeypatch.setenv("TERM", "xterm")
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)
    return system


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
def test_a_stream_that_is_closed_is_no_terminal(
    streams: SimpleNamespace, name: str
) -> None:
    setattr(streams, name, None)
    with pytest.raises(InvalidError, match="needs a terminal"):
        demand_terminal()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LC_ALL", "C"),
        ("LANG", "POSIX"),
        ("LANG", "zh_CN.GB18030"),
        ("LC_CTYPE", "zh_TW.Big5"),
        ("LC_ALL", "zh_CN.gbk@pinyin"),
    ],
)
def test_a_locale_of_another_charset_is_named(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv(variable, value)
    with pytest.raises(InvalidError, match=f"{variable}={value}") as refused:
        demand_terminal()
    assert refused.value.hint.endswith(f"export {variable}=C.UTF-8")


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"LANG": "zh_CN.UTF-8"},
        {"LANG": "C", "LC_ALL": "en_US.utf8"},
        {"LC_ALL": "C", "PYTHONUTF8": "1"},
    ],
)
def test_a_terminal_of_which_nothing_else_is_said_shows_chinese(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str]
) -> None:
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    demand_terminal()


def test_the_terminals_own_size_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "500")
    monkeypatch.setenv("LINES", "3")
    demand_terminal()
    assert not {"COLUMNS", "LINES"} & {*os.environ}
