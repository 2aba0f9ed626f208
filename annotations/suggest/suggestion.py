"""Suggestion: what a rule proposes, before anybody has decided on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.model import Kind, Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One proposed annotation. All spans are source offsets."""

    kind: Kind
    type: str
    """One of ``annotations.model.TYPES[kind]``."""
    spans: tuple[Span, ...]
    """Content, in reading order. A direct quote's includes its marks; more than one
    where the speaker or the layout stands in between."""
    rule: str
    """Name of the rule that found it, a key of ``rules.RULES``."""
    version: int
    """Of that rule."""
    score: float
    """0 to 1: how sure the rule is, or how much an analyst would want the claim."""
    speaker: str = ""
    """The shortest name that identifies the source; empty when unknown."""
    speaker_span: Span | None = None
    """Where the source is named (a pronoun stands for ``speaker``)."""
    role: str = ""
    """Title and organisation, as the text gives them."""
    cue: str = ""
    """The reporting words: 说, 认为, 在…看来; ``:`` for a colon alone."""
    cue_span: Span | None = None

    @property
    def start(self) -> int:
        """First code point of the first span."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """One past the last code point of the last span."""
        return self.spans[-1].end

    @property
    def origin(self) -> str:
        """What an annotation made of it is stored with."""
        return f"rule:{self.rule}@{self.version}"
