"""Finding personal names: where a name begins and, harder, where it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import FORMAL, alternation, sifted, telling_pattern
from annotations.suggest.names.alone import HOW, speaking_alone
from annotations.suggest.names.common import is_common
from annotations.suggest.names.ends import NEVER_GIVEN, NameEnds
from annotations.suggest.names.followers import FOLLOWERS
from annotations.suggest.names.framed import Framed
from annotations.suggest.names.nations import nation_at
from annotations.suggest.names.reading import (
    FAMILIAR,
    FAMILIAR_AT,
    FOREIGN_RUN,
    SURNAME_AT,
    WINDOW,
    NameReader,
    is_full_name,
)
from annotations.suggest.names.titles import TITLES
from annotations.suggest.names.words import (
    AMBIGUOUS,
    BEGINS_SURNAME,
    FOREIGN,
    HAN,
    INITIAL,
    LEADS,
    NEVER_SECOND,
    STOPS,
    SURNAME,
    TRANSLITERATION,
    WORDS,
)
from annotations.text.dictionary import word_class
from annotations.text.punctuation import POINTS, is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.suggest.lexicon import Lexicon

_GENERIC = "长员师家者手人匠工生兵贩户官"
_NO_TITLES = (
    "(?!(?<=师)傅|(?<=工)[程商况]|(?<=官)[方战]|(?<=生)[官成代于]|(?<=手)段|(?<=家)[庄都应]"
    "|(?<=人)(?:文[资交化精景知设纪社关环领历]|车[众流均辆]|员|寿保险)|(?<=长)[江沙春城安治征假期跑度])"
    "(?<![成生增延]长)(?<!主人(?=翁))"
)
"""Words that begin, or end, with what a title of any kind ends with: 工程, 成长."""
_GUARDS = dict.fromkeys(
    _GENERIC,
    f"(?<={HAN}.)(?=[长员]?(?:（\ue000+）)?(?:{SURNAME}{HAN}|{FAMILIAR}|{HAN}[{POINTS}]|{INITIAL}[.．]?[{POINTS}]|[{TRANSLITERATION}]{{3}}|[{TRANSLITERATION}]{{2}}[说表认指称强介]))"
    + _NO_TITLES,
)
_GUARDS["家"] = _GUARDS["家"].replace(
    "(?=", f"(?=(?<=学家)[{TRANSLITERATION}]{{2}}[在于将把对也曾]|", 1
)
_GUARDS["副总"] = "(?![师工编裁监经统理干领指])"
_GUARDS["董秘"] = "(?!办)"
_GUARDS["总统"] = "(?!府|制)"
_GUARDS["护工"] = _GUARDS["职工"] = "(?!程)"
_GUARDS["老师"] = "(?!傅)"
_GUARDS["女儿"] = _GUARDS["婴儿"] = _GUARDS["幼儿"] = "(?!童)"
_GUARDS["村民"] = _GUARDS["居民"] = "(?!宿)"
_GUARDS["中医"] = _GUARDS["牙医"] = _GUARDS["兽医"] = "(?!师)"
_GUARDS["同学"] = _GUARDS["小学"] = "(?!习)"
_GUARDS["首相"] = "(?!府|官邸)"
_GUARDS["会长"] = "(?<!员会长)"
_TITLED = re.compile(
    f"{sifted((*TITLES, *_GENERIC), _GUARDS)}[长员]?(?:（\ue000+）)?(?={HAN}[\u4e00-\u9fff{POINTS}]|{INITIAL}[.．]?[{POINTS}])"
)
_TITLE_ACROSS = re.compile(
    alternation(one for one in TITLES if len(one) > 1) + "[长员]?"
)
"""From the last character of a title: 书记 in 总支书记, where 支书 was taken for one."""
_LONGER = {
    one: tuple(other for other in TITLES if other.startswith(one) and other != one)
    for one in TITLES
}
"""By title: those that begin with it."""
_LEAD = f"(?:{'|'.join(LEADS)}|听到这话|说着|席间|导演|来自[^，。；：]{{1,12}}的)?"
_CLAUSE_START = re.compile(
    # One look at how a name may begin spares trying each of its forms.
    f"[，。；：！？”…）\\s、]\\s*{_LEAD}(?=[{BEGINS_SURNAME}{TRANSLITERATION}])(?P<name>{SURNAME}{HAN}{{1,3}}|{FOREIGN}|{HAN}{{2}}[{POINTS}]{HAN})"
)
"""Looked for in a text with a mark put before it."""
_CLAUSE_SO_FAR = re.compile(f"(?:\\A|[，。；：！？”…\\s]){HAN}{{1,8}}\\Z")
"""A clause that is one phrase as far as it goes: 药剂师 before a name."""
_OFFICES = frozenset("长任记理裁席监师官授士家相统编员")
"""What offices and trades end in, while 群众 and 市民 stand before any word."""
_WHOLE_NAME = 3
_AFTER_SUBJECT = frozenset("对在则向也就曾与和却还")
"""What follows whoever a sentence begins with, and words less often."""
_MEETS = ("会见", "会晤")
"""What leaders do with each other, in whose reports they say something then."""
_LEADS_ON = frozenset("从在就")
"""What follows somebody who then says something: 马达从…角度指出."""
_BODY_LAST = frozenset("会委国军方盟党团组队社院协联企媒")
"""What bodies end in that three characters name: 安理会."""
_GESTURE = re.compile(
    "[指拿站笑坐抬摇点叹看望摆拍边咧抹擦端捧顿皱瞪搓挥抱接递放扶拉伸转举合打翻算叉挠耸眨红蹲扛搬捡推躺跪跑跳喘瞧瞅掰拧捂咽放]"
)
_LOOKS_INTO = ("研究", "分析", "考察")
"""What scholars do with what they then say something of."""
_TO_THE_PRESS = re.compile(
    "[向对](?:[^，。；：]{1,14}(?:记者|媒体|笔者)|《[^》]{2,12}》)"
)
"""What is no name behind a title, and follows one: 负责人向某报记者表示."""
_OF_PLACES = frozenset("港湾江河湖山岛站")
"""What makes of a city's name another place's."""
_TO_PLACES = frozenset("在于到去来赴抵")
"""What stands before places."""
_ADDRESSING = frozenset("向和")
"""Family names that as words lead to who is spoken to or with."""
_LAST_PART = re.compile(
    f"(?:(?<=[{POINTS}])|^[{TRANSLITERATION}])[{TRANSLITERATION}]+$"
)
"""What a foreign name ends in, or all of it."""
_OFTEN = 3
"""Uses of a name that tell how it goes on."""
_JOINING = frozenset("、和与及")
"""What joins two names."""
_ASPECTS = ("着", "得")
"""What follows a verb and never a name: 秉承着."""


class NameFinder:
    """Finds names in passages of one document.

    Args:
        whole: all of the document's text, in which uses of a name are counted.
        lexicon: cues of the user's.
    """

    def __init__(self, whole: str, lexicon: Lexicon) -> None:
        self._whole = whole[:WINDOW]
        self._whole_names: dict[str, str] = {}
        self._told = telling_pattern(lexicon.cues)
        self._ends = NameEnds(self._told)
        self._reader = NameReader(whole, self._ends)
        self._framed = Framed(self._reader, self._ends)

    def after_titles(self, text: str) -> Iterator[tuple[str, int]]:
        """Names that follow a title, each with the offset at which it begins."""
        for titled in _TITLED.finditer(text):
            at = titled.end()
            if text.startswith("官", at) and text[at - 1] == "长":
                at += 1  # 部长官 is a title, and 官 no family name there.
            elif SURNAME_AT.match(text, at) is None:
                across = _TITLE_ACROSS.match(text, at - 1)
                at = across.end() if across else at
            longer = _LONGER.get(titled.group(), ())
            if longer and text.startswith(longer, titled.start()):
                continue
            title = titled.group().split("（")[0].rstrip("长员")
            is_known = title not in _GENERIC or text.endswith("学家", 0, at)
            if _TO_THE_PRESS.match(text, at):
                continue
            name = self._reader.at(text, at, after_title=is_known)
            if name and (self._is_addressed(name) or _is_manner(text, at, name)):
                continue
            if (
                name
                and (
                    (is_known and not self._is_doubtful(text, at, name))
                    or self._is_certain(text, at, name)
                )
                and not self._is_common(
                    name, holds_office=titled.group()[-1] in _OFFICES
                )
            ):
                yield name, at
                for linked in self._linked(text, at + len(name)):
                    yield linked, at

    def _is_common(self, name: str, *, holds_office: bool = False) -> bool:
        is_familiar = FAMILIAR_AT.fullmatch(name) is not None
        return not is_familiar and is_common(
            name, self._whole, holds_office=holds_office
        )

    def _is_addressed(self, name: str) -> bool:
        """Whether somebody is spoken to by whom the title is of: 村民向某某说起."""
        return (
            name[0] in _ADDRESSING
            and SURNAME_AT.match(name, 1) is not None
            and self.count(name[1:]) > self.count(name)
        )

    def _is_doubtful(self, text: str, at: int, name: str) -> bool:
        """Whether a name looks like a word even after a title: 民警都轻轻."""
        end = at + len(name)
        if text.startswith(_ASPECTS, end):
            return True
        is_foreign = len(name) > 3 and FOREIGN_RUN.fullmatch(name) is not None
        manner = _MANNER.match(text, end)
        told = manner.end() if manner else _past_note(text, end)
        leads_on = text[end : end + 1].isdigit() or (
            text[end : end + 1] in _LEADS_ON and not NEVER_GIVEN & set(name[1:])
        )
        if (
            is_foreign
            or self._ends.cue_at(text, told)
            or _TO_THE_PRESS.match(text, end)
            or (leads_on and self._states(text, end, is_long=False))
        ):
            return False
        is_odd = (
            len(name) == 2
            or (name[1] == name[2] and not self._ends.title_at(text, end))
            or NEVER_GIVEN & set(name[1:])
            or not (
                self._ends.is_boundary(text, end)
                or any(point in name for point in POINTS)
            )
        )
        return name[0] in AMBIGUOUS and bool(is_odd) and self.count(name) == 1

    def speaking_alone(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Family names alone before a reporting word; see ``speaking_alone``."""
        return speaking_alone(text, self._ends)

    def before_title(self, text: str, at: int, end: int) -> str:
        """The full name that stands right before the title ``at..end``, or nothing."""
        return self._ends.before_title(text, at, end)

    def beginning_clauses(self, text: str) -> Iterator[str]:
        """Names that begin a clause and go on to a reporting word, or recur."""
        for found in _CLAUSE_START.finditer(f"。{text}"):
            at = found.start("name") - 1
            name = self._reader.at(text, at, after_title=False)
            if name and (nation_at(text, at) >= len(name) or self._is_common(name)):
                continue
            if len(name) == _WHOLE_NAME and (
                self._told.fullmatch(name, 1) or HOW.fullmatch(name, 1)
            ):
                continue  # a family name alone, and what its owner does: 林回应, 林其后
            if self._may_be_word(text, at, name) or (
                NEVER_GIVEN & set(name[1:])
                and not self._ends.cue_at(text, _past_note(text, at + len(name)))
            ):
                continue
            if name and (
                self._states(text, at + len(name), is_long=len(name) > 2)
                or self._gestures(text, at, name)
                or (
                    self._is_certain(text, at, name)
                    and self.count(name) > (2 if len(name) > 2 else 4)
                )
                or (self._acts(text, at, name) and self.count(name) > 1)
                or (name[0] in AMBIGUOUS and self._is_somebody(name))
            ):
                yield name
                yield from self._linked(text, at + len(name))

    def _linked(self, text: str, at: int) -> Iterator[str]:
        """Names that are joined to the one before a place: 、某某和某某."""
        while at < len(text) and text[at] in _JOINING:
            at += 1
            name = self._reader.at(text, at, after_title=False)
            end = at + len(name)
            if (
                not name
                or (name[0] in AMBIGUOUS and not self._ends.cue_at(text, end))
                or not self._ends.is_boundary(text, end)
                or self._is_common(name)
            ):
                return
            yield name
            at = end

    def _may_be_word(self, text: str, at: int, name: str) -> bool:
        """Whether a name's first character makes it doubtful and nothing settles it."""
        if not name or name[0] not in AMBIGUOUS:
            return False
        if self._begins_sentence(text, at, name):
            return False
        if len(name) > 2 and FOREIGN_RUN.fullmatch(name):
            return False
        end = at + len(name)
        return not (
            self._ends.cue_at(text, end)
            or self._is_somebody(name)
            or text[end : end + 1] == "（"
            or (len(name) == _WHOLE_NAME and text.startswith("如是说", end))
            or _HOLDS.match(text, end)
            or _TO_THE_PRESS.match(text, end)
            or self._speaks_with(text, end)
            or self._gestures(text, at, name)
            or (
                len(name) == _WHOLE_NAME
                and text[end : end + 2] in FOLLOWERS
                and is_full_name(name)
                and self._states(text, end, is_long=True)
            )
        )

    def _speaks_with(self, text: str, at: int) -> bool:
        """Whether somebody else is named behind, and then a reporting word: 、某某认为."""
        if text[at : at + 1] not in _JOINING:
            return False
        other = self._reader.at(text, at + 1, after_title=False)
        return bool(other) and self._ends.cue_at(text, at + 1 + len(other))

    def _begins_sentence(self, text: str, at: int, name: str) -> bool:
        """Whether a name of three begins a sentence and its owner says something in it."""
        end = at + len(name)
        return (
            len(name) == _WHOLE_NAME
            and text[at - 1 : at] in ("", "。", "\n", "！", "？", "”")
            and (
                text[end : end + 1] in _AFTER_SUBJECT
                or text.startswith(_MEETS, end)
                or (_GESTURE.match(text, end) is not None and is_full_name(name))
            )
            and name[-1] not in _BODY_LAST
            and name[:2] not in WORDS
            and self._states(text, end, is_long=True)
        )

    def in_frames(self, text: str) -> Iterator[str]:
        """Names that a frame around them tells; see ``Framed``."""
        for name in self._framed.names(text):
            if not self._is_common(name):
                yield name

    def _is_certain(self, text: str, at: int, name: str) -> bool:
        """Whether a name is one although only its family name and its end say so."""
        end = at + len(name)
        if not self._ends.is_boundary(text, end) or text.startswith(_ASPECTS, end):
            return False
        if name[0] not in AMBIGUOUS or self._ends.cue_at(text, end):
            return True
        return (
            name[1] not in NEVER_SECOND
            and _CLAUSE_SO_FAR.search(text, max(0, at - 12), at) is not None
        )

    def _states(self, text: str, at: int, *, is_long: bool) -> bool:
        """Whether a clause that begins with a name goes on to a reporting word."""
        at = _past_note(text, at)
        if (
            self._ends.cue_at(text, at)
            or _REPORTED.match(text, at)
            or _HOLDS.match(text, at)
        ):
            return True
        if at >= len(text) or not (
            text[at] in STOPS
            or text[at].isdigit()
            or text.startswith((*_LOOKS_INTO, *_MEETS), at)
            or self._ends.word_at(text, at)
            or (
                is_long
                and (text[at : at + 2] in FOLLOWERS or text[at + 2 : at + 3] == "了")
            )
        ):
            return False
        is_cited = text.startswith("等", at)
        marks = _SENTENCE_STOP if is_long or is_cited else _CLAUSE_STOP
        found = marks.search(text, at)
        end = found.start() if found else len(text)
        end = min(end, at + 40)
        leads_to_speech = is_long and text.find("：“", at + 2, end) >= 0
        return leads_to_speech or self._told.search(text, at, end) is not None

    def _is_somebody(self, name: str) -> bool:
        """Whether a name of three comes up again, nowhere shorter, and acts like a person."""
        if (
            len(name) != _WHOLE_NAME
            or name[-1] in _BODY_LAST | _OF_PLACES
            or not 1 < self.count(name) == self.count(name[:2])
            or (name[0] in _ADDRESSING and word_class(name[1:]))
        ):
            return False
        around = list(self._reader.around(name))
        return any(behind in FOLLOWERS for _, behind in around) and not any(
            before in _TO_PLACES for before, _ in around
        )

    def _acts(self, text: str, at: int, name: str) -> bool:
        """Whether what only names have stands behind a name of three: 某某某带着."""
        end = at + len(name)
        is_whole = len(name) == _WHOLE_NAME or (
            text[at - 1 : at] in ("", "。", "”")
            and name[-1] not in STOPS
            and not word_class(name)
            and not word_class(text[at + 1 : end + 1])
        )
        return (
            is_whole
            and name[0] not in AMBIGUOUS
            and name[-1] not in _BODY_LAST
            and name[-1] != "人"
            and text[end : end + 2] in FOLLOWERS
        )

    def _gestures(self, text: str, at: int, name: str) -> bool:
        """Whether it begins a sentence, or follows a quotation, and does something."""
        end = at + len(name)
        if name[0] in AMBIGUOUS:
            return (
                text[at - 1 : at] == "”"
                and len(name) == _WHOLE_NAME
                and is_full_name(name)
                and _GESTURE.match(text, end) is not None
            )
        if text[at - 1 : at] in "，：" and at:
            return (
                len(name) == 3
                and name[2] not in STOPS
                and _GESTURE.match(text, end) is not None
            )
        if text[at - 1 : at] not in "”。！？":
            return False
        if len(name) == 3 and name[2] not in STOPS and text[end : end + 1] in STOPS:
            return text[end : end + 1] != "的"
        return text[at - 1] == "”" and _GESTURE.match(text, end) is not None

    def stands(self, pattern: re.Pattern[str]) -> bool:
        """Whether the document has a match for a pattern."""
        return pattern.search(self._whole) is not None

    def is_place(self, name: str) -> bool:
        """Whether the document has a city or county of that name: 某州, 某州港."""
        place = name[:2]
        if name != place and name[2:] not in _OF_PLACES:
            return False
        return any(
            self.count(place + kind) > self.count(f"{place}{kind}长")
            for kind in ("市", "县")
        )

    def to_its_end(self, name: str) -> str:
        """A foreign name with the character that it never stands without: 某某某扬.

        Few names end in characters that are rare in them; what stands behind a name by
        chance differs from use to use.
        """
        if name in self._whole_names:
            return self._whole_names[name]
        self._whole_names[name] = whole = self._with_its_end(name)
        return whole

    def _with_its_end(self, name: str) -> str:
        part = _LAST_PART.search(name)
        if part is None or self.count(part.group()) < _OFTEN:
            return name
        behind = [after for _, after in self._reader.around(part.group())]
        last = behind[0][:1]
        is_part = (
            all(one[:1] == last for one in behind)
            and len({one[1:] for one in behind}) > 1
            and is_han(last)
            and last not in STOPS
        )
        return name + last if is_part else name

    def count(self, name: str) -> int:
        """How often a name stands in the document, or in as much of it as is asked."""
        return self._reader.count(name)

    def behind(self, name: str) -> Iterator[str]:
        """The two characters behind each use of a name."""
        return (after for _, after in self._reader.around(name))


_REPORTED = re.compile(
    "(?:详细|重点|首先|主要)?(?:介绍|指出|分析|谈|讲述|阐述|解析|作|做|发表|提出|回顾|分享|总结|梳理|回应|解读|强调|解释|论述|概括)了|[将把][^，。]{1,20}(?:定义|界定|概括|归纳|总结|比作|视)为?"
)
_HOLDS = re.compile(
    "(?:则|却|虽然?|也|又|还|曾|亦)+(?:并)?(?:不|没有|不太|不完全)?(?:同意|赞[同成]|反对|认为|指出|主张|承认|强调|提出|质疑)"
)
"""What only somebody with views does: 某某则不同意."""
_MANNER = re.compile(
    "[\u4e00-\u9fff]{2,5}地|[曾则也还却]|进一步|再次|特别|着重|重点|详细|同时|补充"
)
"""How somebody says something, between their name and the reporting word."""
_HAS_SAID = re.compile(
    f"曾{alternation((*FORMAL, *'警告 告诉 告知 提醒 建议 呼吁 承诺 批评 回忆 写道 多次'.split()))}"
)
"""What somebody has once said, which looks like a name behind a title: 主席曾强调."""
_IN_THIS_WAY = ("这样", "这么", "如此", "那样")
_SENTENCE_STOP = re.compile("[。！？；]")
_CLAUSE_STOP = re.compile("[，。！？；]")


def _is_manner(text: str, at: int, name: str) -> bool:
    """Whether somebody has done something in some manner: 妻子曾心疼地问, 主席曾强调."""
    is_manner = text.startswith("地", at + len(name)) or name[1:] in _IN_THIS_WAY
    is_manner = is_manner or _HAS_SAID.match(text, at) is not None
    return name[0] == "曾" and is_manner


def _past_note(text: str, at: int) -> int:
    """Past the parenthesis behind a name that tells where its owner works, if any."""
    return text.find("）", at) + 1 if text[at : at + 2] == "（\ue000" else at
