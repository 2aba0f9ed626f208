"""Fitting text into a number of cells without halving a wide character."""

from __future__ import annotations

from tui.layout.cells import cell_width, clusters
from tui.layout.displayable import one_line


def clip(text: str, cells: int) -> str:
    """One line of at most ``cells`` cells, safe to draw; what is cut ends in ``…``."""
    # No more characters than cells can be shown, so a long text is not looked through.
    looked_at = max(cells, 0) * 4 + 16
    is_whole = len(text) <= looked_at
    text = one_line(text[:looked_at])
    if is_whole and cell_width(text) <= cells:
        return text
    if cells <= 0:
        return ""
    used = kept = 0
    for _, end, width in clusters(text):
        if used + width > cells - 1:
            break
        used, kept = used + width, end
    return text[:kept] + "…"


def clip_start(text: str, cells: int) -> str:
    """The same, but what is cut is the beginning."""
    text = one_line(f"|{text[-(max(cells, 0) * 4 + 16) :]}|")[1:-1]
    if cell_width(text) <= cells:
        return text
    used, kept = 1, len(text)
    for start, _, width in reversed(list(clusters(text))):
        if used + width > cells:
            break
        used, kept = used + width, start
    return "…" + text[kept:] if cells > 0 else ""


def fit(text: str, cells: int) -> str:
    """The same, filled up with spaces to exactly ``cells`` cells."""
    text = clip(text, cells)
    return text + " " * (cells - cell_width(text))
