"""Figures: numbers in a text that say how much."""

from __future__ import annotations

import re

from annotations.suggest.patterns import led
from annotations.text.punctuation import in_title

_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_HAN_DIGITS = "[〇零一二两三四五六七八九十百千万亿]+"
_UNITS = (
    "%|\\\\%|％|‰|个百分点|个世纪|个小时|个(?:多)?月|个标准差|百分点|倍|成(?![立为功长果员本熟效交家年人事宫热])(?!都(?![是来有在被没会能不]))|美元|欧元|英镑|日元|人民币|港元|卢布|元|块钱|毛钱|角|"
    "亿|万|人次|人|名|位|家|户|部|起|台|套|辆|艘|架|国(?![内外家际民情产务军旗歌])|座|栋|幢|间|所|条|项|篇|本|册|件|份|张|幅|个|期|轮|趟|颗|粒|片|瓶|盒|包|只|头|匹|棵|株|场|届?次|批|种|类|门|处|宗|例|支|款|单(?![位元独身一日亲品纯薄个])|所|对|页|字|票|枚|笔|桶|箱|袋|卷|双(?![方边向重双手腿眼脚])|节(?![目日能约奏省点制])|"
    "W/m·K|MHz|GHz|kHz|Hz|MPa|kPa|dB|Gbps|Mbps|mAh|kWh|MWh|GWh|mg/m3|mg/m³|μg/m3|μg/m³|mg/L|μg/L|mg/kg|GW|MW|kW|km|kg|cm|mm|GB|TB|PB|MB|℃|"
    "公里|千米|米|厘米|毫米|微米|纳米|英寸|英尺|英里|光年|毫秒|微秒|纳秒|瓦时|瓦(?![片房砖])|分贝|千赫|兆赫|吉赫|千卡|大卡|海里|平方公里|平方米|平米|公顷|亩|立方米|升|毫升|吨|公斤|千克|毫克|微克|克|斤|两|千瓦时|千瓦|兆瓦|度|摄氏度|赫兹|比特|标箱|"
    "小时|分钟|分|秒|天|昼?夜|日|周|个月|年|岁|世纪|美分|点"
)
_BEGIN_UNITS = re.escape(
    "".join(sorted({*(one[0] for one in _UNITS.split("|")), *"夜次"}))
)
"""One look at what comes next spares trying each; 昼 and 届 may be left out."""
_RANGE = f"(?:[到至—~～\\-－–]{_DIGITS})?"
_NUMBER = re.compile(
    # Begins with one class of characters, so that Python's search skips to them.
    f"[\\d{_HAN_DIGITS[1:-2]}数几上成]"
    f"(?:(?<=[百千万二三四五六七八九十])分之{_HAN_DIGITS}(?:点{_HAN_DIGITS})?|"
    rf"(?:(?<=\d)(?<![\d,]\d)[\d,]{{0,24}}(?:\.\d+)?{_RANGE}|(?<=[数几上成])(?:十|百|千|万|亿)+|"
    f"(?<={_HAN_DIGITS[:-1]}){_HAN_DIGITS[:-1]}{{0,24}}(?:点{_HAN_DIGITS})?)"
    f" ?(?:多|余|几|来)?(?:万亿|亿|千万|百万|万|千|百|标准)?(?:多|余)? ?(?=[{_BEGIN_UNITS}])(?:{_UNITS}))"
)
_MOVES = "增长|上涨|上升|下降|下滑|回落|减少|增加|提高|降低|下跌|攀升|持平"
_BARE = re.compile(
    led(
        rf"(?:由|从)[^，。；（）]{{0,12}}?{_DIGITS}[^，。；（）]{{0,10}}?(?:提高|上升|下降|增加|增长|增|降低|降|减少|减|升|扩大|缩小|缩短|延长|跌|涨)[^，。；（）]{{0,3}}?(?:到|至|为){_DIGITS}"
        rf"|(?:系数|均值|均分|得分|分值|指数|基尼系数|比值|比例|配比|之比)(?:通常|一般|大约|大致|分别|仅|约|略)?(?:为|是|达|达到|降至|升至|增至|减至|在)-?{_DIGITS}"
        rf"|(?:至|到|为)-?\d+\.\d+(?=[，。；、（）])"
        rf"|(?<![A-Za-z])p ?[<＜=＝] ?0?\.\d+|(?<![A-Za-z])P ?[<＜=＝] ?0?\.\d+"
    )
)
"""Figures without a unit: from and to, scores and coefficients."""
_RATIO = re.compile(
    # Begins with one class of characters, so that Python's search skips to them.
    r"\d(?<![\d/A-Za-z.]\d)\d{0,2}(?:/\d{1,2}(?![\d/.号次月日])|"
    r"[比：:-]\d{1,3}(?=[^，。；]{0,3}(?:胜|险胜|大胜|完胜|战胜|取胜|获胜|击败|打败|惜败|告负|负于|不敌|淘汰|横扫|逆转|领先|落后|力克|战平)))"
)
"""A share written as a fraction, the result of a match."""
_RATIO_ALONE = re.compile(r"\d{1,3}[/比：:-]\d{1,3}")
_WORDED = re.compile(
    led(
        f"(?:同比|环比)(?:(?!将|会)[^，。；\\d]){{0,8}}?(?:{_MOVES})(?!导致|致使|使)"
        "|(?:超过|接近|占了?|约|近|逾|超)(?:一半|半数)|过半(?!百)|一半(?=[以的是人由来都])|翻番|翻(?:了|过)?(?:[一两二三四五几]番|好?[几数]倍)"
        "|(?:世界|全球|全国|全省|全市|亚洲|欧洲|国内|行业)第[一二三四五六七八九十\\d]+(?!次|届|批|轮|个|产业|方|线|代|大(?!的))"
        "|每[一二两三四五六七八九十百\\d]+[人户名个位家辆][^，。；]{0,8}?就有[一二两三四五六七八九十\\d]+[人户名个位家辆]|[一两双三四个]位数(?=[的增上下以，。；、]|左右|$)|(?:跻身|进入|挤进|步入|迈入|(?:全球|世界|全国)排名)[^，。；的]{0,14}?前(?:\\d+|[二三四五六七八九十百]+)(?=[名位强的，。；、]|$)"
        "|一倍|第[二三四五六七八九十]大(?![道街路])|(?:以|年)来[之的]?最(?:[高低快慢]|[大小多少][^，。；]{0,4}幅)"
        "|(?:居|位列|名列|排名|排在|跃升至)(?=[全世亚第首前榜国])[^，。；]{0,8}?(?:第[一二三四五六七八九十\\d]+(?![次届批名轮]\\w)|首位|榜首|前列|前茅|前[二三四五六七八九十\\d]+[位名强])"
    )
)
"""Figures in words: what rose against the year before, where something ranks."""
_DATE = re.compile(
    r"(?:[1１]\d|[2２][0０])\d\d\s*年(?:代|度|初|底|末|间)?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|\d{1,2}时(?:\d{1,2}分)?|\d{1,2}点(?:\d{1,2}分)?|"
    r"[〇零一二三四五六七八九]{4}年|\d{1,2}世纪|\d[0０]年代|[一二三四五六七八九十]{1,3}(?:世纪|年代|周年)|\d+周年|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号]|[一二三四五六七八九十]{1,3}月"
)
_OF_DATES = frozenset("年日时点分秒纪代周")
_BEFORE_ORDINAL = tuple("第 最先 最后 凌晨 上午 下午 晚上 〔".split())
_PARENTHESES = tuple("(（")
"""Before what numbers a section, unless it is a share."""
_WHEN = re.compile("[年月周天日时钟秒]多?[之以]?[前后](?![\\d一二三四五六七八九十])")
"""The end of what only says when it was, and what follows: 三年前, 十天后."""
_FRAMES = tuple("未来 今后 过去 往后 此后".split())
_TIMES = frozenset("年月天周")
"""What only says in which years something is: 为未来5年发展擘画蓝图."""
_NUMBERED = re.compile("编号|账号|许可证|热线|电话")
_IDIOM = re.compile(
    led(
        "[一二三四五六七八九十][二三四五六七八九十]?分(?=饱|熟|像|相像|相似|醉|把握|神似)|十分(?![钟之])|一度(?!电)|百度|十字|五角|三番五次|隔三差五|千万(?=[不别要])|一千道一万|千家万户|万户千家|千千万万|成千上万|千军万马|千山万水|千方百计|亿万[^元吨]|万众|百家争鸣|万家灯火|三五成群|三三两两|百分之百|百分百|千言万语|一分一秒|三天两头|一五一十|五湖四海|七嘴八舌|十里八乡|三言两语|百年老店|一草一木|三元[里桥]|三门[峡县湾]|五台[山县]|三台县|七台河|九台[区市]|五家渠|千户苗寨"
    )
)
"""What only looks like a number: every household, thousands upon thousands."""
_SCHOOL_YEAR = re.compile("[一二三四五六七八九](?:年(?:级|规划)|次会议)|一起(?=[^交])")
"""Also a year of school, a plan by its years, one session of many; together."""
_NAME = re.compile(
    "[人国校家](?:论坛|峰会|小组|讨论组|联盟|工程|行动|计划|赛|团|制|份)|强|杰|佳"
)
"""What a number names and does not count."""
_HEDGE = re.compile(
    "(?:将近|不到|平均|多达|最长|最高|连续|历时|耗时|跨越|超过|达到|高达|不足|至少|累计|约|近|逾|超|达|仅|共)\\Z"
)
_DIGIT = re.compile("\\d")
_MAY_COUNT = re.compile("[\\d〇零一二两三四五六七八九十百千万亿数几]")
_BARE_BEGINS = frozenset(
    "至到为由从系均得分指基比配之pP同环超接占约近逾过一翻居位列名排跃世全亚欧国行第以年两双三四个每跻进挤步迈"
)
"""What figures without a unit begin with."""


def figures(text: str) -> list[tuple[int, int]]:
    """Numbers with their units in a text, without dates: (start, end), code points."""
    others = [found.span() for found in _WORDED.finditer(text)]
    if not _MAY_COUNT.search(text):
        return others
    if _DIGIT.search(text):
        others += [found.span() for found in _BARE.finditer(text)]
        others += [found.span() for found in _RATIO.finditer(text)]
    numbers = [
        (_with_hedge(text, found.start()), found.end())
        for found in _NUMBER.finditer(text)
        if _counts(text, found)
    ]
    if not others:
        return numbers
    apart = (
        one
        for one in numbers
        if not any(start < one[1] and one[0] < end for start, end in others)
    )
    return sorted((*apart, *others))


def is_bare(figure: str) -> bool:
    """Whether a figure is a move, a rank or a score, not a number with its unit."""
    return (figure[-1].isdigit() and _RATIO_ALONE.fullmatch(figure) is not None) or (
        figure[0] in _BARE_BEGINS
        and (_BARE.fullmatch(figure) is not None or _WORDED.match(figure) is not None)
    )


def _counts(text: str, number: re.Match[str]) -> bool:
    """Whether a number counts, and is no date, ordinal or part of a saying."""
    return (
        not _is_date(text, number)
        and not _is_frame(text, number)
        and not _WHEN.match(text, number.end() - 1)
        and not _is_ordinal(text, *number.span())
        and not _is_saying(text, *number.span())
    )


def _is_saying(text: str, start: int, end: int) -> bool:
    """Whether a number is part of a saying or of a name."""
    if text[start].isdigit():
        return _NAME.match(text, end - 1) is not None
    return _SCHOOL_YEAR.match(text, end - 2) is not None or any(
        one.start() < end and start < one.end()
        for one in _IDIOM.finditer(text, max(0, start - 3), end + 3)
    )


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """Whether a number at a place only numbers or names something."""
    before = text[max(0, start - 12) : start]
    last = before[-1:]
    return (
        before.endswith(_BEFORE_ORDINAL)
        or (before.endswith(_PARENTHESES) and text[end - 1] not in "%％")
        or (last.isascii() and (last.isalpha() or last == "/"))
        or in_title(before, len(before))
        or (
            text[start].isdigit()
            and text[end - 1] not in "个次"
            and _NUMBERED.search(before) is not None
        )
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


def _is_frame(text: str, number: re.Match[str]) -> bool:
    """Whether a number is of the years something is planned for or looked back on."""
    return number.group()[-1] in _TIMES and text.endswith(_FRAMES, 0, number.start())


def _with_hedge(text: str, start: int) -> int:
    """Where a figure begins with the word that hedges it: 约, 将近, 不到."""
    hedge = _HEDGE.search(text, max(0, start - 2), start)
    return hedge.start() if hedge else start
