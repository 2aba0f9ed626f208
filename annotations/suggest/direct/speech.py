"""Speech: a direct quote that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from annotations.suggest.direct.attribution import Attribution
    from annotations.suggest.passages import Passage, Quoted


class Speech(NamedTuple):
    """A direct quote; code points into the texts of its passages, marks included."""

    start: int
    end: int
    last_number: int
    """Number of the passage that ``end`` counts in."""
    attribution: Attribution
    rule: str
    score: float
    follows: bool = False
    """Whether it is the second part of the quote before, split by its speaker."""


def speech(
    quoted: Quoted,
    passage: Passage,
    attribution: Attribution,
    rule: str,
    score: float,
) -> Speech:
    """A quotation of one passage as speech."""
    return Speech(quoted.start, quoted.end, passage.number, attribution, rule, score)
