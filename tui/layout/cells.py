"""How wide text is on the terminal, in cells: the one place that decides it.

Rich measures what Textual crops and pads, so its tables are ours too. A terminal that
draws ambiguous characters (“ ” — …) two cells wide would be served here and nowhere
else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len

from annotations.text.graphemes import next_boundary

if TYPE_CHECKING:
    from collections.abc import Iterator


@lru_cache(maxsize=8192)
def cluster_width(cluster: str) -> int:
    """Cells of one grapheme cluster."""
    return cell_len(cluster)


def cell_width(text: str) -> int:
    """Cells of a text."""
    if text.isascii():
        return len(text)
    return cell_len(text)


def clusters(
    text: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int, int]]:
    """Grapheme clusters of ``text[start:end]`` as (start, end, cells); code points."""
    stop = len(text) if end is None else end
    while start < stop:
        after = min(next_boundary(text, start), stop)
        yield start, after, cluster_width(text[start:after])
        start = after
