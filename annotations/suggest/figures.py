"""Figures: numbers in a text that say how much, and how much each of them matters."""

from __future__ import annotations

import re

from annotations.suggest.patterns import led

_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_HAN_DIGITS = "[〇零一二两三四五六七八九十百千万亿]+"
_VAGUE = "(?:数|几|上|成)(?:十|百|千|万|亿)+"
_UNITS = (
    "%|％|‰|个百分点|个世纪|个小时|个标准差|百分点|倍|成(?![立为功长果员本熟效交家都年]|[^，。]{0,1}[人事])|美元|欧元|英镑|日元|人民币|港元|卢布|元|块钱|毛钱|角|"
    "亿|万|人次|人|名|位|家|户|部|起|台|套|辆|艘|架|座|栋|幢|间|所|条|项|篇|本|册|件|份|张|幅|个|只|头|匹|棵|株|场|届?次|批|种|类|门|处|宗|例|支|款|所|对|页|字|票|枚|"
    "公里|千米|米|厘米|毫米|海里|平方公里|平方米|平米|公顷|亩|立方米|升|毫升|吨|公斤|千克|克|斤|两|千瓦时|千瓦|兆瓦|度|摄氏度|赫兹|比特|标箱|"
    "小时|分钟|分|秒|天|日|周|个月|年|岁|世纪|美分|点"
)
_RANGE = f"(?:[到至—~～\\-－–]{_DIGITS})?"
_NUMBER = re.compile(
    # Begins with one class of characters, so that Python's search skips to them.
    f"[\\d{_HAN_DIGITS[1:-2]}数几上成]"
    f"(?:(?<=百)分之{_HAN_DIGITS}(?:点{_HAN_DIGITS})?|"
    rf"(?:(?<=\d)[\d,]*(?:\.\d+)?{_RANGE}|(?<=[数几上成])(?:十|百|千|万|亿)+|"
    f"(?<={_HAN_DIGITS[:-1]}){_HAN_DIGITS[:-1]}*(?:点{_HAN_DIGITS})?)"
    f"(?:多|余|几|来)?(?:万亿|亿|千万|百万|万|千|百|标准)?(?:多|余)?(?:{_UNITS}))"
)
_MOVES = re.compile(
    led(
        rf"(?:由|从)[^，。；（）]{{0,12}}?{_DIGITS}[^，。；（）]{{0,10}}?(?:提高|上升|下降|增加|增长|增|降低|降|减少|减|升|扩大|缩小|缩短|延长|跌|涨)[^，。；（）]{{0,3}}?(?:到|至|为){_DIGITS}"
        rf"|(?:系数|均值|均分|得分|分值|指数|基尼系数|比值|比例)(?:分别|仅|约|略)?(?:为|是|达|达到|降至|升至|增至|减至|在)-?{_DIGITS}"
        rf"|(?<![A-Za-z])p ?[<＜=＝] ?0?\.\d+|(?<![A-Za-z])P ?[<＜=＝] ?0?\.\d+"
    )
)
"""Figures without a unit: what something rose from and to, scores and coefficients."""
_SHARES = re.compile(
    led(
        "超过一半|近一半|过半|半数|大半|一半(?=[以的是人由来都])|占一半|翻番|翻(?:了|过)?[一两二三四五几]番|"
        + "|".join(
            f"{digit}分之[一二三四五六七八九十]+"
            for digit in "两二三四五六七八九十千万"
        )
    )
)
"""Figures in words: shares, fractions, what has doubled."""
_FRACTIONS = re.compile(
    f"{_DIGITS}分之{_DIGITS}|(?<![\\d/A-Za-z.])\\d{{1,2}}/\\d{{1,2}}(?![\\d/.号次月日])"
)
_RESULT = re.compile(
    "\\d{1,3}(?:[比:：-]\\d{1,3})(?=[^，。；]{0,3}(?:战胜|击败|险胜|大胜|完胜|力克|逆转|淘汰|不敌|负于|惜败|战平|横扫|胜出|取胜|获胜|告负|领先|落后))"
)
_HAS_SHARES = re.compile("[半番之]")
_CORE = re.compile(rf"{_DIGITS}|{_HAN_DIGITS}|{_VAGUE}")
_DATE = re.compile(
    r"(?:1\d|20)\d\d\s*年(?:代|度|初|底|末|间)?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|\d{1,2}时(?:\d{1,2}分)?|\d{1,2}点(?:\d{1,2}分)?|"
    r"[〇零一二三四五六七八九]{4}年|\d{1,2}世纪|\d0年代|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号]|[一二三四五六七八九十]{1,3}月"
)
_OF_DATES = frozenset("年日时点分秒纪代周")
_BEFORE_ORDINAL = tuple("第 最先 最后 凌晨 上午 下午 晚上 〔 ( （".split())
_NUMBERED = re.compile("编号|账号|许可证|热线|电话")
_STRONG = re.compile(
    "%|％|‰|百分|倍|元|钱|亿|万|吨|公里|平方|公顷|亩|立方|人次|千瓦|美分|标箱|比特|成$|[数几上]十|[数几上]百|[数几上]千"
)
_LASTING = re.compile("(?:小时|分钟|分|秒|天|日|周|个月|年|岁|世纪)$")
_SPAN = re.compile(
    "距今|要走|需要|才能|用时|停[航产工电水]|[修干漂守管教演唱]了|从事|增长|缩短|延长|不到|最长|最高|连续|历时|花费|耗时|跨越|超过|平均|以上|以内|只要|仅|近|至少|提前|推迟|减少"
)
_TREND = re.compile(
    "增长|下降|提高|提升|减少|降低|增加|上升|超过|达到?|高达|占|率|平均|累计|总|同比|环比|缩短|延长|扩大|仅|不足|翻|突破|规模|跌|涨|最长|最高|最低|连续|历时|花费|耗时|以上|以下|以内|跨越|高出|余|多"
)


def figures(text: str) -> list[tuple[int, int]]:
    """Numbers with their units in a text, without dates: (start, end), code points."""
    if not _MAY_HAVE.search(text):
        return []
    numbers = list(_NUMBER.finditer(text))
    has_digits = _DIGIT.search(text) is not None
    has_idiom = _IDIOM.search(text) is not None
    patterns = [_SHARES] if _HAS_SHARES.search(text) else []
    if has_digits:
        patterns += (_MOVES, _FRACTIONS, _RESULT)
    moves = [found.span() for one in patterns for found in one.finditer(text)]
    plain = [
        (_with_hedge(text, found.start()), found.end())
        for found in numbers
        if not _is_date(text, found)
        and not (has_idiom and _is_idiom(text, found))
        and not _is_ordinal(text, found.start())
        and not (
            moves
            and any(start < found.end() and found.start() < end for start, end in moves)
        )
    ]
    return sorted((*plain, *moves)) if moves else plain


def _is_idiom(text: str, number: re.Match[str]) -> bool:
    """Whether a number is part of a set phrase: 千家万户."""
    start, end = number.span()
    return any(
        one.start() < end and start < one.end()
        for one in _IDIOM.finditer(text, max(0, start - 3), end + 3)
    )


def _is_ordinal(text: str, start: int) -> bool:
    """Whether a number at a place only counts or names something."""
    before = text[max(0, start - 12) : start]
    return (
        before.endswith(_BEFORE_ORDINAL)
        or (before[-1:].isascii() and before[-1:].isalpha())
        or before.rfind("《") > before.rfind("》")
        or _NUMBERED.search(before) is not None
        or (before[-1:] == "/" and before[-2:-1].isalnum())
    )


def _is_date(text: str, number: re.Match[str]) -> bool:
    """Whether a number is part of a date or of a time of day."""
    if number.group()[-1] not in _OF_DATES:
        return False
    first, last = max(0, number.start() - 10), min(len(text), number.end() + 4)
    return any(
        one.start() < number.end() and number.start() < one.end()
        for one in _DATE.finditer(text, first, last)
    )


def _with_hedge(text: str, start: int) -> int:
    """Where a figure begins with the word that hedges it: 约, 将近, 不到."""
    hedge = _HEDGE.search(text, max(0, start - 2), start)
    return hedge.start() if hedge else start


_HEDGE = re.compile(
    "(?:将近|不到|平均|多达|最长|最高|连续|历时|耗时|跨越|超过|达到|高达|不足|至少|累计|约|近|逾|超|达|仅|共)\\Z"
)


_EVENTS = tuple("论坛 峰会 小组 工程 行动 计划 大会 联盟 赛 团 强 杰 佳 制".split())
"""What makes a number part of a name: 30人论坛, 三人制."""
_VISITED = re.compile(
    "(?:走访|采访|调研|考察|参观|探访|寻访|奔赴|辗转|跑遍|踏访|走訪|採訪|調研|考察)了?[^，。；]{0,8}\\Z"
)
_IDIOM = re.compile(
    "千家万户|千千万万|成千上万|千军万马|千山万水|千方百计|万家灯火|千家萬戶|百家争鸣|千言万语|一分一秒|三天两头|一五一十|五湖四海|七嘴八舌|十里八乡|三言两语|百年老店|一草一木"
)
_WHERE = re.compile("(?:海拔|距离?|相距)约?$")
_CAME = re.compile("参[加与会]|出席|与会|到场|围[坐绕]|聚|展开")
"""What every such sentence has."""
_COMES_WITH = re.compile(
    "(?:来自[^，。]{0,12}的)?[^，。]{0,12}?(?:代表|专家|学者|嘉宾|记者|师生|干部|领导|负责人|观众|选手|听众|来宾|媒体|企业家|青年|从业者|员工|群众|工作者|人)(?:的?\\d+余?[名位人])?[^，。]{0,14}?(?:参加(?:了|此次|本次|会议|活动|论坛|研讨|座谈|仪式|发布会|$|。)|出席|与会|参会|到场|围坐|围绕|齐聚|汇聚一堂|参与(?:了|此次|本次)?(?:讨论|论坛|活动|会议)|展开)"
)
"""Who came to a meeting, and how many."""


def weight(text: str, figure: tuple[int, int]) -> float:
    """How much a figure matters, 0 to 1: shares and money much, 一个 nothing."""
    start, end = figure
    shown = text[start:end]
    if any(one.fullmatch(shown) for one in (_MOVES, _SHARES, _FRACTIONS)) or (
        _RESULT.match(text, start)
    ):
        return 0.8
    if shown.endswith("度") or _only_describes(text, start, end):
        return 0.3
    return _worth(text, shown, start, end)


def _only_describes(text: str, start: int, end: int) -> bool:
    """Whether a figure says where something is, or who came to a meeting."""
    return (
        text[end : end + 1] in ("外", "开")
        or text.startswith(_EVENTS, end)
        or _VISITED.search(text, max(0, start - 12), start) is not None
        or _WHERE.search(text, max(0, start - 3), start) is not None
        or (
            _CAME.search(text, end) is not None
            and _COMES_WITH.match(text, end) is not None
        )
    )


def _worth(text: str, shown: str, start: int, end: int) -> float:
    core = _CORE.search(shown)
    number = core.group() if core else ""
    around = text[max(0, start - 8) : end + 6]
    if _STRONG.search(shown):
        return 0.6 if number in ("一", "万") else 0.95
    is_digits = number[:1].isdigit()
    trend = 0.1 * bool(_TREND.search(around))
    if _LASTING.search(shown):
        if shown.endswith("岁") and text[end : end + 1] in ("的", "，", "那", "时"):
            return 0.3
        if number in ("一", "两", "三", "半", "几") or not number:
            return 0.2 + trend
        trend = 0.1 * bool(_SPAN.search(around))
        return 0.4 + trend + 0.05 * is_digits
    if is_digits:
        return (0.75 if float(number.replace(",", "")) >= 3 else 0.5) + trend
    if len(number) >= 2 and number not in ("一一", "万一", "千万", "十一"):
        is_large = (
            any(digit in number for digit in "百千万亿") or shown[-2:-1] in "余多"
        )
        return (0.7 if is_large else 0.45) + trend
    return 0.15 + trend + (0.2 if number in "四五六七八九十" else 0.0)


_DIGIT = re.compile("\\d")
_MAY_HAVE = re.compile("[\\d〇零一二两三四五六七八九十百千万亿数几半番]")
