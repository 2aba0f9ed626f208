"""Nicknames: people whom prose calls by family name and kin term, or by a village name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import alternation
from annotations.suggest.names.words import (
    HAN,
    STOPS,
    SURNAME,
    TRANSLITERATION,
    no_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_KIN = "爷|奶|叔|伯|婶|嫂|哥|姐|妹|姨|娘|爹|妈|公|婆|姑|舅"
_RANK = "[一二三四五六七八九大老小]"
_ELDERS = (
    "大爷 大妈 大娘 大叔 大婶 大伯 大嫂 大姐 大哥 老爹 老汉 老倌 老太 奶奶 爷爷 阿爷 阿婆 阿公 阿妈 阿爸 阿叔 婆婆"
).split()
_STARTS = f"(?:(?<!{HAN})|(?<=[的对向跟和给叫被让是有由把劝为问]))"
_KIN_AT = re.compile(f"[{_KIN.replace('|', '')}](?!{_KIN})")
_RANKED = re.compile(f"{_STARTS}(?P<name>{SURNAME}{_RANK}?(?:{_KIN}))\\Z")
_ELDER = re.compile(f"{_STARTS}(?P<name>[{TRANSLITERATION}]{{2,4}}|{SURNAME}{HAN})\\Z")
_ELDER_AT = re.compile(alternation(_ELDERS))
_WITH_RANK = re.compile(f"{SURNAME}(?P<short>{_RANK}(?:{_KIN}))")
_ALIAS_SIGN = re.compile(
    "外号|绰号|诨名|小名|乳名|人称|叫[作做]?“|唤[作做]?“|喊[作做]?“"
)
_ALIAS = re.compile(
    f"(?:管|把|对)?(?P<name>{SURNAME}{HAN}{{1,2}}?)(?<![对给把叫向])(?:，?(?:外号|绰号|诨名|小名|乳名|人称)(?:叫|是)?|(?:叫|唤|喊)[作做]?)“?(?P<alias>{HAN}{{2,4}})[”，。]"
)
_KIN_TERM = re.compile(
    alternation(
        "儿媳妇 儿媳 媳妇 女儿 儿子 老伴 妻子 丈夫 孙女 孙子 外孙 外孙女 外甥 外甥女 侄子 侄女 妹妹 弟弟 姐姐 哥哥 徒弟 女婿 闺女 嫂子 大嫂 小姑 邻居 同桌 战友 工友 搭档".split()
    )
)
_DOES = (
    "[说道问答喊笑端拿递指抬摆摇点叹站坐走跑拉扶抱推接插抢红眨撇挽系擦把对在也又却正]"
)
NICKNAMED = (
    *(_ALIAS_SIGN, _KIN_TERM),
    re.compile(f"[{_KIN.replace('|', '')}汉倌太爸]"),
)
"""One of these has every text that calls somebody so."""
_GIVEN = re.compile(f"(?P<name>{HAN}{{2}})(?={_DOES})")
_MEMBERS = frozenset("公婆妹")
"""Kin terms that are the second character of many words and given names."""


def nicknames(text: str) -> Iterator[str]:
    """Family names with a kin term, and names before one, as a text has them."""
    for kin in _KIN_AT.finditer(text):
        ranked = _RANKED.search(text, max(0, kin.end() - 4), kin.end())
        if ranked and (len(ranked["name"]) > 2 or kin.group() not in _MEMBERS):
            yield ranked["name"]
    for elder in _ELDER_AT.finditer(text):
        named = _ELDER.search(text, max(0, elder.start() - 4), elder.start())
        if named:
            yield named["name"]


def kin_names(text: str) -> Iterator[str]:
    """Given names behind a kin term, as village prose has them: 儿媳妇春妮."""
    for kin in _KIN_TERM.finditer(text):
        named = _GIVEN.match(text, kin.end())
        if named and not STOPS & set(named["name"]) and not no_name(named["name"]):
            yield named["name"]


def acts_alone(name: str) -> re.Pattern[str]:
    """Finds where a clause begins with a name and its owner does something."""
    return re.compile(f"(?:\\A|[，。！？”\\n]){name}{_DOES}")


def aliases(plain: str) -> Iterator[tuple[str, str]]:
    """Names with what everybody calls them: 管某某叫“…”, 某某，外号“…”."""
    if _ALIAS_SIGN.search(plain) is None:
        return
    for found in _ALIAS.finditer(plain):
        name, alias = found["name"], found["alias"]
        yield name, alias
        if alias[0] == name[0] and len(alias) > 2:
            yield name, alias[1:]


def short_form(name: str) -> str:
    """What a ranked nickname is shortened to, without the family name; or nothing."""
    found = _WITH_RANK.fullmatch(name)
    return found["short"] if found else ""
