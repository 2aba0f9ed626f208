"""Name ends: what may stand behind a personal name, and what before one."""

from __future__ import annotations

import re

from annotations.suggest.names.followers import FOLLOWERS
from annotations.suggest.names.nations import nation_at
from annotations.suggest.names.titles import AFTER
from annotations.suggest.names.words import (
    ADVERBS,
    BODIES,
    BODY,
    STOPS,
    SURNAME,
    TRANSLITERATION,
    is_double,
    may_end_name,
    no_name,
)
from annotations.suggest.patterns import late
from annotations.text.dictionary import word_class
from annotations.text.punctuation import is_han

_SURNAME = re.compile(SURNAME)
_WHEN = re.compile(
    "提[交出名议案]|本(?:人|身|周|月|次|届|场|报|刊)|同一天|周[一二三四五六日]|[赛课会庭事]后|[事案]发|赛前|星期|[上本]周|昨|当[天日晚]|当地时间|早些时|早前|较早|其后|稍[早晚后]|上午|下午|凌晨|傍晚|用(?=[一两三四五几“])|虽|早在|早已|早就|根据|满脸|一脸|满面|满怀|成为|成了|当选|荣获|进一步|非常|十分|颇为|并不|倒[也是]|毫[不无]|奋不顾身|二话[不没]说|不假思索|义无反顾|不由分说|挺身|纵身|撰文|发文|发帖|致[函信电]|常[对跟把](?!方)|时(?=，)|处(?=获悉|了解到|得知|证实|获知)"
)
NEVER_GIVEN = frozenset(
    "们的了是在不和对也都还就着被把让给跟与及从以为向到说称讲问答这那她他没要会能可所之其该每各某些什么吗呢吧啊但且或由"
    "部局院厅署县市区镇乡科处组队站厂店司校馆社价款费税票债股额率度性型类项件条产业农商医机构车房路桥电网油粮食药病检警防"
)
"""Characters that no given name holds, or next to none: words of grammar, parts of bodies."""
_BEHIND_SCHOLARS = frozenset("在于将把对也曾的与和")
"""What follows a name of two behind a scholar's title: 经济学家科斯在某书里."""
_HOLDING = re.compile("(?<!手)[戴穿拿提背抱扛推骑坐站指望握举牵捧拎攥]着")
"""What somebody named right before does, or wears: 某某戴着口罩."""
_HOW = re.compile("[一-鿿]{2,6}?(?<![当各本])地")
"""In what way somebody does what comes next, behind their title."""
_KIN = re.compile("阿[姨婆公妈爸叔伯]|大[爷妈叔娘伯]|奶奶|爷爷|老[人汉伯](?!们)")
"""What elders are called behind their full name: 某某阿姨."""
_TIBETAN = "才让"
"""A part of Tibetan names that holds a word of grammar."""
_SHORT = 3
"""Code points of a name that may be a word with a character of foreign names in it."""
_BODIES = tuple(body for body in BODIES if len(body) > 1)
"""What nobody's name ends in."""
_RARE = frozenset("呼相那由诸后首经富银")
"""Family names that are so much commoner as words that only their place tells."""
_TO = frozenset("在向对就于")
_LATER = re.compile("(?:随后|此前|日前|近日|同日|当场|再次|公开)")
"""When or how somebody speaks, right behind their name."""
_DATED = re.compile(
    r"(?:当地时间)?(?:\d{1,2}月)?\d{1,2}日(?!本)|当[天日](?=[^，。]{0,12}[说称示])"
)
"""The day on which somebody speaks, right behind their name: 某某29日发表讲话."""
_CLAUSE_MARK = re.compile("[，。；：！？]")
_LEADS_TO_NAME = late(
    f"(?:\\A|[^\u4e00-\u9fff]|{BODY}|[的由用对向和与跟请让邀据是如及陪同者员师家长任科室系组处队团所院部局会台站司厅班级])\\Z"
)
"""What stands before a name that has its title behind it."""


_IN_CLASS = re.compile("[0-9０-９级一二三四五六七八九十]班")
"""The end of a class's name, which is no family name before a pupil's: 2班姚远同学."""
_FORMER = frozenset("原前副")
"""What stands before a title and is no family name there: 原维修师傅."""


class NameEnds:
    """Tells where names may end.

    Args:
        told: what finds reporting words.
    """

    def __init__(self, told: re.Pattern[str]) -> None:
        self._told = told

    def cue_at(self, text: str, at: int) -> bool:
        """Whether a reporting word begins at a place."""
        return self._told.match(text, at) is not None

    def said_from(self, text: str, at: int, end: int) -> int:
        """Where in ``at..end`` a reporting word or a time begins; ``end`` if nowhere.

        Foreign names are written with characters that such words begin with: 希望, 赛后.
        """
        for place in range(at, end):
            if self.cue_at(text, place) or _WHEN.match(text, place):
                return place
        return end

    def is_boundary(self, text: str, at: int) -> bool:
        """Whether a name may end at a place."""
        return (
            self._follows_name(text, at)
            or text[at : at + 2] in FOLLOWERS
            or self._title_or_time(text, at)
        )

    def _follows_name(self, text: str, at: int) -> bool:
        return (
            at >= len(text)
            or text[at] in STOPS
            or not is_han(text[at])
            or self.cue_at(text, at)
        )

    def word_at(self, text: str, at: int) -> bool:
        """Whether a word begins that can only follow a name: a cue, a title, a time."""
        return self.cue_at(text, at) or self._title_or_time(text, at)

    def _title_or_time(self, text: str, at: int) -> bool:
        return (
            _WHEN.match(text, at) is not None
            or _KIN.match(text, at) is not None
            or _HOLDING.match(text, at) is not None
            or self.title_at(text, at)
        )

    def title_at(self, text: str, at: int) -> bool:
        """Whether a title stands at a place, and nothing that it is part of."""
        title = AFTER.match(text, at)
        if title is None:
            return False
        end = title.end()
        behind = text[end : end + 2]
        return self._follows_name(text, end) or behind in ADVERBS or behind in FOLLOWERS

    def before_title(self, text: str, at: int, end: int) -> str:
        """The full name that stands right before the title ``at..end``, or nothing."""
        goes_on = self._follows_name(text, end) or text[end : end + 2] in FOLLOWERS
        if not goes_on and _HOW.match(text, end) is None:
            return ""
        for length in (3, 2, 4):
            start = at - length
            name = text[start:at] if start >= 0 else ""
            is_name = (
                name
                and (_SURNAME.match(name) is not None or _is_rare(name, text[at:end]))
                and (length < 4 or is_double(name))
                and all(map(is_han, name))
                and not (NEVER_GIVEN & set(name[1:-1]))
                and name[0] not in _FORMER
                and not _IN_CLASS.match(text, max(0, start - 1))
                and name[-1] not in "的了是在不和对也都还就省市县区镇乡"
                and not no_name(name, before_title=True)
            )
            if is_name and _LEADS_TO_NAME.search(text, max(0, start - 4), start):
                return name
        return _foreign_before(text, at, text[at:end])

    def _speaks_to(self, text: str, at: int) -> bool:
        """Whether a place or a hearer follows, and then a reporting word: 在…说."""
        if text[at : at + 1] not in _TO:
            return False
        mark = _CLAUSE_MARK.search(text, at)
        end = mark.start() if mark else len(text)
        return self._told.search(text, at, end) is not None

    def odd_name(self, text: str, at: int) -> str:
        """A name of any characters that stands between title and cue: 拜登 在某地 说."""
        if self.cue_at(text, at):
            return ""
        for length in (2, 3, 4, 5):
            name = text[at : at + length]
            if len(name) < length or not all(map(is_han, name)):
                return ""
            if length > _SHORT and name.endswith(_BODIES):
                return ""  # 投资者互动平台 表示
            end = at + length
            # Of two characters only a foreign name begins like a word: 希尔表示.
            is_foreign = length == 2 and _LETTERS.issuperset(name)
            if length < 3 and name[0] in STOPS and not is_foreign:
                continue
            is_scholars = is_foreign and text.endswith("学家", 0, at)
            is_leaders = is_foreign and text.endswith(_LEADERS, 0, at)
            leads_on = (
                self._leads_on(text, end)
                or (is_scholars and text[end : end + 1] in _BEHIND_SCHOLARS)
                or (is_leaders and self.is_boundary(text, end))
            )
            tells = (
                self.cue_at(text, end)
                or text.startswith("看来，", end)
                or (
                    text[end : end + 1] in ("则", "也", "还", "却", "曾")
                    and self.cue_at(text, end + 1)
                )
            )
            if not (leads_on or tells):
                continue
            grammar = _grammar(name)
            if leads_on and not (grammar or STOPS & set(name) or no_name(name)):
                return name
            if tells:
                is_word = (
                    bool(grammar)
                    or (
                        name[0] in STOPS
                        and not (length == 3 and name[0] in _RARE)
                        and not is_foreign
                    )
                    or (
                        name[-1] in STOPS
                        and not (length == 3 and may_end_name(name[-1]))
                    )
                    or name[-1] in "时后前中上里下仍"
                    or no_name(name)
                )
                return "" if is_word else name
        return ""

    def _leads_on(self, text: str, at: int) -> bool:
        """Whether what stands behind a name tells what its owner does before they speak."""
        later = _LATER.match(text, at)
        return (
            _HOLDING.match(text, at) is not None
            or self._speaks_to(text, at + text.startswith("也", at))
            or _DATED.match(text, at) is not None
            or (later is not None and self.cue_at(text, later.end()))
        )


def _grammar(name: str) -> frozenset[str]:
    """Characters that make a word of what stands where a name does."""
    letters = sum(one in _LETTERS for one in name)
    if len(name) > _SHORT and letters >= len(name) - 1:
        return frozenset()  # nearly all of it is written as foreign names are
    if name[0] == "科" and letters == len(name):
        return frozenset()  # 科斯
    return NEVER_GIVEN & set(name.replace(_TIBETAN, ""))


def _is_rare(name: str, title: str) -> bool:
    """Whether a scholar may have a name whose family is far commoner as a word: 初景利教授."""
    return (
        len(name) == _SHORT
        and name[0] in _RARE_FAMILIES
        and title in _SCHOLARS
        and not word_class(name[:2])
        and not word_class(name[1:])
    )


_RARE_FAMILIES = frozenset("水云凤花贝支干杭诸松宿从能双贡终殳郈琴初蔄母岩门火国红年")
_SCHOLARS = frozenset("教授 博士 院士 研究员 副教授 老师".split())


def _foreign_before(text: str, at: int, title: str) -> str:
    """The foreign name that ends where a form of address begins, or nothing."""
    if title not in _POLITE or text[at - 1 : at] not in _LETTERS:
        return ""
    start = at
    while start and at - start < _LONGEST_FOREIGN and text[start - 1] in _LETTERS:
        start -= 1
    name = text[start:at]
    is_one = len(name) > 2 and not nation_at(text, start) and not no_name(name)
    leads = is_one and _LEADS_TO_NAME.search(text, max(0, start - 4), start)
    return name if leads else ""


_POLITE = frozenset("教授 博士 先生 女士 小姐 夫人 太太 院士 医生 大夫".split())
"""What people are called by, and nations are not."""
_LEADERS = ("总统", "总理", "首相", "国王", "国务卿")
"""Of whom a few characters of foreign names are the name: 总统某某出席…."""
_LETTERS = frozenset(TRANSLITERATION)
_LONGEST_FOREIGN = 7
"""Code points of a foreign name."""
