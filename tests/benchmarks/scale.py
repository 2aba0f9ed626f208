"""What a key costs as a project grows: ``make bench-scale``, about ten minutes.

Small is 20 documents with 1,000 annotations; the largest 20,000 with a million, as
analysts at work on a newspaper's year would have them. Processor time counts, because
other load does not touch it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from annotations.model import Status
from annotations.session import Session
from tests.benchmarks.large import fill
from tests.benchmarks.program import Program

if TYPE_CHECKING:
    from tests.benchmarks.program import Settled

_SIZES = {
    "20 documents, 1,000": (20, 1_000),
    "1,000 documents, 50,000": (1_000, 50_000),
    "20,000 documents, 1,000,000": (20_000, 1_000_000),
}
_REVIEW = {
    "20 documents, 1,000": (20, 1_000),
    "2,000 documents, 100,000": (2_000, 100_000),
}
_READING = {"down": b"j", "mark": b"q", "undo": b"u"}
_FILTER = {"files": b"\x1b[Z", "filter": b"1", "narrower": b"2"}
_DECIDING = {"accept": b"a", "reject": b"x", "leave for later": b" "}
_TIMES = 20


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        for size, (documents, marks) in _SIZES.items():
            path = Path(name) / "read.db"
            path.unlink(missing_ok=True)
            fill(path, documents, marks)
            _index(path)
            print(f"\n{size} annotations")  # noqa: T201
            _keys([], path, _READING, _FILTER)
            _export(path, marks)
        for size, (documents, marks) in _REVIEW.items():
            path = Path(name) / f"review{documents}.db"
            fill(path, documents, marks, Status.SUGGESTED)
            _index(path)
            print(f"\n{size} suggestions, in review")  # noqa: T201
            _keys(["review"], path, _DECIDING, {})


def _index(path: Path) -> None:
    """The program would build it in the background at first, and be measured with it."""
    with Session.open(path, "bench") as session:
        session.searching.build()


def _keys(
    command: list[str], path: Path, often: dict[str, bytes], once: dict[str, bytes]
) -> None:
    shell = [sys.executable, "-m", "tui", "--db", str(path), "--analyst", "bench"]
    program = Program([*shell, *command])
    try:
        _show("first picture", [program.first_picture()])
        for name, key in often.items():
            _show(name, [program.key(key) for _ in range(_TIMES)])
        for name, key in once.items():
            _show(name, [program.key(key)])
        print(f"{'memory':18}{program.memory():8.0f} MB")  # noqa: T201
    finally:
        program.close()


def _show(name: str, results: list[Settled]) -> None:
    used = sum(one.processor for one in results) / len(results) * 1e3
    times = sorted(one.seconds * 1e3 for one in results)
    print(  # noqa: T201
        f"{name:18}{used:8.1f} ms CPU  {times[len(times) // 2]:7.0f} ms until settled"
    )


def _export(path: Path, marks: int) -> None:
    target = path.with_suffix(".csv")
    command = [sys.executable, "-m", "tui", "--db", str(path), "export"]
    begun = perf_counter()
    subprocess.run([*command, "-o", str(target)], check=True, capture_output=True)
    print(f"{'export':18}{marks / (perf_counter() - begun):8,.0f} /s")  # noqa: T201


if __name__ == "__main__":
    main()
