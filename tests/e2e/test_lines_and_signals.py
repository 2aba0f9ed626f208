"""Bad lines, signals and sizes, seen from outside."""

from __future__ import annotations

import fcntl
import os
import random
import signal
import struct
import termios
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import pyte
import pytest

from tests.e2e.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGE = "\x1b[6~"


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    text = "\n\n".join(
        f"第{number}段，桥通车了，绕路的日子过去了。" for number in range(900)
    )
    (tmp_path / "long.txt").write_text(text, "utf-8")
    started: list[Terminal] = []

    def start(*arguments: str, **options: object) -> Terminal:
        terminal = Terminal(*arguments, "long.txt", cwd=tmp_path, **options)  # type: ignore[arg-type]
        started.append(terminal)
        terminal.wait_for("第0段")
        terminal.settle()
        return terminal

    yield start
    for terminal in started:
        terminal.close()


def resize(terminal: Terminal, columns: int, rows: int) -> None:
    size = struct.pack("HHHH", rows, columns, 0, 0)
    fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, size)


def test_a_terminal_that_takes_nothing_holds_nobody_up(
    run: Callable[..., Terminal],
) -> None:
    reader = run(columns=120, rows=40)
    for _ in range(200):
        reader.send(PAGE)
    reader.kill(signal.SIGTERM)
    # Nothing is read from it; only its end is waited for.
    _, status = os.waitpid(reader.pid, 0)
    reader.status = os.waitstatus_to_exitcode(status)
    assert reader.status == 128 + signal.SIGTERM


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_no_signal_waits_for_the_keys(
    run: Callable[..., Terminal], number: signal.Signals
) -> None:
    reader = run()
    os.set_blocking(reader.master, False)
    # Keys enough for minutes; the terminal keeps what is not read.
    waiting = 50_000
    while waiting:
        try:
            waiting -= os.write(reader.master, b"j" * min(waiting, 1000))
        except BlockingIOError:
            break
    reader.wait_for("%")
    reader.kill(number)
    assert reader.wait_for_end() == 128 + number
    assert b"\x1b[?1049l" in reader.received


def test_pictures_that_nobody_took_are_not_sent(run: Callable[..., Terminal]) -> None:
    reader = run(columns=120, rows=40)
    before = len(reader.received)
    for _ in range(200):
        reader.send("j" * 20)
    reader.send("G")
    reader.wait_for("第899段")
    reader.settle(seconds=2)
    assert len(reader.received) - before < 200_000
    picture = reader.text
    reader.send("\x0c")
    reader.settle()
    assert reader.text == picture


def test_many_sizes_end_in_the_last_one(run: Callable[..., Terminal]) -> None:
    reader = run(columns=120, rows=40)
    for number in range(100):
        resize(reader, 60 + number % 60, 12 + number % 28)
    resize(reader, 120, 40)
    reader.settle()
    reader.send(PAGE)
    reader.settle(seconds=2)
    picture = reader.text
    reader.send("\x0c")
    reader.settle()
    assert reader.text == picture
    assert "段，桥通车了" in picture


def test_suspended_it_gives_the_terminal_back_and_takes_it_again(
    run: Callable[..., Terminal],
) -> None:
    reader = run()
    picture = reader.text
    before = len(reader.received)
    reader.send("\x1a")
    reader.wait(lambda: b"\x1b[?1004l" in reader.received[before:])
    _, status = os.waitpid(reader.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert b"\x1b[?1049l" in reader.received[before:]
    reader.screen.reset()
    reader.kill(signal.SIGCONT)
    reader.wait(lambda: reader.text == picture)


def test_the_mouse_is_left_to_the_terminal_if_wished(
    run: Callable[..., Terminal],
) -> None:
    assert b"\x1b[?1003h" in run().received
    assert b"\x1b[?100" not in run("open", "--no-mouse").received.replace(
        b"\x1b[?1004", b""
    )


def test_it_is_silent_when_nothing_happens(run: Callable[..., Terminal]) -> None:
    reader = run()
    before = len(reader.received)
    reader.settle(seconds=3)
    assert len(reader.received) == before


@pytest.mark.parametrize("cells", [1, 2])
def test_the_layout_follows_the_terminals_width(
    run: Callable[..., Terminal],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    cells: int,
) -> None:
    measured = pyte.screens.wcwidth

    def width(character: str) -> int:
        is_ambiguous = east_asian_width(character) == "A"
        return cells if is_ambiguous else measured(character)

    monkeypatch.setattr(pyte.screens, "wcwidth", width)
    text = f"第0段，“桥”通了——绕路的日子过去了。{'“好”，' * 40}"
    (tmp_path / "long.txt").write_text(text, "utf-8")
    reader = run(columns=60, rows=12, ambiguous_width=cells)
    rows = [[cell.data for cell in _cells(reader, y)] for y in range(12)]
    (first, second) = rows[:2]
    at = first.index("“")
    assert first[at + cells] == "桥"
    assert "".join(first).strip().startswith("第0段，“桥”通了——绕路的日子过去了。“好”")
    assert "".join(second).strip().startswith(("“好”", "”", "好", "，"))
    # Rows are broken where the terminal's cells end, and keys move by them.
    used = len("".join(first).rstrip()) + sum(not cell for cell in first)
    assert 52 <= used <= 60
    # A typed key is no answer, and the answer is no key.
    reader.send("l" * 4)
    reader.settle()
    assert reader.screen.buffer[0][at].reverse
    assert not reader.screen.buffer[0][at + cells].reverse


def _cells(terminal: Terminal, y: int) -> list[pyte.screens.Char]:
    line = terminal.screen.buffer[y]
    return [line[x] for x in range(terminal.screen.columns)]


KEYS = [
    "j",
    "k",
    "l",
    "w",
    "b",
    PAGE,
    "\x1b[5~",
    "G",
    "g",
    "v",
    "s",
    "i",
    "+",
    "q",
    "c",
]
KEYS += ["u", "x", "z", "\t", "\x1bOQ", "\x1bOR", "]", "[", "o", "e", "?", "t", "\x10"]


@pytest.mark.parametrize("seed", [1, 2])
def test_what_stands_is_what_a_redraw_shows(
    run: Callable[..., Terminal], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    text = "\n\n".join(
        "".join(chance.choices("中文桥通，。“”—①ab 1é日カ", k=chance.randrange(5, 200)))
        for _ in range(80)
    )
    (tmp_path / "long.txt").write_text(f"第0段\n\n{text}", "utf-8")
    reader = run(columns=120, rows=30)
    typed: list[str] = []
    for round_ in range(8):
        if round_ % 5 == 4:
            size = chance.choice([(80, 24), (120, 30), (60, 12)])
            resize(reader, *size)
            reader.screen.resize(size[1], size[0])
            reader.settle()
        for _ in range(4):
            typed.append(chance.choice(KEYS))
            reader.send(typed[-1])
            if typed[-1] in "oe?t\x10":
                reader.settle()
                reader.send("\x1b")
                reader.settle()
        reader.settle(seconds=1)
        while "Loading the dictionary" in reader.text:
            # It is quiet while it loads; the motion that waits for it comes after.
            reader.settle(seconds=1)
        picture = _picture(reader)
        reader.send("\x0c")
        reader.settle()
        assert _picture(reader) == picture, typed


def _picture(terminal: Terminal) -> list[list[tuple[object, ...]]]:
    return [
        [
            tuple(cell) if cell.data != " " else (cell.bg, cell.reverse)
            for cell in _cells(terminal, y)
        ]
        for y in range(terminal.screen.lines)
    ]
