"""How much a figure matters: shares and totals much, 一个 nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from math import exp
from typing import TYPE_CHECKING

from annotations.suggest.claims.figures import is_bare
from annotations.suggest.claims.words import FIRST_PERSON, SCENE
from annotations.suggest.patterns import led
from annotations.suggest.recipes import PROCEDURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BASE = -0.52
_ODDS: Mapping[str, float] = {
    "bare": 2.34,
    # what is counted
    "share": -0.03,
    "measure": 0.34,
    "time": -0.25,
    "ages": -1.65,
    "age": -1.71,
    "few people": -0.5,
    "occasion": -0.78,
    "degrees": -0.37,
    # how many, in digits and in words
    "1": -0.30,
    "2-9": 0.93,
    "10-99": 1.60,
    "100-": 2.05,
    "decimal": 1.97,
    "digits and 万": 1.02,
    "一": -3.28,
    "两三": -1.67,
    "四-十": -1.69,
    "十几": -0.47,
    "数百": -0.21,
    "三百": -0.04,
    "and more": 0.58,
    # what is said of it
    "hedge": 1.12,
    "change": 1.06,
    "total": 1.52,
    "clause ends": 0.30,
    "takes": 2.43,
    "since": -1.14,
    "describes one": -1.56,
    "where or who came": -2.00,
    # what the clauses around it tell
    "scene": -0.83,
    "setting": -0.59,
    "recipe": -0.39,
    "first person": -1.08,
}
"""Log-odds that a figure makes a claim of its clause, by what is seen of it.

Fitted outside (logistic regression, of several figures in one claim the clearest) over
the figures of 90 newspaper texts, two long papers and our own gold; the longer texts, of
which two readers agree, count twice. The signs were chosen by fitting on all sets but one
and measuring on that one, in turn. Only "few people" is no fitted value (that is about 0): our
own examples want people counted on one hand to matter less unless they came to harm.
"""

_CORE = re.compile(
    r"\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千万亿]+|(?:数|几|上|成)(?:十|百|千|万|亿)+"
)
_SHARE = re.compile(led("%|％|‰|倍|元|钱|分之|百分|成$|英镑$|卢布$|美分$|人民币$"))
"""Shares and money."""
_LASTING = re.compile("(?:小时|分钟|分|秒|天|夜|日|周|个多?月|年|世纪)$")
_MEASURES = frozenset("亿万吨亩克米里")
_OCCASIONS = frozenset("次届种")
_PEOPLE = frozenset("人名位个")
_FEW_PEOPLE = re.compile(r"\d[人名位个]")
_HARM = re.compile("[伤亡死]|遇难|失踪|失联|被困|获救|感染|确诊|抓获|被捕|逮捕|刑拘")
_LARGE = frozenset("百千万亿")
_TENS_AND_MORE = tuple("余多几")
_BOUNDS = 2, 10, 100
_SIZES = "1", "2-9", "10-99", "100-"
"""Signs of numbers in digits, below each of these and above the last."""
_VAGUE = frozenset("数几上百千")
_LONE = frozenset("一万千百亿十")
_FEW = frozenset(("", "两", "二", "三", "半", "几"))
_AND_MORE = frozenset("多余几数上")
_HEDGE = re.compile("约|近|逾|超|达|不到|不足|仅|共|多达|至少|最|只|均")
_CHANGE = re.compile(
    led(
        "增|减|升|降(?![雨水])|涨|跌|翻|提高|扩大|缩|延长|突破|超过|达|占|率|高出|回落|下滑|提前|精简"
    )
)
_TOTAL = re.compile(
    led(
        "累计|均|总|全[部村镇乡县市省区国校厂]|合计|共|同比|环比|每|最[长高低多少大]|连续|仅|只|不足|不得|以[上下内]|先后|至少|满"
    )
)
_TAKES = re.compile(
    led(
        "之久|的历史(?!的)|间，?曾|花费|耗时|历时|用时|才能|需要|要走|跨越|停[航产工电水]|[修干]了"
    )
)
_SINCE = re.compile("多?(?:[之以]?来|的(?!历史))")
_AGE = re.compile("[的，那时]|及?以[上下]")
_OF_PEOPLE = re.compile(
    "(?:多|以上)?的[^，。；]{0,8}?(?:人|者|员|师|家|长|书记|工人|老[师汉人]|医生|教师|农民|木匠|父亲|母亲|丈夫|妻子|司机|兵)(?![^，。；]{0,6}占)"
)
"""Whom a length of time describes: a master of thirty years."""
_WHERE = re.compile(
    "(?:海拔|距离?|相距)约?$|(?:走访|寻访|探访|采访|调研|考察|参观|奔赴|辗转|跑遍|踏访)[^，。]{0,4}$|(?:参加|参会|出席|与会)(?:活动|会议|论坛)?的?有?(?:来自)?$"
)
"""Where something is, or where a reporter went."""
_CAME = re.compile("参[加与会]|出席|与会|到场|围[坐绕]|聚|展开")
"""What every such sentence has."""
_COMES_WITH = re.compile(
    "(?:来自[^，。]{0,12}的)?[^，。]{0,12}?(?:代表|专家|学者|嘉宾|记者|师生|干部|领导|负责人|观众|选手|听众|来宾|媒体|企业家|青年|从业者|员工|群众|工作者|人)(?:的?\\d+余?[名位人])?[^，。]{0,14}?(?:参加(?:了|此次|本次|会议|活动|论坛|研讨|座谈|仪式|发布会|$|。)|出席|与会|参会|到场|围坐|围绕|齐聚|汇聚一堂|参与(?:了|此次|本次)?(?:讨论|论坛|活动|会议)|展开)"
)
"""Who came to a meeting, and how many."""
_SETTING = re.compile(
    led(
        "雾|泊着|坐着|站着|摆着|挂着|停着|蹲|抽烟|手里|脸上|头发|皱纹|窗(?!口)|院子|门口|(?<!圆)桌|墙|抬头|走了|跑|夕阳|清晨|傍晚|熬了|翻来覆去|看了[^，。]{0,3}遍"
    )
)
"""What a scene is made of, whose numbers matter to nobody."""
_ENDS = frozenset("，。；、）！")
_AROUND = 8, 6
"""Code points before and behind a figure that tell what is said of it."""


def weight(text: str, figure: tuple[int, int]) -> float:
    """Log-odds that a figure of a text makes a statistic, whatever else is told.

    Args:
        text: a sentence or part of one.
        figure: as ``figures`` finds it, code points into the text.
    """
    return _BASE + sum(_ODDS[sign] for sign in signs(text, *figure))


def chance(best: float, clauses: str) -> float:
    """Chance that clauses are a statistic, 0 to 1.

    Args:
        best: weight of that of their figures which weighs most.
        clauses: the clauses.
    """
    odds = best + sum(_ODDS[sign] for sign in clause_signs(clauses))
    return 1 / (1 + exp(-odds))


def clause_signs(clauses: str) -> Iterator[str]:
    """What makes figures matter less, by the names of the table above."""
    if SCENE.search(clauses):
        yield "scene"
    yield from ("setting" for _ in _SETTING.finditer(clauses))
    yield from ("recipe" for _ in PROCEDURE.finditer(clauses))
    if FIRST_PERSON.search(clauses):
        yield "first person"


def signs(text: str, start: int, end: int) -> Iterator[str]:
    """What is seen of a figure, by the names of the table above."""
    shown = text[start:end]
    if is_bare(shown):
        yield "bare"
        return
    found = _CORE.search(shown)
    number = found.group() if found else ""
    has_hedge = _HEDGE.search(text, max(0, start - 2), end) is not None
    if number == "一" and not has_hedge:
        yield "一"  # hardly ever more, and every third number
        return
    if has_hedge:
        yield "hedge"
    yield from _size(shown, number, has_hedge=has_hedge)
    yield from _counted(text, shown, start, end)
    yield from _told(text, start, end)


def _size(shown: str, number: str, *, has_hedge: bool) -> Iterator[str]:
    """How large a figure is."""
    is_large = (number not in _LONE or has_hedge) and not _LARGE.isdisjoint(shown)
    if number[:1].isdigit():
        value = float(number.replace(",", ""))
        yield _SIZES[bisect_right(_BOUNDS, value)]
        if "." in number:
            yield "decimal"
        if is_large:
            yield "digits and 万"
    elif "分之" in shown or (_SHARE.search(shown) and number not in _LONE):
        yield "10-99"  # a share in words is read as one in digits
    elif is_large or shown[-2:-1] in _TENS_AND_MORE:
        yield "数百" if number[:1] in _VAGUE else "三百"
    elif shown.endswith("世纪"):
        pass  # long, whatever their number
    elif number in _LONE:
        yield "一"
    elif number in _FEW:
        yield "两三"
    else:
        yield "四-十" if len(number) == 1 else "十几"
    if not _AND_MORE.isdisjoint(shown):
        yield "and more"


def _counted(text: str, shown: str, start: int, end: int) -> Iterator[str]:
    """What a figure counts."""
    if _SHARE.search(shown):
        yield "share"
    elif _LASTING.search(shown):
        yield from _of_time(text, shown, start, end)
    elif shown[-1] == "岁":
        yield "age"
        if _AGE.match(text, end) and not _HEDGE.search(text, max(0, start - 4), end):
            yield "describes one"
    elif shown[-1] in _PEOPLE and _FEW_PEOPLE.fullmatch(shown):
        if not _HARM.search(text, max(0, start - _AROUND[0]), end + _AROUND[1]):
            yield "few people"
    elif shown[-1] in _OCCASIONS:
        yield "occasion"
    elif shown[-1] == "度":
        yield "degrees"
    elif shown[-1] in _MEASURES:
        yield "measure"


def _of_time(text: str, shown: str, start: int, end: int) -> Iterator[str]:
    """What a length of time is of."""
    yield "time" if shown[-1] != "年" or _LARGE.isdisjoint(shown) else "ages"
    if _SINCE.match(text, end):
        yield "since"
    if _TAKES.search(text, max(0, start - _AROUND[0]), end + _AROUND[1]):
        yield "takes"
    if _OF_PEOPLE.match(text, end):
        yield "describes one"


def _told(text: str, start: int, end: int) -> Iterator[str]:
    """What is said of a figure."""
    first, last = max(0, start - _AROUND[0]), end + _AROUND[1]
    if _CHANGE.search(text, first, last):
        yield "change"
    if _TOTAL.search(text, first, last):
        yield "total"
    if text[end : end + 1] in _ENDS:
        yield "clause ends"
    if _only_describes(text, start, end):
        yield "where or who came"


def _only_describes(text: str, start: int, end: int) -> bool:
    """Whether a figure says where something is, or who came to a meeting."""
    return (
        text[end : end + 1] in ("外", "开")
        or _WHERE.search(text, max(0, start - 6), start) is not None
        or (
            _CAME.search(text, end) is not None
            and _COMES_WITH.match(text, end) is not None
        )
    )
