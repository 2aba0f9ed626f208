"""Noted quotations: whose they are by the note behind them, where the text leaves it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.suggest.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.names.people import People
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.notes import Notes

_FAR = 40
"""Passages back in which an author is looked for."""
_CERTAINTY = 0.8


class Noted:
    """Gives quotations of a paper to the authors whom its notes name."""

    def __init__(
        self, passages: Sequence[Passage], people: People, notes: Notes
    ) -> None:
        self._passages = passages
        self._people = people
        self._notes = notes

    def attributed(self, said: Speech, passage: Passage) -> Speech:
        """Speech with the author whom its note names, unless the text says who speaks.

        A pronoun, a work and whoever was spoken of before give way to the note.
        """
        if not self._notes.authors or said.last_number != passage.number:
            return said
        source, cue, _ = said.attribution
        if source is not None and cue and source.kind not in ("pronoun", "paper"):
            return said
        author = self._notes.author_behind(passage.to_source(said.end - 1) + 1)
        if not author:
            return said
        named = self._named(self._people.called(author), passage, said)
        if named is None:
            return said
        return said._replace(attribution=said.attribution._replace(source=named))

    def _named(self, author: str, passage: Passage, said: Speech) -> Source | None:
        """Where the text names an author last before what is quoted, or in its note."""
        at = passage.plain.rfind(author, 0, said.start)
        at = passage.plain.find(author, said.end) if at < 0 else at
        one = passage
        for back in range(1, min(_FAR, passage.number + 1)):
            if at >= 0:
                break
            one = self._passages[passage.number - back]
            at = one.plain.rfind(author)
        if at < 0:
            return None
        return Source(
            author, at, at + len(author), "", _CERTAINTY, "person", one.number
        )
