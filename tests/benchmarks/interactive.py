"""The real program at a terminal, beside less, vim and other Textual applications.

The other Textual reader is frogmouth, if it is on the PATH: ``pipx install frogmouth``.
"""

from __future__ import annotations

import shutil
import sys
from statistics import quantiles
from typing import TYPE_CHECKING

from annotations.model import Kind, Span
from annotations.session import Session
from tests.benchmarks.program import Program
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_EMPTY = "from textual.app import App; App().run()"
_KEYS = {"down": b"j", "right": b"l", "page": b"\x1b[6~", "end": b"G"}
_TIMES = {"down": 20, "right": 10, "page": 15, "end": 1}
_SIZES = {"1 kB": 1_000, "1 MB": 1_000_000, "30 MB": 30_000_000}
_FOR_MARKDOWN = 1_000_000
"""Bytes from which on frogmouth, a widget for each paragraph, takes minutes."""
_MANY = 10_000
_PARAGRAPHS = (
    "“等了六年，总算不用绕路了。”菜农罗春山说。新桥通车以后，过河只要五分钟。",
    "据统计，2024年全省粮食总产量达到3.5亿吨，比上年增长2.1%——这是连续第三年增长。",
    "镇建设办主任许敏认为，新桥将把过河时间缩短四十分钟，沿岸三个村子都会受益。",
)


def interactive_figures(folder: Path) -> None:
    """Print a line for each program and document."""
    print(  # noqa: T201
        f"\n{'program, document':32}{'first':>7}{'cpu':>6}{'MB':>5}   "
        + "".join(f"{name + ': p50 p95 ms, cpu, B':>32}" for name in _KEYS)
    )
    for name, command in _programs(folder):
        _measure(name, command)


def _programs(folder: Path) -> Iterator[tuple[str, list[str]]]:
    yield "empty Textual application", [sys.executable, "-c", _EMPTY]
    for size, count in _SIZES.items():
        text = "\n\n".join(_PARAGRAPHS) + "\n\n"
        text *= max(count // len(text.encode()), 1)
        plain = folder / f"{size}.txt"
        plain.write_text(text, encoding="utf-8")
        for program in (["less"], ["vim", "-R", "-u", "NONE"]):
            if shutil.which(program[0]):
                yield f"{program[0]}, {size}", [*program, str(plain)]
        if shutil.which("frogmouth") and count <= _FOR_MARKDOWN:
            markdown = plain.with_suffix(".md")
            markdown.write_text(text, encoding="utf-8")
            yield f"frogmouth, {size}", ["frogmouth", str(markdown)]
        for marks in (0, _MANY):
            project = folder / f"{size}-{marks}.db"
            _make(project, text, marks)
            command = [sys.executable, "-m", "tui", "--db", str(project)]
            yield f"pizhu, {size}, {marks:,} highlights", command


def _make(project: Path, text: str, marks: int) -> None:
    """A project of one document with so many highlights, evenly over it."""
    with Session.open(project, "bench") as session:
        document = session.documents.add(source(text)).document
        session.documents.text(document.id)
        step = max(len(text) // (marks + 1), 1)
        for number in range(marks):
            start = number * step % (len(text) - 30)
            session.annotations.create(
                document.id, Kind.QUOTE, [Span(start, start + 20)]
            )


def _measure(name: str, command: list[str]) -> None:
    program = Program(command)
    try:
        first = program.first_picture()
        line = f"{name:32}{first.seconds * 1e3:7.0f}{first.processor * 1e3:6.0f}"
        figures = ""
        for key, typed in _KEYS.items():
            if "Textual" in name:
                break
            results = [program.key(typed) for _ in range(_TIMES[key])]
            times = [one.seconds * 1e3 for one in results] * 2
            received = sum(one.received for one in results) / len(results)
            used = sum(one.processor for one in results) * 1e3 / len(results)
            cuts = quantiles(times, n=20)
            figures += f"{cuts[9]:14.1f}{cuts[18]:6.1f}{used:5.1f}{received:7.0f}"
        print(f"{line}{program.memory():5.0f}   {figures}")  # noqa: T201
    finally:
        program.close()
