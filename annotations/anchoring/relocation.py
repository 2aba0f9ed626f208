"""Where the stretches that were marked in an old text stand in a newer one.

A stretch moves by itself only where its words and what stands around them fix one place
beyond doubt: its score is high, no other place comes near it, what stands before it and
what stands behind it do not speak for two places, and no other stretch of the old text
has a better claim to the place. Everything else is for an analyst.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

from annotations.anchoring.comparable import Comparable
from annotations.model import Doubt, Span
from annotations.records import Proposal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rapidfuzz.distance import Opcodes

SURE_SCORE = 0.8
"""A place with less is not taken without asking."""
SURE_WORDS = 0.8
"""Nor one whose own words are less alike than this."""
MARGIN = 0.15
"""By how much the best place must lead the second."""
_LEAST = 0.5
"""A place with less is not even proposed."""
_LEAST_WORDS = 0.4
"""Nor one whose own words are less alike.

The neighbours of a deleted passage would match by context alone.
"""

_CONTEXT = 32
"""Characters on each side that are compared."""
_HALF = 24
"""Length at which a stretch's own words weigh as much as what stands around it."""
_CHANCE = 16
"""Characters that do not come together by chance."""
_REPEATED = 8
"""Characters that a longer insertion has in common with its neighbour for a reason."""
_FAR = 4096
"""Characters of a repetition that are compared."""
_PIECE = 6
"""Characters of the pieces by which places are looked for."""
_PIECES = 60
_COMMON = 40
"""A piece that stands in more places than this says nothing."""
_PLACES = 12
_PROPOSALS = 5
_START, _END = "\x02", "\x03"
"""Stand for the ends of a text, which are context too."""


@dataclass(frozen=True, slots=True)
class Relocation:
    """What became of an annotation's spans."""

    doubt: Doubt | None
    """None when ``proposals`` is the one sure place."""
    proposals: tuple[Proposal, ...]
    """Best first."""


class _Place(NamedTuple):
    score: float
    words: float
    """How alike the stretches themselves are."""
    start: int
    end: int


class Relocator:
    """Finds spans of one text again in another; both are looked at once."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = Comparable(old), Comparable(new)
        a, b = self._old.text, self._new.text
        self._prefix = _common(a, b, _starts_alike)
        self._suffix = _common(a, b, _ends_alike)

    def relocate(self, spans: Sequence[Span]) -> Relocation:
        """Find one annotation's spans (source offsets of the old text), in order."""
        found = [self._one(*self._old.within(span)) for span in spans]
        worst = max((doubt for doubt, _ in found), key=_badness)
        if len(found) == 1:
            return Relocation(worst, self._proposals(found[0][1]))
        bests = [places[0] for _, places in found if places]
        if len(bests) < len(found):
            return Relocation(Doubt.LOST, ())
        is_ordered = all(one.end <= other.start for one, other in pairwise(bests))
        if not is_ordered:
            return Relocation(Doubt.AMBIGUOUS, ())
        together = Proposal(
            round(min(one.score for one in bests), 3),
            tuple(self._new.span(one.start, one.end) for one in bests),
        )
        return Relocation(worst, (together,))

    def _proposals(self, places: Sequence[_Place]) -> tuple[Proposal, ...]:
        return tuple(
            Proposal(round(one.score, 3), (self._new.span(one.start, one.end),))
            for one in places[:_PROPOSALS]
        )

    def _one(self, start: int, end: int) -> tuple[Doubt | None, list[_Place]]:
        """Find one stretch of the old comparable text."""
        if start >= end:
            return Doubt.LOST, []
        doubt, places = self._scored(start, end)
        rivals = self._rivals(places[0], start, end) if places else []
        if rivals:
            return Doubt.AMBIGUOUS, _distinct([places[0], *rivals, *places[1:]])
        return doubt, places

    def _scored(self, start: int, end: int) -> tuple[Doubt | None, list[_Place]]:
        """Find a stretch by what is unchanged, or by how alike places are."""
        fixed = self._fixed(start, end)
        if fixed is not None:
            return None, [fixed]
        places = sorted(self._places(start, end), key=lambda one: -one.score)
        places = [one for one in _distinct(places) if one.words >= _LEAST_WORDS]
        if not places or places[0].score < _LEAST:
            return Doubt.LOST, []
        best = places[0]
        places = [one for one in places if one.score >= _LEAST]
        has_rival = len(places) > 1 and best.score - places[1].score < MARGIN
        if has_rival or self._belongs_to_another(best, start, end):
            return Doubt.AMBIGUOUS, places
        if best.score < SURE_SCORE or best.words < SURE_WORDS:
            return Doubt.MOVED, places
        return None, places[:1]

    def _fixed(self, start: int, end: int) -> _Place | None:
        """The place if everything before it, or everything after it, is unchanged."""
        shift = len(self._new.text) - len(self._old.text)
        # A short stretch at the very edge of what is unchanged may be there by chance.
        beyond = max(_CHANCE - (end - start), 0)
        shifts: set[int] = set()
        if min(end + beyond, len(self._old.text)) <= self._prefix:
            shifts.add(0)
        if max(start - beyond, 0) >= len(self._old.text) - self._suffix:
            shifts.add(shift)
        if len(shifts) != 1:
            # Both, and they differ: something was repeated, nobody can tell which.
            return None
        by = shifts.pop()
        return _Place(1.0, 1.0, start + by, end + by)

    def _places(self, start: int, end: int) -> Iterator[_Place]:
        old, new = self._old.text, self._new.text
        words = old[start:end]
        for at in _occurrences(new, words, _COMMON):
            yield self._judged(start, end, at, at + len(words))
        first = max(start - 2 * _CONTEXT, 0)
        window = old[first : end + 2 * _CONTEXT]
        for low, high in self._diagonals(window):
            begin = max(low - _PIECE, 0)
            there = new[begin : high + len(window) + _PIECE]
            codes = Levenshtein.opcodes(window, there)
            found_start = begin + _mapped(codes, start - first)
            found_end = begin + _mapped(codes, end - first - 1) + 1
            if found_start < found_end <= len(new):
                yield self._judged(start, end, found_start, found_end)

    def _diagonals(self, window: str) -> list[tuple[int, int]]:
        """Where in the new text a window may begin: (lowest, highest), best first."""
        step = max((len(window) - _PIECE) // _PIECES, 1)
        votes: list[int] = []
        for at in range(0, max(len(window) - _PIECE + 1, 1), step):
            piece = window[at : at + _PIECE]
            found = list(_occurrences(self._new.text, piece, _COMMON))
            if len(found) < _COMMON:
                votes += (place - at for place in found)
        groups: list[list[int]] = []
        slack = _PIECE + len(window) // 4
        for vote in sorted(votes):
            if groups and vote - groups[-1][0] <= slack:
                groups[-1].append(vote)
            else:
                groups.append([vote])
        groups.sort(key=len, reverse=True)
        return [(group[0], group[-1]) for group in groups[:_PLACES]]

    def _judged(self, start: int, end: int, at: int, stop: int) -> _Place:
        old, new = self._old.text, self._new.text
        words = Levenshtein.normalized_similarity(old[start:end], new[at:stop])
        # Both contexts are read from the stretch outwards.
        before = _alike(_before(old, start)[::-1], _before(new, at)[::-1])
        after = _alike(_after(old, end), _after(new, stop))
        # One side may have been rewritten; where both sides differ it is another place. A
        # side that is hardly there, at an end of the text, cannot speak for both.
        telling = max(
            before * min(start / _CHANCE, 1), after * min((len(old) - end) / _CHANCE, 1)
        )
        around = 0.75 * telling + 0.25 * min(before, after)
        weight = (end - start) / (end - start + _HALF)
        return _Place(weight * words + (1 - weight) * around, words, at, stop)

    def _rivals(self, place: _Place, start: int, end: int) -> list[_Place]:
        """Places that one side of the stretch speaks for, where the other has ``place``.

        Where something was repeated, what stands before it is before the first of the
        two, and what stands behind it is behind the second.
        """
        old, new = self._old.text, self._new.text
        is_changed = old[start:end] != new[place.start : place.end]
        if is_changed or self._is_far_from_change(start, end):
            return []
        here = place.start
        first = max(start - _PIECE, 0)
        found = {
            at + start - first
            for at in _occurrences(new, old[first:end], _COMMON)
            if self._is_split(start, end, at + start - first, here)
        }
        found |= {
            at
            for at in _occurrences(new, old[start : end + _PIECE], _COMMON)
            if self._is_split(start, end, here, at)
        }
        return [self._judged(start, end, at, at + end - start) for at in sorted(found)]

    def _is_far_from_change(self, start: int, end: int) -> bool:
        """Whether one side speaks for one place farther than anything is compared.

        Nothing is looked for then: a long text has many stretches, and few changes.
        """
        kept_from = len(self._old.text) - self._suffix
        if start >= kept_from and end <= self._prefix:
            return False
        return end + _FAR <= self._prefix or start - _FAR >= kept_from

    def _is_split(self, start: int, end: int, before: int, behind: int) -> bool:
        """Whether a stretch stands at two places of the new text, each with one side.

        Args:
            start: of the stretch in the old text.
            end: of it.
            before: where in the new text what stands before it is to be the same.
            behind: where what stands behind it is to be.
        """
        if before == behind:
            return False
        old, new = self._old.text, self._new.text
        length = end - start
        # Both places are alike as far as this; only what is beyond tells them apart.
        ahead = _common(
            new[max(before - _FAR, 0) : before],
            new[max(behind - _FAR, 0) : behind],
            _ends_alike,
        )
        after = _common(
            new[before + length : before + length + _FAR],
            new[behind + length : behind + length + _FAR],
            _starts_alike,
        )
        # A word that is there twice by chance is held by what stands around it.
        if ahead + length + after < min(abs(behind - before), _REPEATED):
            return False
        ahead, after = ahead + _CHANCE, after + _CHANCE
        return (
            old[max(start - ahead, 0) : start] == new[max(before - ahead, 0) : before]
            and old[end : end + after] == new[behind + length : behind + length + after]
        )

    def _belongs_to_another(self, place: _Place, start: int, end: int) -> bool:
        """Whether a look-alike in the old text fits the place as well or better."""
        old = self._old.text
        for at in _occurrences(old, old[start:end], _COMMON):
            if at == start:
                continue
            rival = self._judged(at, at + end - start, place.start, place.end)
            if rival.score > place.score - MARGIN:
                return True
        return False


def _badness(doubt: Doubt | None) -> int:
    return -1 if doubt is None else list(Doubt).index(doubt)


def _distinct(places: Sequence[_Place]) -> list[_Place]:
    """Places that share no character with a better one."""
    kept: list[_Place] = []
    for one in places:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept


def _occurrences(text: str, words: str, most: int) -> Iterator[int]:
    at = text.find(words)
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = text.find(words, at + 1)


def _mapped(codes: Opcodes, at: int) -> int:
    """Where the character at ``at`` of the old window stands in the new one."""
    for code in codes:
        if code.src_start <= at < code.src_end:
            place = code.dest_start + at - code.src_start
            return min(place, max(code.dest_end - 1, code.dest_start))
    return codes.dest_len


def _alike(context: str, other: str) -> float:
    """How alike two contexts are; what is next to the stretch settles it."""
    if len(context) >= _CHANCE and other[:_CHANCE] == context[:_CHANCE]:
        return 1.0
    return Levenshtein.normalized_similarity(context, other)


def _before(text: str, at: int) -> str:
    context = text[max(at - _CONTEXT, 0) : at]
    return context if len(context) == _CONTEXT else _START + context


def _after(text: str, at: int) -> str:
    context = text[at : at + _CONTEXT]
    return context if len(context) == _CONTEXT else context + _END


def _starts_alike(a: str, b: str, count: int) -> bool:
    return a[:count] == b[:count]


def _ends_alike(a: str, b: str, count: int) -> bool:
    return a[len(a) - count :] == b[len(b) - count :]


def _common(a: str, b: str, alike: Callable[[str, str, int], bool]) -> int:
    """The largest count for which two texts are alike, by bisection."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if alike(a, b, middle):
            low = middle
        else:
            high = middle - 1
    return low
