"""Reading names: which name begins at a place, and where it ends."""

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING

from annotations.suggest.names.followers import FOLLOWERS
from annotations.suggest.names.foreign import POINTED_AHEAD, past_rare, pointed
from annotations.suggest.names.titles import POLITE
from annotations.suggest.names.words import (
    FOREIGN,
    JAPANESE,
    STOPS,
    SURNAME,
    TRANSLITERATION,
    WORDS,
    is_double,
    may_end_name,
    no_name,
)
from annotations.text.dictionary import word_class
from annotations.text.punctuation import POINTS, is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.suggest.names.ends import NameEnds

FOREIGN_RUN = re.compile(FOREIGN)
SURNAME_AT = re.compile(SURNAME)
_BEFORE_CUE = frozenset(
    "也还则都曾就又并却便均再先最更很已正一不没有这那于因如此近日今到中里上下前后时第由首多要会能可所之至据等的了着在对向从以和与及同跟将把被让给为是亦仅只才刚常总仍，。、；：！？“”（）…— 　"
)
"""What may stand between a name and a reporting word."""
_ONLY_ADVERBS = frozenset("还也则都就曾即将又却并再仍亦")
"""What no given name of one character is."""
_AFTER_ZHENG = frozenset("和与及同跟对向也还又则都是就的在从等曾将")
"""What may follow a name that ends in 正."""
_MARRIED = 4
"""Code points of a name with two family names: 林郑某某."""
_FULL = 3
"""Code points of a full name as most have it, behind which a word begins: 某某某语气坚定."""
_CITY = re.compile(
    "[一-鿿]{2}[^市县在到从去来进回上全本该各给向对说跟和与为由把让被是，。；：、][市县](?![长委场民政值面里人区])(?=[一-鿿])"
)
"""What begins like a name and is a place's: 胡志明市."""
_TIBETAN_LAST = frozenset("姆措玛吉杰旺扎培珍")
"""What Tibetan names of four characters end in, which may begin like family names."""
_SHORTEST_RUN = 2
"""Code points of a run of such characters that may be a name: 本文提 is none."""
_STREET = re.compile("大[道街厦桥学都会使选臣厅楼赛陆]")
"""What makes something else of a foreign name than a person: 某某某大道."""
_RANKS = ("长", "员", "官")
"""What ends a rank, which only a name or a verb follows."""
_JAPANESE_LAST = frozenset("雄郎朗子介助辅美代司三二一太惠香里奈江平治次夫")
"""What given names of three characters end in: 纯一郎."""
_WORDS_ACROSS = frozenset(
    (
        "早在 早已 早就 根据 据此 只好 只能 只有 只是 只得 只要 只想 只身 只剩 只顾 只用 只见 只花 通过 通知 通报 正在 正式 正是 同时 同意 同样 一边 一直 一同 一起 一样 一致 一度 一再 一般 一旦 一律 一手 一口 一脸 一把 "
        "一下 一面 一家 一次 主动 自己 自愿 自豪 自掏 首先 首次 先后 先是 最后 最终 最近 最初 前往 前来 前去 上前 上门 上台 上任 中午 下午 再次 "
        "再三 如今 如是 如实 如何 来到 来自 来电 去年 有的 有些 为了 为此 将要 成为 会上 会后 能够 可以 可能 要求 多次 多年 期间 确实 "
        "提供 提出 提议 提名 提前 提到 达成 达到 加强 加入 加快 加大 利用 及时 查处 维护 维持 特别 特意 基于 格外 以及 此前 此时 此外 是否 至今 已经 已是 第一 第二 明年 明天 意外 思考 主持 主任 表演 总是 解决 发起 发给 深入 深知 诺言 立即 当场 抛出 探讨 正忙 正带 正给 正教 正拿 正低 正埋 正坐 正站 激动 亲自 亲手 亲口 亲眼 目前 目光 目的 目标"
    ).split()
)
"""What begins behind a name of two though a name of three could end in it."""
FAMILIAR = "[小老阿][方何任程毛江史夏叶田龙武段万常易金雷钟严王李张刘陈杨赵黄周吴徐孙胡朱林郭罗宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛余潘杜戴汪姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟钱汤尹黎乔贺赖龚]"
"""What somebody is called by 小 or 老 and a family name that makes no word with it."""
FAMILIAR_AT = re.compile(FAMILIAR)
_UNDERSTANDS = ("解", "结", "却", "如", "")
"""What makes another word of 了 behind a name: 某某某了解."""
WINDOW = 200_000
"""Code points of a document in which a name's uses are counted."""


class NameReader:
    """Reads names in one document.

    Args:
        whole: all of the document's text, in which uses of a name are counted.
        ends: what tells where names may end.
    """

    def __init__(self, whole: str, ends: NameEnds) -> None:
        self._whole = whole[:WINDOW]
        self._has_points = any(point in whole for point in POINTS)
        self._counts: dict[str, int] = {}
        self._places: dict[str, list[int]] = {}
        self._ends = ends

    def at(self, text: str, at: int, *, after_title: bool) -> str:
        """The name that begins at a place, or nothing."""
        if self._has_points and (ahead := POINTED_AHEAD.match(text, at)):
            return pointed(text, ahead.end() - 1, at)
        foreign = FOREIGN_RUN.match(text, at)
        begins = SURNAME_AT.match(text, at)
        if foreign and (not begins or len(foreign.group()) > 3):
            last = past_rare(text, at, foreign.end()) if after_title else foreign.end()
            said = self._ends.said_from(text, at + _SHORTEST_RUN, last)
            name = _without_word(text[at:said], text[said : said + 1])
            is_cut = len(name) < last - at
            is_sure = len(name) > 3 and (after_title or text[at - 1 : at] in _RANKS)
            if is_sure or is_cut or self._ends.is_boundary(text, at + len(name)):
                is_street = _STREET.match(text, last - 1)
                return "" if is_street or no_name(name) else name
        if not begins:
            return self._without_family(text, at, after_title=after_title)
        if text.startswith(POLITE, begins.end()) or (
            not after_title
            and (self._ends.title_at(text, begins.end()) or _CITY.match(text, at))
        ):
            return ""
        name = self._whole_name(text, at, self._of_family(text, at))
        if len(name) > 2 and self._ends.title_at(text, at + len(name) - 1):
            name = name[:-1]
        if after_title and not self._ends.is_boundary(text, at + len(name)):
            odd = self._ends.odd_name(text, at)
            if odd and not _is_full(name, odd):
                return odd
        is_word = name[:2] in WORDS and (len(name) == 2 or self.count(name) == 1)
        if is_word and not self._ends.is_boundary(text, at + len(name)):
            return ""
        return "" if no_name(name, after_title=after_title) else name

    def _without_family(self, text: str, at: int, *, after_title: bool) -> str:
        """A name that begins with no family name: 志愿者小周, and odd ones after titles."""
        if FAMILIAR_AT.match(text, at) and self._ends.is_boundary(text, at + 2):
            return text[at : at + 2]
        return self._ends.odd_name(text, at) if after_title else ""

    def _whole_name(self, text: str, at: int, name: str) -> str:
        """A name with the last part that Tibetan ones have, if it never stands without.

        Or with the last character of a married woman's: 林郑某某.
        """
        if self._is_married(text, at):
            return text[at : at + _MARRIED]
        longer = text[at : at + len(name) + 1]
        if len(name) != _FULL or longer == name:
            return name
        is_part = longer[_FULL:] in _TIBETAN_LAST or (
            SURNAME_AT.match(name, 1) is not None
            and longer[_FULL:] not in STOPS
            and self._ends.is_boundary(text, at + len(longer))
        )
        is_never_short = is_part and self.count(longer) == self.count(name) > 1
        return longer if is_never_short else name

    def _is_married(self, text: str, at: int) -> bool:
        """Whether two family names and a given one begin there that come up again.

        Most of the time she is called by the family names alone: 林郑.
        """
        if SURNAME_AT.match(text, at + 1) is None:
            return False
        name = text[at : at + _MARRIED]
        ends = self._ends
        return (
            len(name) == _MARRIED
            and all(map(is_han, name))
            and name[2] not in STOPS
            and name[3] not in _BEFORE_CUE
            and not word_class(name[2:])
            and ends.is_boundary(text, at + _MARRIED)
            and not ends.is_boundary(text, at + _FULL)
            and self.count(name[:2]) > self.count(name) > 1
        )

    def _of_family(self, text: str, at: int) -> str:
        """The name that begins with the family name at a place."""
        if text[at : at + 2] in JAPANESE:
            japanese = self._japanese(text, at)
            if japanese or text[at + 2 : at + 3] in _ONLY_ADVERBS:
                return japanese or text[at : at + 2]
        short = at + (3 if is_double(text[at : at + 2]) else 2)
        long = short + 1
        third, fourth = text[short : short + 1], text[long : long + 1]
        is_over = not third or not is_han(third) or third + fourth in _WORDS_ACROSS
        ends_short = (
            is_over
            or (third == "时" and self._ends.cue_at(text, long))
            or (fourth == "了" and text[long + 1 : long + 2] not in _UNDERSTANDS)
            or self._ends.word_at(text, short)
            or self._is_busy(text, at, short)
            or self._is_followed(text, at, short)
        )
        # Nobody is called by 之 alone.
        is_linked = text[at + 1 : at + 2] == "之"
        if ends_short and not (is_linked and third and is_han(third)):
            return text[at:short]
        if (
            self._ends.word_at(text, long)
            or not fourth
            or not is_han(fourth)
            or is_linked
        ):
            is_whole = third not in STOPS or may_end_name(third) or is_linked
            if third not in _BEFORE_CUE and self._ends.cue_at(text, long):
                is_whole = True
            return text[at : long if is_whole else short]
        twos, threes = self.count(text[at:short]), self.count(text[at:long])
        if third in STOPS and twos > threes * 2 and twos > 2:
            return text[at:short]
        if third in STOPS:
            is_long = may_end_name(third) and threes > 1 and threes == twos
            return text[
                at : long
                if is_long
                or (
                    may_end_name(third, before_verb=True)
                    and (fourth in STOPS or self._acts(text, at, short))
                )
                else short
            ]
        if fourth in STOPS:
            return text[at : short if twos > threes * 2 else long]
        if threes == 1 and self._is_word(text, short):
            return text[at:short]
        return text[at : short if twos > threes else long]

    def _is_word(self, text: str, at: int) -> bool:
        """Whether a word begins at a place and none in the middle of it: 送走 客人."""
        word, other = text[at : at + 2], text[at + 1 : at + 3]
        is_one = bool(word_class(word)) and not word_class(other)
        return is_one and not self._ends.is_boundary(text, at + 1)

    def _acts(self, text: str, at: int, short: int) -> bool:
        """Whether what only names have stands behind a name of three: 某某明 赶到."""
        act = text[short + 1 : short + 3]
        is_act = act in FOLLOWERS or act[1:] == "着"
        return is_act and is_full_name(text[at : short + 1])

    def _is_followed(self, text: str, at: int, short: int) -> bool:
        """Whether a word stands behind a name that never goes on otherwise: 刘荣 记忆.

        Where 时 ends a clause it is none of the word before: 见到某某平时，.
        """
        return (
            text[short : short + 2] in FOLLOWERS
            and not text.startswith("时，", short + 1)
            and self.count(text[at : short + 1]) == self.count(text[at : short + 2])
        )

    def _is_busy(self, text: str, at: int, short: int) -> bool:
        """Whether 正 and what somebody is doing stand behind a name: 某某正指导, once."""
        long = short + 1
        verb = text[long : long + 1]
        return bool(
            text[short] == "正"
            and verb
            and is_han(verb)
            and verb not in _AFTER_ZHENG
            and not self._ends.word_at(text, long)
            and self.count(text[at:long]) == 1
        )

    def _japanese(self, text: str, at: int) -> str:
        """A name of two and two or three characters, if it ends there; or nothing.

        The two alone where they are what somebody is called: 在小林看来.
        """
        if text.startswith("看来", at + 2):
            return text[at : at + 2]
        for end in (at + 5, at + 4):
            if end == at + 5 and text[end - 1 : end] not in _JAPANESE_LAST:
                continue
            given = text[at + 2 : end]
            if given.startswith(POLITE):
                return ""
            is_plain = end == at + 5 or not STOPS & set(given)
            if (
                is_plain
                and all(map(is_han, given))
                and self._ends.is_boundary(text, end)
            ):
                return text[at:end]
        return ""

    def count(self, name: str) -> int:
        """How often a name stands in the document, or in as much of it as is asked."""
        if name not in self._counts:
            begins = map(self._whole.startswith, repeat(name), self._beginnings(name))
            self._counts[name] = sum(begins)
        return self._counts[name]

    def around(self, name: str) -> Iterator[tuple[str, str]]:
        """The character before and the two behind each use of a name."""
        for at in self._beginnings(name):
            if self._whole.startswith(name, at):
                end = at + len(name)
                yield self._whole[max(0, at - 1) : at], self._whole[end : end + 2]

    def _beginnings(self, name: str) -> list[int]:
        """Where the first character of a name stands."""
        first = name[:1]
        if first not in self._places:
            self._places[first] = list(places(self._whole, first))
        return self._places[first]


def is_full_name(name: str) -> bool:
    """Whether three characters read like a family name and a given one, and no word."""
    given = word_class(name[1:])
    return given.startswith("nr") or not (given or word_class(name[:2]))


def is_married(name: str) -> bool:
    """Whether a name has two family names in front: 林郑某某."""
    families = SURNAME_AT.match(name) and SURNAME_AT.match(name, 1)
    return len(name) == _MARRIED and families is not None and not is_double(name[:2])


def places(text: str, character: str) -> Iterator[int]:
    """Where a character stands in a text."""
    at = text.find(character)
    while at >= 0:
        yield at
        at = text.find(character, at + 1)


def _is_full(name: str, odd: str) -> bool:
    """Whether a name is whole, and what might be a longer one has a word at its end.

    Married women may have two family names, 林郑某某; foreign names may hold characters
    that are rare in them.
    """
    if len(name) != _FULL or not odd.startswith(name):
        return False
    is_married = len(odd) == _FULL + 1 and SURNAME_AT.match(odd, 1) is not None
    letters = sum(one in TRANSLITERATION for one in odd)
    is_foreign = letters >= len(odd) - 1 and odd[-1] != "高"
    return not is_married and not is_foreign


def _without_word(name: str, after: str) -> str:
    """A foreign name without the character that begins a word: 某某于 before 30日.

    Args:
        name: characters that foreign names are written with.
        after: the character behind them.
    """
    is_time = name[-1] == "于" and after.isdigit()
    is_word = is_time or name[-1] + after in _WORDS_ACROSS
    return name[:-1] if is_word and len(name) > _SHORTEST_RUN else name
