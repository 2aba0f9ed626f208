"""Options that every command takes, before or after its name."""

from __future__ import annotations

import os
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotations.session import Session
from tui.cli.given import GivenPath

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT_DB = "pizhu.db"


def project_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--db`` and ``--analyst``, which it gets as ``db``, ``analyst``.

    Given after the command they override those given before it.
    """

    @click.option("--db", type=GivenPath(path_type=Path), help="The project file.")
    @click.option("--analyst", help="Who works; else PIZHU_ANALYST, else the login.")
    @click.pass_context
    @wraps(command)
    def wrapped(
        context: click.Context,
        /,
        db: Path | None,
        analyst: str | None,
        **values: Any,
    ) -> Any:
        said = context.obj or {}
        own = os.environ.get("PIZHU_DB") or DEFAULT_DB
        return command(
            db=db or said.get("db") or Path(own),
            analyst=analyst or said.get("analyst"),
            **values,
        )

    return wrapped


def hand_down(db: Path, analyst: str | None) -> None:
    """Let what was said to a group of commands hold for the one that follows."""
    click.get_current_context().obj = {"db": db, "analyst": analyst}


def open_project(
    db: Path, analyst: str | None, *, must_exist: bool = True, shared: bool = False
) -> Session:
    """Open the project that the options mean; tell what is to be known of its file."""
    session = Session.open(db, analyst, must_exist=must_exist, shared=shared)
    for notice in session.notices:
        say(f"pizhu: {notice}")
    return session


shared_option = click.option(
    "--shared", is_flag=True, help="Make the project file for the group of its folder."
)


def say(message: str) -> None:
    """Tell the user something on stderr; data goes to stdout."""
    from tui.layout.displayable import displayable

    click.echo(displayable(message), err=True)
