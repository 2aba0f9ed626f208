"""Source: who said something, as one passage tells it."""

from __future__ import annotations

from typing import NamedTuple


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
