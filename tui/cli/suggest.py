"""``pizhu suggest``: quotes and claims that the rules find, stored or printed."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotations.documents.folders import collect
from annotations.documents.loading import load
from annotations.documents.refusals import Refused, spelled
from annotations.errors import ConflictError, NotFoundError, SourceRefusedError
from annotations.exchange.suggestion_json import rows
from annotations.model import TYPES, Kind, SourceText
from annotations.session.suggesting import RuleSettings, found_in
from annotations.suggest.lexicon import Lexicon
from annotations.suggest.rules import THRESHOLDS
from tui.cli.given import GIVEN_TEXT
from tui.cli.options import open_project, project_options, say
from tui.cli.processes import in_processes
from tui.cli.progress import Progress
from tui.fault_log import told
from tui.layout.displayable import json_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.session import Session
    from annotations.suggest.suggestion import Suggestion

_TYPES = tuple(name for names in TYPES.values() for name in names)


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be looked through; goes to a process."""

    path: Path | Refused
    settings: RuleSettings
    kinds: frozenset[Kind]
    encoding: str | None
    names_file: bool
    """Whether a line says which file it is of: there are several."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """A document of the project to be looked through; goes to a process."""

    source: SourceText
    settings: RuleSettings
    kinds: frozenset[Kind]


class _Tasks:
    """Documents of a project as tasks; a text is read when its turn comes."""

    def __init__(
        self,
        session: Session,
        ids: Sequence[str],
        settings: RuleSettings,
        kinds: frozenset[Kind],
    ) -> None:
        self._session = session
        self._ids = ids
        self._settings = settings
        self._kinds = kinds

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[_Stored]:
        """All of them but what somebody removes meanwhile."""
        for one in self._ids:
            with suppress(NotFoundError):
                yield self.of(one)

    def of(self, document_id: str) -> _Stored:
        """A document as it reads now."""
        source = self._session.documents.text(document_id)
        return _Stored(source, self._settings, self._kinds)


@dataclass(frozen=True, slots=True)
class _Fault:
    """A text in which the rules failed, and what is to be said of that."""

    message: str


@dataclass(frozen=True, slots=True)
class _Printed:
    """What became of one file."""

    lines: tuple[str, ...]
    refusal: str = ""
    failure: str = ""


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
@click.argument("documents", nargs=-1, type=GIVEN_TEXT)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON object a line; store nothing.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([Kind.QUOTE.value, Kind.CLAIM.value]),
)
@click.option(
    "--threshold",
    "thresholds",
    multiple=True,
    metavar="TYPE=SCORE",
    callback=_thresholds,
    help="Least score of a type, this once: direct=0.8.",
)
@click.option("--encoding", help="What files are, if it is told wrongly.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; else one a core.")
@project_options
def suggest_annotations(
    documents: tuple[str, ...],
    kinds: tuple[str, ...],
    thresholds: tuple[tuple[str, float], ...],
    encoding: str | None,
    jobs: int | None,
    db: Path,
    analyst: str | None,
    *,
    as_json: bool,
) -> int:
    """Suggest quotes and claims in DOCUMENTS of the project, or in all.

    A document is named by id, title or path. With --json any file or folder will do.
    The project's lexicon, rules and thresholds hold for files too, if there is one.
    """
    wanted = frozenset(Kind(one) for one in kinds) or frozenset(
        (Kind.QUOTE, Kind.CLAIM)
    )
    least = dict(thresholds)
    are_files = any(Path(one).exists() for one in documents) or not db.exists()
    if as_json and documents and are_files:
        own = _settings_for_files(db, analyst)
        own.thresholds.update(least)
        return _print_files(
            [Path(one) for one in documents], own, wanted, encoding, jobs
        )
    with open_project(db, analyst) as session:
        settings = session.suggestions.settings()
        settings.thresholds.update(least)
        if documents:
            found = [session.documents.find(one).id for one in documents]
        else:
            found = [one.document.id for one in session.documents.summaries()]
        tasks = _Tasks(session, found, settings, wanted)
        if as_json:
            return _print_stored(tasks, jobs)
        return _store(session, tasks, jobs)


def _settings_for_files(db: Path, analyst: str | None) -> RuleSettings:
    """What the project tells the rules; without one what they know by themselves."""
    if not db.exists():
        return RuleSettings(Lexicon(), {**THRESHOLDS}, frozenset())
    with open_project(db, analyst) as session:
        return session.suggestions.settings()


def _store(session: Session, tasks: _Tasks, jobs: int | None) -> int:
    """Store each document's suggestions as soon as they are found."""
    counts: Counter[str] = Counter()
    progress = Progress(len(tasks))

    def store(task: _Stored, found: list[Suggestion] | _Fault) -> None:
        counts["documents"] += 1
        progress.show(counts["documents"])
        document_id = task.source.document_id
        try:
            if isinstance(found, _Fault):
                counts["failed"] += 1
                progress.erase()
                say(
                    f"failed: {session.documents.get(document_id).title}: {found.message}"
                )
                return
            done = session.suggestions.store(document_id, found, task.source.text)
        except NotFoundError:
            return  # somebody has removed it meanwhile
        except ConflictError:
            task = tasks.of(document_id)
            store(task, _find(task))
            return
        counts["new"] += done.new
        counts["known"] += done.known

    try:
        in_processes(_find, tasks, store, jobs)
    finally:
        progress.erase()
        say(f"{counts['new']} suggested, {counts['known']} known already")
    return 2 if counts["failed"] else 0


def _print_stored(tasks: _Tasks, jobs: int | None) -> int:
    failed = False

    def show(task: _Stored, found: list[Suggestion] | _Fault) -> None:
        nonlocal failed
        if isinstance(found, _Fault):
            failed = True
            say(f"failed: {task.source.document_id}: {found.message}")
            return
        named = {"document": task.source.document_id} if len(tasks) > 1 else {}
        for row in rows(task.source.text, task.source.joins, found):
            click.echo(json_line({**named, **row}))

    in_processes(_find, tasks, show, jobs)
    return 2 if failed else 0


def _print_files(
    paths: Sequence[Path],
    settings: RuleSettings,
    kinds: frozenset[Kind],
    encoding: str | None,
    jobs: int | None,
) -> int:
    files = list(collect(paths))
    tasks = [_File(one, settings, kinds, encoding, len(files) > 1) for one in files]
    counts: Counter[str] = Counter()
    progress = Progress(len(files))

    def show(_: _File, outcome: _Printed) -> None:
        if outcome.lines or outcome.refusal or outcome.failure:
            progress.erase()
        for one in outcome.lines:
            click.echo(one)
        if outcome.refusal:
            counts["refused"] += 1
            say(f"refused: {outcome.refusal}")
        if outcome.failure:
            counts["failed"] += 1
            say(f"failed: {outcome.failure}")
        counts["files"] += 1
        progress.show(counts["files"])

    try:
        in_processes(_look_through, tasks, show, jobs)
    finally:
        progress.erase()
    nothing_done = files and counts["refused"] == len(files)
    return 2 if nothing_done or counts["failed"] else 0


def _find(task: _Stored) -> list[Suggestion] | _Fault:
    """Let the rules look through one text; if they fail there, the others go on."""
    try:
        found = found_in(task.source, task.settings)
    except Exception as error:  # noqa: BLE001 - one text must not cost the others theirs
        return _Fault(told(error))
    return [one for one in found if one.kind in task.kinds]


def _look_through(task: _File) -> _Printed:
    """Read one file and print its suggestions into lines."""
    if isinstance(task.path, Refused):
        return _Printed((), f"{task.path.path}: {task.path.reason}")
    try:
        source = load(task.path, task.encoding)
    except SourceRefusedError as refusal:
        return _Printed((), str(refusal))
    text = SourceText("", source.text, source.joins)
    found = _find(_Stored(text, task.settings, task.kinds))
    if isinstance(found, _Fault):
        return _Printed((), failure=f"{spelled(task.path)}: {found.message}")
    named = {"path": spelled(task.path)} if task.names_file else {}
    return _Printed(
        tuple(
            json_line({**named, **row})
            for row in rows(source.text, source.joins, found)
        )
    )
