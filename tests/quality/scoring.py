"""Measures of suggestions against gold annotations. No test: figures to look at.

Spans are compared without the marks and space at their ends; pairs are made one to one,
the best overlap first. Claims are also compared by characters, as where a claim begins
and ends is a matter of taste.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_EDGE = frozenset("“”‘’\"'＂「」『』﹃﹄﹁﹂,，。；;：:、！？!? \t\n\r…　")


@dataclass(frozen=True, slots=True)
class Marked:
    """A gold annotation or a suggestion; source offsets, edges as they stand."""

    kind: str
    type: str
    start: int
    end: int
    speaker: str = ""


@dataclass(slots=True)
class Tally:
    """Counts over any number of documents."""

    gold: int = 0
    found: int = 0
    hits: int = 0
    speakers: int = 0
    """Of the hits, those whose speaker is right."""

    def add(self, other: Tally) -> None:
        """Take another document's counts in."""
        self.gold += other.gold
        self.found += other.found
        self.hits += other.hits
        self.speakers += other.speakers

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 if nothing was and nothing is."""
        return self.hits / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Result:
    """What one comparison gave: counts, and what to look at."""

    tally: Tally
    missed: list[Marked] = field(default_factory=list)
    wrong: list[Marked] = field(default_factory=list)
    misattributed: list[tuple[Marked, Marked]] = field(default_factory=list)


def core(one: Marked, text: str) -> tuple[int, int]:
    """A span without marks and white space at its ends."""
    start, end = one.start, one.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def overlap(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Intersection over union of two spans."""
    shared = min(first[1], second[1]) - max(first[0], second[0])
    whole = max(first[1], second[1]) - min(first[0], second[0])
    return max(0, shared) / max(1, whole)


def compared(
    gold: Sequence[Marked], found: Sequence[Marked], text: str, least: float
) -> Result:
    """Pair two lists up where spans overlap by ``least`` or more (0.999: exactly)."""
    gold_cores = [core(one, text) for one in gold]
    found_cores = [core(one, text) for one in found]
    pairs = sorted(
        (
            (overlap(one, other), at, to)
            for at, one in enumerate(gold_cores)
            for to, other in enumerate(found_cores)
            if other[0] < one[1] and one[0] < other[1]
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for value, at, to in pairs:
        if value >= least and at not in matched and to not in taken:
            matched[at] = to
            taken.add(to)
    wrong_speakers = [
        (gold[at], found[to])
        for at, to in sorted(matched.items())
        if gold[at].speaker != found[to].speaker
    ]
    hits = len(matched)
    return Result(
        Tally(len(gold), len(found), hits, hits - len(wrong_speakers)),
        [one for at, one in enumerate(gold) if at not in matched],
        [one for to, one in enumerate(found) if to not in taken],
        wrong_speakers,
    )


def by_characters(gold: Iterable[Marked], found: Iterable[Marked]) -> Tally:
    """Count characters instead of spans."""
    inside = {at for one in gold for at in range(one.start, one.end)}
    marked = {at for one in found for at in range(one.start, one.end)}
    return Tally(len(inside), len(marked), len(inside & marked))
