"""Grapheme clusters: what a reader takes for one character (UAX #29).

Each call looks at a few characters around the place, never at the whole text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regex import Pattern

_WINDOW = 64
"""No cluster in real text is longer; a longer one is cut here (code points)."""


@lru_cache(maxsize=1)
def _cluster() -> Pattern[str]:
    # Most texts have no character that joins, and the module takes 10 ms.
    import regex

    return regex.compile(r"\X")


@lru_cache(maxsize=4096)
def _is_plain(character: str) -> bool:
    """Whether a character never joins with its neighbours: ASCII, Han, CJK marks."""
    return (
        " " <= character <= "~"
        or "\u3001" <= character <= "\u3029"
        or "\u4e00" <= character <= "\u9fff"
        or "\uff01" <= character <= "\uff60"
        or character in "\n“”‘’…—·\u3000"
    )


def next_boundary(text: str, at: int) -> int:
    """End of the cluster that begins at ``at`` (code points); the length at the end."""
    after = at + 1
    if after >= len(text):
        return len(text)
    if _is_plain(text[after]):
        # Only CR LF joins two that are plain; carriage returns are not kept.
        return after
    # A slice, because a run of regional indicators is counted back to its start.
    found = _cluster().match(text[at : at + _WINDOW])
    return max(at + found.end(), after) if found else after


def boundary_at_or_before(text: str, at: int) -> int:
    """Start of the cluster that holds the character at ``at`` (code points)."""
    if at <= 0:
        return 0
    if at >= len(text):
        return len(text)
    if _is_plain(text[at]):
        return at
    anchor = at
    floor = max(0, at - _WINDOW)
    while anchor > floor and not _is_plain(text[anchor]):
        anchor -= 1
    while True:
        after = next_boundary(text, anchor)
        if after > at:
            return anchor
        anchor = after
