"""Values of the command line that have to say something.

An empty one is a variable of the shell that was never set. ``Path("")`` would be the
current folder with all that is in it, and an empty name would let everything through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import os

_EMPTY = "it is empty (an unset variable?)"


class GivenPath(click.Path):
    """A path, but no empty one."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Make it what the command gets; an empty one is a wrong value."""
        if value == "":
            self.fail(_EMPTY, param, ctx)
        return super().convert(value, param, ctx)


class _GivenText(click.types.StringParamType):
    """A name, an id or a time, but no empty one."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        """Make it what the command gets; an empty one is a wrong value."""
        if value == "":
            self.fail(_EMPTY, param, ctx)
        return super().convert(value, param, ctx)


GIVEN_TEXT = _GivenText()
