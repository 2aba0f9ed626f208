"""Standing names: names that only their place in a sentence sets apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names.words import (
    AMBIGUOUS,
    BODY,
    HAN,
    STOPS,
    SURNAME,
    TITLE,
    may_end_name,
    no_name,
)
from annotations.suggest.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_COPULA = re.compile(
    f"[。！？\\s](?P<name>{SURNAME}{HAN}{{2}})是(?!否)[^，。；：“]{{0,24}}{TITLE}(?=[，。；])"
)
"""Who somebody is, as a sentence by itself: 某某某是…的教练."""
_OWNED = re.compile(
    f"的(?P<name>{SURNAME}{HAN}{{2}})(?=[{''.join(sorted(STOPS - set('的是、；： 　“”）')))}])"
)
"""在省城开饭店的某某某一次就捐了…: only where three characters stand apart."""
_OWNER = re.compile("(?:\\A|[，。；：！？”…])[^，。；：“”]{2,12}\\Z")

_AT_WORK = re.compile(
    f"[心司队处科站所室校店厂院会社团组委局办馆党盟线署界](?!长孙)(?P<name>{SURNAME}{HAN}{{1,2}}?)(?=介绍|告诉|表示|透露|坦言|回忆|说[，：]|认为|反映|质疑|批评|担心|呼吁|建议|指[，：]|称，|解释|提出|进行了|作了|做了|发表|撰文|指出|强调|的(?:观点|判断|看法|意见))"
)
_FEELING = re.compile(
    f"[的民员户工师](?!程师)(?P<name>{HAN}{{2,4}})(?=(?:[一-鿿]{{2,3}}地)?(?:说[，：。]|告诉|表示|回忆|介绍|讲述|笑着))"
)
"""Somebody of whatever family who says something in some way: 修路的某某自豪地说."""
_ONE_OF = re.compile(
    f"之一(?P<name>{HAN}{{2,4}}?)(?=(?:[对向](?:《[^》]{{2,12}}》|[^，。；：]{{0,12}}(?:记者|媒体)))?(?:说[，：。道]|告诉|表示|透露|回忆|介绍|坦言|认为|解释))"
)
"""Somebody of whatever family who is one of several: 飞手之一某某透露."""
ERA_LAST = "[代朝初末汉晋宋秋国魏唐清秦期](?![代朝初末时期])"
"""What the name of an era ends in, before somebody's who lived then; a pattern."""
_OF_ERA = re.compile(
    f"{ERA_LAST}(?P<name>{SURNAME}{HAN}{{1,2}}?)(?=(?:[就便也则早曾]|早[就已]|在《[^》]*》[中里上]?)*(?:说|写[道下有]|认为|云|曰|言：|有[言诗云]|主张|提出|指出|记载|强调|感[叹慨]|谓))"
)
"""Somebody of old who says something behind when they lived: 北宋某某写道."""
_ERA = re.compile(
    "(?:[夏商周秦汉晋隋唐宋元明清](?:代|朝|初|末)|[东西][汉晋]|[南北]宋|南北朝|春秋|战国|三国|五代|北魏|先秦|[盛中晚]唐|晚[明清])(?:时期)?\\Z"
)
_WHOLE = 3
"""Code points of a name that is told by more than a family name like a word."""
STANDING = (_COPULA, _OWNED, _AT_WORK, _FEELING, _ONE_OF, _OF_ERA)
"""One of these has every name that is found here."""
_WORKPLACE = late(f"(?:{BODY}|[科处队组股]|[一-鿿]{{2}}党|盟|阵线|联会|界)\\Z")
"""Where somebody without a title works, before the name: 某某中心某某某介绍."""


def standing_names(text: str) -> Iterator[str]:
    """Names of three characters that stand apart in a sentence."""
    found = list(_COPULA.finditer(f"。{text}")) if "是" in text else []
    found += (
        one
        for one in _OWNED.finditer(text)
        if _OWNER.search(text, max(0, one.start() - 13), one.start())
    )
    for one in found:
        name = one["name"]
        if name[0] not in AMBIGUOUS and name[2] not in STOPS and not no_name(name):
            yield name


def feeling_names(text: str) -> Iterator[str]:
    """What may be a name before how somebody says something, if it comes up again."""
    for found in _FEELING.finditer(text):
        if not STOPS & set(found["name"]) and not no_name(found["name"]):
            yield found["name"]


def working_names(text: str) -> Iterator[str]:
    """Names right behind a workplace, an era or 之一 and before a reporting word."""
    for found in _OF_ERA.finditer(text):
        name, at = found["name"], found.start("name")
        if not _is_odd(name) and _ERA.search(text, max(0, at - 5), at):
            yield name
    for found in _ONE_OF.finditer(text) if "之一" in text else ():
        if not no_name(found["name"]):
            yield found["name"]
    for found in _AT_WORK.finditer(text):
        name, at = found["name"], found.start("name")
        ends_name = len(name) == _WHOLE and may_end_name(name[2])
        if STOPS & set(name[1 : 2 if ends_name else None]) or _is_odd(name):
            continue
        if _WORKPLACE.search(text, max(0, at - 6), at):
            yield name


def _is_odd(name: str) -> bool:
    """Whether what looks like a name is a word, or may be one for all its place tells."""
    return (name[0] in AMBIGUOUS and len(name) < _WHOLE) or no_name(name)
