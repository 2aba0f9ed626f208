"""Nothing that comes from outside controls the terminal, seen from outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from annotations.documents.loading import load
from annotations.model import Kind, Span
from annotations.session import Session
from tests.e2e.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ATTACKS = (
    "\x1b]0;标题\x07",  # retitles the window
    "\x1b]52;c;cm0gLXJmIH4=\x07",  # puts a command on the clipboard
    "\x1b[2J\x1b[999;999H\x1b[31m",  # clears and moves
    "\x1bP+q544e\x1b\\\x1b_x\x1b\\",  # asks for an answer that is then typed in
    "\x1bc\x1b[?1049l\x1b[6n",
    "\x9b2J\x9d0;c1\x9c",
    "\u202e反\u2066转\u2069",  # turns the line around
    "零\u200b宽\u200d字\ufeff符\u00ad\u2060",
    "标\U000e0041\U000e007f签",
    "\x00\x08\x7f\r\x0b\x0c",
)
HOSTILE = "".join(ATTACKS)
NOT_ALLOWED = re.compile(
    "[\x00-\x07\x08\x0b-\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\xad\u061c\u200b\u200d-\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f\ufffe]"
)
# The whole vocabulary of the program; numbers are checked apart.
ALLOWED = re.compile(
    r"\x1b\[(?P<y>\d*)(?:;(?P<x>\d+))?H|\x1b\[\d*[CDGKX]|\x1b\[[\d;]*m"
    r"|\x1b\[\?(?:7|25|100[0346]|1015|1016|1049|2004|2026|2048)[hl]"
    r"|\x1b\[\?(?:2026|2048)\$p|\x1b\[[<>]\d*u|\x1b\]22;[a-z]+\x07|\x07"
    r"|\x1b\[6n"
)


def assert_harmless(received: bytes, columns: int, rows: int) -> None:
    text = received.decode("utf-8")
    for found in ALLOWED.finditer(text):
        y, x = found["y"], found["x"]
        assert int(y or 1) <= rows, found
        assert int(x or 1) <= columns, found
    rest = ALLOWED.sub("", text)
    assert "\x1b" not in rest, repr(rest[rest.index("\x1b") :][:40])
    assert not (bad := NOT_ALLOWED.findall(rest)), bad
    assert "\x1b[2J" not in text


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which everything that can be hostile is."""
    name = "坏\x1b]0;NAME\x07\u202e\x9b2J名.txt"
    body = "".join(
        f"\n\n第{number}段{one}尾。" for number, one in enumerate(ATTACKS, 1)
    )
    heading = f"# 一、大{HOSTILE[:60]}标题\n\n“他{ATTACKS[0]}说了。”"
    # Too many control characters, and it would not be taken for a text.
    plain = "\n\n镇上的人都说好，河上的桥通了车，从此不用再绕路。" * 400
    for number in range(3):
        path = tmp_path / f"{number}{name}"
        path.write_bytes(f"{heading}{number}{body}{plain}".replace("\x00", "").encode())
    with Session.open(tmp_path / "pizhu.db", "lin") as session:
        for path in sorted(tmp_path.glob("*.txt")):
            session.documents.add(load(path, "utf-8"))
        tags = [
            session.codebook.add(
                f"恶{one}标/子{one}".replace("\r", ""), key=str(number)
            )
            for number, one in enumerate((ATTACKS[0], ATTACKS[2], ATTACKS[6]), 1)
        ]
        for summary in session.documents.summaries():
            made = session.annotations.create(
                summary.document.id, Kind.QUOTE, [Span(0, 40)], type="direct"
            )
            session.annotations.change(
                made,
                speaker=f"人{HOSTILE}",
                role=f"职{HOSTILE}",
                cue=f"说{ATTACKS[0]}",
                note=HOSTILE,
                tags=tuple(tag.id for tag in tags),
            )
    return tmp_path


@pytest.fixture
def run(project: Path) -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def start(*arguments: str, **options: object) -> Terminal:
        started.append(Terminal(*arguments, cwd=project, **options))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for terminal in started:
        terminal.close()


SCREENS = {
    "pages and files": ["\x1b[6~", "G", "g", "r", "\x1bOQ", "\x1bOR"],
    "printed lines": ["z", "\x1b[6~", "R"],
    "outline": ["o", "\x1b[B", "\r"],
    "form": ["g", "e", "\t\t\t", "\x1b"],
    "picker": ["g", "t", "恶", "\x1b"],
    "messages": ["g", "1", "2", "x", "u", "y", "s", "q", "d", "u"],
    "help and palette": ["?", "\x1b", "\x10", "quote", "\x1b"],
    "export": ["\x05", "\x1b"],
    "find a file": ["\x1bOQ", "/", "恶", "\x1b"],
    "paste": ["g", "m", f"\x1b[200~{HOSTILE.replace(chr(27), '')}\x1b[201~", "\x13"],
}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
def test_no_screen_lets_it_through(
    run: Callable[..., Terminal], keys: list[str]
) -> None:
    reader = run(columns=140, rows=40)
    reader.wait_for("q quote")
    reader.settle()
    for key in keys:
        reader.send(key)
        reader.settle()
    reader.send("\x1b")
    reader.settle()
    reader.send("\x11")
    assert reader.wait_for_end() == 0
    received = reader.received
    if keys[-1] == "u":
        # A copy is the one thing that may speak to the clipboard, in base64.
        received = re.sub(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07", b"", received)
    assert_harmless(received, 140, 40)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--json"),
        ("tags", "list"),
        ("history",),
        ("history", "--json"),
        ("export",),
        ("export", "--plain"),
        ("add", "."),
        ("add", "missing\x1b]0;x\x07"),
        ("export", "--tag", "none\x1b[2J\x9b"),
        ("export", "--kind", "\x1b]0;x\x07"),
        ("list", "--\x1b]0;x\x07"),
        ("--db", "a\x1b[2J.db", "list"),
        ("undo",),
    ],
    ids=lambda arguments: " ".join(arguments).encode("unicode_escape").decode(),
)
def test_no_command_lets_it_through(
    run: Callable[..., Terminal], arguments: tuple[str, ...]
) -> None:
    done = run(*arguments)
    done.wait_for_end()
    assert b"Traceback" not in done.received
    text = done.received.decode().replace("\r\n", "\n")
    assert len(text) > 5
    # A progress bar may go back and erase its line.
    text = re.sub(r"\r(?:\x1b\[K|\[[#-]{30}\] \d+/\d+ )", "", text)
    assert not (bad := NOT_ALLOWED.findall(text) + re.findall("[\x1b\r]", text)), bad


def test_a_fault_ends_in_one_line_and_a_log(
    run: Callable[..., Terminal], project: Path
) -> None:
    reader = run(
        code=(
            "from tui.screens.reading import ReadingScreen\n"
            "def fail(self): raise KeyError('\\x1b]0;x\\x07 broken')\n"
            "ReadingScreen.action_claim = fail\n"
            "from tui.__main__ import main; main()"
        )
    )
    reader.wait_for("1/1")
    reader.settle()
    before = len(reader.received)
    reader.send("c")
    assert reader.wait_for_end() == 2
    said = reader.received[before:].decode()
    assert "\x1b[?1049l" in said
    (line,) = [line for line in said.splitlines() if "pizhu:" in line]
    assert "a fault in pizhu: KeyError" in line
    assert "Traceback" not in said
    (log,) = project.rglob("pizhu.log")
    assert "Traceback" in log.read_text("utf-8")
    assert log.stat().st_mode & 0o777 == 0o600
