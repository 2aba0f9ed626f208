"""Signals that stop a command, whenever they come."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.session import Session

HANG = """
import signal, sys
from unittest import mock
def hang(*_, **__):
    print("on", flush=True)
    while True:
        signal.pause()
{}
with mock.patch("annotations.exchange.csv_export.write_utf8", hang):
    from tui.__main__ import main
    main()
"""
HANG_IN_IMPORT = """
class Hanging:
    def find_spec(self, name, *_):
        if name == "click":
            hang()
sys.meta_path.insert(0, Hanging())
"""


def begun(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HANG.format(code), *arguments]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "on\n", process.communicate()
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_is_stopped_leaves_nothing_behind(
    session: Session, tmp_path: Path, number: signal.Signals
) -> None:
    out = tmp_path / "out.csv"
    process = begun("", "--db", str(session.path), "export", "-o", str(out))
    assert len([*tmp_path.glob(".out*")]) == 1
    process.send_signal(number)
    _, said = process.communicate()
    assert (process.returncode, said.strip()) == (128 + number, "")
    assert [*tmp_path.glob("*out*")] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_comes_while_it_loads_is_no_fault(
    number: signal.Signals,
) -> None:
    process = begun(HANG_IN_IMPORT, "list")
    process.send_signal(number)
    assert process.communicate() == ("", "")
    assert process.returncode == 128 + number


def test_who_does_not_mind_a_hangup_is_not_stopped_by_one(
    session: Session, tmp_path: Path
) -> None:
    out = str(tmp_path / "out.csv")
    ignoring = "signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    process = begun(ignoring, "--db", str(session.path), "export", "-o", out)
    process.send_signal(signal.SIGHUP)
    process.send_signal(signal.SIGTERM)
    process.communicate()
    assert process.returncode == 128 + signal.SIGTERM
