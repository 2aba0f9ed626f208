"""Source: who said something, as one passage tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

    from annotations.suggest.names.people import Mention


class Source(NamedTuple):
    """Who said something, as one passage tells it; code points into its text."""

    name: str
    start: int
    end: int
    role: str
    certainty: float
    kind: str
    """``person``, ``pronoun``, ``group``, ``body``, ``paper`` or ``self``."""
    passage_number: int = 0


def mentioned(person: Mention, certainty: float, passage_number: int = 0) -> Source:
    """Somebody as a passage names them, with how sure it is that they are the source."""
    return Source(
        person.name,
        person.start,
        person.end,
        person.role,
        certainty,
        "person",
        passage_number,
    )


def place(found: re.Match[str], start: int) -> tuple[int, int]:
    """Where ``who`` of a match stands in a passage, if the text matched begins at ``start``.

    All are code points; the match is in a clause, which begins at 0 itself.
    """
    first, last = found.span("who")
    return start + first, start + last
