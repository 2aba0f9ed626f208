"""How wide text is on the terminal, in cells: the one place that decides it.

Rich measures what Textual crops and pads, so its tables are ours too. A terminal that
draws ambiguous characters (“ ” — …) two cells wide would be served here and nowhere
else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from annotations.text.graphemes import next_boundary

if TYPE_CHECKING:
    from collections.abc import Iterator

# Runs of what may join with a neighbour; all else is a cluster by itself. A mark joins
# what stands before it, so a run is looked at from one character earlier.
_JOINING = re.compile("[^ -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff60“”‘’…—·]+")


class Extent(NamedTuple):
    """A text measured once, for cutting it anywhere."""

    reach: list[int]
    """Cells of ``text[:i]`` for every ``i`` from 0 to its length; never falls."""
    inner: frozenset[int]
    """Positions inside a grapheme cluster, where nothing may be cut."""


class _Widths(dict[str, int]):
    """Cells of single characters, looked up once each."""

    def __missing__(self, character: str) -> int:
        self[character] = width = cell_len(character)
        return width


_WIDTHS = _Widths()


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


def measure(text: str) -> Extent:
    """Measure a whole displayable text."""
    widths = list(map(_WIDTHS.__getitem__, text))
    inner: set[int] = set()
    for run in _JOINING.finditer(text):
        for start, end, cells in clusters(text, max(run.start() - 1, 0), run.end()):
            widths[start:end] = [cells] + [0] * (end - start - 1)
            inner.update(range(start + 1, end))
    return Extent(list(accumulate(widths, initial=0)), frozenset(inner))
