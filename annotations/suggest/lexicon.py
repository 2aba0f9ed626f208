"""Lexicon: what a user adds to the rules' own knowledge. A value; kept elsewhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of one user or project, on top of those the rules know."""

    cues: tuple[str, ...] = ()
    """More reporting words: 吐露, 爆料."""
    names: tuple[str, ...] = ()
    """People and bodies that the rules would not know for names."""
    stop_terms: tuple[str, ...] = ()
    """What is never a quote in quotation marks, and never a speaker."""
