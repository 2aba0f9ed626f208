"""``pizhu update`` and ``pizhu remove``: newer texts, and documents taken out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotations.documents.folders import collect
from annotations.documents.loading import load
from annotations.documents.refusals import Refused, spelled
from annotations.errors import InvalidError, NotFoundError, PizhuError
from annotations.wording import counted
from tui.cli.given import GIVEN_TEXT, GivenPath
from tui.cli.options import open_project, project_options, say

if TYPE_CHECKING:
    from annotations.session import Session


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, type=GivenPath(path_type=Path, readable=False)
)
@click.option(
    "--document",
    type=GIVEN_TEXT,
    help="Which one this is: an id, path or title; else by path.",
)
@click.option("--encoding", help="What the files are, if it is told wrongly.")
@project_options
def update(
    paths: tuple[Path, ...],
    document: str | None,
    encoding: str | None,
    db: Path,
    analyst: str | None,
) -> int:
    """Take newer versions of documents; their annotations move with the text.

    What finds no sure place stays in the older text and waits in review.
    """
    files = list(collect(paths, db))
    if document is not None and len(files) != 1:
        raise InvalidError("--document goes with one file", "name one file")
    failed = 0
    with open_project(db, analyst) as session:
        for file in files:
            name = file.path if isinstance(file, Refused) else spelled(file)
            try:
                click.echo(_updated(session, file, document, encoding))
            except PizhuError as error:
                failed += 1
                say(f"refused: {name}: {str(error).removeprefix(f'{name}: ')}")
    return 2 if failed else 0


def _updated(
    session: Session, file: Path | Refused, wanted: str | None, encoding: str | None
) -> str:
    """Update one document; return what to say of it."""
    if isinstance(file, Refused):
        raise InvalidError(file.reason)
    source = load(file, encoding)
    known = (
        session.documents.find(wanted)
        if wanted is not None
        else session.documents.with_path(source.path)
    )
    if known is None:
        raise NotFoundError(
            "no document was added from here",
            "say which one it is with --document, or pizhu add it",
        )
    done = session.documents.update(known, source)
    if done.outcome == "unchanged":
        return f"unchanged: {known.title}"
    doubts = "".join(f", {count} {why}" for why, count in done.in_doubt)
    stands = "stands" if done.kept == 1 else "stand"
    kept = counted(done.kept, "annotation")
    return f"updated: {known.title}: {kept} {stands} in it{doubts}"


@click.command()
@click.argument("documents", nargs=-1, required=True, type=GIVEN_TEXT)
@project_options
def remove(documents: tuple[str, ...], db: Path, analyst: str | None) -> None:
    """Take documents out of the project with their annotations; undo brings them back."""
    with open_project(db, analyst) as session:
        found = [session.documents.find(one) for one in documents]
        for document in found:
            count = session.documents.remove(document)
            gone = counted(count, "annotation")
            say(f"removed: {document.title}: {gone} went with it")
