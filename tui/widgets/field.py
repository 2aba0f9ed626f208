"""A line to type into, which takes what is pasted as one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events

_BREAK = re.compile(r"[^\S\n]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])\s*")
_EDITS = frozenset(one.action for one in Input.BINDINGS if isinstance(one, Binding)) - {
    "submit"
}
"""What keys do in a line to type into; those that scroll are for the list above it."""
_BETWEEN_WORDS = re.compile(r"[!-~]\Z")


def unbroken(text: str) -> str:
    """Text without its line breaks: a space for one between words, else nothing.

    What is copied from a page is broken where the page's lines end.
    """
    parts = _BREAK.split(text.strip())
    line = parts[0]
    for part in parts[1:]:
        spaced = _BETWEEN_WORDS.search(line) and part[:1].isascii()
        line += f" {part}" if spaced else part
    return line


class Field(Input):
    """A line that takes as much of a paste as it has room for.

    Textual's own takes the first line alone, and nothing if that is too long.
    """

    async def on_key(self, event: events.Key) -> None:
        """Edit with a key before what is typed after it.

        Textual types characters as they come, and lets keys such as backspace bubble up
        first: on a slow line, where several come together, it would undo the wrong ones.
        What enters the line stays behind the keys that walk a list above it.
        """
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if binding.action in _EDITS:
                event.stop()
                event.prevent_default()
                await self.run_action(binding.action)
                return

    def on_paste(self, event: events.Paste) -> None:
        """Put what is pasted in place of what is selected; ring if it was cut."""
        event.stop()
        event.prevent_default()
        line = unbroken(event.text)
        start, end = sorted(self.selection)
        if self.max_length is not None:
            room = self.max_length - len(self.value) + end - start
            if len(line) > room:
                line = line[: max(room, 0)]
                self.restricted()
        self.replace(line, start, end)
