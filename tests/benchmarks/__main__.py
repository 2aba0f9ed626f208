"""Figures of pizhu, each with a floor or a peer beside it: ``make bench``.

Nothing here is a test: a time never fails one. Run on a quiet machine.
"""

from __future__ import annotations

import csv
import io
import platform
import sqlite3
import sys
import tempfile
from pathlib import Path
from subprocess import DEVNULL, run
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import jieba

from annotations.documents.loading import load
from annotations.documents.sample_project import write_samples
from annotations.exchange.csv_export import write_csv, write_utf8
from annotations.model import Annotation, Kind, Span
from annotations.session import Session
from annotations.suggest.engine import suggest
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView
from annotations.text.words import Segmenter
from tests.benchmarks.interactive import interactive_figures
from tui.layout.highlights import Highlights
from tui.layout.viewport import Viewport
from tui.layout.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import DecodedSource


def seconds(action: Callable[[], object], times: int = 1) -> float:
    """Time of one call, the best of three rounds."""
    best = float("inf")
    for _ in range(3):
        begun = perf_counter()
        for _ in range(times):
            action()
        best = min(best, (perf_counter() - begun) / times)
    return best


def show(what: str, figure: str, beside: str) -> None:
    """Print one line."""
    print(f"{what:42} {figure:>16}   {beside}")


def suggest_figures(folder: Path) -> None:
    """Suggestions over pages of every kind beside cutting the same into words alone."""
    sources = [load(path) for path in sorted(folder.glob("*.txt"))]
    size = sum(len(source.text.encode()) for source in sources) / 1e6
    words = jieba.Tokenizer()
    words.initialize()

    def rate(read: Callable[[DecodedSource], object]) -> float:
        """Megabytes a second of processor time on one core, the best of nine rounds."""
        best = float("inf")
        for _ in range(9):
            begun = process_time()
            for source in sources:
                read(source)
            best = min(best, process_time() - begun)
        return size / best

    own = rate(lambda source: suggest(LogicalView(source.text, source.joins)))
    peer = rate(lambda source: words.lcut(source.text))
    show("suggest, sample pages", f"{own:.2f} MB/s", f"jieba alone: {peer:.2f} MB/s")
    page = folder / "03-竖排标题.txt"
    pizhu = (sys.executable, "-m", "tui", "suggest", "--json", str(page))
    cutting = f"import jieba; jieba.lcut(open({str(page)!r}, encoding='utf-8').read())"
    floors = (
        seconds(
            lambda code=code: run(
                (sys.executable, "-c", code), check=True, stderr=DEVNULL
            )
        )
        for code in ("pass", cutting)
    )
    show(
        "suggest, one page, from the shell",
        f"{seconds(lambda: run(pizhu, check=True, stdout=DEVNULL)):.2f} s",
        "python: {:.2f} s, jieba, with its cache: {:.2f} s".format(*floors),
    )


def text_figures(folder: Path) -> None:
    """Unwrapping, views and rows against Python's own line splitting."""
    Segmenter().load()
    wrapped = load(folder / "03-竖排标题.txt").text * 400
    flowing = load(folder / "01-通讯社稿.txt").text * 400
    for name, text in (("hard-wrapped", wrapped), ("flowing", flowing)):
        time, floor = (
            seconds(lambda f=f, t=text: f(t)) for f in (find_joins, str.split)
        )
        rate = f"{len(text) / time / 1e6:.2f} M chars/s"
        show(f"unwrap, {name}", rate, f"str.split: {len(text) / floor / 1e6:.0f} M")
    paragraph = "新桥今天通车了，大家都很高兴。AI技术增长3.5%，" * 400

    def wrapping() -> object:
        wrap.cache_clear()
        return wrap(paragraph, 88)

    rate = f"{len(paragraph) / seconds(wrapping) / 1e6:.2f} M chars/s"
    show("wrap with kinsoku", rate, "none")
    for copies in (1, 100, 10_000):
        text = flowing[: len(flowing) // 400] * copies
        view = LogicalView(text, find_joins(text[:0]))
        viewport = Viewport(view, 88, 40)
        middle = len(text) // 2

        def jump(viewport: Viewport = viewport, middle: int = middle) -> None:
            viewport.show(0)
            viewport.show(middle)
            viewport.rows  # noqa: B018

        show(
            f"jump and lay out, {len(text):,} characters",
            f"{seconds(jump, 5) * 1e3:.2f} ms",
            "should not grow",
        )


def suggestion_figures(folder: Path) -> None:
    """All rules over flowing and hard-wrapped text, against unwrapping the same."""
    for name, file in (
        ("dense", "01-通讯社稿.txt"),
        ("hard-wrapped", "03-竖排标题.txt"),
    ):
        source = load(folder / file)
        text = (source.text + "\n") * (300_000 // len(source.text.encode()))
        joins = find_joins(text)
        size = len(text.encode()) / 1e6
        time = seconds(lambda t=text, j=joins: suggest(LogicalView(t, j)))
        floor = seconds(lambda t=text: find_joins(t))
        show(
            f"suggest, {name}", f"{size / time:.2f} MB/s", f"unwrap: {size / floor:.2f}"
        )


def index_figures() -> None:
    """The highlight index against its size."""
    for count in (100, 10_000):
        ones = [
            Annotation(str(n), "d", Kind.QUOTE, "", (Span(n * 9, n * 9 + 30),), ("",))
            for n in range(count)
        ]
        build = seconds(lambda ones=ones: Highlights(ones))
        index = Highlights(ones)
        ask = seconds(lambda i=index, c=count: i.overlapping(c * 4, c * 4 + 60), 100)
        show(
            f"index {count:,} annotations; one row",
            f"{build * 1e3:.1f} ms; {ask * 1e6:.0f} µs",
            "",
        )


def store_figures(folder: Path) -> None:
    """One action, and exporting many, against bare SQLite."""
    with Session.open(folder / "bench.db", "bench") as session:
        document = session.documents.add(load(folder / "01-通讯社稿.txt")).document
        session.documents.text(document.id)

        def mark() -> None:
            session.annotations.create(document.id, Kind.QUOTE, [Span(10, 40)])

        bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE t (x TEXT)")
        floor = seconds(lambda: bare.execute("INSERT INTO t VALUES ('x')"), 200)
        bare.close()
        show(
            "mark a quote, committed",
            f"{seconds(mark, 300) * 1e3:.2f} ms",
            f"one bare row: {floor * 1e3:.2f} ms",
        )
        count = len(session.annotations.of_document(document.id))
        stream = io.StringIO(newline="")
        write_csv(session, stream)
        rows = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
        time = seconds(lambda: write_utf8(session, io.BytesIO()))
        floor = seconds(lambda: csv.writer(io.StringIO(newline="")).writerows(rows))
        show(
            f"export {count} annotations",
            f"{count / time:,.0f} /s",
            f"csv.writer of ready rows: {count / floor:,.0f} /s",
        )


def main() -> None:
    """Print all figures."""
    print(f"{platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_samples(folder)
        suggest_figures(folder)
        text_figures(folder)
        suggestion_figures(folder)
        index_figures()
        store_figures(folder)
        interactive_figures(folder)


if __name__ == "__main__":
    main()
