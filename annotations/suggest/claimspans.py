"""Which clauses of a unit a statistic takes: those that belong to its figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from math import exp, prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_JOINED = 1.74
"""Log-odds that two clauses beside each other belong to one claim.

This and the weights below were fitted outside (logistic regression) over the places
between clauses of which readers took one or both into a statistic, in some sixty newspaper
texts and our own gold. They were fitted on all sets but one and measured on that one, in
turn; what counts and the two least chances were chosen by the sum of those measures.
"""
_PER_CHARACTER = -0.87 / 60
"""Per code point of the unit: readers cut long sentences more."""
_LONGEST = 120
_PER_NEXT = -0.6 / 20
"""Per code point of the second clause."""
_LONGEST_NEXT = 40
_BOTH_COUNT = 1.34
"""Both clauses have figures."""
_ONLY_FIRST_COUNTS = -0.57
_NO_SUBJECT_OF_ITS_OWN = 0.56
"""The second clause goes on about what the first one names."""
_PRONOUN = -0.45
"""The second clause begins anew with 这, 其, 我."""
_STRONG_MARK = -0.64
"""A colon or a dash stands between them, no comma."""
_ENDS_UNIT = 0.57
"""The second clause is the last."""
_LEADS_ON = 4.0
"""The first clause is none by itself: a time, a condition, a purpose. Not fitted: whatever
readers take, nobody takes 二十年来 alone."""
_LEAST_BELONGS = 0.55
"""Chance above which a clause belongs to the figures beside it."""
_LEAST_TOGETHER = 0.4
"""Chance above which figures with clauses between them make one claim."""

_CLAUSE = re.compile("，|——|(?<!\\d)：")
_OPENING = re.compile(
    "(?:如果|若|假如|倘若|要是|一旦|只要|即使|哪怕|为了|由于|因为|虽然|尽管|随着|自从|除了?|面对|根据|按照)"
    "|[^，]{0,16}(?:[之以年月天]来|[之以]?后|[之以]?前|时候?|期间|同时|之际|之间)，"
)
"""What a clause begins or ends with that only leads to the next one."""
_PRONOUNS = frozenset("其他她它这那我你该此")
_NO_SUBJECT = re.compile(
    "为|靠|把|将|与|和|实现|达|抓获|下架|冻结|累计|年|是|比|占|高|低|同比|使|让|增|下降|仅|近|超|约|每|其中|共|最|不到|还|也|已|就|从|较|有|花费|其|涉及|总|出口额|进口额|产量|产值|销量|销售额|成交额|营业额|收入|利润|金额|人数|面积|均价|增速|涨幅|跌幅"
)


def spans(
    unit: str, minor: Sequence[tuple[int, int]], major: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Each run of clauses that makes a statistic, code points into the unit.

    Args:
        unit: a sentence or part of one.
        minor: its figures that belong to a statistic, in order, code points.
        major: those of them that make one; at least one.
    """
    cuts = [0, *_inner_cuts(unit), len(unit)]
    if len(cuts) == 2:
        return [(0, len(unit))]
    clauses = list(pairwise(cuts))
    chances = _chances(unit, clauses, _clauses_with(minor, cuts))
    cores = _cores(_clauses_with(major, cuts), chances)
    found = []
    for number, (first, last) in enumerate(cores):
        least = cores[number - 1][1] + 1 if number else 0
        most = cores[number + 1][0] - 1 if number + 1 < len(cores) else len(chances)
        begins = first - _reach(reversed(chances[least:first]))
        stops = last + _reach(chances[last:most])
        end = clauses[stops][1]
        is_cut = stops < len(chances) and unit[end - 1] == "，"
        found.append((clauses[begins][0], end - is_cut))
    return found


def _reach(chances: Iterable[float]) -> int:
    """How many clauses in a row belong to the figures from which they lead away."""
    together = 1.0
    count = 0
    for chance in chances:
        together *= chance
        if together < _LEAST_BELONGS:
            break
        count += 1
    return count


def _inner_cuts(unit: str) -> list[int]:
    """Where clauses begin inside a unit; not within parentheses."""
    cuts = [mark.end() for mark in _CLAUSE.finditer(unit, 0, len(unit) - 1)]
    if "（" in unit:
        cuts = [at for at in cuts if unit.count("（", 0, at) <= unit.count("）", 0, at)]
    return cuts


def _clauses_with(figures: Iterable[tuple[int, int]], cuts: Sequence[int]) -> list[int]:
    """Numbers of the clauses in which figures begin, in order."""
    return [bisect_right(cuts, start) - 1 for start, _ in figures]


def _chances(
    unit: str, clauses: Sequence[tuple[int, int]], counting: Sequence[int]
) -> list[float]:
    """For each clause but the last, the chance that the next one belongs to it."""
    base = _JOINED + _PER_CHARACTER * min(len(unit), _LONGEST)
    found = []
    for number, (start, end) in enumerate(clauses[1:]):
        odds = base + _PER_NEXT * min(end - start, _LONGEST_NEXT)
        if number in counting:
            odds += _BOTH_COUNT if number + 1 in counting else _ONLY_FIRST_COUNTS
        if _NO_SUBJECT.match(unit, start):
            odds += _NO_SUBJECT_OF_ITS_OWN
        if unit[start] in _PRONOUNS:
            odds += _PRONOUN
        if unit[start - 1] != "，":
            odds += _STRONG_MARK
        if _OPENING.match(unit, *clauses[number]):
            odds += _LEADS_ON
        found.append(1 / (1 + exp(-odds)))
    found[-1] = 1 / (1 + exp(-odds - _ENDS_UNIT))
    return found


def _cores(counting: Sequence[int], chances: Sequence[float]) -> list[tuple[int, int]]:
    """First and last clause of each run of figures that belong together."""
    found: list[tuple[int, int]] = []
    for number in counting:
        if found and prod(chances[found[-1][1] : number]) >= _LEAST_TOGETHER:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found
