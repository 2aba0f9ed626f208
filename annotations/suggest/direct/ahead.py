"""Ahead: who is named before a quotation, as in 某某说：“…”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import THOUGHT, cues, telling_pattern
from annotations.suggest.direct.attribution import Attribution
from annotations.suggest.names.words import HAN
from annotations.suggest.sources.source import Source, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.cues import Cue
    from annotations.suggest.lexicon import Lexicon
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.sources import Sources

JOINS = re.compile(
    "，(?P<who>[^，。；：]{2,12}?)也?(?:都|纷纷|跟着)+“?[^，。；：]{2,6}：\\Z"
)
"""Who joins in with what somebody does: ，群里的业主们也纷纷“吐槽”：."""
_AS_SAID = re.compile(
    "(?:正如|诚如|恰如|就像|如同|如)(?P<who>[^，。；：“”]{2,32}?)(?:所(?=[^，：]{1,5}(?:[，：]|\\Z))|(?=[^，：]{2,4}的[，：那一]))(?P<cue>说|言|讲|指出|强调|述|写|揭示|概括|描述|论述|阐明|断言)(?:过?的)?(?:那样|一样)?[，： ]?\\Z"
)
"""What agrees with the quotation that follows: 正如某某所说，“…”."""
OF_OLD = re.compile(
    "(?:\\A|(?<=[，。；：！？”…\\s]))(?P<who>(?!古[人语训诗]|前人|俗|谚|常言|老话|民间|先[哲贤]|圣人|诗|词|子)[^，。；：“”]{1,29}?[^，。；：“”语诗词谣有亦])(?P<cue>(?:[有亦尝又曾]|[回对]?答)[言云曰载]|亦道|(?<![直发少所名留誓谎坦预宣断扬笑戏格箴序前方语感致诺谏遗狂声明常立传谣流寓记刊登转连下装运承诗语])[言云曰载])(?P<mark>[：，]?)\\Z"
)
"""Who is quoted from old books: 荀子有言：“…”, 《汉书》载：“…”."""
_IN_THE_EYES = re.compile(
    "(?:\\A|(?<=[，。；！？”\\s]))在(?P<who>[他她]|[^，。；：“”]{2,24}?)(?P<cue>看来)[，：]\\Z"
)
"""Whose view the quotation is that follows: 在某某看来：“…”."""
_ACCOUNT_OF = re.compile(
    "(?:按照?|依照?|据)(?P<who>[^，。；：“”]{2,24}?)的(?P<cue>说法|表述|观点|看法|定义)[，：]\\Z"
)
"""Whose way of putting it a quotation is: 按照某某的说法：“…”."""
_TOLD_BY = re.compile(
    "(?:\\A|(?<=[，。；！？”\\s]))(?:另)?据(?P<who>(?!悉|了解|此|说|介绍)[^，。；：“”]{2,40}?)的?(?P<cue>介绍|透露|回忆|描述|反映|讲述|分析|解释|披露|称|说)[，：]\\Z"
)
"""By whose account it is: 据某某介绍，“…”."""
_PASSED_ON = re.compile(
    "(?:援引|引述|引用|转述)(?P<who>[^，。；：“”]{2,30}?)的(?P<cue>话|说法|观点|评论|声明)(?:[说称]|报道)?[，：]\\Z"
)
"""Whose words somebody passes on: 某社援引一名官员的话说：“…”."""
_REMEMBERED = re.compile(
    "(?:记得|记着|记住了?|难忘|忘不了)(?P<who>[^，。；：“”]{1,16}?)(?:对[^，。；：“”]{1,8})?(?:曾|常)?(?:说过?|讲过?)?的(?:那[句番]|一[句番])?(?P<cue>话|教诲|叮嘱|嘱托|忠告)[，：]\\Z"
)
"""Whose words somebody remembers: 仍记得老师的话：“…”."""
_IN_WORDS_OF = re.compile(
    "[套借]?用(?P<who>[^，。；：“”]{1,24}?)(?:自己|本人)?的原?(?P<cue>话|说法|比喻|分析|评价)(?:来?[说讲]|就是)，?：?\\Z"
)
"""In whose words it is put: 用她自己的话说：“…”."""
_BY_A_WORK = re.compile(
    "(?P<cue>据|按照?)(?P<who>《[^《》]{1,24}》)(?:的?记?载|所载|说)?：\\Z"
)
"""Which work has what is quoted: 据《某某传》：“…”."""
_WORDS_OF = re.compile(
    "(?:\\A|(?<=[，。；！？”\\s]))(?P<who>[^，。；：“”的]{2,16})的(?:一[句番席段])?(?P<cue>话|叮嘱|嘱托|教诲|心愿)(?:至今|一直|仍|也|却|更)?[让令使][^，。；：“”]{1,14}：\\Z"
)
"""Whose words move somebody: 某某的话令她记忆犹新：“…”."""
_RETOLD = re.compile(
    "(?:记得|回忆|忆起|想起)(?:说|道)?[^。；：“”]{0,24}，(?:当年|那时|当时|有一次|临走时|入职时)?(?P<who>(?!自己|他|她|那|这|当|每)[^，。；：“”的]{2,10}?)(?:曾经?|常常?|总是?|当时|当年|还|又|就)*"
    "(?:[对跟向](?:[他她我]|自己|大家)们?)?(?P<cue>提到|说过?|讲过?|告诉(?:[他她我]|自己)?们?|叮嘱(?:[他她我]|自己)?们?)[^。；“”：]{2,24}，\\Z"
)
"""Whose words somebody tells of whom they remember: 某某记得，师傅说过，要有耐心，“…”."""
_STRUCK = re.compile(
    "(?:让|令|使)(?P<felt>[^，。；：“”]{2,16}?)(?:倍感|深感|大为|备受|感到|十分|非常|深受|印象)[^，。；：“”]{1,6}[：，]\\Z"
    "|(?:\\A|(?<=[，。；！？”\\s]))对于?(?P<who>[^，。；：“”]{2,16}?)(?:来说|而言|来讲)，[^。；：]{2,30}：\\Z"
)
"""Who speaks where something is told of what they feel or are."""
_SPEAKS_OF = re.compile(
    "(?:\\A|(?<=[，。；！？”\\s]))(?:谈到|谈及|谈起|说起|说到|提起|聊起|展望|面对)[^，。；：“”]{1,20}，(?P<who>[^，。；：“”]{2,36}?)(?P<cue>)(?:充满|满怀|满是|难掩|十分|非常|信心|感慨|格外|显得|打开了?话匣子|如数家珍|滔滔不绝|神采飞扬|眉飞色舞|侃侃而谈|记忆犹新|深有体会)[^，。；：“”]{0,10}[。：]\\Z"
)
"""Who comes to speak of something, right before what they say: 谈到未来，某某充满信心。"""
_TO_THE_POINT = re.compile(
    "(?:(?P<cue>直指|道出|点出|点明|点破|指明|说出|揭开|道破)了?[^，。；：“”]{2,12}"
    "|(?P<short>一言以蔽之|一语中的|一语道破|一针见血))：\\Z"
)
"""Who says what is at the bottom of it: 某某直指要害：“…”."""
_MADE_TO = re.compile("(?:让|令|我[还仍]?记得)(?P<who>[^，。；：]{2,12})\\Z")
"""Who cannot but say something, or is remembered to say it: 让许多网友直呼."""
_HE = re.compile("[他她]")
_ASKS = frozenset("问 追问 询问 打听".split())
_ANSWERS = re.compile("[^，。；：“”]{1,12}，[他她](?!们)")
"""Who is asked and does something before they answer: 有人问某某图什么，他嘿嘿一笑."""
_PLAIN = re.compile(f"(?![这那他她它我你人大]){HAN}{{2,6}}")
"""Whoever is named by a few characters and nothing else."""
_LONGEST_GAP = 20
"""Code points between a reporting word and its quotation."""
_YEAR = re.compile("[ 　]*(?:19|20)\\d\\d年")
_NEAR = 40
"""Code points in which a passage comes to who speaks in it."""
_FOUND_OUT = frozenset("了解到 看到 发现 注意到 观察到 感受到 提到".split())
"""What reporters do beside a quotation that is not theirs."""


class Ahead:
    """Finds who is named before quotations."""

    def __init__(
        self, passages: Sequence[Passage], sources: Sources, lexicon: Lexicon
    ) -> None:
        self._passages = passages
        self._sources = sources
        self._pattern = telling_pattern(lexicon.cues)

    def of(self, passage: Passage, start: int, end: int) -> Attribution | None:
        """Who is named before a quotation, as in 某某说：“…。”, if anybody."""
        led = self.led_to_by(passage, start, end)
        if led is not None:
            return led
        text = passage.masked
        found = list(cues(self._pattern, text, max(start, end - 60), end))
        for cue in reversed(found):
            gap = text[cue.end : end].rstrip(" 　")
            if _is_over(cue, gap):
                break
            source = self._joining(passage, cue.end, end) or self._sources.subject(
                passage, start, cue.start
            )
            then = _i_then(passage, start, cue.start)
            if then is not None and (source is None or source.start <= then.start):
                source = then
            if source is not None and source.kind == "self" and not source.name:
                source = first_person(text, source, cue)
            made = _MADE_TO.search(text, start, cue.start)
            if source is None and made is not None and cue.base not in THOUGHT:
                source = self._sources.subject(passage, made.start("who"), cue.start)
            if source is None and gap in ("：", "，", "", "，“"):
                source = self._told_of_before(passage, start)
                source = source or self._sources.spoken.latest(passage, cue.start)
                source = source or self._told_of_above(passage)
                if source is None:
                    return Attribution(None, cue.word, (cue.start, cue.end))
            if source is not None:
                return Attribution(source, cue.word, (cue.start, cue.end))
        return None

    def _told_of_before(self, passage: Passage, start: int) -> Source | None:
        """Whom the sentence before is about, if nobody has spoken in it."""
        before = passage.sentences_before(start)
        if not before or self._sources.spoken.has_spoken(passage, *before[-1]):
            return None
        first, last = before[-1]
        source = self._sources.subject(passage, first, last - 1)
        is_person = source is not None and source.kind == "person"
        return source._replace(certainty=0.75) if source and is_person else None

    def _told_of_above(self, passage: Passage) -> Source | None:
        """Whoever the passage before is about, if this one tells more of them.

        So do the items of a list, and the years of a life: 2013年视察某地，强调“…”；.
        """
        if not passage.number:
            return None
        above = self._passages[passage.number - 1]
        in_list = above.plain.rstrip().endswith("；")
        if not in_list and _YEAR.match(passage.plain) is None:
            return None
        spoken = self._sources.spoken.latest(passage, 0, reach=1)
        if spoken is not None or not above.sentences:
            return spoken
        start, end = above.sentences[-1]
        source = self._sources.subject(above, start, end - 1)
        return source if source is not None and source.kind == "person" else None

    def _joining(self, passage: Passage, start: int, end: int) -> Source | None:
        """Who joins in behind a reporting word: 某某抱怨，业主们也纷纷“吐槽”：“…”."""
        joins = JOINS.match(passage.masked, start, end)
        return joins and self._sources.subject(passage, *joins.span("who"))

    def opening(self, passage: Passage) -> Attribution | None:
        """The person whom a passage begins by reporting, if it does."""
        text = passage.masked
        start = len(text) - len(text.lstrip())
        if text.startswith("【", start):
            return None
        cue = next(cues(self._pattern, text, start, start + _NEAR), None)
        if cue is None or text[cue.end : cue.end + 1] not in ("，", "："):
            return None
        source = self._sources.subject(passage, start, cue.start)
        if source is None or source.kind != "person":
            return None
        return Attribution(source._replace(certainty=0.6), cue.word, None)

    def led_to_by(self, passage: Passage, start: int, end: int) -> Attribution | None:
        """Who leads to a quotation at ``end`` without a word of saying, if anybody.

        As in 正如某某所言：, 在某某看来：, 某某直指要害：, 让某某倍感震撼：.
        """
        near = max(start, end - 44)
        return (
            self._agreed_with(passage, near, end)
            or self._of_old(passage, near, end)
            or self._to_the_point(passage, near, end)
            or self._struck(passage, near, end)
        )

    def _agreed_with(
        self, passage: Passage, start: int, end: int
    ) -> Attribution | None:
        patterns = (
            _AS_SAID,
            _IN_THE_EYES,
            _ACCOUNT_OF,
            _TOLD_BY,
            _PASSED_ON,
            _REMEMBERED,
            _SPEAKS_OF,
            _IN_WORDS_OF,
            _BY_A_WORK,
            _WORDS_OF,
        )
        found = (one.search(passage.masked, start, end) for one in patterns)
        said = next(filter(None, found), None)
        if said is None:
            return None
        return self._named_in(passage, said, is_anybody=True)

    def retold(self, passage: Passage, start: int, end: int) -> Attribution | None:
        """Who has told what somebody remembers, up to a quotation at ``end``."""
        said = _RETOLD.search(passage.masked, max(start, end - 60), end)
        return said and self._named_in(passage, said, is_anybody=True)

    def _of_old(self, passage: Passage, start: int, end: int) -> Attribution | None:
        said = OF_OLD.search(passage.masked, start, end)
        if said is None:
            return None
        found = self._named_in(passage, said, is_anybody=bool(said["mark"]))
        is_person = found and found.source and found.source.kind == "person"
        return found if said["mark"] or is_person else None

    def _named_in(
        self, passage: Passage, said: re.Match[str], *, is_anybody: bool
    ) -> Attribution | None:
        """``who`` of a match as the speaker; a few characters may be anybody's name."""
        who, span = said["who"], said.span("who")
        pronoun = _HE.fullmatch(passage.masked, *span)
        if pronoun is not None:
            source = self._sources.pronouns.meant(passage, pronoun)
        else:
            source = self._sources.subject(passage, *span)
        if source is None and is_anybody and _PLAIN.fullmatch(who):
            source = Source(who, *span, "", 0.7, "person", passage.number)
        if source is None or source.kind == "self":
            return None
        return Attribution(source, said["cue"], said.span("cue"))

    def _to_the_point(
        self, passage: Passage, start: int, end: int
    ) -> Attribution | None:
        said = _TO_THE_POINT.search(passage.masked, start, end)
        if said is None:
            return None
        cue = "cue" if said["cue"] else "short"
        source = self._sources.subject(passage, start, said.start(cue))
        if source is None or source.kind in ("self", "paper"):
            return None
        return Attribution(source, said[cue], said.span(cue))

    def _struck(self, passage: Passage, start: int, end: int) -> Attribution | None:
        said = _STRUCK.search(passage.masked, start, end)
        if said is None:
            return None
        source = self._sources.subject(
            passage, *said.span("felt" if said["felt"] else "who")
        )
        if source is None or source.kind in ("self", "paper", "body"):
            return None
        return Attribution(source, ":" if said.group().endswith("：") else "", None)


_I = re.compile(
    "(?<![^，。；：！？”…\\s但可而是时后])(?P<who>我)(?![们国])(?:忍不住|不[禁由]|只[好得能]|[连急]忙|赶紧|[便就也又还才曾常总]|笑了?笑|[^，。：]{1,4}[地着]|[对跟向和][^，。：]{1,6})*$"
)
"""Who tells of what they said themselves."""


_I_THEN = re.compile(
    "(?<![^，。；：！？”…\\s])(?P<who>我)(?![们国])[^，。；：！？“”]{1,8}，(?:但?(?:还是|只好|只得|不得不)|[^，。：]{1,4}[地着]|硬着头皮|[低大高轻小]声|[连急]忙|赶紧|[又便就才也却])*$"
)
"""What whoever tells of themselves does before they speak: 我想了想，坚定地说."""


def _is_over(cue: Cue, gap: str) -> bool:
    """Whether what stands behind a reporting word parts it from the quotation."""
    is_asked = cue.base in _ASKS and _ANSWERS.match(gap) is not None
    return gap[:1] == "的" or "。" in gap or len(gap) > _LONGEST_GAP or is_asked


def _i_then(passage: Passage, start: int, end: int) -> Source | None:
    """Whoever tells the story as 我 and speaks after a clause on what they do."""
    told = _I_THEN.search(passage.masked[start:end])
    if told is None:
        return None
    return Source("我", *place(told, start), "", 0.7, "self", passage.number)


def first_person(text: str, source: Source, cue: Cue) -> Source | None:
    """The reporter who asks, or whoever tells the story as 我, if one of them speaks."""
    named = text.find("记者", source.start, cue.start)
    if named >= 0 and cue.base not in _FOUND_OUT:
        return Source("记者", named, named + 2, "", 0.7, "group", source.passage_number)
    told = _I.search(text, source.start, cue.start)
    if told is not None:
        return Source("我", *told.span("who"), "", 0.7, "self", source.passage_number)
    return None
