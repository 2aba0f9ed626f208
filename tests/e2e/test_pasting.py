"""Text pasted at the terminal is text, never keys; seen from outside."""

from __future__ import annotations

import os
import select
from typing import TYPE_CHECKING

import pytest

from annotations.session import Session
from tests.e2e.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START, END = "\x1b[200~", "\x1b[201~"
HOSTILE = "qcd\x1b[A\x1b\x03\x1b[201\x1b[Bqc\x1b"
FLOOD = "中方认为，桥通车了qcadjk。\r" * 8000
NOT_TAKEN = "Paste not taken"


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "long.txt").write_text("第0段，桥通车了。\n\n" * 90, "utf-8")
    terminal = Terminal("long.txt", cwd=tmp_path)
    terminal.wait_for("第0段")
    terminal.settle()
    yield terminal
    terminal.close()


@pytest.fixture(autouse=True)
def nothing_was_annotated(reader: Terminal, tmp_path: Path) -> Iterator[None]:
    yield
    reader.settle()
    with Session.open(tmp_path / "pizhu.db", "lin") as session:
        (one,) = session.documents.summaries()
        assert (one.quotes, one.claims) == (0, 0)


def flood(reader: Terminal) -> None:
    """Paste at a terminal that does not mark it, as fast as it is taken."""
    os.set_blocking(reader.master, False)
    left = FLOOD.encode()
    while left:
        assert select.select([], [reader.master], [], 30)[1]
        left = left[os.write(reader.master, left[:4096]) :]
        reader._read(0)
    os.set_blocking(reader.master, True)


def test_a_paste_with_keys_in_it_goes_into_the_field(reader: Terminal) -> None:
    reader.send(f"/{START}{HOSTILE}{END}")
    reader.wait_for("/ qcd␛[A␛␃␛[201␛[Bqc␛")


@pytest.mark.parametrize("at", [2, 3, 5, 6, 9, 12, 15, 20, 25, 26, 30])
def test_a_paste_may_come_in_two_pieces(reader: Terminal, at: int) -> None:
    reader.send("/")
    reader.settle()
    whole = f"{START}{HOSTILE}{END}"
    assert at < len(whole)
    reader.send(whole[:at])
    reader.settle()
    reader.send(whole[at:])
    reader.wait_for("/ qcd␛[A␛␃␛[201␛[Bqc␛")


def test_pasted_on_the_page_it_does_nothing_and_is_told(reader: Terminal) -> None:
    reader.send(f"{START}{HOSTILE}{END}")
    reader.wait_for(NOT_TAKEN)
    reader.send("G")
    reader.wait_for("100%")
    assert NOT_TAKEN not in reader.text


def test_a_paste_without_an_end_locks_nobody_out(reader: Terminal) -> None:
    reader.send(f"/{START}{HOSTILE}")
    reader.settle(seconds=2.5)
    reader.send("?")
    reader.wait_for("␛[Bqc?")


def test_a_paste_that_is_not_marked_is_none_of_the_keys(reader: Terminal) -> None:
    flood(reader)
    reader.wait_for(NOT_TAKEN)
    reader.send("G")
    reader.wait_for("100%")


def test_a_paste_that_is_not_marked_goes_into_the_field(reader: Terminal) -> None:
    reader.send("/")
    reader.settle()
    flood(reader)
    reader.wait_for("/ 中方认为，桥通车了qcadjk。")


def test_a_byte_that_is_no_text_does_not_end_the_keyboard(reader: Terminal) -> None:
    os.write(reader.master, b"\xff")
    reader.settle()
    reader.send("G")
    reader.wait_for("100%")
