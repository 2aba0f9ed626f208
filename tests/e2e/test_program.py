"""The real program in a pseudo-terminal, driven by keys alone."""

from __future__ import annotations

import csv
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotations.session import Session
from tests.e2e.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STORY = (
    "河埠新桥通车\n\n“等了六年，总算不用绕路了。”菜农罗春山说。\n\n"
    "镇建设办主任许敏认为，新桥将把过河时间缩短四十分钟。\n"
)
LEAVE = "\x11"
FULL = Path("/dev/full")


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "bridge.txt").write_text(STORY, "utf-8")
    started: list[Terminal] = []

    def start(*arguments: str, columns: int = 80, rows: int = 24) -> Terminal:
        terminal = Terminal(*arguments, cwd=tmp_path, columns=columns, rows=rows)
        started.append(terminal)
        return terminal

    yield start
    for terminal in started:
        terminal.close()


def pizhu(
    *arguments: str, cwd: Path, **options: object
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        **options,  # type: ignore[call-overload]
    )


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (140, 40)])
def test_the_main_job(
    run: Callable[..., Terminal], tmp_path: Path, columns: int, rows: int
) -> None:
    reader = run("news", columns=columns, rows=rows)
    reader.wait_for("河埠新桥通车")
    reader.send("jq")
    reader.wait_for("Saved: quote")
    # Typed ahead, as on a slow line.
    reader.send("t新桥\r")
    reader.wait(lambda: _tags(tmp_path) == ["新桥"])
    reader.send("e罗春山\t说\x13")
    reader.wait(lambda: _quote(tmp_path)["speaker"] == "罗春山")
    reader.send(LEAVE)
    assert reader.wait_for_end() == 0
    assert b"\x1b[?1049l" in reader.received
    done = pizhu("export", "-o", "out.csv", cwd=tmp_path)
    assert done.returncode == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["text"], row["speaker"], row["cue"], row["tags"], row["type"]) == (
        "“等了六年，总算不用绕路了。”",
        "罗春山",
        "说",
        "新桥",
        "direct",
    )


def test_the_first_picture_is_whole(run: Callable[..., Terminal]) -> None:
    reader = run("news", columns=140)
    reader.wait_for("河埠新桥通车")
    reader.settle()
    pictures = reader.received.partition(b"\x1b[?1049h")[2]
    # How far one has read depends on the pane's size, and is written once.
    (percent,) = re.findall(r"\d+%", reader.text)
    assert pictures.count(percent.encode()) == pictures.count(b"%") == 1


def _tags(folder: Path) -> list[str]:
    with Session.open(folder / "pizhu.db", "lin") as session:
        return [tag.path for tag in session.codebook.tags() if tag.uses]


def _quote(folder: Path) -> dict[str, str]:
    with Session.open(folder / "pizhu.db", "lin") as session:
        (document,) = session.documents.summaries()
        found = session.annotations.of_document(document.document.id)
        return {"speaker": found[0].speaker} if found else {"speaker": ""}


def test_what_the_screen_says_is_saved_survives_a_kill(
    run: Callable[..., Terminal], tmp_path: Path
) -> None:
    for round_ in range(3):
        reader = run("news")
        reader.wait_for("河埠新桥通车")
        reader.send("g" + ")" * round_ + "c")
        reader.wait_for("Saved: claim")
        reader.kill()
        reader.wait_for_end()
        with Session.open(tmp_path / "pizhu.db", "lin") as session:
            (one,) = session.documents.summaries()
            assert one.claims == round_ + 1


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT]
)
def test_signals_end_it_in_good_order(
    run: Callable[..., Terminal], tmp_path: Path, number: int
) -> None:
    reader = run("news")
    reader.wait_for("河埠新桥通车")
    reader.send("jj")
    reader.wait_for("%")
    reader.kill(number)
    assert reader.wait_for_end() == 128 + number
    assert b"Traceback" not in reader.received
    assert b"\x1b[?1049l" in reader.received


def test_no_byte_of_a_document_controls_the_terminal(
    run: Callable[..., Terminal], tmp_path: Path
) -> None:
    attack = "正文\x1b]0;HACKED\x07\x1b[5;5HHERE\x9b31m\u202e反转\n"
    (tmp_path / "news" / "\x1b]0;NAME\x07.txt").write_text(attack, "utf-8")
    reader = run("news", columns=140, rows=40)
    reader.wait_for("河埠新桥通车")
    # Files come in the order of their names; the hostile one is first.
    reader.wait_for("HACKED")
    reader.send(LEAVE)
    reader.wait_for_end()
    for bad in (b"\x1b]0;", b"\x1b[5;5H", "\x9b".encode(), "\u202e".encode()):
        assert bad not in reader.received


@pytest.mark.parametrize("arguments", [(), ("news",)])
def test_without_a_terminal_it_says_so(
    run: Callable[..., Terminal], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = pizhu(*arguments, cwd=tmp_path, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "needs a terminal" in done.stderr
    assert done.stdout == ""


def test_shell_commands(run: Callable[..., Terminal], tmp_path: Path) -> None:
    (tmp_path / "news" / "empty.txt").write_bytes(b"")
    (tmp_path / "news" / "legacy.txt").write_bytes(
        "旧城改造怎样留住老街的人，是昨天讨论的题目。".encode("gb18030")
    )
    done = pizhu("add", "news", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (
        0,
        "2 added, 0 unchanged, 0 changed, 1 refused\n",
    )
    assert "refused: news/empty.txt: is empty" in done.stderr
    assert "read as gb18030" in done.stderr
    again = pizhu("add", "news", cwd=tmp_path)
    assert again.stdout == "0 added, 2 unchanged, 0 changed, 1 refused\n"
    listed = pizhu("--db", "pizhu.db", "list", cwd=tmp_path)
    assert listed.stdout.count("\n") == 2
    assert pizhu("tags", "add", "产业/就业", "--key", "1", cwd=tmp_path).returncode == 0
    assert "产业/就业" in pizhu("tags", "list", cwd=tmp_path).stdout
    history = pizhu("history", "--analyst", "lin", cwd=tmp_path)
    assert history.stdout.splitlines()[0].endswith("add tag 产业/就业")
    owner = os.environ.get("PIZHU_ANALYST", "")
    undone = pizhu("--analyst", owner or "lin", "undo", cwd=tmp_path)
    assert undone.stdout == "undone: add tag 产业/就业\n"
    assert pizhu("export", cwd=tmp_path).stdout.startswith("id,document,title,")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("list",), "no project here"),
        (("export", "--tag", "无", "--db", "news/bridge.txt"), "is not a project"),
        (("add", "missing.txt"), "cannot be read"),
        (("export", "--kind", "poem"), "invalid value"),
    ],
)
def test_mistakes_are_told_and_end_with_two(
    run: Callable[..., Terminal],
    tmp_path: Path,
    arguments: tuple[str, ...],
    reason: str,
) -> None:
    done = pizhu(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_the_demo_makes_a_project(run: Callable[..., Terminal], tmp_path: Path) -> None:
    done = pizhu("demo", "sample", cwd=tmp_path, stdin=subprocess.DEVNULL)
    assert done.returncode == 0
    assert "6 documents in sample/pizhu.db" in done.stdout
    reader = run("demo", "sample")
    reader.wait_for("老渠新水润旱塬")


def test_a_key_sends_no_more_than_what_it_changes(
    run: Callable[..., Terminal], tmp_path: Path
) -> None:
    paragraphs = (f"第{number}段，“桥”通了——{STORY[8:60]}" for number in range(400))
    (tmp_path / "news" / "a.txt").write_text("\n\n".join(paragraphs), "utf-8")
    reader = run("news", columns=120, rows=40)
    reader.wait_for("第1段")

    def sent(key: str, until: str) -> int:
        before = len(reader.received)
        reader.send(key)
        reader.wait_for(until)
        reader.settle()
        return len(reader.received) - before

    reader.settle()
    assert sent("l", "第0段") <= 100
    assert sent("\x1b[6~", "第11段") <= 8000
    # Whatever else has written on the screen, ctrl+l puts right.
    reader.stream.feed(b"\x1b[2J")
    assert sent("\x0c", "第11段") > 2000


def test_review_goes_on_where_a_kill_cut_it_off(
    run: Callable[..., Terminal], tmp_path: Path
) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "河埠新桥通车\n\n“等了六年。”菜农罗春山说。\n\n“桥很稳。”司机许敏说。\n\n"
        "“孩子上学近了。”店主周岚说。\n",
        encoding="utf-8",
    )
    assert run("add", "story.txt").wait_for_end() == 0
    assert run("suggest", "--kind", "quote").wait_for_end() == 0
    first = run("review")
    first.wait_for("1/3")
    first.send("a")
    first.wait_for("2/3")
    first.send("x")
    first.wait_for("3/3")
    first.kill()
    first.wait_for_end()
    second = run("review")
    second.wait_for("1/1")
    assert "周岚" in second.text.replace(" ", "")
    second.send("a")
    second.wait_for("That was the last of 1")
    second.send(LEAVE)
    assert second.wait_for_end() == 0
    told = pizhu("stats", "rules", cwd=tmp_path).stdout
    assert "67%  direct.sentence@" in told


def test_review_waits_until_the_terminal_has_room(
    run: Callable[..., Terminal], tmp_path: Path
) -> None:
    pizhu("add", "news", cwd=tmp_path)
    small = run("review", columns=30, rows=8)
    small.wait_for("Make the terminal at least")
    small.settle(seconds=1)
    assert "Nothing waits here" not in small.text
    small.send(LEAVE)
    assert small.wait_for_end() == 0


def test_two_analysts_see_each_others_work_without_a_key(
    run: Callable[..., Terminal], tmp_path: Path
) -> None:
    lin = run("--analyst", "lin", "news")
    lin.wait_for("河埠新桥通车")
    wang = run("--analyst", "wang")
    wang.wait_for("河埠新桥通车")
    lin.send("q")
    lin.wait_for("Saved: quote")
    wang.wait(lambda: "1/1" in wang.text or "1 marks" in wang.text)
    wang.send("x")
    wang.wait_for("Rejected")
    lin.send("a")
    # The rejection is on lin's screen within a second: the key may come before or after.
    answers = ("Accepted", "Somebody changed", "No annotation here")
    lin.wait(lambda: any(one in lin.text for one in answers))
    for one in (lin, wang):
        one.send("\x1b")
        one.settle()
        one.send(LEAVE)
        assert one.wait_for_end() == 0
    assert "everything holds" in pizhu("check", cwd=tmp_path).stderr


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_a_half_typed_note_opens_again(
    run: Callable[..., Terminal], number: signal.Signals
) -> None:
    first = run("news")
    first.wait_for("河埠新桥通车")
    first.send("m")
    first.wait_for("Note")
    first.send("half a thought")
    first.wait_for("half a thought")
    if number is signal.SIGKILL:
        # Nobody can act on this one: what has stood for half a second is kept.
        first.settle()
        first.settle()
        first.settle()
    first.kill(number)
    first.wait_for_end()
    second = run()
    second.wait_for("Taken up from")
    assert "half a thought" in second.text
    second.send("\x13")
    second.wait_for("Saved: note")
    second.send(LEAVE)
    assert second.wait_for_end() == 0


def test_who_has_read_enough_of_the_output_finds_nothing_wrong(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY * 2000, encoding="utf-8")
    pizhu("add", "story.txt", cwd=tmp_path)
    for command in (("suggest", "--json"), ("rules", "list")):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-m", "tui", *command],
            cwd=tmp_path,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="there is no such device")
def test_a_full_disk_under_the_output_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    pizhu("add", "story.txt", cwd=tmp_path)
    for command in ("list", "export"):
        with FULL.open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "tui", command],
                cwd=tmp_path,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 2
        said = done.stderr.decode()
        assert said.count("\n") == 1
        assert "the output: cannot be written (No space left" in said


def test_a_fault_that_cannot_be_logged_is_one_line_too(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    code = (
        "from unittest import mock; from tui.__main__ import main\n"
        "with mock.patch('annotations.session.Session.open', side_effect=KeyError(7)):\n"
        "    main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "list"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")},
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "KeyError(7); its log cannot be written (" in done.stderr
