"""Breaking a paragraph into rows the way Chinese is set (kinsoku).

After 《中文排版需求》 (CLReq) 3.1: no row begins with a closing mark, none ends with an
opening one; Latin words and numbers stay whole; a dash or ellipsis of two characters is
not divided.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from annotations.text.punctuation import NEVER_FIRST, OPENING
from tui.layout.cells import measure

if TYPE_CHECKING:
    from tui.layout.cells import Extent

_NEVER_FIRST = NEVER_FIRST | frozenset("·%％℃°~～′″")
_SIGNS = frozenset("._'/@&%:#=?+~$-")
"""Signs that hold a Latin word, a number or an address together."""
_LATIN = frozenset(
    chr(code)
    for first, last in ("09", "AZ", "az", "\u00c0\u036f", "\u0370\u052f")
    for code in range(ord(first), ord(last) + 1)
)
"""Letters and digits of scripts that are set in words, and what combines with them."""


@lru_cache(maxsize=512)
def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Break displayable text into rows.

    Args:
        text: one paragraph, as it is drawn.
        width: cells of a row, at least 2.

    Returns:
        (start, end) of each row, code points; together they are the whole text. Only
        spaces may hang over the edge of a row. An empty text is one empty row.
    """
    length = len(text)
    extent = measure(text)
    rows: list[tuple[int, int]] = []
    start = 0
    while True:
        end = _row_end(text, extent, start, width)
        rows.append((start, end))
        if end == length:
            return tuple(rows)
        start = end


def _row_end(text: str, extent: Extent, start: int, width: int) -> int:
    """Where the row that begins at ``start`` ends."""
    reach, inner = extent
    length = len(text)
    limit = bisect_right(reach, reach[start] + width, start) - 1
    if limit == start < length:
        # Not even one cluster fits: it stands alone.
        limit += 1
        while limit in inner:
            limit += 1
    end = limit
    while end < length and text[end] == " " and end + 1 not in inner:
        end += 1
    while end > start:
        if end == length or _may_break(text, inner, end):
            return end
        end -= 1
    return _forced_end(text, inner, start, limit)


def _forced_end(text: str, inner: frozenset[int], start: int, limit: int) -> int:
    """Where to cut what nothing allows to cut: a long word, a heap of marks."""
    while limit in inner:
        limit -= 1
    dashes = limit
    while dashes > start and text[dashes - 1 : dashes + 1] == "——":
        dashes -= 1
    # A dash takes two characters, so it is cut after an even number of them.
    return limit - 1 if (limit - dashes) % 2 and limit - 1 > start else limit


def _may_break(text: str, inner: frozenset[int], at: int) -> bool:
    """Whether a row may end before the character at ``at``, and the next begin there."""
    before, after = text[at - 1], text[at]
    if after == " " or after in _NEVER_FIRST or before in OPENING or at in inner:
        return False
    if before == after == "—":
        return False
    if after in _LATIN:
        earlier = text[at - 2] if at > 1 else ""
        if before == ",":
            return not (after.isdigit() and earlier.isdigit())
        if before == "’":
            return earlier not in _LATIN
        return before not in _SIGNS and before not in _LATIN
    return not (after in _SIGNS and (before in _SIGNS or before in _LATIN))
