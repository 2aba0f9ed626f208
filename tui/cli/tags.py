"""``pizhu tags``: the codebook from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotations.errors import NotFoundError
from annotations.wording import counted
from tui.cli.options import hand_down, open_project, project_options, say
from tui.layout.displayable import displayable

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.model import Tag
    from annotations.session import Session
    from annotations.session.codebook import TagFields


@click.group()
@project_options
def tags(db: Path, analyst: str | None) -> None:
    """List and change the codebook."""
    hand_down(db, analyst)


@tags.command("list")
@project_options
def list_tags(db: Path, analyst: str | None) -> None:
    """List tags with key, colour, number of uses and definition."""
    with open_project(db, analyst) as session:
        for tag in session.codebook.tags():
            line = f"{tag.key or '-'}  {tag.uses:5}  {tag.colour:8}  {tag.path}"
            click.echo(displayable(f"{line}  {tag.definition}".rstrip()))


@tags.command("add")
@click.argument("path")
@click.option("--key", default="", help="1 to 9.")
@click.option("--colour", default="")
@click.option("--definition", default="")
@project_options
def add_tag(
    path: str, key: str, colour: str, definition: str, db: Path, analyst: str | None
) -> None:
    """Add a tag, such as 产业/就业, and the parents it lacks."""
    with open_project(db, analyst, must_exist=False) as session:
        session.codebook.add(path, key=key, colour=colour, definition=definition)


@tags.command("rename")
@click.argument("path")
@click.argument("name")
@project_options
def rename_tag(path: str, name: str, db: Path, analyst: str | None) -> None:
    """Give a tag another name; what it is on keeps it."""
    with open_project(db, analyst) as session:
        session.codebook.change(_tag(session, path), name=name)


@tags.command("move")
@click.argument("path")
@click.argument("new_path")
@project_options
def move_tag(path: str, new_path: str, db: Path, analyst: str | None) -> None:
    """Give a tag another path, such as 民生/就业, with the tags under it."""
    with open_project(db, analyst) as session:
        session.codebook.move(_tag(session, path), new_path)


@tags.command("set")
@click.argument("path")
@click.option("--key", help='1 to 9; "" takes it off.')
@click.option("--colour")
@click.option("--definition")
@project_options
def set_fields(
    path: str,
    key: str | None,
    colour: str | None,
    definition: str | None,
    db: Path,
    analyst: str | None,
) -> None:
    """Say a tag's key, colour and definition."""
    fields: TagFields = {}
    if key is not None:
        fields["key"] = key
    if colour is not None:
        fields["colour"] = colour
    if definition is not None:
        fields["definition"] = definition
    with open_project(db, analyst) as session:
        session.codebook.change(_tag(session, path), **fields)


@tags.command("key")
@click.argument("path")
@click.argument("key")
@project_options
def set_key(path: str, key: str, db: Path, analyst: str | None) -> None:
    """Put a tag on a key, 1 to 9; "" takes it off."""
    with open_project(db, analyst) as session:
        session.codebook.change(_tag(session, path), key=key)


@tags.command("merge")
@click.argument("into")
@click.argument("paths", nargs=-1, required=True)
@project_options
def merge_tags(
    into: str, paths: tuple[str, ...], db: Path, analyst: str | None
) -> None:
    """Make other tags one with INTO, as one step; what carries them carries that one."""
    with open_project(db, analyst) as session:
        others = [_tag(session, path) for path in paths]
        merged = session.codebook.merge(_tag(session, into), others)
        say(f"merged: {merged.path} is on {counted(merged.uses, 'annotation')}")


@tags.command("remove")
@click.argument("path")
@project_options
def remove_tag(path: str, db: Path, analyst: str | None) -> None:
    """Remove a tag and take it off every annotation; pizhu undo brings it back."""
    with open_project(db, analyst) as session:
        session.codebook.remove(_tag(session, path))


def _tag(session: Session, path: str) -> Tag:
    found = session.codebook.by_path(path)
    if found is None:
        raise NotFoundError(f"no tag {path}", "see pizhu tags list")
    return found
