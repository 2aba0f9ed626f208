"""How wide text is on the terminal, in cells: the one place that decides it.

Rich measures what Textual crops and pads, so its tables are ours too. Characters of
ambiguous width (“ ” — …) are one cell wide for Rich. On a terminal that draws them two
cells wide they count as two here, and ``filled`` puts a space after each where text
becomes segments, so that Rich counts the same; ``tui.output`` takes the space out again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, east_asian_width

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
        self[character] = width = cell_len(filled(character))
        return width


_WIDTHS = _Widths()


@lru_cache(maxsize=1)
def ambiguous() -> re.Pattern[str]:
    """Characters that some terminals draw one cell wide and some two."""
    found = (
        character
        for character in map(chr, range(0xA1, 0xE000))
        if east_asian_width(character) == "A"
        and not combining(character)
        and cell_len(character) == 1
    )
    return re.compile(f"[{''.join(found)}]")


class _Terminal:
    """What is known of the terminal's widths."""

    draws_wide = False


def draw_ambiguous_wide(*, wide: bool) -> bool:
    """Say how the terminal draws ambiguous characters; whether that is news."""
    if wide == _Terminal.draws_wide:
        return False
    _Terminal.draws_wide = wide
    _WIDTHS.clear()
    cluster_width.cache_clear()
    return True


def filled(text: str) -> str:
    """Text as Rich has to see it: as many cells as the terminal will use."""
    if not _Terminal.draws_wide or text.isascii():
        return text
    return ambiguous().sub(r"\g<0> ", text)


@lru_cache(maxsize=8192)
def cluster_width(cluster: str) -> int:
    """Cells of one grapheme cluster."""
    return cell_len(filled(cluster))


def cell_width(text: str) -> int:
    """Cells of a text."""
    if text.isascii():
        return len(text)
    return cell_len(filled(text))


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
