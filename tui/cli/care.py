"""``pizhu check`` and ``pizhu backup``: proof and a copy."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.given import GivenPath
from tui.cli.options import open_project, project_options, say
from tui.layout.displayable import displayable


@click.command()
@click.option("--reindex", is_flag=True, help="Build the search index anew before.")
@project_options
def check(db: Path, analyst: str | None, *, reindex: bool) -> int:
    """Prove that the project is whole; exit status 1 if something is off."""
    count = 0
    with open_project(db, analyst) as session:
        if reindex:
            from tui.cli.add import index

            session.searching.forget()
            index(session)
        for problem in session.problems():
            count += 1
            click.echo(displayable(f"{problem.about}: {problem.what}"))
            click.echo(displayable(f"    {problem.repair}"))
    say(f"{db}: {count} problems" if count else f"{db}: everything holds")
    return 1 if count else 0


@click.command()
@click.argument("file", type=GivenPath(path_type=Path))
@project_options
def backup(file: Path, db: Path, analyst: str | None) -> None:
    """Write a safe copy of the project, even while others work in it."""
    with open_project(db, analyst) as session:
        session.back_up(file)
    say(f"{db} copied to {file}")
