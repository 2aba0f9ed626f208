"""How much a figure matters: shares and money much, 一个 nothing."""

from __future__ import annotations

import re

from annotations.suggest.figures import is_bare

_CORE = re.compile(
    r"\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千万亿]+|(?:数|几|上|成)(?:十|百|千|万|亿)+"
)
_STRONG = re.compile(
    "%|％|‰|分之|百分|倍|元|钱|亿|万|吨|公里|平方|公顷|亩|立方|人次|千瓦|美分|标箱|比特|成$|[数几上近逾][十百千]"
)
_LASTING = re.compile("(?:小时|分钟|分|秒|天|日|周|个月|年|岁|世纪)$")
_SPAN = re.compile(
    "距今|要走|需要|才能|用时|停[航产工电水]|[修干漂守管教演唱]了|从事|增长|缩短|延长|不到|最长|最高|连续|历时|花费|耗时|跨越|超过|平均|以上|以内|只要|仅|近|至少|提前|推迟|减少"
)
_HISTORY = re.compile("(?:之久)?的历史(?!的)|之久|(?:的时)?间，?曾")
"""After years: for how long something has been so."""
_AGE = re.compile("[的，那时]|及?以[上下]")
_OF_PEOPLE = re.compile(
    "(?:多|以上)?的[^，。；]{0,8}?(?:人|者|员|师|家|长|书记|工人|老[师汉人]|医生|教师|农民|木匠|父亲|母亲|丈夫|妻子|司机|兵)(?![^，。；]{0,6}占)"
)
"""Whom a length of time describes: a master of thirty years."""
_TREND = re.compile(
    "增长|下降|提高|提升|减少|降低|增加|上升|超过|达到?|高达|占|率|平均|累计|总|同比|环比|缩短|延长|扩大|仅|不足|翻|突破|规模|跌|涨|最长|最高|最低|连续|历时|花费|耗时|以上|以下|以内|跨越|高出|余|多"
)
_FEW = 10
"""Below this a count of people matters only if they came to harm."""
_SOME = 3
"""Below this any count hardly matters."""
_PEOPLE = frozenset("人名位个")
_HARM = re.compile("[伤亡死]|遇难|失踪|失联|被困|获救|感染|确诊|抓获|被捕|逮捕|刑拘")
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


def weight(text: str, figure: tuple[int, int]) -> float:
    """How much a figure of a text matters, 0 to 1.

    Args:
        text: a sentence or part of one.
        figure: as ``figures`` finds it, code points into the text.
    """
    start, end = figure
    shown = text[start:end]
    if is_bare(shown):
        return 0.8
    if shown.endswith("度") or _only_describes(text, start, end):
        return 0.3
    return _worth(text, shown, start, end)


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


def _worth(text: str, shown: str, start: int, end: int) -> float:
    core = _CORE.search(shown)
    number = core.group() if core else ""
    around = text[max(0, start - 8) : end + 6]
    if _LASTING.search(shown) and "亿" not in shown:
        return _lasting(text, shown, number, start, end)
    if _STRONG.search(shown):
        return 0.6 if number in ("一", "万") else 0.95
    trend = 0.1 * bool(_TREND.search(around))
    if number[:1].isdigit():
        value = float(number.replace(",", ""))
        is_few = value < _FEW and shown[-1] in _PEOPLE and not _HARM.search(around)
        return (0.4 if is_few else 0.5 if value < _SOME else 0.75) + trend
    if len(number) >= 2 and number not in ("一一", "万一", "千万", "十一"):
        is_large = (
            any(digit in number for digit in "百千万亿") or shown[-2:-1] in "余多几"
        )
        return (0.7 if is_large else 0.45) + trend
    return 0.15 + trend + (0.2 if number in "四五六七八九十" else 0.0)


def _lasting(text: str, shown: str, number: str, start: int, end: int) -> float:
    """How much a length of time or an age matters."""
    if shown.endswith("年") and _HISTORY.match(text, end):
        return 0.6
    if shown.endswith("岁") and _AGE.match(text, end):
        return 0.3
    if _OF_PEOPLE.match(text, end):
        return 0.3
    around = text[max(0, start - 8) : end + 6]
    if number in ("一", "两", "三", "半", "几") or not number:
        return 0.2 + 0.1 * bool(_TREND.search(around))
    return 0.4 + 0.1 * bool(_SPAN.search(around)) + 0.05 * number[:1].isdigit()
