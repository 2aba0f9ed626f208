"""Framed: names that the words around them tell: 在…看来, 名叫…, a year in parentheses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names.foreign import pointed
from annotations.suggest.names.reading import (
    FAMILIAR,
    FOREIGN_RUN,
    SURNAME_AT,
    is_full_name,
)
from annotations.suggest.names.standing import (
    STANDING,
    feeling_names,
    standing_names,
    working_names,
)
from annotations.suggest.names.words import (
    AMBIGUOUS,
    FOREIGN,
    HAN,
    INITIAL,
    LATIN_NAME,
    SURNAME,
    TRANSLITERATION,
    no_name,
)
from annotations.suggest.names.writers import WRITER_SIGN, writers
from annotations.suggest.patterns import late
from annotations.text.dictionary import word_class
from annotations.text.punctuation import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.suggest.names.ends import NameEnds
    from annotations.suggest.names.reading import NameReader

_NAMED_AFTER = re.compile(
    f"(?:的|叫做|叫|是)(?P<name>{SURNAME}{HAN}{{1,2}}(?<![呢吗吧啊呀]))(?=[，。；：！？、\n]|$)"
)
_CALLED_BY_NAME = re.compile(
    f"(?:名叫|(?<=[，。孩汉子娘人])叫|(?:大名|名字|本名|原名|真名)(?:叫作?|是)?|叫作)(?P<name>{SURNAME}{HAN}{{1,2}}|(?:(?!的){HAN}){{2,5}})(?=[，。；：！？、]|$|的{HAN})"
)
"""What introduces somebody by name leaves no doubt about a family name."""
_POINTED = re.compile(
    f"[{POINTS}](?<={HAN}.)(?={HAN}|{INITIAL})|[{POINTS}](?<={INITIAL}.)(?={HAN})"
)
_ATTRIBUTED = re.compile(
    f"[的让使令之](?:(?<!之)|(?<=之)一)(?=(?:{FAMILIAR}|{SURNAME}{HAN}{{1,2}})(?:[说称表认指介告坦强回透感解意明深]|看来|(?:这样|如此){HAN}{{1,4}}[，：]|[也则还却]{HAN}))"
)
"""Who speaks or thinks behind what leaves no doubt: 中国队的某某某表示, 让某某意识到."""
_AGED = re.compile(
    f"(?:岁|工作|生意|毕业|退休|任职|就读|读书|上学|求学|服役|打工|务工|经商|长大|出身|出生|[多余几半十两三四五六七八九\\d][年载])的(?P<name>{SURNAME}{HAN}{{1,2}}(?=[，。])|(?<=岁的){SURNAME}{HAN}{{1,2}})"
)
"""Who is told of right behind their age or what they did: 38岁的某某, 在某地工作的某某，."""
_AGED_FOREIGN = re.compile(
    f"岁的(?P<name>[{TRANSLITERATION}]{{4,7}})(?![{TRANSLITERATION}{POINTS}])"
)
"""The same of whoever has a foreign name, whatever stands behind it."""
_AS = re.compile(
    f"作为[^，。；：“”]{{2,24}}，(?P<name>{SURNAME}{HAN}{{1,2}}?)(?=[在对也就则曾从将还]|表示|认为|坦言|说[，：])"
)
"""Who is named behind what they are: 作为资深编剧，某某在…."""
_AS_SAYS = re.compile(
    f"作为[^，。；：“”]{{2,16}}的(?P<name>{HAN}{{2,3}}?)(?=表示|认为|坦言|指出|(?<!来)[说称][，：])"
)
"""Who is named behind what they are, right before a reporting word, whatever their family."""
_AS_ONE = re.compile(
    f"作为一[名位个][^，。；：“”]{{2,24}}，(?![{''.join(sorted(AMBIGUOUS))}])(?P<name>{SURNAME}{HAN}{{2}})"
)
"""The same where one of a kind cannot but be named: 作为一名船工，某某某…."""
_EYES_OF = re.compile(f"在(?P<name>{SURNAME}{HAN}{{1,2}})(?:等人)?看来，")
_ACCOUNT_OF = re.compile(
    f"[据按用照](?P<name>{SURNAME}{HAN}{{1,2}}?)(?:等人?)?(?:的(?:说法|话|观点|看法|解释|描述|回忆|介绍|估计|理解|讲述|研究|调查|统计|观察|测算)，?|介绍|回忆|透露|讲述|描述|[说称]，)"
)
"""Whose account is given: 根据某某的说法, 用某某的话说, 据某某介绍."""
_THEIR_VIEW = late(
    f"(?:\\A|[，。；：！？”\\s])(?P<name>{SURNAME}{HAN}{{1,2}})的(?:最终|初步|主要)?(?:看法|观点|意见|主张|理由|解释|结论|建议|回答|答案|体会|感受|话音|话)(?=是[，：]|[：，]|刚落|很|让|令)"
)
"""Whose view or answer it is: 某某某的看法是，."""
_AGREED_WITH = re.compile(
    f"如(?<=正如|诚如|恰如)(?P<name>{SURNAME}{HAN}{{1,2}}?|{FOREIGN})(?:等人)?(?:曾|一再)?(?:所[言说称述指]|[说讲]的|指出)"
)
"""Whom the text agrees with: 正如某某所言."""
_CHAIRED = re.compile(
    f"由(?P<name>{SURNAME}{HAN}{{1,2}}?)(?=(?:教授|研究员|院长|主任|博士|先生|女士)?(?:主持|担任主持人|致辞|作总结))"
)
"""Who chairs a meeting, as its report tells it: 第二场对谈由某某主持."""
_FIRMS = re.compile(
    # Begins with one class of characters, so that Python's search skips to them.
    f"[券金货托顾管险行本际](?<=证券|基金|期货|信托|投顾|资管|保险|银行|资本|国际)(?={SURNAME}{HAN})"
)
"""What a firm's name ends in, before somebody of it who is told by no office: 某某证券某某某."""
_WHOLE = 3
"""Code points of a name that is no other word."""
_TEAM = re.compile(
    f"[学院所室心司厂站馆社](?P<name>{SURNAME}{HAN}{{1,2}}?)(?=(?:教授|院士|研究员|博士)?(?:研究|科研|创新|技术|项目)?(?:团队|课题组|研究组|工作室))"
)
"""Whose team or workshop is told of: 某某大学某某某团队."""
_CITED = late(
    rf"(?P<name>{LATIN_NAME}|{SURNAME}{HAN}{{1,2}}?)(?:等人?)?（(?=\ue000{{4,5}}）)"
)
_YEAR = "（\ue000\ue000\ue000\ue000"
IN_FRAMES = (
    *(
        _EYES_OF,
        _AS,
        _AS_ONE,
        _AS_SAYS,
        _AGED,
        _AGED_FOREIGN,
        _NAMED_AFTER,
        _ACCOUNT_OF,
        _ATTRIBUTED,
        _POINTED,
        _TEAM,
        _THEIR_VIEW,
        _AGREED_WITH,
        _CHAIRED,
        _FIRMS,
    ),
    *(re.compile("（\ue000{4,5}）"), re.compile("名叫|大名|本名|原名|真名|名字|叫作")),
    *(re.compile("叫(?<=[，。孩汉子娘人]叫)"), WRITER_SIGN, *STANDING),
)
"""One of these has every passage with a name in a frame."""


def _with_points(text: str) -> Iterator[str]:
    """Foreign names that have points."""
    for found in _POINTED.finditer(text):
        if name := pointed(text, found.start()):
            yield name


class Framed:
    """Finds names by the frame they stand in.

    Args:
        reader: reads a name at a place.
        ends: what tells where names may end.
    """

    def __init__(self, reader: NameReader, ends: NameEnds) -> None:
        self._reader = reader
        self._ends = ends

    def names(self, text: str) -> Iterator[str]:
        """Names in 在…看来, before a year in parentheses, after 名叫, with points."""
        frames = (
            *(
                (_EYES_OF, "看来"),
                (_AS, "作为"),
                (_AS_ONE, "作为一"),
                (_AS_SAYS, "作为"),
                (_CITED, _YEAR),
                (_AGREED_WITH, "如"),
                (_CHAIRED, "由"),
                (_AGED, "的"),
                (_NAMED_AFTER, ""),
            ),
            (
                _ACCOUNT_OF,
                next((one for one in ("的说法", "据", "照") if one in text), "用"),
            ),
        )
        for pattern, sign in frames:
            for found in pattern.finditer(text) if sign in text else ():
                if no_name(found["name"]):
                    continue
                if pattern is _AGED:
                    yield self._reader.at(text, found.start("name"), after_title=False)
                elif sign or self._reader.count(found["name"]) > 1:
                    yield self._without_cue(text, found)
        for found in _ATTRIBUTED.finditer(text):
            name = self._reader.at(text, found.end(), after_title=False)
            end = found.end() + len(name)
            is_asked = text.startswith(("看来", "这样", "如此"), end)
            told = end + text.startswith(("也", "则", "还", "却"), end)
            if len(name) > 1 and (is_asked or self._ends.cue_at(text, told)):
                yield name
        yield from self._of_firms(text)
        yield from self._introduced(text)
        yield from working_names(text)
        yield from self._writing(text)
        yield from standing_names(text)
        yield from (
            name for name in feeling_names(text) if self._reader.count(name) > 1
        )
        yield from _with_points(text)
        for found in _THEIR_VIEW.finditer(text) if "的" in text else ():
            if len(found["name"]) == _WHOLE and is_full_name(found["name"]):
                yield found["name"]

    def _of_firms(self, text: str) -> Iterator[str]:
        """Names behind a firm's, and of those whose team the text tells of."""
        for found in _FIRMS.finditer(text):
            name = self._reader.at(text, found.end(), after_title=False)
            end = found.end() + len(name)
            is_doubtful = len(name) < _WHOLE and (
                word_class(name) or name[:1] in AMBIGUOUS
            )
            if len(name) > 1 and not is_doubtful and self._ends.cue_at(text, end):
                yield name
        for found in _TEAM.finditer(text):
            if not no_name(found["name"]) and self._reader.count(found["name"]) > 1:
                yield found["name"]

    def _without_cue(self, text: str, found: re.Match[str]) -> str:
        """A name without the reporting word at its end: 的王勇说，."""
        name = found["name"]
        at = found.start("name") + len(name) - 1
        is_cut = len(name) > 2 and self._ends.cue_at(text, at)
        return name[:-1] if is_cut else name

    def _writing(self, text: str) -> Iterator[str]:
        """Names of those who wrote what is reviewed."""
        for writer in writers(text):
            name = text[writer.start : writer.end]
            if not no_name(name) and (
                writer.is_sure or len(name) > 2 or name[0] not in AMBIGUOUS
            ):
                yield name

    def _introduced(self, text: str) -> Iterator[str]:
        """Names behind an age, or after 名叫 if they have a family name or come up again."""
        for found in _AGED_FOREIGN.finditer(text) if "岁的" in text else ():
            if not no_name(found["name"]):
                yield found["name"]
        for found in (
            _CALLED_BY_NAME.finditer(text) if "叫" in text or "名" in text else ()
        ):
            name = found["name"]
            is_family = SURNAME_AT.match(name) is not None
            if not no_name(name) and (
                ((is_family or FOREIGN_RUN.fullmatch(name)) and "名" in found.group())
                or self._reader.count(name) > 1
            ):
                yield name
