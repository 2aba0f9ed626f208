"""``pizhu speakers``: who is quoted, and putting the registry in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotations.errors import InvalidError
from annotations.wording import counted
from tui.cli.options import hand_down, open_project, project_options, say
from tui.layout.displayable import json_line, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.session import Session
    from annotations.session.speakers import SpeakerFields


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@project_options
def speakers(db: Path, analyst: str | None, *, as_json: bool) -> None:
    """List who is quoted, how often and in how many documents, with aliases."""
    hand_down(db, analyst)
    if click.get_current_context().invoked_subcommand is None:
        with open_project(db, analyst) as session:
            _list(session, as_json=as_json)


@speakers.command("where")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@project_options
def where(name: str, db: Path, analyst: str | None, *, as_json: bool) -> None:
    """List where somebody is quoted."""
    with open_project(db, analyst) as session:
        document = ""
        for one in session.speakers.quoted(session.speakers.find(name)):
            if one.document_id != document:
                document = one.document_id
                title = session.documents.get(document).title
            text = one_line(session.annotations.words(one))
            row = {
                "id": one.id,
                "document": one.document_id,
                "title": title,
                "start": one.start,
                "end": one.end,
                "role": one.role,
                "text": text,
            }
            if as_json:
                click.echo(json_line(row))
            else:
                parts = (one.id, f"{one.start:>8}", title, text)
                click.echo("  ".join(one_line(part) for part in parts))


@speakers.command("merge")
@click.argument("into")
@click.argument("others", nargs=-1, required=True)
@project_options
def merge(into: str, others: tuple[str, ...], db: Path, analyst: str | None) -> None:
    """Make several speakers one: INTO stays, the other names become its aliases."""
    with open_project(db, analyst) as session:
        find = session.speakers.find
        kept = session.speakers.merge(find(into), [find(one) for one in others])
        quotes = counted(kept.quotes, "quote")
        say(f"{kept.name}: {quotes}, also {', '.join(kept.aliases)}")


@speakers.command("split")
@click.argument("name")
@click.argument("new")
@click.option("--annotation", multiple=True, help="An id, see pizhu speakers where.")
@click.option(
    "--document", multiple=True, help="All in this document: id, path, title."
)
@click.option("--role", help="All in which this role was noted.")
@project_options
def split(
    name: str,
    new: str,
    annotation: tuple[str, ...],
    document: tuple[str, ...],
    role: str | None,
    db: Path,
    analyst: str | None,
) -> None:
    """Give some of NAME's quotes to NEW."""
    with open_project(db, analyst) as session:
        speaker = session.speakers.find(name)
        documents = {session.documents.find(one).id for one in document}
        chosen = [
            one
            for one in session.speakers.quoted(speaker)
            if one.id in annotation or one.document_id in documents or one.role == role
        ]
        if not chosen:
            raise InvalidError(
                "no quote was chosen", "say which with --annotation, --document, --role"
            )
        made = session.speakers.split(speaker, new, chosen)
        are = "is" if len(chosen) == 1 else "are"
        say(f"{counted(len(chosen), 'quote')} {are} {made.name}'s now")


@speakers.command("rename")
@click.argument("name")
@click.argument("new")
@project_options
def rename(name: str, new: str, db: Path, analyst: str | None) -> None:
    """Give somebody another name; the former one becomes an alias."""
    with open_project(db, analyst) as session:
        session.speakers.change(session.speakers.find(name), name=new)


@speakers.command("set")
@click.argument("name")
@click.option("--role")
@click.option("--organisation")
@project_options
def set_fields(
    name: str,
    role: str | None,
    organisation: str | None,
    db: Path,
    analyst: str | None,
) -> None:
    """Say somebody's role and organisation."""
    fields: SpeakerFields = {}
    if role is not None:
        fields["role"] = role
    if organisation is not None:
        fields["organisation"] = organisation
    with open_project(db, analyst) as session:
        session.speakers.change(session.speakers.find(name), **fields)


@speakers.command("alias")
@click.argument("name")
@click.argument("aliases", nargs=-1, required=True)
@click.option("--remove", is_flag=True, help="They mean NAME no longer.")
@project_options
def alias(
    name: str,
    aliases: tuple[str, ...],
    db: Path,
    analyst: str | None,
    *,
    remove: bool,
) -> None:
    """Add or remove other names of somebody."""
    with open_project(db, analyst) as session:
        speaker = session.speakers.find(name)
        kept = [one for one in speaker.aliases if one not in aliases]
        wanted = kept if remove else [*kept, *aliases]
        session.speakers.change(speaker, aliases=wanted)


def _list(session: Session, *, as_json: bool) -> None:
    for one in session.speakers.every():
        if as_json:
            row = {
                "id": one.id,
                "name": one.name,
                "role": one.role,
                "organisation": one.organisation,
                "aliases": one.aliases,
                "quotes": one.quotes,
                "documents": one.documents,
            }
            click.echo(json_line(row))
        else:
            also = f"({', '.join(one.aliases)})" if one.aliases else ""
            parts = (f"{one.quotes:>5} in {one.documents:<4}", one.name, also,
                     one.organisation, one.role)  # fmt: skip
            click.echo(
                parts[0] + "  ".join(one_line(part) for part in parts[1:] if part)
            )
