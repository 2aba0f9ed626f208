"""Attribution: who is said to speak a quotation, and by which word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from annotations.suggest.sources.source import Source


class Attribution(NamedTuple):
    """Who is said to speak, and by which word; code points into one passage."""

    source: Source | None
    cue: str
    cue_span: tuple[int, int] | None
