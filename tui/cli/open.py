"""``pizhu [open] [PATH…]``: adds what is new and opens the reader."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.given import GivenPath
from tui.cli.options import open_project, project_options, shared_option
from tui.cli.terminal import demand_terminal

if TYPE_CHECKING:
    from annotations.session import Session


@click.command("open")
@click.argument("paths", nargs=-1, type=GivenPath(path_type=Path, readable=False))
@click.option("--encoding", help="What the files are, if it is told wrongly.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
@shared_option
@project_options
def open_reader(
    paths: tuple[Path, ...],
    encoding: str | None,
    db: Path,
    analyst: str | None,
    *,
    no_mouse: bool,
    shared: bool,
) -> int:
    """Add files and folders that are new, then open the reader."""
    demand_terminal()
    # Until the first screen stands nothing becomes garbage that would be worth a search.
    gc.disable()
    from tui.settings import read_settings

    settings = read_settings()
    if no_mouse:
        settings = replace(settings, mouse=False)
    with open_project(db, analyst, must_exist=not paths, shared=shared) as session:
        wanted = document_to_begin(session, paths, encoding) if paths else None
        from tui.app import run

        return run(session, settings, wanted)


def document_to_begin(
    session: Session, paths: tuple[Path, ...], encoding: str | None = None
) -> str | None:
    """Add what is new, and say which document to begin with.

    Returns:
        The file that is named first, if one is; of a folder the first document that is
        new. None where nothing is: one goes on where one left.
    """
    from tui.cli.add import add_paths

    taken = add_paths(session, paths, encoding)
    return taken.first if paths[0].is_file() else taken.first_new
