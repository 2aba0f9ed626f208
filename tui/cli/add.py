"""``pizhu add``: files and folders become documents."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from annotations.documents.folders import collect
from annotations.documents.loading import load
from annotations.documents.refusals import Refused, spelled
from annotations.errors import SourceRefusedError
from tui.cli.given import GivenPath
from tui.cli.options import open_project, project_options, say, shared_option
from tui.cli.progress import Progress

if TYPE_CHECKING:
    from annotations.search.hits import Coverage
    from annotations.session import Session


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, type=GivenPath(path_type=Path, readable=False)
)
@click.option("--encoding", help="What the files are, if it is told wrongly.")
@shared_option
@project_options
def add(
    paths: tuple[Path, ...],
    encoding: str | None,
    db: Path,
    analyst: str | None,
    *,
    shared: bool,
) -> int:
    """Add files and folders to the project; what is there already is left alone."""
    with open_project(db, analyst, must_exist=False, shared=shared) as session:
        outcomes = add_paths(session, paths, encoding).outcomes
        index(session)
    click.echo(
        ", ".join(
            f"{outcomes[name]} {name}"
            for name in ("added", "unchanged", "changed", "refused")
        )
    )
    nothing_done = not outcomes["added"] + outcomes["unchanged"] + outcomes["changed"]
    return 2 if nothing_done and outcomes["refused"] else 0


class Taken(NamedTuple):
    """What became of files."""

    outcomes: Counter[str]
    """How many were added, unchanged, changed or refused."""
    first: str | None
    """The document that the first of them is, whether it was there before or not."""
    first_new: str | None
    """The first document that was added."""


def add_paths(
    session: Session, paths: tuple[Path, ...], encoding: str | None = None
) -> Taken:
    """Add what is new; say what was refused, and show progress if it takes long."""
    outcomes: Counter[str] = Counter()
    first: str | None = None
    first_new: str | None = None
    files = list(collect(paths, session.path))
    progress = Progress(len(files))
    for number, path in enumerate(files):
        progress.show(number)
        reason = path.reason if isinstance(path, Refused) else ""
        name = path.path if isinstance(path, Refused) else spelled(path)
        if not isinstance(path, Refused):
            try:
                source = load(path, encoding)
            except SourceRefusedError as refusal:
                reason = str(refusal).removeprefix(f"{name}: ")
            else:
                added = session.documents.add(source)
                outcomes[added.outcome] += 1
                first = first or added.document.id
                if added.outcome == "changed":
                    say(
                        f"changed: {name}: differs from the document of this path;"
                        " take it with pizhu update"
                    )
                elif added.outcome == "added":
                    first_new = first_new or added.document.id
                    if source.encoding != "utf-8":
                        say(f"added: {name}: read as {source.encoding}")
        if reason:
            outcomes["refused"] += 1
            say(f"refused: {name}: {reason}")
    progress.erase()
    return Taken(outcomes, first, first_new)


def index(session: Session) -> None:
    """Index what is new, so that a search is quick; what is not is found all the same."""
    progress = Progress(unit="thousand characters indexed")

    def told(coverage: Coverage) -> None:
        progress.show(
            coverage.code_points_indexed // 1000, coverage.code_points // 1000
        )

    session.searching.build(told)
    progress.erase()
