"""Which clauses of a unit a statistic takes: those that belong to its figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from math import exp, prod
from typing import TYPE_CHECKING

from annotations.suggest.patterns import led

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_JOINED = 2.05
_PER_CHARACTER = -0.81 / 60
"""Per code point of the unit: readers cut long sentences more."""
_LONGEST = 120
_PER_NEXT = -1.19 / 20
"""Per code point of the second clause."""
_LONGEST_NEXT = 40
_ODDS: Mapping[str, float] = {
    "both count": 1.85,
    "only first counts": -0.33,
    "before several": -0.6,
    "no subject of its own": 0.7,
    "goes on": 0.86,
    "pronoun": -1.22,
    "strong mark": -0.96,
    "row": -0.96,
    "next only leads": -0.95,
}
"""Log-odds that two clauses beside each other belong to one claim, by what is seen.

These and the weights above were fitted outside (logistic regression) over the 709 places
between clauses of which readers took one or both into a statistic, in 115 newspaper texts
and papers and our own gold; the longer texts count twice. What is seen and the two least
chances were chosen by fitting on all sets but one and measuring on that one, in turn. Two are
no fitted values. "only first counts" (that is -0.19): our own examples want a claim to end
there, where readers are of two minds. "before several", what leads to a row of figures, came
later: it takes off what the fit gave too much at 90 such places.
"""
_LEADS_ON = 4.0
"""The first clause is none by itself: a time, a place, a condition. Neither fitted nor in
the fit: whatever readers take, nobody takes 二十年来 alone, and it tells nothing of others."""
_LEAST_BELONGS = 0.53
"""Chance above which a clause belongs to the figures beside it."""
_LEAST_TOGETHER = 0.35
"""Chance above which figures with clauses between them make one claim."""

_CLAUSE = re.compile(led("，|——|(?<!\\d)："))
_LEADS = re.compile(
    "(?:如果|若(?!干)|假如|倘若|要是|一旦|只要|即[使便]|哪怕|为了|由于|因为|虽然|尽管|随着|自从|除了?|面对|根据|按照|截[至止]|作为|经过|历经|算上|加上|与[^，]{1,20}相比)"
    "|[^，]{0,20}(?:[之以年月天]来|[之以]?[后前]|(?<![其当])中|时候?|期间|同时|之际|之间|时期|阶段|当[天日晚]|这一天|现在|目前|最终|今年|去年|[年月日底初末]|月份|季度|[点晨午晚分])，"
)
"""What a clause begins or ends with that only leads to the next one."""
_PLACED = re.compile("[在从到自][^，]{1,24}，")
"""Where or since when, unless figures stand in it."""
_PRONOUNS = frozenset("其他她它这那我你该此")
_GOES_ON = re.compile(
    "但|却|都|就|才|也|还|没|未|不(?!过)|远|被|以|并|且|成功|几乎|再|又|均|从而|使|让|可|能|即|成为|达|其中|累计|分别|同比|较|比|相当于|为"
)
"""What joins a clause to the one before, or says how its figure compares."""
_TOLD = re.compile("(?:表示|认为|觉得|感觉|希望|担心|坦言|相信)，\\Z")
"""What joins those whose share is told to what they say: 四成的人认为，…."""
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
    cuts = [
        mark.end()
        for mark in _CLAUSE.finditer(unit, 0, len(unit) - 1)
        if _TOLD.search(unit, max(0, mark.end() - 3), mark.end()) is None
    ]
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
    leads = [
        _leads(unit, clause, counts=number in counting)
        for number, clause in enumerate(clauses[:-1])
    ]
    found = []
    for number, (start, end) in enumerate(clauses[1:], 1):
        odds = base + _PER_NEXT * min(end - start, _LONGEST_NEXT)
        odds += sum(_ODDS[sign] for sign in _signs(unit, start))
        if number - 1 in counting:
            odds += _ODDS["both count" if number in counting else "only first counts"]
        elif number in counting and counting[-1] > number:
            odds += _ODDS["before several"]
        if any(
            unit.startswith(unit[start : start + 2], at) for at, _ in clauses[:number]
        ):
            odds += _ODDS["row"]
        if end < len(unit) and leads[number]:
            odds += _ODDS["next only leads"]
        if leads[number - 1]:
            odds += _LEADS_ON
        found.append(1 / (1 + exp(-odds)))
    return found


def _leads(unit: str, clause: tuple[int, int], *, counts: bool) -> bool:
    """Whether a clause only leads to the next one."""
    return _LEADS.match(unit, *clause) is not None or (
        not counts and _PLACED.match(unit, *clause) is not None
    )


def _signs(unit: str, start: int) -> Iterator[str]:
    """What is seen where a clause begins, by the names of the table above."""
    if _NO_SUBJECT.match(unit, start):
        yield "no subject of its own"
    if _GOES_ON.match(unit, start):
        yield "goes on"
    if unit[start] in _PRONOUNS:
        yield "pronoun"
    if unit[start - 1] != "，":
        yield "strong mark"


def _cores(counting: Sequence[int], chances: Sequence[float]) -> list[tuple[int, int]]:
    """First and last clause of each run of figures that belong together."""
    found: list[tuple[int, int]] = []
    for number in counting:
        if found and prod(chances[found[-1][1] : number]) >= _LEAST_TOGETHER:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found
