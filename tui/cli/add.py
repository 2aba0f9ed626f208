"""``pizhu add``: files and folders become documents."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from annotations.documents.folders import collect
from annotations.documents.loading import load
from annotations.documents.refusals import Refused, spelled
from annotations.errors import SourceRefusedError
from tui.cli.options import open_project, project_options, say, shared_option

if TYPE_CHECKING:
    from annotations.search.hits import Coverage
    from annotations.session import Session

_PATIENCE = 0.5
"""Seconds after which a progress bar is shown."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
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
        outcomes = add_paths(session, paths, encoding)
        index(session)
    click.echo(
        ", ".join(
            f"{outcomes[name]} {name}"
            for name in ("added", "unchanged", "changed", "refused")
        )
    )
    nothing_done = not outcomes["added"] + outcomes["unchanged"] + outcomes["changed"]
    return 2 if nothing_done and outcomes["refused"] else 0


def add_paths(
    session: Session, paths: tuple[Path, ...], encoding: str | None = None
) -> Counter[str]:
    """Add what is new; say what was refused, and show progress if it takes long."""
    outcomes: Counter[str] = Counter()
    files = list(collect(paths))
    begun = monotonic()
    shows_bar = False
    for number, path in enumerate(files):
        if sys.stderr.isatty() and monotonic() - begun > _PATIENCE:
            shows_bar = True
            _draw_bar(number, len(files))
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
                if added.outcome == "changed":
                    say(
                        f"changed: {name}: differs from the document of this path;"
                        " take it with pizhu update"
                    )
                elif added.outcome == "added" and source.encoding != "utf-8":
                    say(f"added: {name}: read as {source.encoding}")
        if reason:
            outcomes["refused"] += 1
            say(f"refused: {name}: {reason}")
    if shows_bar:
        click.echo("\r\x1b[K", nl=False, err=True)
    return outcomes


def index(session: Session) -> None:
    """Index what is new, so that a search is quick; what is not is found all the same."""
    shows_bar = sys.stderr.isatty()

    def told(coverage: Coverage) -> None:
        if shows_bar:
            done, all_ = coverage.code_points_indexed, coverage.code_points
            _draw_bar(done // 1000, all_ // 1000, " thousand characters indexed")

    session.searching.build(told)
    if shows_bar:
        click.echo("\r\x1b[K", nl=False, err=True)


def _draw_bar(done: int, count: int, what: str = "") -> None:
    filled = 30 * done // max(count, 1)
    bar = "#" * filled + "-" * (30 - filled)
    click.echo(f"\r[{bar}] {done}/{count}{what} ", nl=False, err=True)
