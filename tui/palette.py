"""The command palette, from the same table as everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

from tui.keymap import COMMANDS, label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits

    from tui.keymap import Command


class Commands(Provider):
    """Every command by its title and help."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(_text(command), self._run(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those that fit."""
        matcher = self.matcher(query)
        for command in self._commands:
            text = _text(command)
            score = matcher.match(f"{text} {command.help}")
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(text),
                    self._run(command),
                    help=command.help,
                )

    @property
    def _commands(self) -> Iterator[Command]:
        """Those that are heard where the palette was opened."""
        places = {"app", "reader", *getattr(self.screen, "PLACES", ())}
        return (command for command in COMMANDS if command.place in places)

    def _run(self, command: Command) -> Callable[[], object]:
        async def run() -> None:
            node = {
                "app": self.app,
                "reading": self.screen,
                "review": self.screen,
                "reader": self.screen.query_one("#reader"),
            }[command.place]
            await self.app.run_action(command.action_name, node)

        return run


def _text(command: Command) -> str:
    return f"{command.group}: {command.title} ({label(command.keys[0])})"
