"""``pizhu list``: the documents and how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli.options import open_project, project_options
from tui.layout.displayable import json_line, one_line

if TYPE_CHECKING:
    from pathlib import Path


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@project_options
def list_documents(db: Path, analyst: str | None, *, as_json: bool) -> None:
    """List the documents: read status, quotes, claims, notes, and what waits (?)."""
    with open_project(db, analyst) as session:
        for one in session.documents.summaries():
            document = one.document
            if as_json:
                row = {
                    "id": document.id,
                    "title": document.title,
                    "publication": document.publication,
                    "published": document.published,
                    "author": document.author,
                    "path": document.path,
                    "encoding": document.encoding,
                    "sha256": document.sha256,
                    "length": document.length,
                    "quotes": one.quotes,
                    "claims": one.claims,
                    "notes": one.notes,
                    "waiting": one.waiting,
                    "status": one.status,
                }
                click.echo(json_line(row))
            else:
                counts = f"{one.quotes}q {one.claims}c {one.notes}n {one.waiting}?"
                parts = (document.id[:18], f"{one.status:8}", f"{counts:16}")
                names = [document.title, document.publication, document.published]
                title = "  ".join(one_line(name) for name in names if name)
                click.echo("  ".join((*parts, title)))
