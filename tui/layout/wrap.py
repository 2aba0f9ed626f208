"""Breaking a paragraph into rows the way Chinese is set (kinsoku).

After 《中文排版需求》 (CLReq) 3.1: no row begins with a closing mark, none ends with an
opening one; Latin words and numbers stay whole; a dash or ellipsis of two characters is
not divided.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.layout.cells import cell_width, clusters

_OPENING = "“‘（《〈「『【〔［｛﹃﹁(\\[{"
_CLOSING = "”’），。、；：？！》〉」』】〕］｝﹄﹂…·%％℃°,.;:?!)\\]}~～′″"
_LETTER = "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u02ff\u0370-\u052f"
_WORD = f"[{_LETTER}$#@&+][{_LETTER}\u0300-\u036f._'/@&%:#=?+~$\\-]*"

# What must stay on one row: opening marks, one word or character with whatever combines
# with it, closing marks. Spaces after it may hang over the edge.
_UNIT = re.compile(
    f"[{_OPENING}]*(?:{_WORD}|——|.(?:\u200d.|[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f"
    f"\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef])*)[{_CLOSING}]*( *)",
    re.DOTALL,
)


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
    if not text:
        return ((0, 0),)
    rows: list[tuple[int, int]] = []
    row_start = used = 0
    for unit in _UNIT.finditer(text):
        start, end = unit.span()
        space = unit.end(1) - unit.start(1)
        cells = cell_width(text[start:end]) - space
        if used + cells > width:
            if used:
                rows.append((row_start, start))
                row_start = start
            used = 0
            if cells > width:
                row_start, used = _divide(text, start, end - space, width, rows)
                used += space
                continue
        used += cells + space
    rows.append((row_start, len(text)))
    return tuple(rows)


def _divide(
    text: str, start: int, end: int, width: int, rows: list[tuple[int, int]]
) -> tuple[int, int]:
    """Cut a unit that is wider than a row; return where its last row begins, and cells."""
    row_start, used = start, 0
    for cluster_start, _, cells in clusters(text, start, end):
        if used and used + cells > width:
            rows.append((row_start, cluster_start))
            row_start, used = cluster_start, 0
        used += cells
    return row_start, used
