"""Where a place of an older text is in a newer one, for who reads on. Pure.

A reader can be a word off where an annotation must not be: this only looks for strings,
and takes no longer for a long text than reading that takes.
"""

from __future__ import annotations

_PIECE = 8
"""Code points that are looked for; longer ones meet more changes."""
_PIECES = 40
"""How many are looked for, each way."""


def place_in(older: str, newer: str, offset: int) -> int:
    """Where one reads on in a newer text.

    Args:
        older: the text that was read.
        newer: the one to be read instead.
        offset: a place in the older one (code points).

    Returns:
        The same place in the newer one where what stands before or behind it is
        unchanged, else one near it, if anything near it can be found.
    """
    if newer.startswith(older[: offset + 1]):
        return offset
    if newer.endswith(older[offset:]):
        return len(newer) - len(older) + offset
    for step in range(_PIECES):
        for start in dict.fromkeys((offset - step * _PIECE, offset + step * _PIECE)):
            found = _only_place(older[max(start, 0) : max(start, 0) + _PIECE], newer)
            if start >= 0 and found is not None:
                return found
    return max(min(offset, len(newer) - 1), 0)


def _only_place(piece: str, text: str) -> int | None:
    """Where a piece stands, if it is whole and stands in one place."""
    if len(piece) < _PIECE:
        return None
    found = text.find(piece)
    if found < 0 or text.find(piece, found + 1) >= 0:
        return None
    return found
