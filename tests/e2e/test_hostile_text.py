"""Nothing that comes from outside controls the terminal, seen from outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from annotations.documents.loading import load
from annotations.model import Kind, Span, Status
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
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
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
        with monkeypatch.context() as before:
            # Names with “;” are refused now; older ones are there still.
            before.setattr("annotations.session.codebook.BETWEEN_TAGS", "")
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
            session.annotations.create(
                summary.document.id,
                Kind.CLAIM,
                [Span(50, 90)],
                status=Status.SUGGESTED,
                origin=f"rule:坏{HOSTILE}@1",
                note=HOSTILE,
            )
        speaker = session.speakers.every()[0]
        session.speakers.change(
            speaker, aliases=[f"又名{HOSTILE}"], organisation=f"社{HOSTILE}"
        )
        session.suggestions.add_words("name", [f"名{HOSTILE}"])
        session.reviewing.save_filter(f"存{ATTACKS[0]}", f"is:waiting {ATTACKS[0]}")
    _another_hand(tmp_path)
    return tmp_path


def _another_hand(folder: Path) -> None:
    """A copy in which everything hostile was made more so, to be merged."""
    with Session.open(folder / "pizhu.db", "lin") as session:
        session.back_up(folder / "other.db")
    with Session.open(folder / "other.db", f"wang{'恶'}") as other:
        speaker = other.speakers.every()[0]
        other.speakers.change(speaker, name=f"别{HOSTILE}", role=HOSTILE)
        for summary in other.documents.summaries():
            for one in other.annotations.of_document(summary.document.id):
                other.annotations.change(one, note=f"另{HOSTILE}", cue=HOSTILE)
    with Session.open(folder / "pizhu.db", "lin") as session:
        for summary in session.documents.summaries():
            for one in session.annotations.of_document(summary.document.id):
                session.annotations.change(one, note=f"此{HOSTILE}")


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
    "pages and files": ["\x1b[6~", "G>100%", "g", "r>·", "\x1bOQ", "\x1bOR"],
    "printed lines": ["z", "\x1b[6~", "R"],
    "outline": ["o>Outline", "\x1b[B", "\r"],
    "form": ["g", "e>─ quote ─", "\t\t\t", "\x1b"],
    "picker": ["g", "t>Tags: name", "恶>new tag: 恶", "\x1b"],
    "messages": ["g", "1", "2", "x>Rejected", "u", "y>Copied", "s", "q", "d", "u>Undone"],
    "help and palette": ["?>─ Keys ─", "\x1b", "\x10", "quote>Mark the selection", "\x1b"],
    "export": ["\x05>Export to CSV", "\x1b"],
    "find a file": ["\x1bOQ", "/", "恶", "\x1b"],
    "review": [
        "\x1b[15~>suggested", "P>No place", " >1 later", "\x7f", "f>flagged",
        "u>Undone", "O>by score", "A>Accept all", "\x1b",
    ],
    "review's filter": [
        "\x1b[15~", "/>What is to be reviewed", "坏\x1b[B\x1b[B", "\r", "a", "x",
        "\x1b[15~",
    ],
    "history": ["U>History of everybody", "\x1b[B", "\r"],
    "a mark's history": ["g", "UU>History of ", "\x1b"],
    "table": ["|>Annotations", "\x1b[B", " ", "t>Tags: name", "\x1b", "\x1b"],
    "search in the table": ["|>Annotations", "/", "另", "\x1b[B", "\r", "\x1b"],
    "search": ["\x06", "尾>尾", "\x1b[B", "\r", ";", "\x1b"],
    "search for speakers": ["\x06", "speaker:人>人␛", "\x1b[B", "\x1b"],
    "speakers": [
        "@>Speakers", "\x1b[B", "\r", "\x1b", "@", "e>─ Speaker ─", "\x1b", "m", "\x1b",
        "\x1b",
    ],
    "codebook": [
        "#>─ Codebook ─", "\x1b[B", "e>─ Tag ─", "\x1b", "d>annotation", "\x1b", "/", "恶",
        "\x1b", "\x1b",
    ],
    "speaker picker": ["g", "p>Who speaks?", "人", "\x1b[B", "\x1b"],
    "all places": ["g", "s", "*>All places", "\x1b[B", " >[ ]", "\x1b"],
    "find in the text": ["/", "尾", "\r", "n>2 of 10", "\x1b"],
    "suggest": ["S> suggested", "]", "a>Accepted", "x>Rejected"],
    "paste": ["g", "m", f"\x1b[200~{HOSTILE.replace(chr(27), '')}\x1b[201~", "\x13"],
}  # fmt: skip
"""Keys for every screen; after ``>`` what is to be seen then, so that it was reached."""


@pytest.mark.parametrize("steps", SCREENS.values(), ids=SCREENS)
def test_no_screen_lets_it_through(
    run: Callable[..., Terminal], steps: list[str]
) -> None:
    reader = run(columns=140, rows=40)
    reader.wait_for("q quote")
    reader.settle()
    for step in steps:
        keys, _, seen = step.partition(">")
        reader.send(keys)
        reader.settle()
        reader.wait_for(seen)
    reader.send("\x1b")
    reader.settle()
    reader.send("\x11")
    assert reader.wait_for_end() == 0
    received = reader.received
    if "y>Copied" in steps:
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
        ("search", "尾"),
        ("search", "--annotations", "speaker:人"),
        ("search", "--json", "尾"),
        ("search", f"没有\x1b[2J{ATTACKS[0]}"),
        ("search", "re:(\x1b]0;x\x07"),
        ("search", "tag:\x9b2J"),
        ("speakers",),
        ("speakers", "--json"),
        ("speakers", "where", "没有\x1b[2J"),
        ("speakers", "rename", "没有\x1b]0;x\x07", "新\x9b名"),
        ("suggest",),
        ("suggest", "--json", "没有\x1b[2J.txt"),
        ("suggest", "--threshold", "\x1b[2J=0.5"),
        ("stats", "rules"),
        ("stats", "rules", "--json"),
        ("lexicon", "list"),
        ("lexicon", "add", "name", "新\x1b]0;x\x07"),
        ("rules", "list"),
        ("rules", "off", "\x1b]0;x\x07"),
        ("merge", "other.db"),
        ("merge", "\x1b[2J.db"),
        ("update", "."),
        ("update", "--document", "没有\x1b]0;x\x07", "other.db"),
        ("remove", "没有\x9b2J"),
        ("check",),
        ("history", "--document", "\x1b[2J"),
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
    # Search shows what it found in bold.
    text = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert not (bad := NOT_ALLOWED.findall(text) + re.findall("[\x1b\r]", text)), bad


def test_what_a_merge_settled_is_told_harmlessly(
    run: Callable[..., Terminal],
) -> None:
    assert run("merge", "other.db").wait_for_end() == 0
    for arguments in (("merge", "--conflicts"), ("merge", "--conflicts", "--json")):
        done = run(*arguments)
        done.wait_for_end()
        text = done.received.decode().replace("\r\n", "\n")
        assert "恶" in text or "另" in text
        assert not (bad := NOT_ALLOWED.findall(text) + re.findall("[\x1b\r]", text)), (
            bad
        )


def test_a_conflict_shows_both_sides_harmlessly(
    run: Callable[..., Terminal], project: Path
) -> None:
    reader = run(columns=140, rows=40)
    reader.wait_for("q quote")
    reader.send("g]e")
    reader.settle()
    with Session.open(project / "pizhu.db", "wang") as other:
        document = other.documents.summaries()[0].document
        for one in other.annotations.of_document(document.id):
            other.annotations.change(one, note=f"彼{HOSTILE}", cue=ATTACKS[2])
    reader.send("改\x13")
    reader.wait_for("Somebody changed this")
    for _ in range(3):  # out of the question, and out of the form, which asks
        reader.send("\x1b")
        reader.settle()
    reader.send("\x11")
    assert reader.wait_for_end() == 0
    assert_harmless(reader.received, 140, 40)


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "\udcff尾"),
        ("search", "--annotations", "speaker:\udcff"),
        ("speakers", "rename", "\udcff", "新"),
        ("lexicon", "add", "name", "\udcff词"),
        ("tags", "add", "标\udcff"),
        ("history", "--by", "\udcff"),
        ("list", "--analyst", "人\udcff"),
        ("review", "title:\udcff"),
        ("export", "--by", "\udcff"),
        ("add", "\udcff.txt"),
        ("merge", "\udcff.db"),
        ("update", "--document", "\udcff", "0.txt"),
    ],
    ids=lambda arguments: " ".join(arguments).encode("unicode_escape").decode(),
)
def test_bytes_that_are_no_text_are_no_fault(
    run: Callable[..., Terminal], arguments: tuple[str, ...]
) -> None:
    """An argument that is not UTF-8 comes as lone surrogates, which SQLite refuses."""
    done = run(*arguments)
    done.wait_for_end()
    said = done.received.decode("utf-8")
    assert "a fault" not in said
    assert "Traceback" not in said
    assert not NOT_ALLOWED.findall(said)


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
    reader.wait_for("1/2")
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
