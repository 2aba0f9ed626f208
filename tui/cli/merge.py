"""``pizhu merge``: another project's work."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotations.wording import counted
from tui.cli.given import GivenPath
from tui.cli.options import open_project, project_options, say
from tui.layout.displayable import json_line, one_line

if TYPE_CHECKING:
    from annotations.records import Conflict


@click.command()
@click.argument("other", required=False, type=GivenPath(path_type=Path))
@click.option("--conflicts", is_flag=True, help="List what earlier merges settled.")
@click.option("--json", "as_json", is_flag=True, help="Conflicts as JSON, a line each.")
@project_options
def merge(
    other: Path | None, db: Path, analyst: str | None, *, conflicts: bool, as_json: bool
) -> None:
    """Bring in the work of the project file OTHER, as one step; OTHER is only read.

    It can be repeated, in any order and both ways. What was changed in both is settled
    in favour of the later change, and the other side is kept: --conflicts shows both.
    """
    if other is None and not conflicts:
        raise click.UsageError("name a project file, or ask for --conflicts")
    with open_project(db, analyst) as session:
        found: tuple[Conflict, ...] = ()
        if other is not None:
            done = session.merge(other)
            found = done.conflicts
            changed = ", ".join(counted(count, kind) for kind, count in done.changed)
            taken = counted(done.actions, "step")
            say(f"{taken} taken in: {changed or 'nothing changed'}")
        if conflicts:
            found = tuple(session.conflicts())
        for conflict in found:
            if as_json:
                click.echo(json_line(asdict(conflict)))
                continue
            click.echo(f"{conflict.kind} {conflict.entity_id}: {conflict.rule}")
            click.echo(f"    kept:    {_in_words(conflict.kept)}")
            click.echo(f"    dropped: {_in_words(conflict.dropped)}")


def _in_words(state: dict[str, Any]) -> str:
    """What tells the two sides apart, in one line."""
    # The thing's own row comes first; only what differs may be there.
    row = next((rows[0] for rows in state.values() if rows), None)
    if row is None:
        return "(removed)"
    said = [
        f"{name}={value}"
        for name, value in row.items()
        if value not in {None, ""} and not name.endswith("id")
    ]
    said += (
        f"{one['start']}..{one['end']} {one['exact']}" for one in state.get("spans", ())
    )
    return one_line("; ".join(said))
