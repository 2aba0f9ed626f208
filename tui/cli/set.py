"""``pizhu set``: correcting what a document is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli.given import GIVEN_TEXT
from tui.cli.options import open_project, project_options, say

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.session.documents import DocumentFields


@click.command("set")
@click.argument("document", type=GIVEN_TEXT)
@click.option("--title")
@click.option("--publication", help="Empty: it is not known.")
@click.option("--published", help="The date: 2026, 2026-04 or 2026-04-20; or empty.")
@click.option("--author", help="Empty: nobody is known.")
@project_options
def set_fields(
    document: str,
    title: str | None,
    publication: str | None,
    published: str | None,
    author: str | None,
    db: Path,
    analyst: str | None,
) -> None:
    """Correct title, publication, date and author of DOCUMENT: an id, path or title."""
    fields: DocumentFields = {}
    if title is not None:
        fields["title"] = title
    if publication is not None:
        fields["publication"] = publication
    if published is not None:
        fields["published"] = published
    if author is not None:
        fields["author"] = author
    if not fields:
        raise click.UsageError(
            "say what: --title, --publication, --published or --author"
        )
    with open_project(db, analyst) as session:
        known = session.documents.find(document)
        changed = session.documents.change(known, **fields)
        outcome = "unchanged" if changed == known else "changed"
        names = (changed.publication, changed.published, changed.author)
        said = ", ".join(name for name in names if name)
        say(f"{outcome}: {changed.title}{f' ({said})' if said else ''}")
