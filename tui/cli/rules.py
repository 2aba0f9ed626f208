"""``pizhu rules``, ``lexicon`` and ``stats``: what the rules are told, how they did."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from annotations.errors import InvalidError
from tui.cli.options import hand_down, open_project, project_options, say
from tui.layout.displayable import displayable, json_line

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.session.suggesting import WordKind

_KINDS = ["cue", "name", "stop"]


@click.group()
@project_options
def rules(db: Path, analyst: str | None) -> None:
    """Switch rules on or off, and say how sure they must be."""
    hand_down(db, analyst)


@rules.command("list")
@project_options
def list_rules(db: Path, analyst: str | None) -> None:
    """List the rules and the least score of each type."""
    with open_project(db, analyst) as session:
        for one in session.suggestions.records():
            click.echo(f"{'on ' if one.is_on else 'off'}  {one.rule}@{one.version}")
        for type_, score in sorted(session.suggestions.thresholds().items()):
            click.echo(f"{score:.2f} {type_}")


@rules.command()
@click.argument("names", nargs=-1, required=True)
@project_options
def on(names: tuple[str, ...], db: Path, analyst: str | None) -> None:
    """Switch rules on."""
    with open_project(db, analyst) as session:
        for name in names:
            session.suggestions.set_rule(name, is_on=True)


@rules.command()
@click.argument("names", nargs=-1, required=True)
@project_options
def off(names: tuple[str, ...], db: Path, analyst: str | None) -> None:
    """Switch rules off; what they have found stays."""
    with open_project(db, analyst) as session:
        for name in names:
            session.suggestions.set_rule(name, is_on=False)


@rules.command()
@click.argument("type_", metavar="TYPE")
@click.argument("score", type=float)
@project_options
def threshold(type_: str, score: float, db: Path, analyst: str | None) -> None:
    """Suggest a TYPE from this SCORE on: direct 0.8."""
    with open_project(db, analyst) as session:
        session.suggestions.set_threshold(type_, score)


@click.group()
@project_options
def lexicon(db: Path, analyst: str | None) -> None:
    """Words that the rules do not know by themselves."""
    hand_down(db, analyst)


@lexicon.command("list")
@project_options
def list_words(db: Path, analyst: str | None) -> None:
    """List the project's own words."""
    with open_project(db, analyst) as session:
        for kind in _KINDS:
            for word in session.suggestions.words(kind):  # type: ignore[arg-type]
                click.echo(displayable(f"{kind}  {word}"))


@lexicon.command("add")
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("words", nargs=-1, required=True)
@project_options
def add_words(
    kind: WordKind, words: tuple[str, ...], db: Path, analyst: str | None
) -> None:
    """Add reporting words (cue), names (name) or what is never a quote (stop)."""
    with open_project(db, analyst) as session:
        say(f"{session.suggestions.add_words(kind, words)} added")


@lexicon.command("remove")
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("words", nargs=-1, required=True)
@project_options
def remove_words(
    kind: WordKind, words: tuple[str, ...], db: Path, analyst: str | None
) -> None:
    """Take words out."""
    with open_project(db, analyst) as session:
        session.suggestions.remove_words(kind, words)


@click.command()
@click.argument("what", type=click.Choice(["rules"]))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@project_options
def stats(what: str, db: Path, analyst: str | None, *, as_json: bool) -> None:
    """Count: how the suggestions of every rule were decided on."""
    if what != "rules":
        raise InvalidError(f"nothing is counted for {what}")
    with open_project(db, analyst) as session:
        found = session.suggestions.records()
    if not as_json:
        click.echo("made  waiting  accepted  corrected  rejected  flagged  right  rule")
    for one in found:
        if as_json:
            click.echo(json_line({**asdict(one), "precision": one.precision}))
            continue
        right = "" if one.precision is None else f"{one.precision:.0%}"
        off = "" if one.is_on else "  (off)"
        click.echo(
            f"{one.suggested:4}  {one.waiting:7}  {one.accepted:8}  {one.corrected:9}"
            f"  {one.rejected:8}  {one.flagged:7}  {right:>5}"
            f"  {one.rule}@{one.version}{off}"
        )
