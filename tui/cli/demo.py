"""``pizhu demo``: a sample project to try everything on."""

from __future__ import annotations

from pathlib import Path

import click

from annotations.documents.sample_project import STARTER_TAGS, write_samples
from annotations.errors import InvalidError
from tui.cli.add import add_paths
from tui.cli.given import GivenPath
from tui.cli.options import DEFAULT_DB, open_project
from tui.cli.terminal import demand_terminal


@click.command()
@click.argument("folder", default="pizhu-demo", type=GivenPath(path_type=Path))
@click.option(
    "--db", type=GivenPath(path_type=Path), help="The project file; else in FOLDER."
)
@click.option("--analyst", help="Who works; else PIZHU_ANALYST, else the login name.")
@click.pass_context
def demo(
    context: click.Context, folder: Path, db: Path | None, analyst: str | None
) -> int:
    """Make a sample project in FOLDER and open it."""
    said = context.obj or {}
    paths = write_samples(folder)
    db = db or said.get("db") or folder / DEFAULT_DB
    analyst = analyst or said.get("analyst")
    with open_project(db, analyst, must_exist=False) as session:
        add_paths(session, tuple(paths))
        if not session.codebook.tags():
            for path, key, colour, definition in STARTER_TAGS:
                session.codebook.add(
                    path, key=key, colour=colour, definition=definition
                )
        try:
            demand_terminal()
        except InvalidError:
            click.echo(f"{len(paths)} documents in {db}; open it: pizhu --db {db}")
            return 0
        from tui.app import run
        from tui.settings import read_settings

        return run(session, read_settings())
