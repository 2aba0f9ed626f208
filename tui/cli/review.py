"""``pizhu review``: straight into the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotations.session.reviewing import EVERYTHING
from tui.cli.options import open_project, project_options
from tui.cli.terminal import demand_terminal

if TYPE_CHECKING:
    from pathlib import Path


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, metavar="[FILTER]...")
@project_options
def review(words: tuple[str, ...], db: Path, analyst: str | None) -> int:
    """Review what waits for a decision, or what FILTER lets through.

    FILTER is as in pizhu search, with type: rule: score:0.5..0.8 and
    is:waiting|doubt|others|mine besides. Without one the queue goes on where it was left.
    """
    demand_terminal()
    from tui.settings import read_settings

    with open_project(db, analyst) as session:
        session.reviewing.queue(" ".join(words) or EVERYTHING)
        from tui.app import run

        return run(session, read_settings(), review=" ".join(words))
