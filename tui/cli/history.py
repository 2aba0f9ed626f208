"""``pizhu history`` and ``pizhu undo``: who did what, and taking it back."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from annotations.errors import NotFoundError
from annotations.records import StepFilter
from tui.cli.given import GIVEN_TEXT
from tui.cli.options import open_project, project_options
from tui.layout.displayable import displayable, json_line

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.records import Step
    from annotations.session import Session


@click.command()
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1))
@click.option("--by", type=GIVEN_TEXT, help="Only what this analyst did.")
@click.option(
    "--document", type=GIVEN_TEXT, help="Only in one document: id, path or title."
)
@click.option(
    "--annotation", type=GIVEN_TEXT, help="Only of one annotation, by its id."
)
@click.option("--since", type=GIVEN_TEXT, help="A date or time in UTC: 2026-11-21T08.")
@click.option("--until", type=GIVEN_TEXT, help="A date or time in UTC; excluded.")
@click.option(
    "--did", type=GIVEN_TEXT, help="Only what says this: “mark”, “tag”, “merge”."
)
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line, with rows."
)
@project_options
def history(
    limit: int,
    by: str | None,
    document: str | None,
    annotation: str | None,
    since: str | None,
    until: str | None,
    did: str | None,
    db: Path,
    analyst: str | None,
    *,
    as_json: bool,
) -> None:
    """List who did what and when, newest first."""
    with open_project(db, analyst) as session:
        wanted = StepFilter(
            analyst=session.find_analyst(by) if by else "",
            document_id=session.documents.find(document).id if document else "",
            annotation_id=_annotation_id(session, annotation) if annotation else "",
            since=since or "",
            until=until or "",
            label=did or "",
        )
        for step in session.history.steps(limit, wanted):
            if as_json:
                click.echo(json_line(_as_json(session, step)))
            else:
                click.echo(displayable(_as_line(step)))


def _annotation_id(session: Session, wanted: str) -> str:
    """The annotation that is there, or of which the history knows.

    Raises:
        NotFoundError: there never was one.
    """
    # Of one that came with others, as suggestions do, no step is its own.
    if not session.history.steps(1, StepFilter(annotation_id=wanted)):
        try:
            session.annotations.get(wanted)
        except NotFoundError:
            raise NotFoundError(
                f"no annotation {wanted}", "see pizhu search --annotations --json"
            ) from None
    return wanted


def _as_line(step: Step) -> str:
    notes = [
        note
        for note, holds in (("undone", step.undone), ("merged", step.merged))
        if holds
    ]
    tail = f"  ({', '.join(notes)})" if notes else ""
    return f"{step.id[-8:]}  {step.at}  {step.analyst}  {step.label}{tail}"


def _as_json(session: Session, step: Step) -> dict[str, object]:
    changes = [
        {"table": one.table, "key": one.key, "before": one.before, "after": one.after}
        for one in session.history.changes(step.id)
    ]
    return {**asdict(step), "changes": changes}


@click.command()
@click.argument("step", required=False)
@project_options
def undo(step: str | None, db: Path, analyst: str | None) -> None:
    """Take back your own last action, or the STEP named as pizhu history shows it."""
    with open_project(db, analyst) as session:
        if step is None:
            done = session.history.undo()
        else:
            done = session.history.take_back(session.history.find(step).id)
        click.echo(displayable(f"undone: {done.label}" if done else "nothing to undo"))
