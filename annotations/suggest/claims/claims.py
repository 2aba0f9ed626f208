"""Claims: assertions that a fact-checker could check, or an analyst would follow.

A score is no probability of being true.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.claims.figures import figures
from annotations.suggest.claims.spans import spans
from annotations.suggest.claims.typed import demands, signed, typed
from annotations.suggest.claims.units import after_openings, units
from annotations.suggest.claims.weights import chance, weight
from annotations.suggest.patterns import led

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.suggest.claims.units import Unit
    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.passages import Passage


class Claim(NamedTuple):
    """A claim in one passage, code points into its text."""

    start: int
    end: int
    type: str
    score: float


_NO_CLAIM = re.compile(
    led(
        # questions
        "？|记者追?问，|是否真|会不会|能不能|怎么样$|如何[^，。]{0,12}$|"
        # the wording of a law
        "《[^》]{2,30}》(?:第[^，。：]{1,8}[条款])?[^，。：]{0,6}(?:规定|明确|要求)：|"
        # how a study was made, which is no finding
        "发放[^。]{0,10}问卷|发放[\\d一二三四五六七八九十百千]+份|有效问卷|有效配对|回收率|样本中|历时[\\d一二三四五六七八九十]+周|被试|观测值|Cronbach|信度|面板数据[，进]|进行(?:问卷|实地|深度)?(?:调查|访谈|检验|准?实验|编码)|本文(?:基于|利用|采用|运用|选取|以)|该文(?:基于|利用|采用|运用|选取|以)|"
        "本研究(?:基于|利用|采用|运用|选取|以)|该研究(?:基于|利用|采用|运用|选取|以)|数据来(?:自|源)|控制变量|被解释变量|量表采用|抽取|抽样方法|剔除"
    )
)
_FURNITURE = re.compile(
    "^(?:#|(?:图|表|Fig(?:ure)?\\.?|Table) ?\\d{1,2}(?!\\d|.*。)|——(?!.*。)|■|\\[\\d|（[^（）]*）?$|【|\\[?(?:关键词|参考文献)|责任编辑|来源|(?:新华社|本报)?记者(?!.*。)|文/|Abstract|通讯员(?!.*。)|问：|户名|账号|\\d+、户名)"
)
_CREDITS = ("摄", "发", "供图", "电）")
_PROSE = re.compile(led("。|！|？|；|，[^，]{8,}，"))
_MOVED = re.compile(
    led(
        "(?:增[长加幅]?|减少?|升|降低?|涨|跌|上[涨升]|下[降滑跌]|回落|提[高升]|超过?|突破|达到?|占|约|近|逾)[至到为了]?约?\\d[\\d.,]*(?:[%％]|个百分点|万|亿|倍)"
    )
)
"""How far something moved: what makes a headline more than a catchword."""
_TURN = re.compile("，(?:但是?|然而|不过|而且|而(?![是非今])|同时)?")
"""Where another claim may begin in a sentence."""
_LEAST = 9
"""Code points without marks that a claim has."""
_LEAST_REST = 16
"""Code points beside the clauses with figures that may be another claim."""
_MATTERS = 0.0
"""Weight of a figure that makes a statistic."""
_MATTERS_BESIDE = -0.4
"""Weight of a figure that belongs to it where another one does."""
_LEAST_CHANCE = 0.5
"""Chance above which clauses with figures are a statistic."""


def claims(
    passage: Passage, statements: Sequence[Statement], speeches: Sequence[Speech]
) -> Iterator[Claim]:
    """Claims of one passage, in the narration, in what is reported and in quotes."""
    text = passage.plain.strip()
    is_prose = "。" in text or _PROSE.search(text) is not None
    if not is_prose and not _MOVED.search(text):
        return
    if _FURNITURE.match(text) or text.endswith(_CREDITS):
        return
    for unit in units(passage, statements, speeches):
        for one in _judged(passage.plain, unit):
            if (is_prose or one.type == "statistic") and not _leads(passage.plain, one):
                yield one


def _leads(text: str, one: Claim) -> bool:
    """Whether what would be a claim only leads to what stands behind a colon."""
    return "：" in text[one.end - 1 : one.end + 1]


def _judged(text: str, one: Unit) -> Iterator[Claim]:
    start, end = after_openings(text, one.start, one.end), one.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in "；，"):
        end -= 1
    unit = text[start:end]
    bare = unit.rstrip("。！？；，”’… ")
    if len(bare) < _LEAST or _NO_CLAIM.search(unit):
        return
    numbers = [(weight(unit, one), one) for one in figures(unit)]
    if not numbers or max(numbers)[0] < _MATTERS:
        yield from _other(text, start, end, one.cue)
        return
    at = 0
    for first, last in spans(
        unit,
        [one for worth, one in numbers if worth >= _MATTERS_BESIDE],
        [one for worth, one in numbers if worth >= _MATTERS],
    ):
        best = max(worth for worth, one in numbers if first <= one[0] < last)
        score = round(min(chance(best, unit[first:last]), 0.98), 2)
        if score >= _LEAST_CHANCE:
            yield from _beside(text, start, unit[:first], at, one.cue)
            yield Claim(start + first, start + last, "statistic", score)
            at = last
    if at:
        yield from _beside(text, start, unit, at, one.cue)


def _beside(
    text: str, start: int, unit: str, at: int, cue: str | None
) -> Iterator[Claim]:
    """What the clauses of a unit claim from an offset on, beside its statistics."""
    rest = unit[at:].strip("，")
    if len(rest) > _LEAST_REST:
        begins = start + unit.index(rest, at)
        yield from _other(text, begins, begins + len(rest), cue)


def _other(text: str, start: int, end: int, cue: str | None) -> Iterator[Claim]:
    """What a stretch claims without figures: one claim, or two of different types."""
    unit = text[start:end]
    may_demand = None
    for mark in _TURN.finditer(unit):
        ends, begins = mark.start(), mark.end()
        least = _LEAST if begins - ends > 1 else _LEAST_REST - 1
        if ends < least or len(unit) - begins < least:
            continue
        if begins - ends == 1:
            may_demand = demands(unit) if may_demand is None else may_demand
            if not may_demand:
                continue
        other = signed(unit[begins:], cue)
        if other is None or not _turns(other[0], begins - ends):
            continue
        one = signed(unit[:ends], cue)
        if one and one[0] != other[0]:
            yield from _other(text, start + begins, end, cue)
            unit, end = unit[:ends], start + ends
            break
    found = typed(unit, cue)
    if found is not None:
        yield Claim(start, end, *found)


def _turns(type_: str, length: int) -> bool:
    """Whether another type begins at a turn; without a connective only a demand does."""
    return type_ == "normative" or (length > 1 and type_ != "factual")
