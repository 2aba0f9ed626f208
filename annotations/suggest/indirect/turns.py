"""Turns: what stands after somebody's name and a colon, in interviews and headlines."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from annotations.suggest.indirect.statement import Statement
from annotations.suggest.names.words import HAN, SURNAME
from annotations.suggest.sources.source import Source
from annotations.text.punctuation import POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.sources import Sources

_LABEL = re.compile(
    "[#\\s　■●◆]*(?P<who>《[^《》]{2,14}(?:报|刊|杂志|新闻)》|(?![\\d【])[^\\s，。、：；！？“”《》]{1,45})(?:（[^）]{1,20}）)?："
)
_HEAD = re.compile(
    "[#\\s　■●◆]*(?:.*[ 　])?(?P<who>(?![\\d【])[^\\s，。、：；！？“”《》]{1,15}[^\\s，。、：；！？“”《》\\d])："
)
"""The last part of a headline that has several: 谈供水 水务局长：….."""
_ASKER = re.compile(
    "问|提问|问题[一二三四五六七八九十\\d]*|网友|主持人|[^，。：]*(?:记者|追问|发问)|[^，。：]{2,}(?:报|社|台|网)|Q|编辑"
)
_PAPER = re.compile("[^，。：]{2,12}(?:刊|新闻|杂志)|《[^》]{2,14}》")
"""What asks as well, if it does so more than once."""
_ANSWER = re.compile("答|A|回答|答复")
_NAME = re.compile(f"{SURNAME}{HAN}{{1,2}}|{HAN}{{1,6}}[{POINTS}]{HAN}{{1,6}}")
_NOBODY = re.compile(
    "(?:关键词|摘要|来源|单位|时间|地点|作者|责任编辑|责编|监制|校对|统筹|策划|撰文|文字|摄影|摄像|制图|编者按|导读|题|主题|基金项目|嘉宾|专家|受访者|采访对象|主讲人?|讲者|主持|出席|参会|发起人|策展人|主办方?|承办方?|协办方?|出品方?|支持方|网站|公众号|小红书|视频号|微博|邮箱|地址|通讯员|电话|地址|附|注|例如|比如|包括|如下)$|【"
)
_IS_SOMEBODY = re.compile(
    "的[^，。？！]{0,10}(?:者|人|家|师|父|手|驱|星|王|匠|旗手|之路|故事|一生|人生)$"
)
"""What a headline calls somebody, which they do not say."""
_MOTTO = re.compile("(?P<first>[^，、]{2,4})、(?P<second>[^，、]{2,4})\\Z")
"""Two words of one length, which are a heading and no statement: 助就业、有奔头."""
_TRADE = re.compile("[一-鿿](?:(?<![职产作])业|[界方族圈])$")
_WORK = re.compile("《[^》]*》[^。]{0,12}$")
"""A work by itself, whose writer stands before it in a list of notes."""
_ENDED = re.compile("[。！？…”）]$")
_LEAST = 4
"""Code points that somebody says at least."""
_LONGEST_CALLED = 6
"""Code points of what somebody is called who answers only once."""
_LEADS_ON = re.compile("[（(]|[从在就对以由据按]|[这那]")
"""What a label begins with that is nobody's."""
_LEAST_VOICES = 2
"""Passages that begin with somebody's name, which make a script of a text."""
_LONGEST_HEAD = 40
"""Code points of a headline."""


class Turns:
    """Finds, once for a document, the passages that a label gives to a speaker."""

    def __init__(self, passages: Sequence[Passage], sources: Sources) -> None:
        self._passages = passages
        self._sources = sources
        self._labels = {
            one.number: found
            for one in passages
            if "：" in one.plain
            and (found := _LABEL.match(one.plain))
            and not _NOBODY.search(found["who"])
        }
        self._askers = self._asking()
        self._is_interview = self._asks_and_answers()
        self._talking = self._talk()
        self._are_voices = self._speak_in_turn()

    def _talk(self) -> frozenset[str]:
        """Names of those who talk with each other: each has the word twice at least."""
        turns = Counter(
            found["who"]
            for number, found in self._labels.items()
            if _NAME.fullmatch(found["who"]) and _is_prose(self._passages[number])
        )
        names = frozenset(name for name, count in turns.items() if count > 1)
        return names if len(names) > 1 else frozenset()

    def _asking(self) -> frozenset[str]:
        """Labels of those who ask."""
        names = Counter(found["who"] for found in self._labels.values())
        return frozenset(
            name
            for name, count in names.items()
            if _ASKER.fullmatch(name) or (count > 1 and _PAPER.fullmatch(name))
        )

    def _asks_and_answers(self) -> bool:
        """Whether askers and others take turns: one of each is no interview yet."""
        names = {found["who"] for found in self._labels.values()}
        return bool(self._askers) and not names <= self._askers

    def _speak_in_turn(self) -> bool:
        """Whether several passages of prose begin with somebody's title and name."""
        voices = (one for one in self._passages if self._voice(one) is not None)
        return sum(1 for _ in islice(voices, _LEAST_VOICES)) == _LEAST_VOICES

    def _voice(self, passage: Passage) -> Source | None:
        """Whose title and name a passage of prose has before a colon."""
        label = self._labels.get(passage.number)
        if label is None or not _is_prose(passage):
            return None
        found = self._sources.subject(passage, *label.span("who"))
        if found is None or found.kind != "person" or not found.role:
            return None
        return found if found.end == label.end("who") else None

    def of(self, passage: Passage) -> Statement | None:
        """What a label of this passage has somebody say, down to the next label."""
        label = self._labels.get(passage.number)
        if label is not None and self._is_interview and _is_prose(passage):
            return self._answer(passage, label)
        if label is not None and label["who"] in self._talking and _is_prose(passage):
            who = Source(
                label["who"], *label.span("who"), "", 0.85, "person", passage.number
            )
            return _turn(passage, label, who, self._last(passage), 0.8)
        voice = self._voice(passage) if self._are_voices else None
        if label is not None and voice is not None:
            return _turn(passage, label, voice, passage, 0.75)
        return self._headline(passage) if "：" in passage.plain else None

    def _answer(self, passage: Passage, label: re.Match[str]) -> Statement | None:
        if label["who"] in self._askers:
            return None
        source = self._speaker(passage, label)
        if source is None:
            return None
        last = self._last(passage)
        return _turn(passage, label, source, last, 0.8)

    def _speaker(self, passage: Passage, label: re.Match[str]) -> Source | None:
        """Who answers by a label; None if it only leads to what follows: 从手法上看：."""
        start, end = label.span("who")
        if _ANSWER.fullmatch(label["who"]):
            return Source("", start, end, "", 0.0, "group", passage.number)
        found = self._sources.subject(passage, start, end)
        if found is not None and found.kind != "self":
            return found
        recurs = sum(one["who"] == label["who"] for one in self._labels.values()) > 1
        is_short = len(label["who"]) <= _LONGEST_CALLED
        if not recurs and (not is_short or _LEADS_ON.match(label["who"])):
            return None
        return Source(label["who"], start, end, "", 0.75, "person", passage.number)

    def _last(self, passage: Passage) -> Passage:
        """The last passage before the next label, a heading, or what a reporter tells."""
        last = passage
        for one in self._passages[passage.number + 1 :]:
            text = one.plain.strip()
            if (
                one.number in self._labels
                or not _ENDED.search(text)
                or "记者" in one.masked
            ):
                break
            if text:
                last = one
        return last

    def _headline(self, passage: Passage) -> Statement | None:
        """A headline that says who says it: 水务局：三年换完老水管."""
        text = passage.plain.rstrip()
        if len(text) > _LONGEST_HEAD or text.endswith(("。", "；")):
            return None
        head = _HEAD.match(text)
        if head is None or _NOBODY.search(head["who"]):
            return None
        if _IS_SOMEBODY.search(text, head.end()):
            return None
        source = self._sources.subject(passage, *head.span("who"))
        if source is None and _TRADE.search(head["who"]):
            source = Source(
                head["who"], *head.span("who"), "", 0.7, "body", passage.number
            )
        if source is None or source.kind not in ("person", "body", "group"):
            return None
        if source.end != head.end("who"):
            return None
        if source.kind == "body" and _is_motto(text[head.end() :].strip()):
            return None
        return _turn(passage, head, source, passage, 0.65)


def _is_prose(passage: Passage) -> bool:
    return _ENDED.search(passage.plain.rstrip()) is not None


def _is_motto(said: str) -> bool:
    found = _MOTTO.match(said)
    return found is not None and len(found["first"]) == len(found["second"])


def _turn(
    passage: Passage, label: re.Match[str], source: Source, last: Passage, score: float
) -> Statement | None:
    start = label.end()
    while passage.plain[start : start + 1].isspace():
        start += 1
    end = len(last.plain.rstrip())
    said = passage.plain[start:]
    quoted = next((one for one in passage.quotations if one.start == start), None)
    if (
        len(said) < _LEAST
        or _WORK.match(said)
        or (quoted and (_ENDED.search(said) or quoted.end == end))
    ):
        return None
    return Statement(
        start, end, source, "：", (label.end() - 1, label.end()), "indirect.turn", score,
        last.number, label.start("who"),
    )  # fmt: skip
