"""Lines that speak of a text instead of belonging to it: mastheads, dates, bylines."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from annotations.text.surnames import COMPOUND, SINGLE

_HAN = "[\u4e00-\u9fff]"
_PAPER = (
    f"{_HAN}{{2,8}}(?:日报|晚报|早报|晨报|时报|商报|周报|导报|都市报|青年报|学报|周刊)"
)
_AGENCY = f"{_HAN}{{1,8}}?(?:社|网)"
_DAY = (
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*(?:年\s*(?P<month>\d{1,2})\s*月"
    r"(?:\s*(?P<day>\d{1,2})\s*日)?|[-./](?P<month2>\d{1,2})[-./](?P<day2>\d{1,2}))(?!\d)"
)
_DATE = re.compile(_DAY)
_DATELINE = re.compile(
    rf"(?:^|[（(])据?(?!本社|本网)(?P<agency>{_AGENCY})[^，。；（(]{{0,14}}?"
    rf"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日"
    r"(?:综合)?[电讯]"
)
_OPENING = re.compile(
    rf"^(?:[（(]据?{_AGENCY}[^，。；]{{0,20}}?日(?:综合)?[电讯][^。）)]{{1,40}}(?=[）)])"
    rf"|[（(]?据?{_AGENCY}[^，。；]{{0,20}}?日(?:综合)?[电讯]|本报{_HAN}{{0,6}}"
    r"(?:\d{1,2}月\d{1,2}日)?(?:综合消息|讯|电))[）)]?\s*(?:[（(][^）)]{0,40}[）)])?\s*"
)
_SOURCE = re.compile(
    r"(?:^|\s)(?:来源|稿件来源|转自)[:：]\s*(?P<name>[^\s:：，。]{2,20})"
)
_PAPER_NAME = re.compile(f"(?<!{_HAN})《?({_PAPER})》?(?!{_HAN})")

_SECTION = (
    "(?:本地|本市|国内|国际|社会|经济|财经|文化|体育|教育|健康|科技|民生|时政|综合|都市|法治|"
    "地方|农业|产业|生活|副刊|理论|评论|要闻|焦点|热点|深度|图片|头版|专题|专版|特稿|新闻|广告)"
    "(?:新闻|要闻|观察|评论|视点|聚焦|周刊|专刊|专版|版|报道|动态|速递)?"
    "|编者按|导读|导语|核心提示|摘要|引言|目录|公告|快讯|短讯|记者手记|相关链接"
)
_FURNITURE = re.compile(
    rf"{_DAY}|[〇零一二三四五六七八九十\d]{{1,4}}年|"
    r"[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日"
    r"|\d{1,2}[:：]\d\d(?:[:：]\d\d)?|星期[一二三四五六日天]|周[一二三四五六日]"
    rf"|第?\s*[A-D]?\d{{1,3}}\s*版|第[一二三四五六七八九十]{{1,3}}版|\b[A-D]\d{{1,2}}\b"
    rf"|《?(?<!{_HAN}){_PAPER}》?|https?://\S+|www\.\S+"
    r"|(?:发布|出版|发稿|更新)?(?:时间|日期)[:：]"
    r"|(?:来源|稿件来源|转自|作者|记者|通讯员|编辑|责编|责任编辑|版式|校对)[:：]\s*[^\s:：]+"
    rf"|(?<!{_HAN})(?:{_SECTION})(?!{_HAN})"
)
_SWALLOW = (":", "：", "www.")
"""Every pattern above that can contain the end of a sentence contains one of these."""
_FILLING = " \u3000|｜·/，,、-—■□●◆▲★※【】[]()（）《》:：."

# No repetition inside a repetition: a line of two hundred 社 would be tried for ever.
_REPORTING = ("记者", "通讯员", "作者", "撰文")
_ROLE = (
    rf"(?:{_HAN}{{1,6}}?社)?(?:本报|本刊|特约|见习|实习|首席|全媒体){{0,3}}"
    f"(?:{'|'.join(_REPORTING)})"
)
_NAMES = (
    rf"{_HAN}[\u4e00-\u9fff·]{{1,7}}"
    rf"(?:[\s、，,/]+(?:记者|通讯员|实习生)?[\s:：]*{_HAN}[\u4e00-\u9fff·]{{1,7}}){{0,4}}"
)
_WRITTEN_BY = re.compile(
    rf"^[■●◆\s（(]*(?:{_HAN}{{1,8}}\s+)?(?:文\s*[/／]\s*(?:图|摄影)?|作者[:：])[\s:：]*"
    rf"(?P<names>{_NAMES}?)\s*(?:[）)]|图\s*[/／]|$)"
)
_REPORTED_BY = re.compile(
    rf"(?:^|[\s（(】]|[电讯]){_ROLE}[\s:：]*(?P<names>{_NAMES}?)\s*(?:[）)]|报道|文\s*[/／]|文\s|$)"
)
_SURNAME = f"(?:{'|'.join(COMPOUND)}|[{''.join(sorted(SINGLE))}])"
_FULL_NAME = f"{_SURNAME}{_HAN}{{1,2}}"
_LED_BY = re.compile(
    rf"{_ROLE}[\s:：]*(?P<names>{_FULL_NAME}(?:[\s、，,/]+(?:{_ROLE}[\s:：]*)?{_FULL_NAME})*)\s"
)
"""Reporters between a dateline and the text; white space parts them from it."""
_CREDITS = re.compile(
    r"(?:^|[\s■●◆（(])(?:文|图|摄影?|图片)(?:\s*[/／]\s*\S|\s*[/／]\s*$)"
    r"|\s文\s+\S{2,8}\s+(?:图|摄影?)$"
)
_ROLES = re.compile(r"(?:^|(?<=[\s、，,/]))(?:记者|通讯员|实习生)[\s:：]*")
_CAPTION = re.compile(r"摄(?:影)?\s*[）)]?$")


@lru_cache(maxsize=64)
def is_furniture(line: str) -> bool:
    """Whether a line is nothing but dates, mastheads, page numbers, labels, sources."""
    if len(line) > 120 or ("。" in line and not any(one in line for one in _SWALLOW)):
        return False
    rest = _FURNITURE.sub("", line)
    return rest != line and not rest.strip(_FILLING)


def is_byline(line: str) -> bool:
    """Whether a line names who made it, is a caption or a dateline and no more."""
    return bool(
        len(line) <= 60
        and (
            _WRITTEN_BY.search(line)
            or _REPORTED_BY.search(line)
            or _CREDITS.search(line)
        )
    ) or bool(_OPENING.fullmatch(line) or _CAPTION.search(line))


def without_dateline(line: str) -> str:
    """A paragraph without the dateline that opens it, and the reporters after that."""
    opening = _OPENING.match(line)
    if opening is None:
        return line
    rest = line[opening.end() :]
    return _LED_BY.sub("", rest, count=1).strip() or rest or line


def paper(line: str) -> str:
    """The paper that a masthead or a folder's name names, else nothing."""
    found = _PAPER_NAME.search(line)
    return found.group(1) if found else ""


def source(line: str) -> str:
    """The source that a line of labels (来源：…) gives, else nothing."""
    found = _SOURCE.search(line) if "来源" in line or "转自" in line else None
    return found.group("name").strip("《》") if found and is_furniture(line) else ""


def _dateline(line: str) -> re.Match[str] | None:
    return _DATELINE.search(line) if "月" in line else None


def agency(line: str) -> str:
    """The agency of a dateline, else nothing."""
    found = _dateline(line)
    return found.group("agency") if found else ""


def day(line: str) -> str:
    """The date of a dateline or of a line of labels, as ``2026-04-25`` or ``2026-04``.

    Only one that is written out with its year.
    """
    found = _dateline(line)
    if found is not None and found.group("year"):
        return _iso(found.group("year"), found.group("month"), found.group("day"))
    found = _DATE.search(line) if "20" in line or "19" in line else None
    if found is None or not is_furniture(line):
        return ""
    month = found.group("month") or found.group("month2")
    return _iso(found.group("year"), month, found.group("day") or found.group("day2"))


def _iso(year: str, month: str, day_of_month: str | None) -> str:
    try:
        whole = date(int(year), int(month), int(day_of_month or 1)).isoformat()
    except ValueError:
        return ""
    return whole if day_of_month else whole[:7]


def authors(line: str) -> str:
    """Who wrote it, names parted by spaces; nothing for those who took a picture."""
    if _CAPTION.search(line):
        return ""
    found = _WRITTEN_BY.search(line)
    if found is not None:
        return _listed(found.group("names"))
    opening = _OPENING.match(line)
    found = _LED_BY.match(line, opening.end()) if opening else None
    if found is not None:
        return _listed(found.group("names"))
    if not any(role in line for role in _REPORTING):
        return ""
    for found in _REPORTED_BY.finditer(line):
        names = _listed(found.group("names"))
        if names and all(_is_name(name) for name in names.split(" ")):
            return names
    return ""


def _listed(names: str) -> str:
    return " ".join(re.split(r"[\s、，,/]+", _ROLES.sub("", names).strip()))


def _is_name(text: str) -> bool:
    """Whether it can be a name, so that 记者 走访发现 is none."""
    if text.startswith(COMPOUND):
        return 3 <= len(text) <= 4
    return text[:1] in SINGLE and 2 <= len(text) <= 3
