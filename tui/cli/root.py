"""The commands of ``pizhu``; each is imported when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from tui.cli.given import GivenPath

_COMMANDS = {
    "open": "tui.cli.open:open_reader",
    "add": "tui.cli.add:add",
    "update": "tui.cli.update:update",
    "remove": "tui.cli.update:remove",
    "list": "tui.cli.list:list_documents",
    "set": "tui.cli.set:set_fields",
    "search": "tui.cli.search:search",
    "suggest": "tui.cli.suggest:suggest_annotations",
    "review": "tui.cli.review:review",
    "rules": "tui.cli.rules:rules",
    "lexicon": "tui.cli.rules:lexicon",
    "stats": "tui.cli.rules:stats",
    "export": "tui.cli.export:export",
    "tags": "tui.cli.tags:tags",
    "speakers": "tui.cli.speakers:speakers",
    "history": "tui.cli.history:history",
    "undo": "tui.cli.history:undo",
    "merge": "tui.cli.merge:merge",
    "check": "tui.cli.care:check",
    "backup": "tui.cli.care:backup",
    "demo": "tui.cli.demo:demo",
}
_DEFAULT = "open"


class _Commands(click.Group):
    """Finds commands by name and takes anything else for paths to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names for ``--help``."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        target = _COMMANDS.get(cmd_name)
        if target is None:
            return None
        module, name = target.split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; nothing is wrong if whoever reads its output has had enough."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # click would exit with 1 here: "a check found something".
            # What is still to be written is written to nobody, without complaint.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(0) from None
        except click.UsageError as error:
            self._name_command(ctx, error)
            raise

    def _name_command(self, ctx: click.Context, error: click.UsageError) -> None:
        """Say of which command it is: of an option without its value click does not."""
        name = ctx.invoked_subcommand
        command = self.get_command(ctx, name) if name else None
        if error.ctx is None and command is not None:
            error.ctx = click.Context(command, parent=ctx, info_name=name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``open`` before the first argument that names no command."""
        takes_value = {"--db", "--analyst"}
        at = 0
        while at < len(args) and args[at].startswith("-") and args[at] != "--":
            at += 2 if args[at] in takes_value else 1
        lacks_value = at > len(args)
        wants_text = {"--help", "--version"} & set(args[:at])
        names_command = at < len(args) and args[at] in _COMMANDS
        if not (lacks_value or wants_text or names_command):
            args = [*args[:at], _DEFAULT, *args[at:]]
        return super().parse_args(ctx, args)


@click.group(cls=_Commands)
@click.option("--db", type=GivenPath(path_type=Path), help="The project file.")
@click.option("--analyst", help="Who works; else PIZHU_ANALYST, else the login name.")
@click.version_option(package_name="pizhu", prog_name="pizhu")
@click.pass_context
def cli(ctx: click.Context, db: Path | None, analyst: str | None) -> None:
    """Read and annotate Chinese news and papers in the terminal.

    Without a command: pizhu [PATH...] adds what is new and opens the reader.
    """
    ctx.obj = {"db": db, "analyst": analyst}
