"""``pizhu history`` and ``pizhu undo``: who did what, and one step back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from tui.cli.options import open_project, project_options
from tui.layout.displayable import displayable

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@project_options
def history(limit: int, db: Path, analyst: str | None, *, as_json: bool) -> None:
    """List what was done, newest first."""
    with open_project(db, analyst) as session:
        for step in session.history.steps(limit):
            if as_json:
                click.echo(json.dumps(asdict(step), ensure_ascii=False))
                continue
            undone = "  (undone)" if step.undone else ""
            click.echo(displayable(f"{step.at}  {step.analyst}  {step.label}{undone}"))


@click.command()
@project_options
def undo(db: Path, analyst: str | None) -> None:
    """Take back your own last action."""
    with open_project(db, analyst) as session:
        step = session.history.undo()
        click.echo(displayable(f"undone: {step.label}" if step else "nothing to undo"))
