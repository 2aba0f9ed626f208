"""``pizhu export``: annotations as a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotations.errors import NotFoundError
from annotations.exchange.csv_export import write_csv, write_file, write_utf8
from annotations.model import AnnotationFilter, Kind, Status
from annotations.wording import counted
from tui.cli.given import GIVEN_TEXT, GivenPath
from tui.cli.options import open_project, project_options, say
from tui.cli.processes import in_processes
from tui.cli.terminal import SafeLines

if TYPE_CHECKING:
    from annotations.session import Session


@click.command()
@click.option("-f", "--format", "format_", type=click.Choice(["csv"]), default="csv")
@click.option("-o", "--output", type=GivenPath(path_type=Path), help="Else stdout.")
@click.option("--kind", multiple=True, type=click.Choice([kind.value for kind in Kind]))
@click.option("--tag", multiple=True, help="A tag's path; the tags under it count.")
@click.option(
    "--status", multiple=True, type=click.Choice([one.value for one in Status])
)
@click.option(
    "--document", multiple=True, type=GIVEN_TEXT, help="An id, path or title."
)
@click.option(
    "--by",
    "analysts",
    multiple=True,
    type=GIVEN_TEXT,
    help="Only what this analyst made.",
)
@click.option("--plain", is_flag=True, help="No BOM, and cells exactly as they are.")
@project_options
def export(
    format_: str,  # noqa: ARG001 - one format so far, the choice checks it
    output: Path | None,
    kind: tuple[str, ...],
    tag: tuple[str, ...],
    status: tuple[str, ...],
    document: tuple[str, ...],
    analysts: tuple[str, ...],
    db: Path,
    analyst: str | None,
    *,
    plain: bool,
) -> None:
    """Write annotations as CSV, by document and place."""
    with open_project(db, analyst) as session:
        matching = AnnotationFilter(
            kinds=tuple(Kind(one) for one in kind),
            statuses=tuple(Status(one) for one in status),
            tag_ids=tuple(_tag_id(session, path) for path in tag),
            analysts=tuple(session.find_analyst(one) for one in analysts),
            document_ids=tuple(session.documents.find(one).id for one in document),
        )
        if output is not None and not _is_stdout(output):
            count = write_file(
                session, output, matching, plain=plain, over=in_processes
            )
            say(f"{counted(count, 'annotation')} written to {output}")
            return
        if sys.stdout.isatty():
            write_csv(
                session, SafeLines(sys.stdout), matching, plain=plain, over=in_processes
            )
            return
        stream = sys.stdout.buffer
        write_utf8(session, stream, matching, plain=plain, over=in_processes)
        stream.flush()


def _is_stdout(path: Path) -> bool:
    """Whether it is only another name of where stdout goes, such as ``/dev/stdout``."""
    try:
        return os.path.samestat(path.stat(), os.fstat(1))
    except OSError:
        return False


def _tag_id(session: Session, path: str) -> str:
    tag = session.codebook.by_path(path)
    if tag is None:
        raise NotFoundError(f"no tag {path}", "see pizhu tags list")
    return tag.id
