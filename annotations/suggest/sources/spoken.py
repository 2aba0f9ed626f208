"""Spoken: who has spoken so far in a document, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.source import Source

_KEPT = 12
"""Speakers that are looked back over; more would reach into another scene."""


class Spoken:
    """Remembers speakers in the order in which the rules find them."""

    def __init__(self) -> None:
        self._said: list[tuple[int, int, Source]] = []

    def remember(self, passage: Passage, at: int, source: Source) -> None:
        """Note who speaks from a place on; later pronouns are likely theirs.

        Never the writer's, who is 我 throughout.
        """
        if source.name and source.kind != "self":
            self._said.append((passage.number, at, source))

    def latest(self, passage: Passage, at: int, reach: int = 0) -> Source | None:
        """Who spoke last before a place, at most ``reach`` passages back."""
        best: tuple[int, int, Source] | None = None
        for number, place, source in self._said[-_KEPT:]:
            is_before = (number, place) < (passage.number, at)
            if (
                is_before
                and passage.number - number <= reach
                and (best is None or (number, place) >= best[:2])
            ):
                best = (number, place, source)
        return None if best is None else best[2]

    def has_spoken(self, passage: Passage, start: int, end: int) -> bool:
        """Whether somebody was found to speak between two places of a passage."""
        return any(
            number == passage.number and start <= place < end
            for number, place, _ in self._said[-_KEPT:]
        )

    def before(self, passage: Passage, at: int, reach: int) -> Iterator[Source]:
        """Who spoke before a place, latest first, at most ``reach`` passages back."""
        for number, place, source in self.backwards():
            if passage.number - number > reach:
                return
            if (number, place) < (passage.number, at):
                yield source

    def backwards(self) -> Iterator[tuple[int, int, Source]]:
        """The last speakers, latest first: passage number, offset in it, source."""
        return reversed(self._said[-_KEPT:])
