"""Units of claims: what may be a claim by itself, and where its words begin."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotations.suggest.passages import Passage
    from annotations.suggest.speech import Speech
    from annotations.suggest.statement import Statement

_CONNECTIVE = re.compile(
    "(?:然而|但是|但|不过|此外|同时|另外|因此|因而|所以|其中|例如|比如|经查|经初查|可以看到|也要看到|可见|其实|事实上|实际上|一方面|另一方面|首先|其次|再次|最后|而且|而|且|尤其|对此|如今|"
    "这意味着|这表明|这说明|这就是说|总之|于是|随后|由此可见|由此|近年来|近日|日前|据悉|据了解|与此同时|换言之|也就是说|反之|反观|目前|还有|看来|可|结果)(?:，|(?<=但|而|且|可)(?=[^，])|(?<=其中)(?=[^，]))"
)
_DATELINE = re.compile(
    "(?:\\d日(?:综合)?[电讯]|本[报刊台]讯)(?:（[^（）。]{0,40}）)?[ 　，]*"
)
"""Where and when a report was filed, and by whom, with a headline that ran into it."""
_AT_MARKS = "[。！？；…]+[”’）]*|，(?=而且?[^，。；]{0,30}\\d|预计|有望|力争)"
"""Also before another figure that 而 sets against the first, and before what is expected."""
_CUTS = re.compile(_AT_MARKS)
_CUTS_AT_YEARS = re.compile(
    _AT_MARKS + "|，(?=(?:今年(?!以来)|去年|20\\d\\d年)[^，。；]{0,30}\\d[^，。；]{4,})"
)
"""Also where a clause begins with another year and has its own figures."""
_COMMA = re.compile("，|——")
_LONG = 76
"""Code points from which a unit is cut down to the clauses with its figures."""
_SHORT = 36
"""Code points up to which a unit is never cut down."""
_LONGEST_DATELINE = 130
"""Code points of dateline and a headline that ran into it."""
_TRAIL = 26
"""Code points of clauses after the last figure that are a claim of their own."""
_LEAST_LEFT = 9
_LEAST_HEAD = 14
"""Code points of narration before a speaker that may be a claim."""


def units(
    passage: Passage, statements: Sequence[Statement], speeches: Sequence[Speech]
) -> Iterator[tuple[int, int, bool]]:
    """Sentences and parts of sentences between semicolons, without who said them."""
    if not statements and not speeches:
        return _parts(passage, passage.sentences, is_said=False)
    return _around_speech(passage, statements, speeches)


def _around_speech(
    passage: Passage, statements: Sequence[Statement], speeches: Sequence[Speech]
) -> Iterator[tuple[int, int, bool]]:
    starts = {one.start for one in speeches}
    for quoted in passage.quotations:
        if quoted.start in starts:
            first, last = quoted.start + quoted.is_opened, quoted.end - quoted.is_closed
            for start, end in _cut(passage.plain, first, last):
                yield start, end, True
    ends = {one.end for one in speeches if one.last_number == passage.number}
    for start, end in passage.sentences:
        ones = [
            one
            for one in statements
            if one.clause_start <= start < one.end or start < one.clause_start < end
        ]
        inside = [one.start for one in speeches if start < one.start < end]
        if start in starts or (start in ends and not ones):
            continue
        if ones:
            for one in ones:
                first = one.start if start <= one.start < end else start
                last = min(one.end, end) if one.last_number == passage.number else end
                cuts = (first, *(at for at in inside if first < at < last), last)
                yield from _parts(passage, pairwise(cuts), is_said=True)
        elif not inside:
            yield from _parts(passage, ((start, end),), is_said=False)
        else:
            first_one = next(one for one in speeches if one.start == inside[0])
            stops = _before_speaker(passage, first_one, start)
            if stops - start > _LEAST_HEAD:
                yield start, stops, False


def _parts(
    passage: Passage, stretches: Iterable[tuple[int, int]], *, is_said: bool
) -> Iterator[tuple[int, int, bool]]:
    """Stretches of a passage, each cut at its own marks."""
    for start, end in stretches:
        for begins, stops in _cut(passage.masked, start, end):
            yield begins, stops, is_said


def _before_speaker(passage: Passage, speech: Speech, start: int) -> int:
    """Where narration ends that goes before a speaker in one sentence."""
    source = speech.attribution.source
    if (
        source is None
        or source.passage_number != passage.number
        or not start < source.start < speech.start
    ):
        return start
    return passage.masked.rfind("，", start, source.start) + 1 or start


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    cuts = _CUTS_AT_YEARS if text.find("年", start, end) >= 0 else _CUTS
    for mark in cuts.finditer(text, start, end):
        yield at, mark.end()
        at = mark.end()
    if at < end:
        yield at, end


def after_openings(text: str, start: int, end: int) -> int:
    """Where a unit begins to claim: after space, dateline and connective."""
    while start < end and text[start].isspace():
        start += 1
    filed = _DATELINE.search(text, start, min(end, start + _LONGEST_DATELINE))
    start = filed.end() if filed else start
    lead = _CONNECTIVE.match(text, start, end)
    return lead.end() if lead else start


def _in_parentheses(unit: str, at: int) -> bool:
    return unit.count("（", 0, at) > unit.count("）", 0, at)


def clauses_with(unit: str, numbers: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The clauses of a unit that hold its figures; all of it if it is short."""
    if len(unit) < _SHORT:
        return 0, len(unit)
    commas = [mark.end() for mark in _COMMA.finditer(unit)]
    if "（" in unit:
        commas = [at for at in commas if not _in_parentheses(unit, at)]
    cuts = [0, *commas, len(unit)]
    first, last = _around(unit, cuts, numbers)
    stop = min(cut for cut in cuts if cut >= numbers[-1][1])
    if last == len(unit) and len(unit) - stop >= _TRAIL and stop - first > _LEAST_LEFT:
        last = stop
    while unit[last - 1] in "，—":
        last -= 1
    return first, last


def _around(
    unit: str, cuts: Sequence[int], numbers: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """From the clause of the first figure to that of the last, or the whole unit."""
    first = max(cut for cut in cuts if cut <= numbers[0][0])
    last = min(cut for cut in cuts if cut >= numbers[-1][1])
    if len(unit) <= _LONG:
        stands = last == len(unit) and 14 < last - first < len(unit) - 20
        if not stands or _NO_SUBJECT.match(unit, first):
            return 0, len(unit)
    if _NO_SUBJECT.match(unit, first) and first:
        first = max(cut for cut in cuts if cut < first)
    if (last - first) > 0.7 * len(unit):
        return 0, len(unit)
    return first, last


_NO_SUBJECT = re.compile(
    "为|靠|把|将|与|和|实现|达|抓获|下架|冻结|累计|年|是|比|占|高|低|同比|使|让|增|下降|仅|近|超|约|每|其中|共|最|不到|还|也|已|就|从|较|有|花费|其|涉及|总|出口额|进口额|产量|产值|销量|销售额|成交额|营业额|收入|利润|金额|人数|面积|均价|增速|涨幅|跌幅"
)
