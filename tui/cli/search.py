"""``pizhu search``: finds in documents, or in annotations."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from annotations.search.query import parse
from annotations.wording import counted
from tui.cli.options import open_project, project_options, say
from tui.layout.displayable import json_line, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.search.hits import FoundAnnotation, FoundDocument
    from annotations.search.query import Query
    from annotations.session import Session

_SHOWN = 20
"""Hits of a document that are written out for people; JSON has all."""

_LANGUAGE = """\b
Query:
  "exact phrase"   -without
  title:  publication:  date:2026-04..2026-05
  speaker:  tag:  kind:  status:  analyst:
"""
"""Below the options; click leaves lines after its mark as they are."""


@click.command(context_settings={"ignore_unknown_options": True}, epilog=_LANGUAGE)
@click.argument("query", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--annotations", "in_annotations", is_flag=True, help="Not in documents.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a hit, a line.")
@click.option("--limit", type=click.IntRange(min=1), help="Documents or annotations.")
@project_options
def search(
    query: tuple[str, ...],
    limit: int | None,
    db: Path,
    analyst: str | None,
    *,
    in_annotations: bool,
    as_json: bool,
) -> None:
    """Find in all documents, or in all annotations.

    Words mean all of them, in any order; width, case, simplified and traditional
    characters and print-line breaks make no difference.
    """
    asked = parse(" ".join(query))
    with open_project(db, analyst) as session:
        find = _annotations if in_annotations else _documents
        count = find(session, asked, limit, as_json=as_json)
    if not count:
        say("nothing found")


def _documents(
    session: Session, query: Query, limit: int | None, *, as_json: bool
) -> int:
    count = hits = 0
    most = None if as_json else _SHOWN
    for found in session.searching.documents(query, most=most):
        count += 1
        hits += len(found.hits)
        if as_json:
            _write_json(found)
        else:
            _write(found)
        if count == limit:
            break
    if not as_json and hits:
        say(f"{counted(hits, 'hit')} shown in {counted(count, 'document')}")
    return count


def _write(found: FoundDocument) -> None:
    document = found.document
    names = (document.published, document.publication, document.title)
    title = "  ".join(one_line(name) for name in names if name)
    click.echo(f"{document.id[:18]}  {title}")
    is_colour = sys.stdout.isatty()
    for hit in found.hits:
        text = one_line(hit.text)
        shown = click.style(text, bold=True) if is_colour else text
        before, after = one_line(f"{hit.before}|"), one_line(f"|{hit.after}")
        click.echo(f"  {hit.span.start:>8}  {before[:-1]}{shown}{after[1:]}")
    if found.has_more:
        click.echo("            …")


def _write_json(found: FoundDocument) -> None:
    document = found.document
    known = {
        "document": document.id,
        "title": document.title,
        "publication": document.publication,
        "published": document.published,
    }
    for hit in found.hits:
        place = {
            "start": hit.span.start,
            "end": hit.span.end,
            "text": hit.text,
            "before": hit.before,
            "after": hit.after,
        }
        click.echo(json_line({**known, **place}))
    if not found.hits:
        click.echo(json_line(known))


def _annotations(
    session: Session, query: Query, limit: int | None, *, as_json: bool
) -> int:
    paths = {tag.id: tag.path for tag in session.codebook.tags()}
    count = 0
    for found in session.searching.annotations(query):
        count += 1
        tags = [paths[one] for one in found.annotation.tags]
        if as_json:
            click.echo(json_line(_row(found, tags)))
        else:
            one = found.annotation
            parts = (one.id[:18], f"{one.kind:5}", f"{one.status:9}", one.speaker,
                     found.text, one.note, "; ".join(tags), found.document.title)  # fmt: skip
            click.echo("  ".join(one_line(part) for part in parts if part))
        if count == limit:
            break
    return count


def _row(found: FoundAnnotation, tags: list[str]) -> dict[str, object]:
    one, document = found.annotation, found.document
    return {
        "id": one.id,
        "document": document.id,
        "title": document.title,
        "publication": document.publication,
        "published": document.published,
        "kind": one.kind,
        "type": one.type,
        "text": found.text,
        "speaker": one.speaker,
        "role": one.role,
        "cue": one.cue,
        "tags": tags,
        "note": one.note,
        "status": one.status,
        "analyst": one.analyst,
        "start": one.start,
        "end": one.end,
    }
