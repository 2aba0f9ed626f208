"""Figures of searching: 20,000 articles (100 MB) beside ``grep -c`` and SQLite's LIKE.

``python -m tests.benchmarks.search [ARTICLES]``; takes about two minutes. Rarer strings
are taken from the middle of articles, so that they stand there at least once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from annotations.model import Joins
from annotations.search.folding import Folding, folding
from annotations.search.matching import Finder, matcher
from annotations.search.query import parse
from annotations.session import Session
from annotations.store import documents
from tests.benchmarks.corpus import articles

if TYPE_CHECKING:
    from collections.abc import Callable

_ROUNDS = 3


def best(action: Callable[[], object]) -> float:
    """Milliseconds of the quickest of some rounds."""
    times = []
    for _ in range(_ROUNDS):
        begun = perf_counter()
        action()
        times.append(perf_counter() - begun)
    return min(times) * 1e3


def show(what: str, figure: str, beside: str = "") -> None:
    """Print one line."""
    print(f"{what:34} {figure:>34}   {beside}", flush=True)  # noqa: T201


def fill(session: Session, count: int, plain: Path) -> int:
    """Add articles, a thousand a transaction; return their bytes."""
    project = session._project
    source = articles(count)
    size = 0
    with plain.open("w", encoding="utf-8") as file:
        while batch := list(islice(source, 1000)):
            with project.journal.action("add") as action:
                for one in batch:
                    text_id = documents.insert_text(project, one)
                    documents.insert(project, action, one, text_id)
                    file.write(f"{one.text}\n")
                    size += len(one.text.encode())
    return size


def index_figures(session: Session, size: int) -> None:
    """Time, size and proof of the index."""
    execute = session._project.database.conn.execute
    folding()
    execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = session.path.stat().st_size
    begun, cpu = perf_counter(), process_time()
    session.searching.build()
    cpu, begun = process_time() - cpu, perf_counter() - begun
    execute("PRAGMA wal_checkpoint(TRUNCATE)")
    added = session.path.stat().st_size - before
    rate = f"{size / cpu / 1e6:.1f} MB/s of one core"
    show("index", rate, f"{begun:.1f} s, CPU {cpu:.1f} s; floor: 5 MB/s")
    share = f"{added / 1e6:.0f} MB, {added / size:.2f} of the texts"
    show(
        "index on disk",
        share,
        f"texts {size / 1e6:.0f} MB; file before {before / 1e6:.0f} MB",
    )
    begun = perf_counter()
    problems = session.searching.verify()
    show(
        "proof of the index",
        f"{perf_counter() - begun:.1f} s",
        f"{len(problems)} problems",
    )


def query_figures(session: Session, plain: Path) -> None:
    """First and all results, beside a scan."""
    execute = session._project.database.conn.execute
    middle = execute("SELECT text FROM texts LIMIT 1 OFFSET 777").fetchone()[0]
    middle = middle.replace("\n", "")
    rare = min(middle, key=lambda one: execute(
        "SELECT count(*) FROM texts WHERE instr(text, ?)", (one,)).fetchone()[0]
        if "\u4e00" <= one <= "\u9fff" else 10**9)  # fmt: skip
    at = middle.index(rare)
    queries = {
        "one, common": "的",
        "one, rare": rare,
        "one, absent": "龘",
        "two, common": "发展",
        "two, traditional": "發展",
        "two, rare": middle[at : at + 2],
        "two, absent": "龘的",
        "five, a common phrase": "中华人民共",
        "five, rare": middle[500:505],
        "five, absent, of common ones": "的发展的经",
    }
    for name, wanted in queries.items():
        query = parse(f'"{wanted}"')

        def first(query=query):
            return next(session.searching.documents(query), None)

        first()
        begun = perf_counter()
        count = sum(1 for _ in session.searching.documents(query))
        everything = (perf_counter() - begun) * 1e3
        like = best(
            lambda wanted=wanted: execute(
                "SELECT count(*) FROM texts WHERE text LIKE ?", (f"%{wanted}%",)
            ).fetchone()
        )
        grep = best(
            lambda wanted=wanted: subprocess.run(
                ["grep", "-c", wanted, plain],
                stdout=subprocess.PIPE,  # to /dev/null grep stops at a match
                check=False,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
        )
        show(
            f"{name}: {wanted}",
            f"first {best(first):.1f} ms, all {count} in {everything:.0f} ms",
            f"LIKE {like:.0f} ms, grep -c {grep:.0f} ms (all, not folded)",
        )


def document_figures() -> None:
    """Finding in one text of ten million characters."""
    text = "新桥今天通车了，大家都很高兴。AI技术增长3.5%，\n" * 400_000
    text = f"{text}电影"
    for wanted in ("新橋", "電影", "龘", "re:通.了", "re:电影"):
        finder = Finder(text, Joins(), matcher(wanted))
        first = best(lambda finder=finder: next(iter(finder.forward(0))))
        begun = perf_counter()
        last = [one for one in finder.forward(1) if one is not None]
        found = f"{len(last)} after {(perf_counter() - begun) * 1e3:.0f} ms"
        floor = best(lambda wanted=wanted: text.find(wanted))
        row = best(lambda finder=finder: finder.between(5_000_000, 5_000_040))
        show(
            f"find {wanted}, {len(text):,} characters",
            f"first piece {first:.2f} ms, {found}",
            f"a row {row:.3f} ms; str.find: {floor:.1f} ms",
        )
    show("fold table", f"{best(Folding):.0f} ms", "once, in a thread")


def main() -> None:
    """Print all figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    document_figures()
    with tempfile.TemporaryDirectory() as name:
        path, plain = Path(name) / "bench.db", Path(name) / "plain.txt"
        with Session.open(path, "bench") as session:
            size = fill(session, count, plain)
            index_figures(session, size)
            query_figures(session, plain)


if __name__ == "__main__":
    main()
