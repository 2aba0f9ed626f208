"""Behind: who is named after a quotation: “…。”某某说."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import NOMINAL, cues, telling_pattern
from annotations.suggest.direct.ahead import JOINS, first_person
from annotations.suggest.direct.attribution import Attribution
from annotations.suggest.direct.wording import in_a_row
from annotations.suggest.names.nounphrases import is_phrase
from annotations.suggest.names.reading import is_full_name
from annotations.suggest.names.words import (
    ADVERBS,
    AMBIGUOUS,
    COLLECTIVE,
    HAN,
    SURNAME,
    TRANSLITERATION,
    WORDS,
)
from annotations.suggest.passages import FINAL
from annotations.suggest.patterns import late
from annotations.suggest.sources.source import Source
from annotations.text.punctuation import POINTS, is_han

if TYPE_CHECKING:
    from annotations.suggest.cues import Cue
    from annotations.suggest.direct.ahead import Ahead
    from annotations.suggest.lexicon import Lexicon
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.sources import Sources


_SOMEONES_WORDS = late(
    f"(?:(?:\\d{{1,2}}月)?\\d{{1,2}}日(?:[上下]午|晚)?，|[^，。；：“”]{{2,10}}[上中里时后]，)?(?:这(?=[^，。]{{0,4}}[是成道说代]))?(?:已经?|早已|几乎|也|正)*(?:是|成为?了?|道出了?|说出了?|代表了?)?(?:\\d{{1,2}}岁的)?(?P<who>[^，。；：“”的]{{2,16}}?(?:{COLLECTIVE})|[^，。；：“”的]{{2,24}}?)(?:[对在][^，。；：“”的]{{1,14}})?的(?:共同|一致|普遍|真实|最大)?(?P<cue>(?:一|这)?(?:番|席|句|段)?(?:麻辣|精彩|犀利|现场)?(?:话|点评|发问|追问|提问|自白|感慨|心声|回答|感叹|调侃|说法|评价|描述|比喻|自述|肺腑之言|心里话|承诺|共识|感受|感触|看法|呼声|期盼|心愿|愿望|理解|体会|答案|口头禅|座右铭|信条|家训))"
)
_FULL_NAME = re.compile(f"{SURNAME}{HAN}{{2}}")
"""A family name and a given one of two characters."""
_OWNED_WORDS = re.compile(
    "的[^，。]{0,6}[话慨声答叹侃法价述喻言诺识受触盼愿望评问白解会案禅铭条训]"
)
_CHIMES_IN = re.compile(
    "[^，。；：”]{2,}(?:接着|跟着|附和着|也跟着|接过话茬|接过话头|抢着)\\Z"
)
"""What says that somebody else speaks next: 旁边的志愿者接着说."""
_IN_CHORUS = re.compile(
    "(?:伴随着|随着|在|于)(?P<who>[^，。；：“”的]{2,10}?)(?:的|此起彼伏|一阵阵?|一片|齐声|七嘴八舌)[^，。；：“”]{0,10}声(?:中|里)"
)
"""Who calls out what stands before: “…！”“…！”在孩子们此起彼伏的回答声中."""
_ONLY_TELLS = re.compile(
    "(?:[^，。：；“”]{2,14}[年月日天时后前]，)?[^，。：；“”]{2,60}?(?<![样么不没])(?P<cue>(?:告诉记者|表示|指出|介绍|强调|透露|坦言|感慨|回忆|补充)(?:道|说)?|说道?"
    "|(?:称赞|评价|点评|赞叹|寄语|叮嘱|嘱咐|勉励|告诫|提醒)(?:道|说))。"
)
"""A sentence that only tells who has spoken: 去年三月，某某在接受采访时说."""
_SIGNATURE = re.compile(
    f"(?:[{TRANSLITERATION}{POINTS}]{{2,10}}|{SURNAME}{HAN}{{1,2}}?)(?=[在于对谈，。（]|\\Z)"
)
"""Whoever signs words by a name alone."""
_PEOPLE = late(f"(?![而但却是这那不让使令]){HAN}{{0,6}}?{COLLECTIVE}")
"""A kind of people that a clause begins with."""
_SEVERAL = re.compile(
    "^(?:许多|不少|很多|众多|多[名位]|几[名位]|大家|大伙)|们$"
    "|^(?![一有另][名位个]?)[^，]{0,8}(?:游客|市民|居民|村民|网友|观众|学生|孩子|顾客|消费者|家长|读者|群众|乡亲|旅客|乘客|用户|球迷|影迷|粉丝|路人|邻居)$"
)
"""Several people, who may have said one thing each."""
_ONE_BY_ONE = re.compile("一一|逐一|连[声连]|接连|一口气|反复")
"""How somebody says several things: “…！”“…！”某某一一叮嘱."""
_AT_ONCE = re.compile(
    ".?|，?\\d{1,2}多?岁的|，?(?:围观|在场|到场|一旁|旁边|身边|台下|排队)的"
)
"""What may stand in front of a group that a clause begins with."""
_SETTINGS = 4
"""Clauses after a quotation in which its speaker is looked for."""
_SHORT_NAME = 7
"""Code points that a group's name stays under that acts and has no reporting word."""
_ONE = ("一位", "一名", "一个", "一对")
"""What a name begins with that is no longer than its group's all the same."""
_MOVED = re.compile(
    "记忆犹新|感慨|感叹|赞不绝口|大拇指|连连(?:称赞|点赞|道谢|感谢|夸赞|点头)|喜笑颜开|乐开了花|合不拢嘴|满脸|满是|难掩|激动|兴奋|深有(?:体会|感触)|由衷|竖起|颇为|(?:介绍|讲解|讲述|分享|回答|解释|回顾)了|十分(?:高兴|满意|感动)|信心满满|如释重负|松了一?口气"
)
"""What shows how somebody feels who speaks."""
_REACTS = re.compile(
    "愣|怔|听了|听罢|听完|听后|闻言|[不没]吭|不语|没说话|无言|沉默|挂不住|脸红|红了脸|红着脸|扭头|掉头|没接|不接|答不上|低下头|哭笑不得|被[^，。]{0,6}(?:逗|问|说|打动|感动)|"
    "也(?:开始|跟着|连忙|赶紧)|应声|都笑|乐了|大笑起来|哄堂|恍然|这才|心里|心头|眼圈|流泪|落泪|哭了"
)
"""What hearers do right after a quotation, and seldom speakers."""
_SEEN = re.compile(
    "[看读收刷]到[^，。]{0,8}(?:消息|信息|短信|广告|帖子|招牌|横幅|标语|字样|留言)|写着|映入|赫然|挂着|贴着|印着|醒目"
)
"""What is done with words that were written and not said."""
_WHERE = re.compile("在[^，。；：]+[时中上里]\\Z")
"""Where or when voices are heard: 在某某学校采访时."""
_CLAUSE = re.compile("，?[^，。；：！？]*")
_SETTING = re.compile(
    "，?(?:\\d|眼看|[一-十]+月|[本上下]?周|昨|今|明|当|那|次|每|某|清|凌|早|中午|下午|傍|晚|深夜|夜|入|刚|临|眼下|时至|在|随|伴|作?为|通过|凭借|借助|指着|捧着|拿[着起]|握着|抱着|抚摸|翻开|翻看|用上|打开|换上|穿上|戴[上着]|接过|放下|端着|扛着|推着|骑着|数着|摸着|尝[着了]|忙[着完]|提起|谈起|聊到|过去|踩|走进|来到|回想|想起|聊起|面对|站|走|坐|望|(?:现场|认真|仔细)?(?:聆听|收听|收看|观看)|看[着到见]|见到?|听[到说]|得知|说|谈|回|提|听|结合|\\D{0,7}$)"
    "|.*(?:[着站坐]|时|后|前|里|内|上|旁|边|中|下|之际|间隙|年间|年来|期间|以来|之后|以后|院落|院子|小院|现场|会场|车间|大厅|大棚|码头|工地|基地|门口|街头|广场|校园|公园|如注|倾盆|大作|交加|绵绵|炎炎|弥漫|呼啸)(?:，|$)"
)
"""What tells when, where or how before a sentence comes to its subject."""


class Behind:
    """Finds who is named after quotations."""

    def __init__(self, sources: Sources, ahead: Ahead, lexicon: Lexicon) -> None:
        self._sources = sources
        self._ahead = ahead
        self._pattern = telling_pattern(lexicon.cues)

    def tail(self, passage: Passage, number: int) -> tuple[int, int]:
        """What stands between a quotation and the end of its sentence or the next one."""
        quoted = passage.quotations[number]
        following = passage.quotations[number + 1 :]
        limit = len(passage.masked)
        start = quoted.end
        if start >= limit:
            return limit, limit
        _, end = passage.sentence_at(start)
        for one in following:
            inner = one.inner(passage.plain)
            if one.start >= end:
                break
            if inner[-1:] in FINAL or passage.masked[one.start - 1] in "，：":
                end = one.start
                break
        return start, max(start, min(end, limit))

    def of(self, passage: Passage, number: int) -> Attribution | None:
        """Who is named after a quotation, as in “…。”某某说。, if anybody."""
        row = in_a_row(passage, number)
        chorus = self._in_chorus(passage, row[-1].end) or _in_my_voice(
            passage, passage.quotations[number].end
        )
        behind = len(row) - 1 - row.index(passage.quotations[number])
        if chorus is None and behind:
            chorus = self._of_row(passage, number + behind)
        return chorus or self._behind(passage, number)

    def _of_row(self, passage: Passage, last: int) -> Attribution | None:
        """Whose words a row is that ends with quotation ``last``: several people's, or all one's."""
        found = self._behind(passage, last)
        if found is None or found.source is None:
            return None
        at = passage.quotations[last].end
        if found.cue_span and _ONE_BY_ONE.search(passage.masked, at, found.cue_span[0]):
            return found
        is_group = found.source.kind == "group"
        row = in_a_row(passage, last)
        if not is_group and all(one.inner(passage.plain)[-1:] == "？" for one in row):
            return found
        return found if is_group and _SEVERAL.search(found.source.name) else None

    def _behind(self, passage: Passage, number: int) -> Attribution | None:
        start, end = self.tail(passage, number)
        text = passage.masked
        tail = text[start:end]
        if not tail.strip("，。 　") or _is_apart(passage, start, tail):
            return None
        if tail.rstrip().endswith("：") or tail.startswith("——"):
            return self._led_by(passage, number, start, end)
        stranger: Attribution | None = None
        for cue in cues(self._pattern, text, start, min(end, start + 80)):
            after = text[cue.end : cue.end + 1]
            if not _may_tell(cue, text[start : cue.start], after):
                continue
            if _CHIMES_IN.search(text, start, cue.start):
                return None
            # “…。”据某某介绍，…: what is an object elsewhere tells who speaks here.
            begins = start + text.startswith("据", start)
            source = self._sources.subject(passage, begins, cue.start)
            if source is None:
                source = _bare(text, start, cue, passage.number)
            if source is None:
                if stranger is None and _by_stranger(text[start : cue.start], after):
                    stranger = Attribution(None, cue.word, (cue.start, cue.end))
                continue
            return _attributed(text, source, cue)
        words = self.someones_words(passage, (start, end))
        if words is not None:
            return words
        return self._in_front_of(passage, start, end) or stranger

    def asker(self, passage: Passage, start: int) -> Source | None:
        """Who is told to have asked the question that ends at a place, if one does.

        As in “…？”面对记者的提问，….
        """
        asked = _ASKED.match(passage.masked, start)
        if asked is None or not passage.plain.endswith("？”", 0, start):
            return None
        return self._sources.subject(passage, *asked.span("who"))

    def _in_chorus(self, passage: Passage, start: int) -> Attribution | None:
        """Who calls out together what stands before a place: “…！”在孩子们的回答声中."""
        heard = _IN_CHORUS.match(passage.masked, start)
        if heard is None:
            return None
        source = self._sources.subject(passage, *heard.span("who"))
        if source is None or source.kind == "self":
            return None
        return Attribution(source, "", None)

    def _led_by(
        self, passage: Passage, number: int, start: int, end: int
    ) -> Attribution | None:
        """Who is named behind what begins a paragraph: “…。”某某说：“…。”; “…”——某某."""
        if passage.masked.startswith("——", start):
            return self._signed(passage, start + 2, end)
        if passage.plain[: passage.quotations[number].start].strip():
            return None
        clause = _CLAUSE.match(passage.masked, start, end)
        is_first = clause is not None and passage.masked[clause.end()] == "，"
        acting = self._acting(passage, clause) if clause and is_first else None
        joins = JOINS.search(passage.masked, start, end)
        return acting or self._ahead.of(
            passage, start, joins.start() + 1 if joins else end
        )

    def voices(self, passage: Passage, start: int) -> Attribution | None:
        """Whose voices a row of quotations is: “…”“…”……不少网友听闻消息后….

        Args:
            passage: where they stand.
            start: behind what ends the row.
        """
        text = passage.masked
        _, end = passage.sentence_at(start)
        clause = _CLAUSE.match(text, start, end)
        for _ in range(_SETTINGS):
            if clause is None or clause.end() == clause.start():
                return None
            told = next(cues(self._pattern, text, *clause.span()), None)
            last = told.start if told is not None else clause.end()
            begins = clause.start() + (text[clause.start()] == "，")
            if _WHERE.match(text, begins, clause.end()):
                clause = _CLAUSE.match(text, clause.end(), end)
                continue
            source = self._sources.subject(passage, begins, last)
            people = _PEOPLE.match(text, begins, last)
            if people is not None and (source is None or source.kind == "group"):
                source = Source(
                    people.group(), *people.span(), "", 0.6, "group", passage.number
                )
            if source is not None and source.kind in ("person", "pronoun", "group"):
                return Attribution(source._replace(certainty=0.6), "", None)
            clause = _CLAUSE.match(text, clause.end(), end)
        return None

    def _signed(self, passage: Passage, start: int, end: int) -> Attribution | None:
        """Whose words are signed: “…”——某某在某场比赛前."""
        clause = _CLAUSE.match(passage.masked, start, end)
        if clause is None:
            return None
        source = self._sources.subject(passage, *clause.span())
        name = _SIGNATURE.match(passage.masked, start, end) if source is None else None
        if name is not None:
            source = Source(
                name.group(), *name.span(), "", 0.7, "person", passage.number
            )
        if source is None or source.kind not in ("person", "pronoun"):
            return None
        return Attribution(source, "", None)

    def _in_front_of(
        self, passage: Passage, start: int, end: int
    ) -> Attribution | None:
        """Whoever does something right after a quotation, with no reporting word."""
        text = passage.masked
        clause = _CLAUSE.match(text, start, end)
        for _ in range(_SETTINGS):
            if clause is None or clause.end() == clause.start():
                return None
            if _REACTS.search(text, start, min(clause.end(), start + 24)):
                return None
            if _SEEN.search(text, *clause.span()):
                return None
            found = self._acting(passage, clause)
            if found is not None:
                return found
            if _SETTING.match(clause.group()) is None:
                return None
            clause = _CLAUSE.match(text, clause.end(), end)
        return None

    def _acting(self, passage: Passage, clause: re.Match[str]) -> Attribution | None:
        """Whoever does something in a clause behind a quotation."""
        source = self._sources.subject(passage, clause.start(), clause.end())
        if source is None:
            return None
        is_called = (
            source.kind == "group"
            and not clause.group().startswith("这是")
            and _AT_ONCE.fullmatch(clause.string, clause.start(), source.start)
            and (
                len(source.name) < _SHORT_NAME
                or source.name.startswith(_ONE)
                or _MOVED.search(clause.string, source.end, clause.end()) is not None
            )
        )
        if source.kind in ("person", "pronoun") or is_called:
            return Attribution(source._replace(certainty=0.7), "", None)
        return None

    def someones_words(
        self, passage: Passage, tail: tuple[int, int]
    ) -> Attribution | None:
        """Who is named as the owner of words: “…。”某某的话…, if anybody."""
        start, end = tail
        if not _OWNED_WORDS.search(passage.masked, start, min(end, start + 44)):
            return None
        frame = _SOMEONES_WORDS.match(passage.masked, start, end)
        if frame is None:
            return None
        who, span = frame["who"], frame.span("who")
        source = self._sources.subject(passage, *span)
        is_name = _FULL_NAME.fullmatch(who) and (
            who[0] not in AMBIGUOUS or is_full_name(who)
        )
        if source is None and is_name:
            source = Source(who, *span, "", 0.7, "person", passage.number)
        if source is None or source.kind == "self":
            return None
        return Attribution(source, frame["cue"], (frame.start("cue"), frame.end("cue")))

    def afterwards(self, passage: Passage, start: int) -> Attribution | None:
        """Who has said what stands before a sentence that tells nothing else, if anybody.

        As in “…”。某某日前说。
        """
        text = passage.masked
        told = _ONLY_TELLS.match(text, start)
        if told is None:
            return None
        source = self._sources.subject(passage, start, told.start("cue"))
        if source is None or source.kind not in ("person", "pronoun", "group"):
            return None
        return Attribution(source, told["cue"], told.span("cue"))


def _is_apart(passage: Passage, start: int, tail: str) -> bool:
    """Whether what stands behind a quotation tells of another matter, or the answer to it."""
    if passage.plain.endswith("？”", 0, start) and _ANSWERS.match(tail):
        return True
    return _EARLIER.match(tail) is not None


def _in_my_voice(passage: Passage, start: int) -> Attribution | None:
    """Whoever tells the story as 我, if it is told how they say what ends at a place."""
    if _MY_VOICE.match(passage.masked, start) is None:
        return None
    mine = Source("我", start, start + 1, "", 0.7, "self", passage.number)
    return Attribution(mine, "", None)


def _attributed(text: str, source: Source, cue: Cue) -> Attribution | None:
    """An attribution to a source, unless it is a paper or the text itself."""
    speaker: Source | None = source
    if source.kind == "self":
        speaker = first_person(text, source, cue)
    if speaker is None or speaker.kind == "paper":
        return None
    return Attribution(speaker, cue.word, (cue.start, cue.end))


def _bare(text: str, start: int, cue: Cue, number: int) -> Source | None:
    """Whoever stands alone between a quotation and its cue: 小范 回忆道."""
    found = _ALONE.fullmatch(text, start, cue.start)
    who = found["who"] if found is not None and cue.base not in NOMINAL else ""
    if not found or not who or who in ADVERBS or who in WORDS or not is_phrase(who):
        return None
    return Source(who, *found.span("who"), "", 0.65, "group", number)


_ALONE = re.compile(
    "，?(?P<who>(?![他她它我你这那要应可就不也边]|[^，。：]{0,3}[话语句])[\u4e00-\u9fff]{2,4}?)(?:[苦大微冷]?笑着?|[高齐]|[^，。]{1,4}[着地]|也|还|又|连忙|赶紧|[对向跟冲][^，。：]{1,8})?"
)


def _by_stranger(before: str, after: str) -> bool:
    """Whether somebody no rule can name is the whole clause up to a reporting word."""
    is_whole = _STRANGER.fullmatch(before) or _PRONOUN_ONLY.fullmatch(before)
    return after in ("，", "。", "：") and is_whole is not None


_PRONOUN_ONLY = re.compile("，?[他她][一-鿿]{0,8}(?<![这那么样话的])")
"""Somebody who has not been named for long: “…。”他低声说."""
_STRANGER = re.compile("，?[一-鿿]{4,24}(?<![这那么样话的得不没好好多可])")


_ASKED = re.compile(
    "，?(?:面对|对于|针对|听到|回答)(?P<who>[^，。；：“”]{2,16}?)的?(?:这[个样一]?的?|连番|不断)?(?:提问|追问|疑问|发问|询问|问题|质问|疑惑|不解|好奇)，"
)
"""Who has asked what stands before it: “…？”面对记者的提问，某某说."""
_MY_VOICE = re.compile(
    "我[^，。；：]{0,6}用[^，。；：]{1,8}(?:口吻|口气|语气|声音|语调)"
)
"""How whoever tells the story as 我 says what stands before."""
_ANSWERS = re.compile(
    "[^，。；：“”]{1,24}的(?:回[复答]|答[案复]|解释|说法|反应)(?:却|则|也|都|就)?是"
)
"""What gives the answer to a question right before it: “…？”某某的回复是，…."""
_EARLIER = re.compile(
    "(?:此前|早前|早些时候)，?|不仅是|不只是|除了[^，。]{1,12}，|与此同时"
)
"""What opens another matter behind a quotation: “…。”此前，某某曾表示，…."""


def _may_tell(cue: Cue, before: str, after: str) -> bool:
    """Whether a reporting word is one between these words and this character."""
    if "被" in before:
        return False
    if after in ("的", "、"):
        return cue.word == "说"
    return not (cue.needs_mark and after and is_han(after) and after not in "了起着自")
