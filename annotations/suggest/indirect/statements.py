"""Indirect statements: what a text reports in its own words, and of whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import NOMINAL, THOUGHT, cues, statement_pattern
from annotations.suggest.indirect.certainty import certainty
from annotations.suggest.indirect.continuing import (
    is_more_of_article,
    is_weighed,
    may_go_on,
    names_another,
)
from annotations.suggest.indirect.frames import Frames
from annotations.suggest.indirect.further import Further
from annotations.suggest.indirect.pointing import points_out
from annotations.suggest.indirect.points import is_point, leads_to_points, points_after
from annotations.suggest.indirect.statement import (
    Statement,
    is_quoted,
    is_share,
    stated,
)
from annotations.suggest.indirect.stating import (
    is_told_further_on,
    may_state,
    tells_of_answer,
)
from annotations.suggest.indirect.turns import Turns
from annotations.suggest.patterns import led
from annotations.suggest.sources.bare import BARE
from annotations.suggest.sources.citations import reports_talks
from annotations.suggest.sources.issuers import is_digest, issuer
from annotations.suggest.sources.source import Source
from annotations.suggest.sources.written import goes_on_from
from annotations.text.headings import HEADING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.suggest.cues import Cue
    from annotations.suggest.lexicon import Lexicon
    from annotations.suggest.names.people import People
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.sources import Sources

_ASKED = re.compile("\\s*(?:问|[^，。：]{0,16}记者|主持人|网友|提问)：")
"""What opens a question in an interview."""
_ANNOUNCING = re.compile(
    "(?:看法|观点|意见|见解|体会|感受|分析|解读|阐释|解释|说明|介绍|总结|点评|建议|回答|回应|答复|打算|想法|理由|结论|答案|裁决|定性|预测|判断|评价|反思|(?<!电)话|表示|说|认为|指出|强调|提出|(?<![门味渠频轨通街跑航河管铁隧地])道|比方|比喻|梳理|一笔账|案例|消息|通知|假设|假说|猜想|命题|论断|论点|主张|设想|构想|警示|为喻|作喻|打比方|诘问|追问|质问|发问|疑惑|告诫|寄语|承诺|誓言|请求|诉求|短信|微信|信息|留言|疑问|质疑|呼吁|倡议|心愿|愿望|忠告|警告|提醒|告示|启事|口信|便条|教训|部署|指示|批示|嘱托|(?<![做干办])一件事|往事|例子|数字|情况|(?<=[个条点大])经验|(?<=[个条点大])做法|(?<=的)(?:研究|最新)?进展|娓娓道来|侃侃而谈|如数家珍|一针见血|一语中的|一语道破|开门见山|话锋一转)(?=是?$)"
)
_INTRODUCING = re.compile(
    led(
        "算(?:了|起|过|起了)?[一这两]?笔[^，。；：]{0,4}账(?=，)|(?:心存|提出|不[免禁](?:产生|心生|有)|[有发产]生?)(?:这样的|了)?疑[问惑](?=，)"
    )
)
"""A clause of its own that leads to what is said: 算了一笔账，…."""
_TELLING_OF = re.compile(
    "(?:介绍|讲述|描述|回忆|回顾|谈|说|讲|聊|忆|分享|阐述|阐释|点明|点出|道出|指明|剖析|归纳|概括)[起到]?了?"
    "(?=[^，。；：]{2,24}(?:变化|经历|过往|情[况形景]|由来|来历|过程|故事|缘由|初衷|场景|现状|矛盾|困境|症结|难点|痛点|短板|趋势|前景|关键|意义|价值|特点|优势|不同|差异|区别|心得|思路|做法|规律|本质|真谛|秘诀|诀窍|奥秘)$)"
    "|(?:发现|摸索?出|看出|悟出|总结出|琢磨出)了?(?=[^，。；：]{0,12}(?:商机|规律|门道|窍门|诀窍|道理|奥秘|经验)$)"
)
"""What somebody tells of before a colon: 介绍改造前后的变化：…."""
_SUBJECTLESS = frozenset(
    ("发现 表示 认为 指出 强调 说 坦言 希望 相信 建议 提出 透露 介绍").split()
)
_CHOSEN = frozenset("建议 期待 期盼 感觉 觉得 感到".split())
"""What a share of those asked chooses from a list, which is a figure and no statement."""
_VIEWS = frozenset("认为 指出 强调 表示".split())
"""What goes on from the sentence before with whoever was its subject."""
_OPENS = frozenset(("，“", "：“"))
_NOUNS = frozenset("通报 报道 评论 分析 声明 公告 通告".split())
"""What may be a paper or a view with the reporting word behind it: 通报称."""
_MADE_TO = re.compile(
    "(?:让|使|(?<![禁法命口指条号渔])令)(?!的)(?P<who>[^，。；：]{1,12})\\Z"
)
"""Whose thought something is that was made to come: 让某某意识到."""
_ADDS = re.compile("，?(?:并|还|又|也|同时)")
"""What goes on with whoever was quoted right before: “…？”并表示…."""
_WRITES = re.compile(
    "[^，。；：]{0,24}(?:发表|撰写|出版|写下|写成|写了|刊发)了?[^，。；：]{0,6}《[^《》]{1,40}》(?:一文|一书|等文)?中?，\\Z"
)
"""What somebody named before has written, who says something in it: 1919年发表《…》一文，提出…."""
_LEADS_ON = re.compile(
    "(?:分析|调查|走访|梳理|研究|比对|上|方面|同时|此外|另外|还|也|并|又|再|^)，?$"
)
_ANOTHER_ACCOUNT = re.compile(
    "；(?=(?:另|又|而)?(?:(?:据|根据)[^，。；：]{2,30}，|《[^《》]{2,40}》[^，。；：]{0,6}(?:显示|指出|提到|表明|认为)，))"
)
_MET_WITH = re.compile(
    "(?:遭到|受到|引来|引起|招致|遭遇)了?(?P<who>[^，。；：的]{2,14})的(?:强烈|一致|普遍|广泛|激烈)?(?:反对|批评|质疑|抨击|指责|谴责|抵制|不满|非议)，(?:有人|他们)?\\Z"
)
"""Whose objection something has met with, right before what they hold: 遭到某某的反对，认为."""
_REFERENCE = re.compile("[\\[［〔]\\d+[\\]］〕]")
_HE = re.compile(
    "(?:\\A|(?<=[，。；：！？”\\s]))(?P<who>[他她]们?(?!的))[^，。；：“”]{0,8}\\Z"
)
"""A pronoun that states something."""
_QUOTES = re.compile("“[^”]*”(?:，|(?:之|以)?[后来]，)")
"""What a reporting word without a mark leads to that is quoted and no statement."""
_ENDED = re.compile("[。！？：”]$")


class Statements:
    """Finds indirect statements passage by passage, in order."""

    def __init__(
        self,
        passages: Sequence[Passage],
        people: People,
        sources: Sources,
        lexicon: Lexicon,
        *,
        is_paper: bool,
    ) -> None:
        self._passages = passages
        self._people = people
        self._sources = sources
        self._pattern = statement_pattern(lexicon.cues)
        self._is_paper = is_paper
        self._weighs = is_paper and not reports_talks(
            "\n".join(one.plain for one in passages)
        )
        """Whether the text is of somebody who weighs what others have said."""
        self._is_digest = is_digest(passages)
        self._frames = Frames(sources, is_paper=self._is_paper)
        self._further = Further(sources)
        self._turns = Turns(passages, sources)
        self._cues: Sequence[Cue] = ()
        """Those of the passage that is looked through."""
        self._covered: set[int] = set()
        self._judged: tuple[tuple[int, int], Statement | None] = ((-1, -1), None)
        """The sentence judged last, which is asked for twice."""
        self.announced: dict[int, tuple[Source, str, tuple[int, int], int]] = {}
        """By passage number: who was announced at the end of the passage before."""

    def of(self, passage: Passage) -> list[Statement]:
        """Statements of one passage; ask passage by passage, from the first on."""
        found: list[Statement] = []
        if passage.number in self._covered:
            return found
        if "？" in passage.plain and _ASKED.match(passage.masked):
            return found
        turn = self._turns.of(passage)
        if turn is not None:
            self._covered.update(range(passage.number, turn.last_number + 1))
            self._sources.spoken.remember(passage, turn.start, turn.source)
            return [turn]
        if _is_furniture(passage):
            return found
        announced = self.announced.get(passage.number)
        if announced is not None and not passage.plain.lstrip().startswith("“"):
            found.append(self._of_announcement(passage, announced))
            return found
        sentences = tuple(_by_account(passage))
        self._cues = tuple(cues(self._pattern, passage.masked, 0, len(passage.plain)))
        number = 0
        while number < len(sentences):
            start, end = sentences[number]
            number += 1
            statement = self._in_sentence(passage, start, end)
            if statement is None:
                continue
            *parts, statement = self._further.parts(passage, statement, self._cues, end)
            found += parts
            self._sources.spoken.remember(
                passage, statement.cue_span[0], statement.source
            )
            is_whole = not passage.masked[statement.end : end].strip()
            while (
                is_whole
                and number < len(sentences)
                and self._goes_on(passage, statement, *sentences[number])
            ):
                statement = statement._replace(end=sentences[number][1])
                number += 1
            if number == len(sentences):
                statement = self._with_points(passage, statement)
            found.append(statement)
        return [one for one in found if not is_quoted(passage.masked, one)]

    def _with_points(self, passage: Passage, statement: Statement) -> Statement:
        """A statement that ends its passage, with the points it goes on to count."""
        points = points_after(self._passages, passage)
        if not points or not leads_to_points(passage, statement, points[0]):
            return statement
        last = points[-1]
        self._covered.update(one.number for one in points)
        return statement._replace(end=len(last.plain.rstrip()), last_number=last.number)

    def _of_announcement(
        self, passage: Passage, announced: tuple[Source, str, tuple[int, int], int]
    ) -> Statement:
        source, cue, cue_span, at = announced
        text = passage.plain
        start = len(text) - len(text.lstrip())
        points = points_after(self._passages, passage) if is_point(text) else ()
        self._covered.update(one.number for one in points)
        last = points[-1] if points else passage
        self._sources.spoken.remember(passage, 0, source)
        return Statement(
            start, len(last.plain.rstrip()), source, cue, cue_span, "indirect.announced", 0.7,
            last.number, at,
        )  # fmt: skip

    def _in_sentence(self, passage: Passage, start: int, end: int) -> Statement | None:
        place = (passage.number, start)
        if self._judged[0] != place:
            found = self._frames.of(passage, start, end) or self._by_cue(
                passage, start, end
            )
            self._judged = (place, found)
        return self._judged[1]

    def _by_cue(self, passage: Passage, start: int, end: int) -> Statement | None:
        text = passage.masked
        own = -1
        for cue in self._cues:
            if not start <= cue.start < end:
                continue
            if not may_state(text, cue, start, end):
                continue
            source = self._heard(passage, cue, start, own)
            if source is None or not points_out(text, cue, source):
                continue
            if source.kind == "self":
                # What a reporter has found out may be what others say.
                is_told = text.find("记者", start, cue.start) >= 0
                own = own if is_told else cue.start
                continue
            score = self._score(passage, cue, source, start)
            is_quote = cue.base != "指" and _QUOTES.match(text, cue.end)
            if score <= 0 or is_quote:
                continue
            after = text[cue.end : end].strip(" 　")
            if after.startswith("：") and not after.strip("："):
                self._announce(
                    passage, end, source, cue.word, (cue.start, cue.end), start
                )
                return None
            found = stated(
                passage, cue.end, end, source, cue.word, (cue.start, cue.end),
                "indirect.cue", score, start,
            )  # fmt: skip
            if found is not None:
                return found
            if source.kind == "person" and text[cue.end : cue.end + 2] in _OPENS:
                self._sources.spoken.remember(passage, cue.start, source)
        return self._by_noun(passage, start, end)

    def _score(self, passage: Passage, cue: Cue, source: Source, start: int) -> float:
        """How sure (0 to 1) it is that a source states something by a cue."""
        is_here = source.passage_number == passage.number and source.start >= start
        score = (
            certainty(passage.masked, cue, source, is_paper=self._is_paper)
            if is_here
            else 0.7
        )
        return min(score, 0.65) if source.certainty <= BARE else score

    def _heard(self, passage: Passage, cue: Cue, start: int, own: int) -> Source | None:
        """Who states something by a cue; behind what the author says, nobody but a person.

        Args:
            passage: where the cue stands.
            cue: the reporting word.
            start: where its sentence begins.
            own: where the author says something in it; below 0 if nowhere.
        """
        source = self._source(passage, cue, start)
        if source is None or own < 0 or source.kind == "self":
            return source
        is_person = source.kind in ("person", "pronoun") and source.start > own
        return source if is_person else None

    def _source(self, passage: Passage, cue: Cue, start: int) -> Source | None:
        """Who states something by a cue of the sentence that begins at ``start``."""
        source = (
            self._subject(passage, cue, start)
            or self._noun_in(passage, cue, start)
            or goes_on_from(passage, cue, start)
        )
        if source is None or self._is_paper:
            return source
        return issuer(self._passages, passage, source, start, self._sources)

    def _subject(self, passage: Passage, cue: Cue, start: int) -> Source | None:
        """Who stands before a cue, or goes on from before."""
        made = (
            _MADE_TO.search(passage.masked, start, cue.start)
            if cue.base in THOUGHT or cue.base == "认为"
            else None
        )
        if made is not None:
            if passage.masked[cue.end : cue.end + 1] not in ("，", "："):
                return None
            return self._sources.subject(passage, made.start("who"), cue.start)
        met = _MET_WITH.search(passage.masked, start, cue.start)
        if met is not None:
            return self._sources.subject(passage, *met.span("who"))
        source = self._sources.subject(passage, start, cue.start)
        if source is None or source.kind == "paper":
            source = self._author(passage, cue, start) or source
        if source is None:
            return _somebody(passage, cue, start) or self._inherited(
                passage, cue, start
            )
        if is_told_further_on(passage.masked, source.end, cue):
            return None
        is_choice = cue.base in _CHOSEN and is_share(passage.masked, source.start)
        return None if is_choice else source

    def _author(self, passage: Passage, cue: Cue, start: int) -> Source | None:
        """Whoever was named before and has written what a sentence says it in."""
        is_view = cue.base in _SUBJECTLESS
        if not is_view or not _WRITES.match(passage.masked, start, cue.start):
            return None
        author = self._sources.pronouns.antecedent(passage, start)
        is_known = author is not None and author.kind in ("person", "pronoun")
        return author if is_known else None

    def _noun_in(self, passage: Passage, cue: Cue, start: int) -> Source | None:
        """The paper or view that a reporting word begins with: 通报 in 通报称."""
        if cue.base not in _NOUNS or cue.word == cue.base:
            return None
        return self._sources.subject(passage, start, cue.start + len(cue.base))

    def _inherited(self, passage: Passage, cue: Cue, start: int) -> Source | None:
        """The source of a cue that has none of its own: who spoke in this passage."""
        if cue.base not in _SUBJECTLESS:
            return None
        left = passage.masked[start : cue.start]
        if len(left) > 24 or not _LEADS_ON.search(left):
            return None
        if cue.base == "希望" and self._is_paper:
            return None  # the hope of whoever has written it
        if cue.base == "希望":
            return self._sources.pronouns.antecedent(passage, start)
        quoted = passage.quotation_before(start)
        if quoted is not None and quoted.end == start and _ADDS.match(left):
            first = passage.sentence_at(quoted.start)[0]
            found = self._sources.subject(passage, first, quoted.start)
            if found is not None and found.kind in ("person", "pronoun"):
                return found
        latest = self._sources.spoken.latest(passage, start, reach=0)
        if latest is not None or start == 0:
            return latest
        found = self._sources.pronouns.antecedent(passage, start)
        is_here = found is not None and found.passage_number == passage.number
        return found if is_here and cue.base in _VIEWS else None

    def _announce(
        self,
        passage: Passage,
        end: int,
        source: Source,
        cue: str,
        cue_span: tuple[int, int],
        at: int,
    ) -> None:
        if passage.plain[end:].strip() or passage.number + 1 >= len(self._passages):
            return
        self.announced[passage.number + 1] = (source, cue, cue_span, at)

    def _by_noun(self, passage: Passage, start: int, end: int) -> Statement | None:
        """A statement after 看法：; one that ends its passage announces the next."""
        text = passage.masked
        noun = _INTRODUCING.search(text, start, end)
        colon = noun.end() if noun else text.find("：", start, end)
        if colon < 0:
            return None
        noun = (
            noun
            or _ANNOUNCING.search(text, start, colon)
            or _TELLING_OF.search(text, start, colon)
        )
        if noun is None:
            return None
        owned = text.endswith("的", start, noun.start())
        owner_ends = noun.start() - 1 if owned else noun.start()
        source = self._sources.subject(passage, start, owner_ends)
        if source is None or source.kind not in ("person", "pronoun", "group", "body"):
            return None
        if not text[colon + 1 : end].strip():
            self._announce(passage, end, source, noun.group(), noun.span(), start)
            return None
        return stated(
            passage, colon, end, source, noun.group(), noun.span(), "indirect.announced", 0.6, start
        )  # fmt: skip

    def _goes_on(
        self, passage: Passage, statement: Statement, start: int, end: int
    ) -> bool:
        """Whether the next sentence still reports the same source."""
        if self._is_digest and statement.cue.startswith("报道"):
            return is_more_of_article(passage, start, end) and not self._speaks_anew(
                passage, statement, start, end
            )
        is_paper = self._weighs and not self._cites_on(passage, statement, end)
        return (
            may_go_on(passage, statement, start, end, is_paper=is_paper)
            and not self._speaks_anew(passage, statement, start, end)
            and not names_another(self._people, passage, statement, start, end)
        )

    def _cites_on(self, passage: Passage, statement: Statement, end: int) -> bool:
        """Whether a paper tells somebody else's view further on in a passage."""
        for cue in self._cues:
            if cue.start < end:
                continue
            near = self._people.between(passage, max(end, cue.start - 40), cue.start)
            if any(one.name not in statement.source.name for one in near):
                return True
        return False

    def _speaks_anew(
        self, passage: Passage, statement: Statement, start: int, end: int
    ) -> bool:
        announced = len(self.announced)
        found = self._in_sentence(passage, start, end)
        if found is not None and is_weighed(statement, found):
            return False
        if found is not None or len(self.announced) > announced:
            return True
        text = passage.masked
        if tells_of_answer(text, start, end):
            return True
        return any(
            start <= cue.start < end
            and text[cue.end : cue.end + 1] in ("，", "：")
            and not cue.needs_mark
            and (source := self._subject(passage, cue, start)) is not None
            and source.kind != "self"
            for cue in self._cues
        )


def _somebody(passage: Passage, cue: Cue, start: int) -> Source | None:
    """Whoever 他 or 她 is that states something, if nobody has been named for it."""
    told = _HE.search(passage.masked, start, cue.start)
    if told is None or cue.base in NOMINAL:
        return None
    return Source("", *told.span("who"), "", 0.0, "pronoun", passage.number)


def _by_account(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences of a passage, parted where another account begins: …；据某某数据，…."""
    for start, end in passage.sentences:
        at = start
        if passage.masked.find("；", start, end) >= 0:
            for account in _ANOTHER_ACCOUNT.finditer(passage.masked, start, end):
                yield at, account.start()
                at = account.end()
        yield at, end


def _is_furniture(passage: Passage) -> bool:
    """Whether a passage is a heading, a reference or a notice and no prose."""
    text = passage.plain.strip()
    if len(text) < 8:
        return True
    if text.startswith(("#", "关键词", "关键字")) or _REFERENCE.match(text):
        return True
    return (
        len(text) < 30 and not _ENDED.search(text) and HEADING.match(text) is not None
    )
