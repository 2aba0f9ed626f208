"""``pizhu suggest``: quotes and claims that the rules find."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotations.documents.folders import collect
from annotations.documents.loading import load
from annotations.documents.refusals import Refused, spelled
from annotations.errors import SourceRefusedError
from annotations.exchange.suggestion_json import line, rows
from annotations.model import TYPES, Kind
from annotations.suggest.engine import suggest
from annotations.text.views import LogicalView
from tui.cli.options import say
from tui.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TYPES = tuple(name for names in TYPES.values() for name in names)
_AT_ONCE = 4
"""Files a process is given ahead of the one whose turn it is to be printed."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the options ask for; goes to every process."""

    kinds: frozenset[Kind]
    thresholds: tuple[tuple[str, float], ...]
    encoding: str | None
    names_file: bool
    """Whether a line says which file it is of: there are several."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file."""

    lines: tuple[str, ...]
    refusal: str = ""


def _thresholds(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, float], ...]:
    found: list[tuple[str, float]] = []
    for value in values:
        name, _, number = value.partition("=")
        try:
            score = float(number)
        except ValueError:
            score = -1.0
        if name not in _TYPES or not 0 <= score <= 1:
            raise click.BadParameter(
                f"{value}: say TYPE=SCORE, a score from 0 to 1 for one of {', '.join(_TYPES)}"
            )
        found.append((name, score))
    return tuple(found)


@click.command("suggest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print, one JSON object a line.")
@click.option("--kind", multiple=True, type=click.Choice([Kind.QUOTE, Kind.CLAIM]))
@click.option(
    "--threshold",
    "thresholds",
    multiple=True,
    metavar="TYPE=SCORE",
    callback=_thresholds,
    help="Least score of a type: direct=0.8.",
)
@click.option("--encoding", help="What the files are, if it is told wrongly.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; else one a core.")
def suggest_annotations(
    paths: tuple[Path, ...],
    kind: tuple[str, ...],
    thresholds: tuple[tuple[str, float], ...],
    encoding: str | None,
    jobs: int | None,
    *,
    as_json: bool,
) -> int:
    """Suggest quotes and claims for files and folders; nothing is stored."""
    if not as_json:
        raise click.UsageError("say --json: suggestions are printed, not stored")
    files = list(collect(paths))
    wanted = _Wanted(
        frozenset(Kind(one) for one in kind) or frozenset((Kind.QUOTE, Kind.CLAIM)),
        thresholds,
        encoding,
        len(files) > 1,
    )
    refused = 0
    progress = Progress(len(files))
    for number, outcome in enumerate(_outcomes(files, wanted, jobs), 1):
        if outcome.lines or outcome.refusal:
            progress.erase()
        for one in outcome.lines:
            click.echo(one)
        if outcome.refusal:
            refused += 1
            say(f"refused: {outcome.refusal}")
        progress.show(number)
    progress.erase()
    return 2 if refused == len(files) else 0


def _outcomes(
    files: Sequence[Path | Refused], wanted: _Wanted, jobs: int | None
) -> Iterator[_Outcome]:
    """What became of every file, in their order."""
    processes = min(jobs or _cores(), len(files))
    if processes <= 1:
        for file in files:
            yield _outcome(file, wanted)
        return
    with ProcessPoolExecutor(processes, initializer=_leave_interrupts_alone) as pool:
        waiting: list[Future[_Outcome]] = []
        try:
            for file in files:
                waiting.append(pool.submit(_outcome, file, wanted))
                if len(waiting) >= processes * _AT_ONCE:
                    yield waiting.pop(0).result()
            while waiting:
                yield waiting.pop(0).result()
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            for future in waiting:
                if future.done() and not future.cancelled():
                    yield future.result()
            raise


def _cores() -> int:
    return (
        len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count() or 1
    )


def _leave_interrupts_alone() -> None:
    """Let the first process alone be stopped by Ctrl-C; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _outcome(file: Path | Refused, wanted: _Wanted) -> _Outcome:
    """Read one file and print its suggestions into lines."""
    if isinstance(file, Refused):
        return _Outcome((), f"{file.path}: {file.reason}")
    try:
        source = load(file, wanted.encoding)
    except SourceRefusedError as refusal:
        return _Outcome((), str(refusal))
    found = suggest(
        LogicalView(source.text, source.joins),
        kinds=wanted.kinds,
        thresholds=dict(wanted.thresholds),
    )
    named = {"path": spelled(file)} if wanted.names_file else {}
    return _Outcome(
        tuple(line({**named, **row}) for row in rows(source.text, source.joins, found))
    )
